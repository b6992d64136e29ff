"""The part of the door that looks after the library: doctor, backups, notices."""

from __future__ import annotations

from typing import Protocol

from mnemoteca.core.care import BackupInfo, Finding, LastCopy
from mnemoteca.core.door import Lane, door


class CareDoor(Protocol):
    """Looks after what is kept."""

    @door(Lane.WAIT, cancel=True, deadline_s=3600.0)
    def doctor(self, mend: bool = False) -> tuple[Finding, ...]: ...
    @door(Lane.WAIT, cancel=True, deadline_s=3600.0)
    def backup(self, path: str = "") -> BackupInfo:
        """A consistent copy while everything goes on; "" puts it into the backups folder."""
        ...

    @door()
    def backups(self) -> tuple[BackupInfo, ...]: ...
    @door(Lane.WAIT, cancel=True, deadline_s=3600.0)
    def copy_backup(self) -> LastCopy:
        """Copy the newest backup to the second folder, where there is one; what came of it."""
        ...

    @door()
    def last_copy(self) -> LastCopy:
        """When a backup was last copied out of the data folder, or why it could not be."""
        ...

    @door(Lane.ACT)
    def acknowledge(self) -> None:
        """The person has read the notices of `Status`: they don't come again."""
        ...
