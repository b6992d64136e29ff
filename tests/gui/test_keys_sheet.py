"""The sheet of keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mnemoteca.gui.commands import COMMANDS
from mnemoteca.gui.panes.keys_sheet import COLUMNS
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def test_a_question_mark_shows_what_each_key_does_and_esc_hides_it(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    window.panes.list.focus_list()
    QTest.keyClicks(window.focusWidget(), "?")
    sheet = window.panes.keys
    assert sheet.isVisible()
    named = {label.accessibleName() for label in sheet.findChildren(QLabel)}
    assert {"Undo: Ctrl+Z", "Find here: Ctrl+F", "Pinned: Ctrl+4"} <= named
    menus = {menu for column in COLUMNS for menu in column}
    keyed = [command for command in COMMANDS if command.keys and command.menu in menus]
    assert sum(": " in name for name in named) == len(keyed)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    household.settle()


def test_every_command_with_a_key_stands_on_the_sheet() -> None:
    menus = {menu for column in COLUMNS for menu in column}
    assert {command.menu for command in COMMANDS if command.keys} <= menus


def test_a_question_mark_that_is_typed_into_a_field_is_just_one(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    window.deeds.run("search")
    QTest.keyClicks(window.focusWidget(), "why?")
    assert not window.panes.keys.isVisible()
    assert window.panes.top.query() == "why?"
    household.settle()
