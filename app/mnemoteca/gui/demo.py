"""The demo library: invented conversations in a space of their own, which can be removed as a whole."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.memory import Space
from mnemoteca.core.pushes import JobMoved
from mnemoteca.core.resources import resource
from mnemoteca.gui.calls import quiet
from mnemoteca.gui.components.notice import Notice
from mnemoteca.gui.link import Link
from mnemoteca.gui.spacing import Spacing

SPACE = "demo"
OVER = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


class Demo(QObject):
    """Brings it in, says that it is invented while it is shown, and takes it away."""

    def __init__(self, link: Link, spacing: Spacing, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._spacing, self._notice = link, spacing, notice
        self._path, self._job = "", 0
        link.job_moved.connect(self._hear)
        spacing.changed.connect(self.say)
        notice.acted.connect(self.remove)

    def add(self, language: str) -> None:
        """Bring in the conversations of that language, or back from the trash what was removed."""
        self._path = str(resource("demo") / f"{language}.jsonl")
        self._link.call("spaces", trashed=True).then(self._seen)

    def remove(self) -> None:
        """The space goes to the trash with all that is in it."""
        self._link.call("delete_space", name=SPACE).then(lambda _: self._spacing.ask())

    def say(self) -> None:
        """Say that it is invented, while it is shown."""
        if self._spacing.space == SPACE:
            sentence = self.tr("These conversations are invented; nobody in them exists.")
            self._notice.set_notice(sentence, self.tr("Remove them"))
        else:
            self._notice.clear()

    def _seen(self, trashed: tuple[Space, ...]) -> None:
        if any(space.name == SPACE for space in trashed):
            self._link.call("restore_space", name=SPACE).then(lambda _: self._show())
        else:
            self._link.call("make_space", name=SPACE).then(lambda _: self._bring())

    def _bring(self) -> None:
        self._link.call("import_file", path=self._path, space=SPACE).then(self._started)

    def _started(self, job: Job) -> None:
        self._job = job.id
        self._link.call("job", id=job.id).then(self._look).failed(quiet)  # it may have ended before

    def _hear(self, news: JobMoved) -> None:
        self._look(news.job)

    def _look(self, job: Job) -> None:
        if self._job and job.id == self._job and job.state in OVER:
            self._job = 0
            self._link.call("drop_sources", paths=(self._path,)).failed(quiet)  # nothing new ever comes from there
            self._show()

    def _show(self) -> None:
        self._spacing.ask()
        self._spacing.choose(SPACE)
