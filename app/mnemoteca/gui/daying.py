"""The page of the day: asked for when it is shown, when something changed, and when a new day begins."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mnemoteca.core.glance import Today
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.components.pulse import Pulse
from mnemoteca.gui.panes.today_page import TodayPage

LOOKED_AT_S = 60  # how often the clock may move what fades soon, and the day


class Daying(QObject):
    """Keeps the page of the day right while it is shown."""

    def __init__(self, link: Caller, page: TodayPage, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._page = link, page
        self._space, self._shown = "", False
        self._asking = Latest()
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
        self._asking.cancel()

    def refresh(self) -> None:
        """Something changed."""
        if self._shown:
            call = self._link.call("today", space=self._space)
            self._asking.take(call).then(self._came).failed(quiet)

    def _came(self, today: Today) -> None:
        self._page.set_today(today)
