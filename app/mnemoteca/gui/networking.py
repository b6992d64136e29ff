"""The record of connections, looked at when the window opens, when a set-up goes on, and when its page is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from mnemoteca.core.clock import Clock
from mnemoteca.core.connections import Record
from mnemoteca.gui import told_connections
from mnemoteca.gui.panes.network_page import NetworkPage
from mnemoteca.gui.panes.status_line import StatusLine


class Networking(QObject):
    """Keeps the promise of the line at the bottom true to the record, and the page right."""

    def __init__(self, clock: Clock, page: NetworkPage, line: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._page, self._line = clock, page, line
        self._read: Callable[[], Record] = Record

    def read_by(self, read: Callable[[], Record]) -> None:
        """Where the record is read; from now on it is."""
        self._read = read
        self.look()

    def look(self) -> None:
        """Say what the record says."""
        record = self._read()
        self._line.set_promise(told_connections.promise(record, self._clock.now().astimezone()))
        self._page.set_record(record)

    show = look

    def hide(self) -> None:
        """Something else is shown: the promise is kept true all the same."""
