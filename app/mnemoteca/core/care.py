"""What care for the library tells: what `doctor` found, and which backups there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `doctor` looked at: whether it is sound, in a sentence, and what was or can be done."""

    name: str
    sound: bool
    sentence: str
    next_step: str = ""
    mended: bool = False


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup file: its path, when it was made (UTC), its size in bytes, how many memories it holds."""

    path: str
    made_at: datetime
    size: int
    memories: int
    kind: str  # daily, weekly, hand, before-migration
