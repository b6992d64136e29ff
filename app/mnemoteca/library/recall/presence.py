"""How present the memories of an answer are, by the curve that the settings name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from mnemoteca.core.forgetting import retrievability
from mnemoteca.core.memory import Memory
from mnemoteca.core.sleep.outlook import CURVES
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import lived

EBBINGHAUS = "ebbinghaus"
Present = Callable[[Memory], float]


def presence(reader: Reader, rows: Sequence[Memory], curve: str, at: datetime) -> Present:
    """Of each of these memories its retrievability at a moment; FSRS reads when each was recalled."""
    if curve == EBBINGHAUS:
        return lambda memory: retrievability(memory, at)
    recalls = lived.recalls(reader, [memory.id for memory in rows if memory.access_count])

    def present(memory: Memory) -> float:
        begun = min(memory.occurred_at or memory.recorded_at, at)
        return CURVES[curve](begun, recalls.get(memory.id, ()), at)

    return present
