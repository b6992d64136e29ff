"""Two cards over the window at once: the one on top has the keyboard, and gives it back to the one below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.pushes import Wanted, Wish
from mnemoteca.gui.components.cards import Cards
from mnemoteca.gui.panes.top_bar import SearchField
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def test_a_note_that_is_wanted_from_outside_goes_over_what_asks(qtbot: QtBot, household: Household) -> None:
    desk = household.open()
    panes = desk.window.panes
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    panes.keys.open_card()
    household.service.push(Wanted(Wish.CAPTURE))
    qtbot.waitUntil(panes.capture.isVisible)
    field = panes.capture.note.field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "oat milk")
    assert panes.capture.note.text() == "oat milk"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not panes.capture.isVisible()
    held = QApplication.focusWidget()
    assert held is not None
    assert panes.keys.isAncestorOf(held) or held is panes.keys


def test_the_card_that_is_closed_below_leaves_the_keyboard_to_the_one_on_top(
    qtbot: QtBot, household: Household
) -> None:
    desk = household.open()
    panes = desk.window.panes
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    panes.restore.open_card()
    panes.capture.open_box()
    panes.restore.done()
    assert QApplication.focusWidget() is panes.capture.note.field


def test_a_card_that_opened_while_nobody_had_the_keyboard_leaves_it_to_the_page(
    qtbot: QtBot, household: Household
) -> None:
    household.library.add_short_term("oat milk", "personal", 0.2)
    desk = household.open()
    panes = desk.window.panes
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    desk.window.deeds.run("place_short")
    household.settle()
    held = QApplication.focusWidget()
    if held is not None:
        held.clearFocus()  # as after a dialog of the system
    panes.bring_in.open_card()
    inside = QApplication.focusWidget()
    assert inside is not None
    assert panes.bring_in.isAncestorOf(inside)
    panes.bring_in.hide()
    held = QApplication.focusWidget()
    assert isinstance(held, Cards)
    QTest.keyClick(held, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(QApplication.focusWidget(), SearchField), "the keys of the window count again"
