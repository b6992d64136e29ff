"""How an import ended, as its dialog shows it."""

from __future__ import annotations

from dataclasses import dataclass

from mnemoteca.gui.components.facts import Fact


@dataclass(frozen=True, slots=True)
class Ending:
    """A sentence where figures don't tell it, the figures, and whether it can still be undone."""

    sentence: str = ""
    facts: tuple[Fact, ...] = ()
    can_undo: bool = False
