"""Activity: what runs and what ran, kept right while its page is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.jobs import Job
from mnemoteca.core.pushes import Indexed, JobMoved, MeaningMoved
from mnemoteca.core.reports import Status
from mnemoteca.core.standing import MeaningStatus
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.panes.activity_page import ActivityPage
from mnemoteca.gui.told_jobs import UNDER_WAY, Backlog

MOST = 100  # jobs that the page lists


class Working(Following):
    """Hears the news of jobs and indexes; the page shows them once it is looked at."""

    show_wanted = Signal(object, bool)  # Job, whether to ask how it is to end

    def __init__(self, link: Caller, page: ActivityPage, parent: QObject) -> None:
        self._asking, self._standing = Latest(), Latest()
        super().__init__(parent, self._asking, self._standing)
        self._link, self._page = link, page
        self._jobs = dict[int, Job]()
        self._words, self._meant = Backlog(), Backlog()
        self._missing: int | None = None
        self._meaning = MeaningStatus()
        page.stop_wanted.connect(self._stop)
        page.again_wanted.connect(self._again)
        page.show_wanted.connect(lambda job: self.show_wanted.emit(job, False))

    def look(self) -> None:
        """The jobs, and how far the indexes are."""
        self._asking.take(self._link.call("jobs", limit=MOST)).then(self._came).failed(quiet)
        self._standing.take(self._link.call("status")).then(self._stands).failed(quiet)

    def hear(self, news: JobMoved | Indexed | MeaningMoved) -> None:
        """Something went on."""
        match news:
            case JobMoved():
                self._take(news.job)
            case Indexed():
                self._missing = news.missing
                self._words = self._words.seen(news.missing, stopwatch())
            case MeaningMoved():
                self._meaning = news.meaning
                self._meant = self._meant.seen(news.meaning.missing, stopwatch())
        if not isinstance(news, JobMoved):
            self._tell_indexes()

    # -- inside
    def _came(self, jobs: tuple[Job, ...]) -> None:
        self._jobs = {job.id: job for job in jobs}
        self._tell()

    def _stands(self, status: Status) -> None:
        self._missing, self._meaning = status.words_missing, status.meaning
        self._words = self._words.seen(status.words_missing, stopwatch())
        self._meant = self._meant.seen(status.meaning.missing, stopwatch())
        self._tell_indexes()

    def _take(self, job: Job) -> None:
        known = self._jobs.get(job.id)
        if known is not None and known.state not in UNDER_WAY and job.state in UNDER_WAY:
            return  # older news
        self._jobs[job.id] = job
        self._tell()

    def _tell(self) -> None:
        if self._shown:
            newest_first = sorted(self._jobs.values(), key=lambda job: job.id, reverse=True)
            self._page.set_jobs(tuple(newest_first[:MOST]))

    def _tell_indexes(self) -> None:
        if self._shown:
            self._page.set_indexes(self._missing, self._words, self._meaning, self._meant)

    def _stop(self, job: Job) -> None:
        """An import has a dialog that asks how it is to end; anything else just ends."""
        if job.kind == "import":
            self.show_wanted.emit(job, True)
        else:
            self._link.call("cancel_job", id=job.id).then(self._take)

    def _again(self, job: Job) -> None:
        self._link.call("retry_job", id=job.id).then(self._take)
