"""What a batch of an import came to."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(slots=True)
class Outcome:
    """What a batch came to, by the ids of memories."""

    sessions_new: int = 0
    memories_new: int = 0
    changed: int = 0
    unchanged: int = 0
    in_trash: int = 0
    brought_back: int = 0
    retitled: int = 0
    refused: int = 0  # a receipt names them: they were purged

    def plus(self, other: Outcome) -> Outcome:
        """Both together."""
        mine, others = asdict(self), asdict(other)
        return Outcome(**{name: mine[name] + others[name] for name in mine})
