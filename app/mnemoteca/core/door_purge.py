"""The part of the door that destroys for good, and proves it."""

from __future__ import annotations

from typing import Protocol

from mnemoteca.core.door import Lane, door
from mnemoteca.core.purging import PurgePreview, PurgeTarget, Receipt


class PurgeDoor(Protocol):
    """Purging: not undone by anything."""

    @door()
    def purge_preview(self, target: PurgeTarget) -> PurgePreview:
        """What would go, and where else it stands; nothing is changed."""
        ...

    @door(Lane.ACT, deadline_s=600.0)
    def purge(self, target: PurgeTarget, remove_unreadable: bool = False) -> Receipt:
        """Take it out of everything, for good; it is hidden at once, and the job behind the receipt does the rest.

        Files that can't be opened are removed where that is asked for, else the receipt waits for them.
        """
        ...

    @door()
    def receipts(self, limit: int = 100) -> tuple[Receipt, ...]:
        """The newest first."""
        ...

    @door()
    def receipt(self, id: int) -> Receipt: ...
