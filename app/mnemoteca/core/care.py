"""What care for the library tells: what `doctor` found, and which backups there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

COPY_OLD = timedelta(days=30)  # a copy outside the folder that is older is worth a sentence


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
    copied: bool = False  # stands in the second folder, too
    not_copied: str = ""  # of one that was just made: why it could not be copied there


@dataclass(frozen=True, slots=True)
class LastCopy:
    """When a backup was last copied out of the data folder, and where; a sentence where the last one could not be.

    `told` is true once the person has read that sentence.
    """

    at: datetime | None = None
    folder: str = ""
    failed: str = ""
    next_step: str = ""
    told: bool = False


def copy_is_due(now: datetime, copied_at: datetime | None, since: datetime | None) -> bool:
    """Whether the last copy outside the folder, or, with none, the library, is old enough to be spoken of."""
    last = copied_at or since
    return last is not None and now - last > COPY_OLD
