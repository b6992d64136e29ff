"""Bringing in, from the first look to the last figure: what the import dialog shows and does.

A batch is one or more paths that come in together: each is looked at by a job of the service, then brought in by
another one. The jobs live in the service; what runs is asked for again whenever the service was away.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mnemoteca.core.changes import Done
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import Problem, Unavailable
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.preview import ImportOptions, Preview
from mnemoteca.core.pushes import JobMoved
from mnemoteca.gui.bringing import UNDER_WAY
from mnemoteca.gui.calls import Caller, quiet
from mnemoteca.gui.import_batch import Batch, Piece, title_of
from mnemoteca.gui.import_shown import BatchShown
from mnemoteca.gui.panes.import_box import ImportBox, Step
from mnemoteca.gui.saving import SavedList
from mnemoteca.gui.told_imports import figures

AGAIN_MS = 1000  # what the service did not answer is asked again this often


class Importing(QObject):
    """Keeps the dialog right, and does what a person wants there."""

    said = Signal(str)
    opening = Signal()
    problem = Signal(object)
    saving = Signal()  # the person wants the list of errors in a file

    def __init__(self, link: Caller, box: ImportBox, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._box, self._shown = link, box, BatchShown(link, box, clock)
        self._batch: Batch | None = None
        box.left.connect(self._leave)
        box.format_wanted.connect(self._look_as)
        box.bring_in_wanted.connect(self._bring_in)
        box.stop_wanted.connect(lambda: box.ask())
        box.go_on_wanted.connect(self._go_on)
        box.keep_wanted.connect(self._keep)
        box.take_back_wanted.connect(self._take_back)
        box.save_wanted.connect(self.saving)
        box.again_wanted.connect(self._again)

    # -- what it is asked for
    def start(self, paths: Iterable[str], space: str, format: str = "") -> None:
        """Look what would come in from these paths; those that are looked at already stay."""
        new = [os.path.abspath(path) for path in paths]
        before = self._batch
        if before is not None and not before.coming and self._box.isVisible() and before.space == space:
            new = [piece.path for piece in before.pieces if piece.path not in new] + new
        self._give_up()
        if new:
            self._look(Batch([Piece(path, format) for path in new], space, title_of(new)))

    def open_job(self, job: Job, *, ask: bool = False) -> None:
        """Show an import that is coming in, or what came of it; with `ask` the question how it is to end."""
        known = self._batch
        if known is None or all(each.id != job.id for each in known.jobs()) or not known.coming:
            self._give_up()
            piece = Piece("", job=job)
            self._batch = Batch([piece], job.space, job.title, coming=True)
            self._box.set_what(job.title, "")
            self._box.step = Step.COMING
            self._link.call("job", id=job.id).then(lambda fresh: self._take(piece, fresh)).failed(quiet)
        self._show()
        if ask and self._box.step is Step.COMING:
            self._box.ask()
        self._open()

    def shows(self, job: Job) -> bool:
        """Whether the open dialog is about this job, and tells of it."""
        return self._box.isVisible() and self._batch is not None and any(j.id == job.id for j in self._batch.jobs())

    def hear(self, news: JobMoved) -> None:
        """A job went on."""
        for piece in self._batch.pieces if self._batch else ():
            if piece.job is not None and piece.job.id == news.job.id:
                self._take(piece, news.job)

    def catch_up(self) -> None:
        """The service is (again) there: what was asked and not answered is asked anew."""
        for piece in self._batch.pieces if self._batch else ():
            if piece.lost:
                self._begin(piece)
            elif piece.job is not None:
                self._renew(piece)
        self._settle()

    def say(self) -> None:
        """The language changed."""
        self._show()

    # -- looking
    def _look(self, batch: Batch) -> None:
        self._batch = batch
        for piece in batch.pieces:
            self._begin(piece)
        self._box.set_what(batch.title, batch.where)
        self._show()
        self._open()

    def _begin(self, piece: Piece) -> None:
        """Have the service look at it, or bring it in."""
        batch = self._batch
        assert batch is not None
        piece.asked, piece.lost, piece.problem = True, False, None
        named: dict[str, object] = {"path": piece.path, "space": batch.space, "format": piece.format}
        if batch.coming:
            named["options"] = batch.options
        call = self._link.call("import_file" if batch.coming else "preview_import", **named)
        call.then(lambda job: self._begun(batch, piece, job))
        call.failed(lambda problem: self._refused(batch, piece, problem))

    def _begun(self, batch: Batch, piece: Piece, job: Job) -> None:
        piece.asked = False
        if batch.dropped:
            self._link.call("cancel_job", id=job.id).failed(quiet)
            return
        piece.job = job
        self._renew(piece)  # what was told of it before its number was known
        self._settle()
        self._show()

    def _refused(self, batch: Batch, piece: Piece, problem: Problem) -> None:
        if isinstance(problem, Unavailable):  # asked again once the service is there
            piece.lost = True
            QTimer.singleShot(AGAIN_MS, self, lambda: self._begin_again(batch, piece))
            return
        piece.asked, piece.problem = False, problem
        if batch is self._batch:
            self._settle()
            self._show()

    def _begin_again(self, batch: Batch, piece: Piece) -> None:
        if piece.lost and batch is self._batch:
            self._begin(piece)

    def _renew(self, piece: Piece) -> None:
        if piece.job is not None:
            call = self._link.call("job", id=piece.job.id)
            call.then(lambda job: self._take(piece, job)).failed(quiet)

    def _take(self, piece: Piece, job: Job) -> None:
        batch = self._batch
        if batch is None or piece not in batch.pieces or piece.job is None or piece.job.id != job.id:
            return
        ended = job.state not in UNDER_WAY
        if not ended and piece.job.state not in UNDER_WAY:
            return  # older news
        piece.job = job
        if ended and job.kind == "preview" and piece.preview is None and job.state is JobState.DONE:
            self._link.call("preview", job=job.id).then(lambda seen: self._saw(piece, seen)).failed(quiet)
        self._show()

    def _saw(self, piece: Piece, seen: Preview) -> None:
        piece.preview = seen
        self._show()

    def _look_as(self, format: str) -> None:
        """The person knows the format better."""
        batch = self._batch
        if batch is not None and not batch.coming:
            pieces = [Piece(piece.path, format) for piece in batch.pieces]
            self._give_up()
            self._look(Batch(pieces, batch.space, batch.title))

    def _again(self) -> None:
        batch = self._batch
        if batch is not None:
            self._give_up()
            self._look(Batch([Piece(piece.path, piece.format) for piece in batch.pieces], batch.space, batch.title))

    # -- coming in
    def _bring_in(self, options: ImportOptions) -> None:
        batch = self._batch
        if batch is None or batch.coming:
            return
        batch.coming, batch.options = True, options
        batch.pieces = [piece for piece in batch.pieces if piece.preview is not None]
        for piece in batch.pieces:
            piece.format = piece.preview.format if piece.preview else piece.format
            piece.job = None
            self._begin(piece)
        self._show()

    def _go_on(self) -> None:
        self._box.ask(False)
        self._show()

    def _keep(self) -> None:
        if self._batch is not None:
            self._batch.stopping = True
            self._settle()
        self._go_on()

    def _cancel(self, piece: Piece) -> None:
        assert piece.job is not None
        self._link.call("cancel_job", id=piece.job.id).then(lambda job: self._take(piece, job))

    def _take_back(self) -> None:
        if self._batch is not None:
            self._batch.withdrawing = True
            self._settle()
        self._go_on()

    def _settle(self) -> None:
        """End what the person wants ended, once the number of each job is known."""
        batch = self._batch
        if batch is None or any(piece.asked for piece in batch.pieces):
            return
        if batch.withdrawing:
            self._withdraw(batch)
        elif batch.stopping:
            batch.stopping = False
            for piece in batch.unfinished():
                self._cancel(piece)

    def _withdraw(self, batch: Batch) -> None:
        """What came in goes to the trash as one act; what still runs ends first."""
        back: list[Done] = []
        jobs = batch.jobs()
        if not jobs:  # nothing of it ever began
            batch.withdrawing, batch.taken_back = False, True
        for job in reversed(jobs):
            call = self._link.call("undo_import", job=job.id)
            call.then(lambda done: self._took_back(batch, back, done, len(jobs)))
            call.failed(lambda problem: self._kept(batch, problem))

    def _kept(self, batch: Batch, problem: Problem) -> None:
        """It could not be taken back; where the service is away it is asked again."""
        if isinstance(problem, Unavailable):
            return
        batch.withdrawing = False
        self.problem.emit(problem)
        if batch is self._batch:
            self._show()

    def _took_back(self, batch: Batch, back: list[Done], done: Done, of: int) -> None:
        back.append(done)
        if len(back) < of:
            return
        batch.withdrawing, batch.taken_back = False, True
        told = figures.taken_back(sum(each.count for each in back))
        if self._box.isVisible() and batch is self._batch:
            self._show()
        self.said.emit(told)

    # -- opening and leaving
    def _open(self) -> None:
        self.opening.emit()
        self._box.open_card()

    def _leave(self) -> None:
        """The person closes it: a look ends, what is coming in goes on."""
        if self._box.step is Step.ASKING:
            self._go_on()
            return
        self._box.hide()
        if self._batch is not None and not self._batch.coming:
            self._give_up()

    def _give_up(self) -> None:
        """Nobody wants to know any more what would come in; what was said yes to goes on."""
        batch, self._batch = self._batch, None
        if batch is None or batch.coming:
            return
        batch.dropped = True
        for job in batch.jobs():
            if job.state in UNDER_WAY:
                self._link.call("cancel_job", id=job.id).failed(quiet)

    def _show(self) -> None:
        if self._batch is not None:
            self._shown.show(self._batch)

    def save_skipped(self, path: str, problem: Callable[[Problem], None]) -> None:
        """Write the whole list of what could not be taken to a file."""
        if self._batch is not None:
            saved = SavedList(self._link, [job.id for job in self._batch.jobs()], Path(path), self)
            saved.done.connect(lambda count: self.said.emit(figures.listed(count)))
            saved.failed.connect(problem)
            saved.begin()
