"""The copies in the backups folder: what their names say, and which of them stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mnemoteca.core.care import BackupInfo
from mnemoteca.store.places import Places

HAND, DAILY, WEEKLY, BEFORE_MIGRATION = "hand", "daily", "weekly", "before-migration"
STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(hand|daily|weekly|before-\d{3})-(\d{8}-\d{6})-(\d+)\.duckdb")


def list_backups(places: Places) -> tuple[BackupInfo, ...]:
    """The copies in the backups folder, the newest first."""
    found = [info for path in places.backups.glob("*.duckdb") if (info := info_of(path))]
    return tuple(sorted(found, key=lambda info: (info.made_at, info.path), reverse=True))


def name_of_last(places: Places) -> str:
    """The newest backup, for a sentence."""
    backups = list_backups(places)
    return backups[0].path if backups else "there is none yet"


def to_keep(backups: Iterable[BackupInfo], daily: int, weekly: int) -> tuple[BackupInfo, ...]:
    """What stays: all by hand and before migrations; the newest of each of the last days and weeks that have one."""
    newest_first = sorted(backups, key=lambda info: info.made_at, reverse=True)
    by_rule = [info for info in newest_first if info.kind in (DAILY, WEEKLY)]
    days: dict[object, BackupInfo] = {}
    weeks: dict[object, BackupInfo] = {}
    for info in by_rule:
        days.setdefault(info.made_at.date(), info)
        weeks.setdefault(info.made_at.isocalendar()[:2], info)
    kept = [*list(days.values())[:daily], *list(weeks.values())[:weekly]]
    return tuple(info for info in newest_first if info not in by_rule or info in kept)


def prune(places: Places, daily: int, weekly: int) -> tuple[BackupInfo, ...]:
    """Remove the copies that don't stay; returns them."""
    backups = list_backups(places)
    kept = to_keep(backups, daily, weekly)
    gone = tuple(info for info in backups if info not in kept)
    for info in gone:
        Path(info.path).unlink()
    return gone


def info_of(path: Path) -> BackupInfo | None:
    """What the name of a copy says; None for a file that isn't one."""
    match = _NAME.fullmatch(path.name)
    if not match:
        return None
    kind = BEFORE_MIGRATION if match[1].startswith("before") else match[1]
    made_at = datetime.strptime(match[2], STAMP).replace(tzinfo=UTC)
    return BackupInfo(str(path), made_at, path.stat().st_size, int(match[3]), kind)


def free_moment(places: Places, kind: str, moment: datetime) -> datetime:
    """The moment, or the next second that no copy of this kind bears."""
    taken = {path.name.rsplit("-", 1)[0] for path in places.backups.glob(f"{kind}-*.duckdb")}
    while f"{kind}-{moment.strftime(STAMP)}" in taken:
        moment += timedelta(seconds=1)
    return moment
