"""What the window says of backups: pure functions."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.care import BackupInfo, LastCopy
from mnemoteca.gui import words
from mnemoteca.gui.components.facts import Fact
from mnemoteca.gui.counted import counted
from mnemoteca.gui.notices import outcome

translate = QCoreApplication.translate


def moment(at: datetime, now: datetime) -> str:
    """20 Nov, 14:31; `now` is aware, in the person's zone."""
    there, locale = at.astimezone(now.tzinfo), QLocale()
    day = words.short_day(there.date(), now.date(), locale)
    return (
        translate("Backups", "%1, %2", "a day and a time")
        .replace("%1", day)
        .replace("%2", words.clock_time(there, locale))
    )


def kind(info: BackupInfo) -> str:
    """Why there is this one."""
    return {
        "daily": translate("Backups", "made by itself"),
        "weekly": translate("Backups", "made by itself"),
        "hand": translate("Backups", "made by hand"),
        "before-migration": translate("Backups", "made before an update changed the library"),
    }.get(info.kind, info.kind)


def detail(info: BackupInfo) -> str:
    """What is in it, and where else it stands."""
    told = [counted.memories(info.memories), words.size(info.size, QLocale()), kind(info)]
    if info.copied:
        told.append(translate("Backups", "also in the second folder"))
    return " · ".join(told)


def second_folder(folder: str, last: LastCopy, now: datetime) -> str:
    """How the second folder stands."""
    if not folder:
        told = translate(
            "Backups",
            "A disk can break. Choose a folder on another one, or one that is synced.",
        )
        return " ".join(filter(None, (_elsewhere(last, now), told)))
    if last.failed:
        failed = outcome(f"{last.failed} {last.next_step}".strip())
        return " ".join(filter(None, (failed, _elsewhere(last, now))))
    return _elsewhere(last, now) or translate("Backups", "Nothing was copied there yet.")


def _elsewhere(last: LastCopy, now: datetime) -> str:
    if last.at is None:
        return ""
    told = translate("Backups", "The last copy outside this folder is from %1.")
    return told.replace("%1", moment(last.at, now))


def old_copy(copied_at: datetime | None, now: datetime) -> str:
    """The sentence of the day, where the last copy is old or there is none."""
    if copied_at is None:
        return translate("Backups", "There is no copy of this library outside its folder.")
    told = translate("Backups", "The last copy of this library outside its folder is from %1.")
    return told.replace("%1", moment(copied_at, now))


def consequences(info: BackupInfo, memories: int | None, aside: str, now: datetime) -> list[Fact]:
    """What happens when it is brought back, a line each."""
    then = translate("Backups", "Everything is as it was on %1").replace("%1", moment(info.made_at, now))
    told = [Fact("archive-restore", then, counted.memories(info.memories))]
    if memories is not None:
        put_by = translate("Backups", "What is here now is put aside, not destroyed")
        told.append(Fact("archive", put_by, counted.memories(memories)))
        told.append(Fact("folder-open", aside, "", quiet=True))
    told.append(Fact("undo-2", translate("Backups", "Settings, tags and what can be undone are those of then")))
    closes = translate("Backups", "The library closes for a moment; the indexes are made anew")
    told.append(Fact("clock", closes, quiet=True))
    return told
