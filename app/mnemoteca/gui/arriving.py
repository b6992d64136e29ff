"""What comes in from outside, at the window: files and folders that are chosen or dropped, sources, and their jobs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.jobs import Job
from mnemoteca.gui import outcomes
from mnemoteca.gui.bringing import Bringing
from mnemoteca.gui.calls import Caller
from mnemoteca.gui.importing import Importing
from mnemoteca.gui.layout import Panes
from mnemoteca.gui.sourcing import Sourcing

Tell = Callable[[str, str, Callable[[], None]], None]


class Arriving(QObject):
    """Has the dialog and the page of sources, and leads what a person chooses to them."""

    told = Signal(str, str, object)  # a sentence, what can be done about it, and that
    problem = Signal(object)
    coming = Signal(bool)  # whether something is being brought in
    activity_wanted = Signal()

    def __init__(self, link: Caller, panes: Panes, clock: Clock, space: Callable[[], str], window: QWidget) -> None:
        super().__init__(window)
        self._panes, self._space, self._window = panes, space, window
        self.bringing = Bringing(link, self)
        self.importing = Importing(link, panes.bring_in, clock, self)
        self.sourcing = Sourcing(link, panes.sources, self)
        panes.status.job_chosen.connect(self._job_chosen)
        panes.status.job_stopped.connect(lambda id: self._job_chosen(id, stop=True))
        panes.welcome.file_wanted.connect(self.choose_file)
        panes.welcome.files_dropped.connect(self.bring)
        panes.sources.file_wanted.connect(self.choose_file)
        panes.sources.folder_wanted.connect(self.choose_folder)
        self.sourcing.look_wanted.connect(lambda path, into, format: self.bring([path], into, format))
        self.importing.saving.connect(self._save_list)
        self.importing.opening.connect(panes.toast.hide)
        self.importing.problem.connect(self.problem)
        self.bringing.moved.connect(self._jobs_moved)
        for source in (self.importing, self.sourcing):
            source.said.connect(lambda sentence: self.told.emit(sentence, "", None))

    def catch_up(self) -> None:
        """The service is (again) there."""
        self.importing.catch_up()
        self.bringing.catch_up()
        self.sourcing.refresh()

    def say(self) -> None:
        """The language changed."""
        self.importing.say()

    # -- files
    def choose_file(self) -> None:
        """Ask which file to bring in."""
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a file"))
        if path:
            self.bring([path])

    def choose_folder(self) -> None:
        """Ask which folder to bring in."""
        path = QFileDialog.getExistingDirectory(self._window, self.tr("Bring in a folder"))
        if path:
            self.bring([path])

    def bring(self, paths: list[str], space: str = "", format: str = "") -> None:
        """Look what would come in from these paths, into the space at hand where none is named."""
        if paths:
            self.importing.start(paths, space or self._space(), format)

    # -- jobs
    def hear_end(self, job: Job) -> None:
        """A job ended: it is said once, here or where the person looks at it."""
        self.sourcing.refresh()
        if self.sourcing.ended(job) or self.importing.shows(job):
            return
        if job.kind == "import" and job.result:
            self.told.emit(outcomes.ended(job), self.tr("Show"), lambda: self.importing.open_job(job))
        else:
            self.told.emit(outcomes.ended(job), "", None)

    def show_job(self, job: Job, ask: bool) -> None:
        """Show an import in its dialog, which asks how it is to end where that is wanted."""
        self.importing.open_job(job, ask=ask)

    def show_import(self) -> None:
        """Show the import that is coming in."""
        job = next((job for job in self.bringing.jobs() if job.kind == "import"), None)
        if job is not None:
            self.importing.open_job(job)

    def _jobs_moved(self, jobs: tuple[Job, ...]) -> None:
        self._panes.status.set_jobs(jobs)
        self.coming.emit(any(job.kind == "import" for job in jobs))

    def _job_chosen(self, id: int, *, stop: bool = False) -> None:
        """A job in the line at the bottom: imports have their dialog, which asks before it ends."""
        job = self.bringing.find(id)
        if job is not None and job.kind == "import":
            self.importing.open_job(job, ask=stop)
        elif stop:
            self.bringing.stop(id)
        else:
            self.activity_wanted.emit()

    def _save_list(self) -> None:
        """Ask where the list of what could not be taken is to be saved."""
        name = self.tr("left out.txt")
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the list"), name)
        if path:
            self.importing.save_skipped(path, self.problem.emit)
