"""Work that takes a while: which jobs of the service are under way, and how they ended."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.pushes import JobMoved
from mnemoteca.gui.calls import Caller, quiet

UNDER_WAY = (JobState.WAITING, JobState.RUNNING)


class Bringing(QObject):
    """Follows every job of the service; one that ends is told once. A look is told by who asked for it."""

    moved = Signal(object)  # tuple of Job: those under way, the newest first
    ended = Signal(object)  # Job

    def __init__(self, link: Caller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._jobs: dict[int, Job] = {}
        self._over: set[int] = set()  # whose end was heard

    def stop(self, job: int) -> None:
        """What came in until now stays."""
        self._link.call("cancel_job", id=job).then(self._take)

    def jobs(self) -> tuple[Job, ...]:
        """What is under way, the newest first."""
        return tuple(self._jobs[id] for id in sorted(self._jobs, reverse=True))

    def find(self, id: int) -> Job | None:
        """The job of this number, while it is under way."""
        return self._jobs.get(id)

    def catch_up(self) -> None:
        """The service is (again) there: what runs, and what ended meanwhile."""
        self._link.call("jobs", limit=20).then(self._look).failed(quiet)

    def hear(self, news: JobMoved) -> None:
        self._take(news.job)

    def _look(self, jobs: tuple[Job, ...]) -> None:
        for job in reversed(jobs):
            if job.state in UNDER_WAY or job.id in self._jobs:
                self._take(job)
        for gone in set(self._jobs) - {job.id for job in jobs}:
            del self._jobs[gone]
        self._tell()

    def _take(self, job: Job) -> None:
        if job.state in UNDER_WAY:
            if job.id not in self._over:  # else it is older news
                self._jobs[job.id] = job
                self._tell()
            return
        self._over.add(job.id)
        followed = self._jobs.pop(job.id, None) is not None
        self._tell()
        if job.kind != "preview" and (followed or job.kind == "import"):
            self.ended.emit(job)

    def _tell(self) -> None:
        self.moved.emit(self.jobs())
