"""The history of the person's acts in the space at hand, kept right while its page is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.changes import Done
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.panes.history_page import HistoryPage
from mnemoteca.gui.told_acts import deeds


class Recounting(QObject):
    """Asks for the acts, and undoes down to one of them."""

    said = Signal(str)

    def __init__(self, link: Caller, page: HistoryPage, browsing: Browsing, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._page, self._browsing = link, page, browsing
        self._shown, self._asking = False, Latest()
        page.undo_wanted.connect(self._undo)

    def show(self) -> None:
        """The page is shown."""
        self._shown = True
        self.refresh()

    def hide(self) -> None:
        """Something else is shown."""
        self._shown = False
        self._asking.cancel()

    def refresh(self) -> None:
        """Ask anew, while the page is shown."""
        if self._shown:
            call = self._link.call("history", space=self._browsing.space)
            self._asking.take(call).then(self._page.set_acts).failed(quiet)

    def _undo(self, act: int) -> None:
        self._link.call("undo_to", act=act, space=self._browsing.space).then(self._undone)

    def _undone(self, done: Done) -> None:
        self.said.emit(deeds.undone(done.count))
        self.refresh()
