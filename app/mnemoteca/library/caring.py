"""Care: how the library is, what changed, and backups."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import mnemoteca
from mnemoteca.core.cancel import current
from mnemoteca.core.care import BackupInfo, Finding, LastCopy
from mnemoteca.core.changes import Change
from mnemoteca.core.errors import Problem, Stopped, Unavailable
from mnemoteca.core.jobs import JobState
from mnemoteca.core.reports import Status
from mnemoteca.core.standing import MeaningState
from mnemoteca.core.views import MAX_ROWS
from mnemoteca.library.body import Body
from mnemoteca.library.indexing import Indexing
from mnemoteca.library.jobs import JobRunner
from mnemoteca.library.meaning.following import MeaningIndexing
from mnemoteca.store import backup, doctor, second_folder
from mnemoteca.store.doctor import VectorsIndex
from mnemoteca.store.migrate import known_format, migrations
from mnemoteca.store.tables import changes
from mnemoteca.store.tables.codes import ACTIVE

DAY = timedelta(days=1)
UNENDED = (JobState.WAITING, JobState.RUNNING)


class Caring(Body):
    """The part of the library that looks after it."""

    indexing: Indexing
    following: MeaningIndexing
    jobs_runner: JobRunner

    def status(self) -> Status:
        with self.store.read() as reader:
            row = reader.one(f"SELECT count(*) FROM memories WHERE state = {ACTIVE}")
            settings = dict(self.memo.settings(reader))
        kept = backup.list_backups(self.store.places)
        last = second_folder.last_copy(self.store.places)
        return Status(
            app=mnemoteca.__version__,
            data_format=known_format(migrations()),
            folder=str(self.store.places.folder),
            pid=os.getpid(),
            memories=0 if row is None else int(row[0]),
            change=self.store.last_change,
            words_change=self.indexing.words_change,
            words_missing=self.indexing.missing,
            jobs=tuple(job for job in self.jobs_runner.jobs(MAX_ROWS) if job.state in UNENDED),
            notices=(*self.store.notices, *self.indexing.notices, *self.following.notices, *_notices(last)),
            last_backup=max((each.made_at for each in kept), default=None),
            settings=settings,
            meaning=self.following.status(),
        )

    def changes(self, after: int, limit: int = 500) -> tuple[Change, ...]:
        with self.store.read() as reader:
            return tuple(changes.after(reader, after, max(0, min(limit, MAX_ROWS))))

    def wait(self) -> Status:
        self.indexing.wait()
        self.following.wait()
        return self.status()

    def doctor(self, mend: bool = False) -> tuple[Finding, ...]:
        try:
            self.indexing.wait()  # what is just being indexed is not missing
        except Stopped:
            current().raise_if_cancelled()
        words = doctor.WordsIndex(self.indexing.ids, self.indexing.rebuild)
        return doctor.examine(self.store, words, self._vectors(), mend=mend)

    def _vectors(self) -> VectorsIndex:
        why_not = ("", "")
        try:
            self.following.wait()
            if self.following.state().state is MeaningState.OFF:
                why_not = ("Search by meaning is switched off.", "")
        except Unavailable as problem:
            why_not = (problem.sentence, problem.next_step)
        except Stopped:
            current().raise_if_cancelled()
        return VectorsIndex(self.following.ids, self.following.unfindable, self.following.rebuild, why_not)

    def backup(self, path: str = "") -> BackupInfo:
        made = backup.make_backup(self.store, self.clock, backup.HAND, path)
        if not path:
            return self._copied(made)
        if not second_folder.is_inside(self.store.places, Path(made.path)):
            second_folder.note_copy(self.store.places, made.made_at, Path(made.path).parent)
        return made

    def backups(self) -> tuple[BackupInfo, ...]:
        kept, folder = backup.list_backups(self.store.places), self._second_folder()
        return tuple(replace(each, copied=second_folder.holds(folder, each)) for each in kept)

    def copy_backup(self) -> LastCopy:
        newest = next(iter(backup.list_backups(self.store.places)), None)
        if newest is not None:
            self._copied(newest)
        return self.last_copy()

    def last_copy(self) -> LastCopy:
        return second_folder.last_copy(self.store.places)

    def acknowledge(self) -> None:
        self.store.told()
        self.indexing.told()
        self.following.told()
        second_folder.told(self.store.places)

    def back_up_by_itself(self) -> BackupInfo | None:
        """Make the daily backup when the last is a day old, and let those go that are not to be kept.

        Where the last is younger, it is copied to the second folder if it could not be before.
        """
        newest = next(iter(backup.list_backups(self.store.places)), None)
        if newest is not None and self.clock.now() - newest.made_at < DAY:
            self._copied(newest)
            return None
        with self.store.read() as reader:
            settings = self.memo.settings(reader)
        made = self._copied(backup.make_backup(self.store, self.clock, backup.DAILY))
        gone = backup.prune(self.store.places, int(settings["backup.daily"]), int(settings["backup.weekly"]))
        second_folder.drop_copies(self._second_folder(), gone)
        return made

    def _second_folder(self) -> str:
        with self.store.read() as reader:
            return str(self.memo.settings(reader)["backup.second_folder"])

    def _copied(self, made: BackupInfo) -> BackupInfo:
        """The backup, copied to the second folder where there is one; that this fails costs the backup nothing."""
        folder, places = self._second_folder(), self.store.places
        if not folder:
            return made
        before = second_folder.last_copy(places)
        try:
            target = second_folder.copy_backup(places, made, folder)
        except Problem as problem:
            if before.failed != problem.sentence:  # said once, not each hour
                second_folder.note_failure(places, problem)
            return replace(made, not_copied=str(problem))
        if before.failed or (before.at, before.folder) != (made.made_at, str(target.parent)):
            second_folder.note_copy(places, made.made_at, target.parent)
        return replace(made, copied=True)


def _notices(last: LastCopy) -> list[str]:
    """What the person has to hear of the last copy."""
    if not last.failed or last.told:
        return []
    return [str(Problem("not_copied", reason=f"{last.failed} {last.next_step}".strip()))]
