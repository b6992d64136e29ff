"""The part of the door that tells what models make of a memory; it changes nothing."""

from __future__ import annotations

from typing import Protocol

from mnemoteca.core.changes import Done
from mnemoteca.core.door import Lane, door
from mnemoteca.core.processed import NameFound, Processed


class ProcessingDoor(Protocol):
    """Proposals beside a memory: worked out when they are asked for, and remembered until others were asked for."""

    @door(Lane.WAIT, cancel=True, deadline_s=600.0)
    def process_memory(self, id: int, quick: bool = False) -> Processed:
        """Tags, entities, a summary and, where it needs one, the context of a memory.

        Of its first 20,000 characters. `quick`: by the small models alone, in milliseconds; else a language model that
        is installed writes the summary of what is longer and the context. Not an access.
        """
        ...

    @door(Lane.WAIT, cancel=True, deadline_s=3600.0)
    def process_memories(self, ids: tuple[int, ...], quick: bool = False) -> tuple[Processed, ...]:
        """As `process_memory`, of at most 200, in their order: each goes to the models that what it holds takes."""
        ...

    @door(Lane.WAIT, cancel=True)
    def names_in(self, id: int) -> tuple[NameFound, ...]:
        """The names in the first 20,000 characters of a memory, each once, in their order. Not an access."""
        ...

    @door(Lane.ACT)
    def correct_name(self, id: int, name: str, kind: str = "") -> Done:
        """Say of words in a memory that they are a name of this kind, "" that they are none.

        It is learned at once: names are found so in what is looked at from then on. What was read for the graph stays.
        """
        ...
