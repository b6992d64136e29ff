"""A whole window in the test's own process, on a real library: what its tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.pushes import Push
from mnemoteca.gui.app import Desk
from mnemoteca.gui.link import Connection
from mnemoteca.gui.lists import ListModel
from mnemoteca.gui.theme.turns import Turns
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.gui.service import Service
from tests.gui.test_link import Starts


class Bridge(QObject):
    """Carries news from the library's threads to the thread of the service."""

    heard = Signal(object)

    def hear(self, push: Push) -> None:
        self.heard.emit(push)


class Household:
    """A folder with its library and its service, and the window on it."""

    def __init__(self, folder: Path, qtbot: QtBot, app: QApplication) -> None:
        self.folder, self.qtbot, self.app = folder, qtbot, app
        self.clock = DrivenClock()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "window.json").write_text('{"place": "everything"}', encoding="utf-8")
        self.library = LocalLibrary.open(folder, self.clock)
        self.bridge = Bridge()
        self.library.listen(self.bridge.hear)
        self.library.follow()
        self.service = Service(folder, self.library)
        self.bridge.heard.connect(self.service.push, Qt.ConnectionType.QueuedConnection)
        self.desk: Desk | None = None

    def open(self) -> Desk:
        """Show the window, and wait until it has the service."""
        self.desk = desk = Desk(self.app, self.folder, Starts(), self.clock)
        desk.show()
        self.qtbot.waitUntil(lambda: desk.link.state is Connection.HERE)
        self.settle()
        return desk

    def settle(self) -> None:
        """Wait until every call that is under way was answered, and the look is that of now."""
        desk = self.desk
        assert desk is not None
        self.qtbot.waitUntil(lambda: not (desk.link.busy or desk.window.reading.behind or desk.theme.changing))
        self.qtbot.waitUntil(lambda: not any(turns.busy for turns in desk.window.findChildren(Turns)))

    def shut(self) -> None:
        """Close the window."""
        if self.desk is not None:
            self.desk.window.close()
            self.desk.close()
            self.desk.deleteLater()
            self.desk.window.deleteLater()
            self.desk = None
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def end(self) -> None:
        self.shut()
        self.service.stop()
        self.library.close()


def rows(model: ListModel) -> list[str]:
    """The texts that a list shows, headers left out."""
    found = [model.entry(item) for item in range(model.rowCount())]
    return [getattr(entry, "text", getattr(entry, "title", "")) for entry in found if entry is not None]


@pytest.fixture
def household(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Household]:
    made = Household(tmp_path / "data", qtbot, qapp)
    yield made
    made.end()


__all__ = ["Household", "household", "rows"]
