"""The part of the door that looks after the library: doctor, backups, notices."""

from __future__ import annotations

from typing import Protocol

from mnemoteca.core.care import BackupInfo, Finding
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
    @door(Lane.ACT)
    def acknowledge(self) -> None:
        """The person has read the notices of `Status`: they don't come again."""
        ...
