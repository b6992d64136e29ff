"""A person asks for help in a real window on a real service, in both languages, without any connection."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.clock import SystemClock
from mnemoteca.gui.app import Desk
from mnemoteca.gui.link import Connection
from mnemoteca.gui.page import Page
from mnemoteca.wire.client import connect
from mnemoteca.wire.start import start_service

pytestmark = pytest.mark.gui


def test_help_is_asked_for_read_searched_and_left(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> None:
    with connect(data_folder, start=start_service, role="test") as client:
        client.library.capture("Oat milk")
        desk = Desk(qapp, data_folder, start_service, SystemClock())
        try:
            desk.show()
            window, page = desk.window, desk.window.panes.help
            qtbot.waitUntil(lambda: desk.link.state is Connection.HERE and not desk.link.busy, timeout=20_000)
            qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
            window.deeds.run("page_backups")
            qtbot.keyClick(window, Qt.Key.Key_F1)
            assert page.topic() == "backups"
            qtbot.keyClicks(page.search, "undo")
            qtbot.keyClick(page.search, Qt.Key.Key_Return)
            assert page.topic() == "letting-go"
            window.deeds.language_wanted.emit("pt_BR")
            qtbot.waitUntil(lambda: "A lixeira" in page.text.toPlainText())
            page.text.followed.emit("help:tiers")
            assert page.topic() == "tiers"
            qtbot.keyClick(page.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
            assert page.topic() == "letting-go"
            page.search.clear()
            qtbot.keyClick(page.search, Qt.Key.Key_Escape)
            assert window.browsing.page is Page.BACKUPS
        finally:
            desk.window.deeds.language_wanted.emit("en")
            desk.window.close()
            desk.close()
