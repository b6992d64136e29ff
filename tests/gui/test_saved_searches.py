"""Searches kept under a name: saved by a key, listed in the rail and the palette, renamed and deleted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mnemoteca.core.saved_searches import SETTING, Saved, read_saved, written
from mnemoteca.gui.matching import Kind
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household, rows

__all__ = ["household"]
pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(household: Household, *saved: Saved) -> Window:
    household.library.capture("Oat milk", pinned=True)
    household.library.capture("Rye bread")
    if saved:
        household.library.set_setting(SETTING, written(saved), "personal")
    window = household.open().window
    household.qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) == 2)
    return window


def kept(household: Household) -> tuple[Saved, ...]:
    return read_saved(str(household.library.settings("personal")[SETTING]))


def listed(window: Window) -> list[str]:
    return [button.text() for button in window.panes.places.searches.buttons()]


def act(window: Window, name: str, text: str) -> None:
    """Choose this in the context menu of a search."""
    menu = window.panes.places.searches.menu(name)
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_a_search_is_saved_by_a_key_and_searches_again_when_it_is_pressed(qtbot: QtBot, household: Household) -> None:
    window = opened(household)
    assert not window.panes.places.searches.isVisible()
    window.deeds.run("search")
    QTest.keyClicks(window.focusWidget(), "is:pinned")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(window.ask.isVisible)
    assert window.ask.field.text() == "is:pinned"
    QTest.keyClicks(window.ask.field, "Kept for good")
    QTest.keyClick(window.ask.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(window) == ["Kept for good"])
    assert window.panes.places.searches.isVisible()
    assert kept(household) == (Saved("Kept for good", "is:pinned"),)
    window.panes.top.search_left.emit()
    qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) == 2)
    window.panes.places.searches.buttons()[0].click()
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == ["Oat milk"])
    assert window.panes.top.query() == "is:pinned"
    household.settle()


def test_nothing_typed_can_not_be_saved_and_that_is_said(household: Household) -> None:
    window = opened(household)
    window.deeds.run("save_search")
    assert not window.ask.isVisible()
    assert "Type what you search for" in window.panes.toast.accessibleName() + window.panes.toast.sentence()
    household.settle()


def test_a_search_is_renamed_deleted_and_brought_back(qtbot: QtBot, household: Household) -> None:
    window = opened(household, Saved("Oats", "oat"), Saved("Bread", "rye"))
    qtbot.waitUntil(lambda: listed(window) == ["Oats", "Bread"])
    act(window, "Oats", "Rename…")
    window.ask.field.setText("Milk")
    QTest.keyClick(window.ask.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(window) == ["Milk", "Bread"])
    act(window, "Milk", "Delete")
    qtbot.waitUntil(lambda: listed(window) == ["Bread"])
    window.panes.toast.acted.emit()
    qtbot.waitUntil(lambda: listed(window) == ["Milk", "Bread"])
    household.settle()
    assert kept(household) == (Saved("Milk", "oat"), Saved("Bread", "rye"))


def test_each_space_has_its_own(qtbot: QtBot, household: Household) -> None:
    household.library.make_space("luna")
    household.library.capture("a note", space="luna")
    window = opened(household, Saved("Oats", "oat"))
    qtbot.waitUntil(lambda: listed(window) == ["Oats"])
    window.spacing.choose("luna")
    qtbot.waitUntil(lambda: listed(window) == [])
    assert not window.panes.places.searches.isVisible()
    household.settle()


def test_the_palette_has_them_too(qtbot: QtBot, household: Household) -> None:
    window = opened(household, Saved("Oats", "oat"))
    window.deeds.run("palette")
    qtbot.waitUntil(lambda: any(choice.kind is Kind.SEARCH for choice in window.choosing._all()))
    chosen = next(choice for choice in window.choosing._all() if choice.kind is Kind.SEARCH)
    window.panes.palette_box.hide()
    window.panes.palette_box.chosen.emit(chosen)
    qtbot.waitUntil(lambda: [hit.memory.text for hit in window.browsing.hits.hits] == ["Oat milk"])
    household.settle()


def test_another_program_that_saves_one_is_heard(qtbot: QtBot, household: Household) -> None:
    window = opened(household)
    household.library.set_setting(SETTING, written([Saved("Oats", "oat")]), "personal")
    qtbot.waitUntil(lambda: listed(window) == ["Oats"])
    household.settle()
