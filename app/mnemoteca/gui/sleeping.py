"""Sleep at the window: runs are listed, seen, applied and undone; a dry run can be given up while it works."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, Signal

from mnemoteca.core.changes import Done
from mnemoteca.core.jobs import Job
from mnemoteca.core.knowledge.values import KnowledgeState
from mnemoteca.core.pushes import JobMoved
from mnemoteca.core.reports import RunInfo, RunState
from mnemoteca.core.sleep.values import Digest, Pattern, Proposal, RunDifference
from mnemoteca.gui import words
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.panes.sleep_page import SleepPage
from mnemoteca.gui.told_jobs import UNDER_WAY
from mnemoteca.gui.told_sleep import figures

MOST = 500  # runs that are listed
SLEEP = "sleep"  # the kind of job of a run by itself


class Sleeping(Following):
    """Keeps the page of sleep right while it is shown."""

    said = Signal(str, object)  # what was done, and the way back, None where there is none
    memory_wanted = Signal(int)
    reason_wanted = Signal(str, int)  # of what kind, its number

    def __init__(self, link: Caller, page: SleepPage, space: Callable[[], str], parent: QObject) -> None:
        self._listing, self._looking, self._counting, self._thinking = Latest(), Latest(), Latest(), Latest()
        super().__init__(parent, self._listing, self._looking, self._counting)
        self._link, self._page, self._space = link, page, space
        self._of = ""  # the space of what is listed
        self._at = 0  # the run at hand
        self._job: Job | None = None  # a run by itself that is under way
        self._doing = ""
        page.dry_run_wanted.connect(self._dry_run)
        page.cancel_wanted.connect(self._cancel)
        page.run_chosen.connect(self.choose)
        page.run.apply_wanted.connect(self._apply)
        page.run.undo_wanted.connect(self._undo)
        page.run.opened.connect(self._opened)

    def look(self) -> None:
        """The runs of the space, and the one at hand."""
        space = self._space()
        if space != self._of:
            self._of, self._at = space, 0
            self._page.run.show_run(None)
        self._listing.take(self._link.call("runs", space=space, limit=MOST)).then(self._listed).failed(quiet)
        self._counting.take(self._link.call("knowledge", space=space)).then(self._counted).failed(quiet)

    def choose(self, run: int) -> None:
        """Have a look at this run."""
        self._at = run
        self._page.list.choose(run)
        self._looking.take(self._link.call("run", id=run)).then(self._seen).failed(quiet)

    def hear(self, news: JobMoved) -> None:
        """A run by itself began, went on or ended."""
        job = news.job
        if job.kind == SLEEP:
            if job.state in UNDER_WAY:
                self._job = job
            elif self._job is not None and self._job.id == job.id:
                self._job = None
                self.refresh()
            self._tell()

    # -- what came
    def _listed(self, came: tuple[RunInfo, ...]) -> None:
        runs = tuple(each for each in came if each.state is not RunState.THINKING)  # which nobody can look at yet
        if runs and self._at not in {each.run for each in runs}:
            self._at = runs[0].run
        self._page.set_runs(runs, self._at)
        if runs:
            self.choose(self._at)

    def _seen(self, seen: RunDifference) -> None:
        if seen.run.run == self._at:
            self._page.run.show_run(seen)

    def _counted(self, known: KnowledgeState) -> None:
        self._page.run.show_open(known.contradictions)

    # -- what the person wants
    def _dry_run(self) -> None:
        if self._doing:
            return
        self._begin(self.tr("Looking through what is new…"))
        call = self._thinking.take(self._link.call("propose_run", space=self._space()))
        call.ended(self._end).then(self._proposed)

    def _proposed(self, seen: RunDifference) -> None:
        self._at = seen.run.run
        self.refresh()

    def _cancel(self) -> None:
        """Give up the dry run, else the run that goes on by itself."""
        if self._thinking.under_way:
            self._thinking.cancel()  # whoever gave up hears of no end
            self._end()
        elif self._job is not None:
            self._link.call("cancel_job", id=self._job.id).failed(quiet)

    def _apply(self, run: int) -> None:
        self._begin(self.tr("Applying the run…"))
        self._link.call("apply_run", run=run).ended(self._end).then(self._applied)

    def _applied(self, run: RunInfo) -> None:
        told = self.tr("Run %1 is applied.").replace("%1", words.number(run.run, QLocale()))
        self.said.emit(told, lambda: self._undo(run.run, with_later=False))

    def _undo(self, run: int, with_later: bool) -> None:
        self._begin(self.tr("Undoing the run…"))
        self._link.call("undo_run", run=run, with_later=with_later).ended(self._end).then(self._undone)

    def _undone(self, done: Done) -> None:
        self.said.emit(figures.moved_back(done.count), None)

    def _opened(self, thing: object) -> None:
        match thing:
            case Proposal():
                self.memory_wanted.emit(thing.memory)
            case Digest():
                self.reason_wanted.emit("digest", thing.id)
            case Pattern():
                self.reason_wanted.emit("pattern", thing.id)

    # -- what goes on
    def _begin(self, sentence: str) -> None:
        self._doing = sentence
        self._tell()

    def _end(self) -> None:
        """Done, or not: what can be done now is looked at anew."""
        self._doing = ""
        self._tell()
        self.refresh()

    def _tell(self) -> None:
        self._page.set_working(self._doing or (self.tr("A run is under way…") if self._job is not None else ""))
