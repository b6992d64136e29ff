"""Bringing in, from the first look to the last figure: what the import dialog shows and does.

A batch is one or more paths that come in together: each is looked at by a job of the service, then brought in by
another one. The jobs live in the service; what runs is asked for again whenever the service was away.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mnemoteca.core.changes import Done
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import Problem, Unavailable
from mnemoteca.core.jobs import Job, JobState, Skipped
from mnemoteca.core.preview import AS_IT_IS, ImportOptions, Preview
from mnemoteca.core.pushes import JobMoved
from mnemoteca.gui import outcomes
from mnemoteca.gui.bringing import UNDER_WAY
from mnemoteca.gui.calls import Caller, quiet
from mnemoteca.gui.panes.import_box import ImportBox, Step
from mnemoteca.gui.problems import said
from mnemoteca.gui.saving import SavedList
from mnemoteca.gui.told_imports import figures, progress, together

AGAIN_MS = 1000  # what the service did not answer is asked again this often


@dataclass(slots=True)
class Piece:
    """One path of a batch; `job` is the one that looks at it, or brings it in."""

    path: str
    format: str = ""
    job: Job | None = None
    preview: Preview | None = None
    problem: Problem | None = None
    asked: bool = False  # for its job, and not answered yet
    lost: bool = False  # the service went, or was too busy, before it answered


@dataclass(slots=True)
class Batch:
    """What comes in together."""

    pieces: list[Piece]
    space: str
    title: str
    options: ImportOptions = AS_IT_IS
    coming: bool = False  # said yes to
    dropped: bool = False  # given up while its jobs were being started
    skipped: list[Skipped] = field(default_factory=list)
    stopping: bool = False  # what is in stays
    withdrawing: bool = False  # what came in is being taken back
    taken_back: bool = False

    def jobs(self) -> list[Job]:
        return [piece.job for piece in self.pieces if piece.job is not None]


class Importing(QObject):
    """Keeps the dialog right, and does what a person wants there."""

    said = Signal(str)
    opening = Signal()
    problem = Signal(object)
    saving = Signal()  # the person wants the list of errors in a file

    def __init__(self, link: Caller, box: ImportBox, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._box, self._clock = link, box, clock
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
            self._look(Batch([Piece(path, format) for path in new], space, _title(new)))

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
        self._box.set_what(batch.title, _where(batch))
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
            for piece in self._unfinished():
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

    def _unfinished(self) -> list[Piece]:
        pieces = self._batch.pieces if self._batch else []
        return [piece for piece in pieces if piece.job is not None and piece.job.state in UNDER_WAY]

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

    # -- showing
    def _show(self) -> None:
        batch = self._batch
        if batch is None:
            return
        if batch.coming:
            self._show_coming(batch)
        else:
            self._show_look(batch)

    def _show_look(self, batch: Batch) -> None:
        problems = [piece for piece in batch.pieces if (_failed(piece) or piece.problem) is not None]
        if any(piece.preview is None and piece not in problems for piece in batch.pieces):
            self._box.show_looking(progress(batch.jobs()))
            return
        seen = [piece.preview for piece in batch.pieces if piece.preview is not None]
        if not seen:
            self._box.show_trouble(*_why(problems[0]))
            return
        whole = together(seen)
        if problems:
            reasons = tuple(Skipped(os.path.basename(piece.path), " ".join(_why(piece))) for piece in problems)
            whole = replace(whole, unread=whole.unread + len(reasons), reasons=reasons + whole.reasons)
        many = len(batch.pieces) > 1
        if self._box.step is not Step.SEEN:  # what was ticked meanwhile stays
            self._box.show_seen(whole, batch.space, self._clock.now().astimezone().date(), many=many)

    def _show_coming(self, batch: Batch) -> None:
        jobs = batch.jobs()
        waits = any(piece.asked for piece in batch.pieces)
        if waits or batch.withdrawing or any(job.state in UNDER_WAY for job in jobs):
            self._box.show_coming(progress(jobs), withdrawing=batch.withdrawing)
            return
        self._box.show_ended(outcomes.ending(jobs, [p.problem for p in batch.pieces if p.problem], batch.taken_back))
        self._ask_skipped(batch, jobs)

    def _ask_skipped(self, batch: Batch, jobs: list[Job]) -> None:
        count = sum(outcomes.listed(job) for job in jobs)
        self._box.show_skipped(tuple(batch.skipped), count)
        for job in jobs:
            if outcomes.listed(job) and not batch.skipped:
                call = self._link.call("skipped", job=job.id)
                call.then(lambda found: self._skips(batch, found, count)).failed(quiet)

    def _skips(self, batch: Batch, found: tuple[Skipped, ...], of: int) -> None:
        batch.skipped += [each for each in found if each not in batch.skipped]
        if batch is self._batch:
            self._box.show_skipped(tuple(batch.skipped), of)

    def save_skipped(self, path: str, problem: Callable[[Problem], None]) -> None:
        """Write the whole list of what could not be taken to a file."""
        if self._batch is not None:
            saved = SavedList(self._link, [job.id for job in self._batch.jobs()], Path(path), self)
            saved.done.connect(lambda count: self.said.emit(figures.listed(count)))
            saved.failed.connect(problem)
            saved.begin()


def _failed(piece: Piece) -> Job | None:
    """The job, where it ended without an answer."""
    job = piece.job
    return job if job is not None and job.state in (JobState.FAILED, JobState.CANCELLED) else None


def _why(piece: Piece) -> tuple[str, str]:
    """Why it can't be looked at, and what to do."""
    if piece.problem is not None:
        return said(piece.problem)
    job = _failed(piece)
    return (outcomes.ended(job) if job else "", "")


def _title(paths: list[str]) -> str:
    """What a person calls it."""
    return os.path.basename(paths[0]) or paths[0] if len(paths) == 1 else figures.files(len(paths))


def _where(batch: Batch) -> str:
    if len(batch.pieces) > 1:
        return ", ".join(os.path.basename(piece.path) for piece in batch.pieces)
    return os.path.dirname(batch.pieces[0].path)
