"""Completion in the search field: values for the operator at the cursor, taken by keys or mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mnemoteca.gui.panes.suggestions import Suggestions
from mnemoteca.gui.panes.top_bar import SearchField
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def searching(household: Household) -> tuple[Window, SearchField, Suggestions]:
    """A window with the keyboard in the search field, what the space holds known to it."""
    household.library.capture("Oat milk #kitchen")
    household.library.capture("Boxes #move")
    window = household.open().window
    window.deeds.run("search")
    household.settle()
    field = window.focusWidget()
    assert isinstance(field, SearchField)
    return window, field, field.suggestions


def test_values_are_offered_and_taken_by_arrow_and_enter(qtbot: QtBot, household: Household) -> None:
    window, field, offered = searching(household)
    QTest.keyClicks(field, "tag:")
    assert sorted(offered.values()) == ["kitchen", "move"]
    QTest.keyClicks(field, "k")
    assert offered.values() == ["kitchen"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert window.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "tag:kitchen "
    assert not offered.isVisible()
    qtbot.waitUntil(lambda: window.searching.text == "tag:kitchen")
    household.settle()


def test_tab_takes_the_first_and_the_keyboard_stays(household: Household) -> None:
    window, field, offered = searching(household)
    QTest.keyClicks(field, "oat tier:m")
    assert offered.values() == ["medium"]
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "oat tier:medium "
    assert window.focusWidget() is field
    household.settle()


def test_esc_closes_only_the_list_and_enter_without_a_choice_searches(qtbot: QtBot, household: Household) -> None:
    _, field, offered = searching(household)
    QTest.keyClicks(field, "tag:ki")
    assert offered.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not offered.isVisible()
    assert field.text() == "tag:ki"
    QTest.keyClicks(field, "t")
    assert offered.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "tag:kit"
    assert not offered.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    household.settle()


def test_portuguese_operators_offer_portuguese_words(household: Household) -> None:
    _, field, offered = searching(household)
    QTest.keyClicks(field, "antes:")
    assert offered.values()[:3] == ["hoje", "ontem", "2026-11"]
    household.settle()


def test_a_click_takes_one_and_leaving_the_field_closes_the_list(household: Household) -> None:
    window, field, offered = searching(household)
    QTest.keyClicks(field, "is:")
    assert offered.geometry().top() >= field.mapTo(window, field.rect().bottomLeft()).y()
    QTest.mouseClick(offered._list.viewport(), Qt.MouseButton.LeftButton, pos=offered._list.rect().center())
    assert field.text() == "is:pinned "
    QTest.keyClicks(field, "in:")
    assert offered.isVisible()
    window.panes.list.focus_list()
    assert not offered.isVisible()
    household.settle()
