"""The history of the person's acts in the space at hand, kept right while its page is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mnemoteca.core.changes import Done
from mnemoteca.gui.browsing import Browsing
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.panes.history_page import HistoryPage
from mnemoteca.gui.told_acts import deeds


class Recounting(Following):
    """Asks for the acts, and undoes down to one of them."""

    said = Signal(str)

    def __init__(self, link: Caller, page: HistoryPage, browsing: Browsing, parent: QObject) -> None:
        self._asking = Latest()
        super().__init__(parent, self._asking)
        self._link, self._page, self._browsing = link, page, browsing
        page.undo_wanted.connect(self._undo)

    def look(self) -> None:
        """The acts in the space at hand."""
        call = self._link.call("history", space=self._browsing.space)
        self._asking.take(call).then(self._page.set_acts).failed(quiet)

    def _undo(self, act: int) -> None:
        self._link.call("undo_to", act=act, space=self._browsing.space).then(self._undone)

    def _undone(self, done: Done) -> None:
        self.said.emit(deeds.undone(done.count))
        self.refresh()
