"""The trash says that nothing leaves it yet, and gives back what is chosen by a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mnemoteca.core.views import Place
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household, rows

__all__ = ["household"]
pytestmark = pytest.mark.gui


def labels(window: Window) -> set[str]:
    return {label.text() for label in window.panes.list.findChildren(QLabel) if label.isVisible()}


def test_the_trash_says_that_nothing_leaves_it_and_gives_back_by_a_key(qtbot: QtBot, household: Household) -> None:
    library = household.library
    for text in ("Oat milk", "Rye bread", "Tea"):
        library.forget((library.capture(text).id,))
    library.capture("Salt")
    window = household.open().window
    window.deeds.run("place_trash")
    qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) == 3)
    qtbot.waitUntil(
        lambda: (
            "Ctrl+R brings back what is chosen. After the days that are set for the trash it goes for good."
            in labels(window)
        )
    )
    window.panes.list.focus_list()
    qtbot.waitUntil(lambda: window.reading.memory is not None)
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) == 2)
    household.settle()
    window.panes.list.focus_list()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: library.counts().counts[Place.EVERYTHING] == 4)
    qtbot.waitUntil(lambda: "What you forget waits here, and can be brought back." in labels(window))
    window.deeds.run("place_everything")
    household.settle()
    assert not any("trash yet" in each for each in labels(window))
