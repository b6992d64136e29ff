"""Models at the window: what there is, asked for while the page is shown, and what is done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mnemoteca.core.errors import Problem
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.model_roles import Role
from mnemoteca.core.model_shelf import Download, DownloadState, ModelShelf
from mnemoteca.core.pushes import JobMoved
from mnemoteca.core.reports import Status
from mnemoteca.gui import outcomes
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.panes.models_page import ModelsPage
from mnemoteca.gui.problems import said
from mnemoteca.gui.told_jobs import UNDER_WAY
from mnemoteca.gui.told_models import Act

DOWNLOAD, INSTALL, QUANTIZE = "model-download", "model-install", "model-quantize"


class Modelling(Following):
    """Keeps the page of models right, and does what is asked for on it."""

    said = Signal(str)
    connected = Signal()  # something may have been fetched

    def __init__(self, link: Caller, page: ModelsPage, window: QWidget) -> None:
        self._asking, self._standing = Latest(), Latest()
        super().__init__(window, self._asking, self._standing)
        self._link, self._page, self._window = link, page, window
        self._shelf = ModelShelf()
        self._adding: dict[int, Job] = {}
        self._going: set[int] = set()  # jobs that went to the network
        page.act_wanted.connect(self._act)
        page.use_wanted.connect(self._use)
        page.copy_wanted.connect(self._make_copy)
        page.trying.try_wanted.connect(self._try)
        page.file_wanted.connect(self.choose_file)
        page.again_wanted.connect(self._try_again)

    def look(self) -> None:
        """What there is, and how search by meaning stands."""
        self._asking.take(self._link.call("models")).then(self._came).failed(quiet)
        self._standing.take(self._link.call("status")).then(self._stands).failed(quiet)

    def hear(self, news: JobMoved) -> None:
        """A download, or a file that is taken in or made smaller, went on or ended."""
        job = news.job
        if job.kind not in (DOWNLOAD, INSTALL, QUANTIZE):
            return
        if job.kind == DOWNLOAD and job.done and job.id not in self._going:
            self._going.add(job.id)
            self.connected.emit()
        if job.state not in UNDER_WAY:
            self._adding.pop(job.id, None)
            self.said.emit(outcomes.ended(job))
            self.connected.emit()
            self.refresh()
        elif job.kind in (INSTALL, QUANTIZE):
            self._adding[job.id] = job
        elif not self._moved(job):
            self.refresh()  # one that was begun elsewhere
        self._page.set_adding(dict(self._adding))

    def choose_file(self) -> None:
        """Have the person choose a model that they have as a file."""
        title = self.tr("Add a GGUF file")
        path, _ = QFileDialog.getOpenFileName(self._window, title, "", self.tr("Models (*.gguf)"))
        if path:
            self.add_file(path)

    def add_file(self, path: str) -> None:
        """Take in a model as a file."""
        self._link.call("install_model", path=path).then(lambda job: self.hear(JobMoved(job)))

    def _try(self, ids: tuple[str, ...], text: str) -> None:
        trying = self._link.call("try_models", ids=ids, text=text).then(self._page.trying.set_trials)
        trying.failed(self._not_tried)

    def _not_tried(self, problem: Problem) -> None:
        self._page.trying.fail()
        self.said.emit(" ".join(filter(None, said(problem))))

    def _make_copy(self, id: str, to: str) -> None:
        self._link.call("quantize_model", id=id, to=to).then(lambda job: self.hear(JobMoved(job)))

    # -- inside
    def _came(self, shelf: ModelShelf) -> None:
        self._shelf = shelf
        self._page.set_shelf(shelf)

    def _stands(self, status: Status) -> None:
        self._page.set_meaning(status.meaning)

    def _moved(self, job: Job) -> bool:
        """Show how far a download is; whether it is one that is known."""
        known = {each.job: each for each in self._shelf.downloads if each.job}
        if job.id not in known:
            return False
        download = _at(known[job.id], job)
        self._shelf = _with(self._shelf, download)
        if self._shown:
            self._page.set_shelf(self._shelf)
        return True

    def _act(self, id: str, act: Act, agreed: bool) -> None:
        if act in (Act.DOWNLOAD, Act.GO_ON):
            call = self._link.call("download_model", id=id, accept_licence=agreed)
            call.then(lambda _: self.refresh())
        elif act is Act.PAUSE:
            self._link.call("pause_download", id=id).then(lambda _: self.refresh())
        elif act is Act.DROP:
            self._link.call("drop_download", id=id).then(lambda _: self.refresh())
        elif act is Act.REMOVE:
            self._link.call("remove_model", id=id).then(lambda _: self._removed())

    def _removed(self) -> None:
        self.said.emit(self.tr("The model is removed from this computer."))
        self.refresh()

    def _try_again(self) -> None:
        self._link.call("try_models_again").then(lambda _: self.refresh())

    def _use(self, id: str, role: Role, on: bool) -> None:
        call = self._link.call("use_model", role=role.value, id=id if on else "")
        call.then(lambda _: self.refresh())


def _at(download: Download, job: Job) -> Download:
    """The download as its job is now."""
    checking = bool((job.result or {}).get("checking"))
    state = DownloadState.WAITING if job.state is JobState.WAITING else DownloadState.RUNNING
    return Download(
        download.id, download.name, DownloadState.CHECKING if checking else state, job.done, job.total, job.rate,
        job.left_s, job.id,
    )  # fmt: skip


def _with(shelf: ModelShelf, download: Download) -> ModelShelf:
    """The shelf with this download in the place of what was known of it."""
    offered = tuple(
        replace(each, download=download) if each.entry.id == download.id else each for each in shelf.offered
    )
    downloads = tuple(download if each.id == download.id else each for each in shelf.downloads)
    return replace(shelf, offered=offered, downloads=downloads)
