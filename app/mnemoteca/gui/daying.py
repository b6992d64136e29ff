"""The page of the day: asked for when it is shown, when something changed, and when a new day begins."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mnemoteca.core.clock import Clock
from mnemoteca.core.glance import Today
from mnemoteca.core.knowledge.values import KnowledgeState
from mnemoteca.core.reports import RunInfo, RunState
from mnemoteca.gui import told_sleep
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.components.pulse import Pulse
from mnemoteca.gui.panes.today_page import TodayPage

LOOKED_BACK = 50  # runs, of which the newest that learned something is shown
LOOKED_AT_S = 60  # how often the clock may move what fades soon, and the day


class Daying(QObject):
    """Keeps the page of the day right while it is shown."""

    def __init__(self, link: Caller, clock: Clock, page: TodayPage, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._clock, self._page = link, clock, page
        self._space, self._shown = "", False
        self._asking, self._sleeping, self._looking, self._waiting = Latest(), Latest(), Latest(), Latest()
        self._pulse = Pulse(self)
        self._pulse.beat.connect(self.refresh)

    def show(self, space: str) -> None:
        """The page is shown, for this space."""
        self._space, self._shown = space, True
        self._pulse.set_pace(LOOKED_AT_S)
        self.refresh()

    def hide(self) -> None:
        """Something else is shown."""
        self._shown = False
        self._pulse.set_pace(0)
        for asking in (self._asking, self._sleeping, self._looking, self._waiting):
            asking.cancel()

    def refresh(self) -> None:
        """Something changed."""
        if self._shown:
            call = self._link.call("today", space=self._space)
            self._asking.take(call).then(self._came).failed(quiet)

    def _came(self, today: Today) -> None:
        self._page.set_today(today)
        self._sleeping.take(self._link.call("runs", space=self._space, limit=LOOKED_BACK)).then(self._slept).failed(
            quiet
        )
        self._waiting.take(self._link.call("knowledge", space=self._space)).then(self._known).failed(quiet)

    def _slept(self, runs: tuple[RunInfo, ...]) -> None:
        """What the newest run that learned something learned, where that was since yesterday evening."""
        since = told_sleep.last_evening(self._clock.now().astimezone())
        taught = (run for run in runs if run.state is RunState.APPLIED and run.at >= since)
        run = next((run for run in taught if run.digests + run.patterns), None)
        if run is None:
            self._looking.cancel()
            self._page.set_learned(None)
        else:
            self._looking.take(self._link.call("run", id=run.run)).then(self._page.set_learned).failed(quiet)

    def _known(self, known: KnowledgeState) -> None:
        self._page.set_open(known.contradictions)
