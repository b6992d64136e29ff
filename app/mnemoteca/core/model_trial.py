"""Trying models: the same note through two of them, and what each made of it."""

from __future__ import annotations

from dataclasses import dataclass

from mnemoteca.core.writing import Ending

LONGEST = 20_000  # characters of a note that is tried


@dataclass(frozen=True, slots=True)
class Trial:
    """What one model made of a note; `model` is its id, "" where the best sentences were taken without a model.

    `text` is what it wrote; unless `believed` it says what the note does not, or was not written to its end, and
    `ending` and `reason` say why. `memory` is in bytes, `first_s` until its first word, `rate` in tokens a second after
    that; 0 where there was none.
    """

    model: str
    text: str
    believed: bool
    ending: Ending = Ending.WHOLE
    reason: str = ""
    tokens: int = 0
    seconds: float = 0.0
    first_s: float = 0.0
    rate: float = 0.0
    memory: int = 0
