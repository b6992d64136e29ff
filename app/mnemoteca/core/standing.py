"""How search by meaning stands: values that travel to every door, and so need no numbers' library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MeaningState(StrEnum):
    """How the embedder stands.

    READY: it embeds. PREPARING: its files are just being made, or it is being started. FAILED: that failed.
    ABSENT: nobody has prepared it. OFF: the person does not want it.
    """

    READY = "ready"
    PREPARING = "preparing"
    FAILED = "failed"
    ABSENT = "absent"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class EmbedderState:
    """How the embedder stands; `reason` is a sentence without its full stop where it failed."""

    state: MeaningState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MeaningStatus:
    """How search by meaning stands: the embedder, and how many memories still lack their vector.

    `left_s` is an estimate while they are being embedded, None where nothing goes on.
    """

    state: MeaningState = MeaningState.OFF
    reason: str = ""
    model: str = ""
    missing: int = 0
    left_s: float | None = None
