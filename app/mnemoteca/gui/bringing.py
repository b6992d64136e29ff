"""Bringing a file in: the job from its start, or from where the window finds it, to its outcome in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.pushes import JobMoved
from mnemoteca.gui.calls import Caller

UNDER_WAY = (JobState.WAITING, JobState.RUNNING)


class Bringing(QObject):
    """Follows the newest import; another one that is started meanwhile takes its place in the status line."""

    moved = Signal(object)  # Job under way, None when there is none
    ended = Signal(object)  # Job

    def __init__(self, link: Caller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.job: Job | None = None

    def start(self, path: str, space: str) -> None:
        """Bring in the file; what can't be read is told as a problem."""
        self._link.call("import_file", path=path, space=space).then(self._take)

    def cancel(self) -> None:
        """What came in until now stays."""
        if self.job is not None:
            self._link.call("cancel_job", id=self.job.id).then(self._take)

    def catch_up(self) -> None:
        """The service is (again) there: look at the job we followed, or at one that runs."""
        self._link.call("jobs", limit=20).then(self._choose)

    def hear(self, news: JobMoved) -> None:
        if news.job.kind == "import":
            self._take(news.job)

    def _choose(self, jobs: tuple[Job, ...]) -> None:
        ours = [job for job in jobs if job.kind == "import" and (job.state in UNDER_WAY or job == self.job)]
        followed = [job for job in jobs if self.job is not None and job.id == self.job.id]
        for job in (followed or ours)[:1]:
            self._take(job)

    def _take(self, job: Job) -> None:
        if job.state in UNDER_WAY:
            self.job = job
            self.moved.emit(job)
        elif self.job is None or self.job.id == job.id:
            was_ours, self.job = self.job is not None, None
            self.moved.emit(None)
            if was_ours or job.state is not JobState.CANCELLED:
                self.ended.emit(job)
