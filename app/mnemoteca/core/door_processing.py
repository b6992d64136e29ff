"""The part of the door that tells what models make of a memory; it changes nothing."""

from __future__ import annotations

from typing import Protocol

from mnemoteca.core.door import Lane, door
from mnemoteca.core.processed import Processed


class ProcessingDoor(Protocol):
    """Proposals beside a memory: they are worked out when they are asked for, and kept nowhere on the disk."""

    @door(Lane.WAIT, cancel=True, deadline_s=600.0)
    def process_memory(self, id: int, quick: bool = False) -> Processed:
        """Tags, entities, a summary and, where it needs one, the context of a memory.

        Of its first 20,000 characters. `quick`: by the small models alone, in milliseconds; else a language model that
        is installed writes the summary of what is longer and the context. Not an access.
        """
        ...
