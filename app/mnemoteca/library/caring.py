"""Care: how the library is, what changed, and backups."""

from __future__ import annotations

import os
from datetime import timedelta

import mnemoteca
from mnemoteca.core.cancel import current
from mnemoteca.core.care import BackupInfo, Finding
from mnemoteca.core.changes import Change
from mnemoteca.core.errors import Stopped, Unavailable
from mnemoteca.core.jobs import JobState
from mnemoteca.core.reports import Status
from mnemoteca.core.standing import MeaningState
from mnemoteca.core.views import MAX_ROWS
from mnemoteca.library.body import Body
from mnemoteca.library.indexing import Indexing
from mnemoteca.library.jobs import JobRunner
from mnemoteca.library.meaning.following import MeaningIndexing
from mnemoteca.store import backup, doctor
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
            notices=(*self.store.notices, *self.indexing.notices, *self.following.notices),
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
        return backup.make_backup(self.store, self.clock, backup.HAND, path)

    def backups(self) -> tuple[BackupInfo, ...]:
        return tuple(backup.list_backups(self.store.places))

    def acknowledge(self) -> None:
        self.store.told()
        self.indexing.told()
        self.following.told()

    def back_up_by_itself(self) -> BackupInfo | None:
        """Make the daily backup when the last is a day old, and let those go that are not to be kept."""
        last = max((each.made_at for each in backup.list_backups(self.store.places)), default=None)
        if last is not None and self.clock.now() - last < DAY:
            return None
        with self.store.read() as reader:
            settings = self.memo.settings(reader)
        made = backup.make_backup(self.store, self.clock, backup.DAILY)
        backup.prune(self.store.places, int(settings["backup.daily"]), int(settings["backup.weekly"]))
        return made
