"""Backups at the window: the list, asked for when it is shown, and what is done to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mnemoteca.core.care import BackupInfo, LastCopy
from mnemoteca.core.errors import Problem
from mnemoteca.core.reports import Status
from mnemoteca.core.settings import Value
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.panes.backups_page import BackupsPage

SECOND = "backup.second_folder"


class BackingUp(Following):
    """Keeps the page right, and does what is asked for on it."""

    said = Signal(str)
    problem = Signal(object)
    restore_wanted = Signal(object, int)  # BackupInfo, how many memories are here now

    def __init__(self, link: Caller, page: BackupsPage, window: QWidget) -> None:
        super().__init__(window)
        self._link, self._page, self._window = link, page, window
        self._folder = ""
        self._listing, self._setting, self._copying = Latest(), Latest(), Latest()
        page.make_wanted.connect(self.make)
        page.restore_wanted.connect(self._ask)
        page.folder_wanted.connect(self._choose)
        page.drop_wanted.connect(lambda: self.set_second(""))
        page.copy_wanted.connect(self._copy)

    def look(self) -> None:
        """The backups, and where else they are copied to."""
        self._listing.take(self._link.call("backups")).then(self._page.set_backups).failed(quiet)
        self._setting.take(self._link.call("settings")).then(self._settings).failed(quiet)

    def make(self) -> None:
        """Make one now; everything goes on meanwhile."""
        self._page.set_making(True)
        self._link.call("backup").then(self._made).failed(self._not_made)

    def set_second(self, folder: str) -> None:
        """From now on each backup is copied there, the newest at once."""
        call = self._link.call("set_setting", name=SECOND, value=folder)
        call.then(lambda _: self._copy() if folder else self.refresh())

    # -- inside
    def _settings(self, values: dict[str, Value]) -> None:
        self._folder = str(values.get(SECOND, ""))
        self._copying.take(self._link.call("last_copy")).then(self._last).failed(quiet)

    def _last(self, last: LastCopy) -> None:
        self._page.set_second(self._folder, last)

    def _made(self, made: BackupInfo) -> None:
        self._page.set_making(False)
        self.said.emit(self.tr("%Ln memories backed up.", "", made.memories))
        self.refresh()

    def _not_made(self, problem: Problem) -> None:
        self._page.set_making(False)
        self.problem.emit(problem)

    def _choose(self) -> None:
        title = self.tr("A second folder for backups")
        path = QFileDialog.getExistingDirectory(self._window, title, self._folder)
        if path:
            self.set_second(path)

    def _copy(self) -> None:
        self._link.call("copy_backup").then(lambda _: self.refresh())

    def _ask(self, info: BackupInfo) -> None:
        call = self._link.call("status")
        call.then(lambda status: self._asked(info, status))

    def _asked(self, info: BackupInfo, status: Status) -> None:
        self.restore_wanted.emit(info, status.memories)
