"""Sources: what can come in from this machine, and bringing in what is new of all that was said yes to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.jobs import Job
from mnemoteca.core.known_sources import Source
from mnemoteca.gui import outcomes
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.panes.sources_page import SourcesPage


class Sourcing(QObject):
    """Keeps the page of the sources right while it is shown."""

    said = Signal(str)
    look_wanted = Signal(str, str, str)  # path, space ("": the one at hand), format

    def __init__(self, link: Caller, page: SourcesPage, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._page = link, page
        self._asking, self._focus = Latest(), False
        self._again: dict[int, Job | None] = {}  # imports of “what is new”, with their ends
        page.look_wanted.connect(self._look)
        page.daily_wanted.connect(self._daily)
        page.drop_wanted.connect(self._drop)
        page.again_wanted.connect(self.again)

    def open(self, *, focus: bool) -> None:
        """The page is shown; with `focus` the first source takes the keyboard once it is there."""
        self._focus = focus
        self.ask()

    def refresh(self) -> None:
        """Look what there is, while the page is shown."""
        if self._page.isVisible():
            self.ask()

    def ask(self) -> None:
        """Look what there is; nothing is opened by that."""
        self._asking.take(self._link.call("sources")).then(self._came).failed(quiet)

    def _came(self, sources: tuple[Source, ...]) -> None:
        self._page.set_sources(sources)
        if self._focus:
            self._focus = False
            self._page.focus_first()

    def again(self) -> None:
        """Bring in what is new in every source that the person said yes to."""
        self._link.call("import_again").then(self._started)

    def ended(self, job: Job) -> bool:
        """A job ended: whether it is one of these, which are told together."""
        if job.id not in self._again:
            return False
        self._again[job.id] = job
        jobs = [each for each in self._again.values() if each is not None]
        if len(jobs) == len(self._again):
            self._again = {}
            self.said.emit(outcomes.together(jobs))
        return True

    def _started(self, jobs: tuple[Job, ...]) -> None:
        if not jobs:
            self.said.emit(self.tr("There is no source yet. A folder that you bring in becomes one."))
            return
        self._again |= {job.id: None for job in jobs}
        for job in jobs:  # one that ended before its number was known here
            self._link.call("job", id=job.id).then(self._look_at).failed(quiet)

    def _look_at(self, job: Job) -> None:
        if job.ended_at is not None and self._again.get(job.id, job) is None:
            self.ended(job)
            self.refresh()

    def _look(self, source: Source) -> None:
        self.look_wanted.emit(source.path, source.space, source.format)

    def _daily(self, source: Source, on: bool) -> None:
        call = self._link.call("daily_sources", on=on, paths=(source.path,))
        call.then(lambda _: self.ask())

    def _drop(self, source: Source) -> None:
        gone = self.tr("Nothing more comes in from %1; what came stays.").replace("%1", source.name)
        call = self._link.call("drop_sources", paths=(source.path,))
        call.then(lambda _: self._dropped(gone))

    def _dropped(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.ask()
