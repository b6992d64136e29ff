"""Keys that a person changes: recorded by pressing them, never held by two, and in force everywhere at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mnemoteca.gui.app import Desk
from mnemoteca.gui.commands import COMMANDS
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.matching import Kind
from mnemoteca.gui.panes.keyboard_page import KeyRow
from mnemoteca.gui.shortcuts import (
    BY_ID,
    Verdict,
    as_declared,
    called_for,
    holder,
    judge,
    keys_of,
    native,
    read_keys,
    with_key,
    written,
)
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


# -- the rules
def test_no_two_commands_are_declared_with_one_key() -> None:
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]
    assert sorted(keys) == sorted(set(keys))


def test_no_command_is_declared_with_a_key_of_fields() -> None:
    verdicts = {judge(key, command.id, {}) for command in COMMANDS for key in command.keys}
    assert Verdict.FIELDS not in verdicts


def test_a_key_is_free_taken_used_in_fields_or_typed() -> None:
    assert judge("Ctrl+Alt+P", "pin", {}) is Verdict.FREE
    assert judge("Ctrl+D", "pin", {}) is Verdict.FREE
    assert judge("Ctrl+D", "tag", {}) is Verdict.TAKEN
    assert judge("Ctrl+C", "pin", {}) is Verdict.FIELDS
    assert judge("P", "pin", {}) is judge("Shift+P", "pin", {}) is Verdict.LETTER
    assert judge("F9", "pin", {}) is Verdict.FREE


def test_a_key_that_is_taken_from_a_command_is_gone_there() -> None:
    changed = with_key({}, "tag", "Ctrl+D")
    assert keys_of("tag", changed) == ("Ctrl+D",)
    assert keys_of("pin", changed) == ()
    assert holder("Ctrl+D", changed) is BY_ID["tag"]
    back = as_declared(changed, "pin")
    assert keys_of("pin", back) == ("Ctrl+D",)
    assert keys_of("tag", back) == ()
    assert keys_of("tag", with_key({}, "tag", "")) == ()


def test_what_was_changed_is_kept_and_what_is_as_declared_is_not() -> None:
    changed = with_key({}, "tag", "Ctrl+D")
    assert read_keys(written(changed)) == changed
    assert written({"pin": BY_ID["pin"].keys}) == ""
    assert read_keys("") == read_keys("no JSON") == read_keys("[1]") == {}
    assert read_keys('{"gone": ["F9"], "pin": ["F9"], "tag": 3}') == {"pin": ("F9",)}


# -- the page
def row_of(desk: Desk, id: str) -> KeyRow:
    return desk.window.panes.keyboard.rows[id]


def open_page(household: Household) -> Desk:
    household.library.capture("Oat milk")
    desk = household.open()
    desk.window.deeds.run("page_keyboard")
    household.settle()
    return desk


def button_of(row: KeyRow, name: str) -> Button:
    return next(each for each in row.findChildren(Button) if each.text() == name or each.accessibleName() == name)


def record(row: KeyRow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(row.key, Qt.MouseButton.LeftButton)
    assert row.key.text() == "Press the keys…"
    QTest.keyClick(row.key, key, modifiers)


def test_every_command_stands_there_with_its_key(qtbot: QtBot, household: Household) -> None:
    desk = open_page(household)
    for command in COMMANDS:
        row = row_of(desk, command.id)
        assert row.isVisible()
        assert row.key.text() == (", ".join(native(key) for key in command.keys) or "no key")
    household.settle()


def test_a_recorded_key_counts_at_once_in_the_menu_the_palette_and_on_the_sheet(
    qtbot: QtBot, household: Household
) -> None:
    desk = open_page(household)
    record(row_of(desk, "new_note"), Qt.Key.Key_F9)
    household.settle()
    window = desk.window
    assert window.deeds.menus.actions["new_note"].shortcuts() == [QKeySequence("F9")]
    window.deeds.run("palette")
    choices = {each.key: each.keys for each in window.panes.palette_box._choices if each.kind is Kind.COMMAND}
    assert choices["new_note"] == ("F9",)
    window.panes.palette_box.hide()
    window.deeds.run("keys")
    names = {label.accessibleName() for label in window.panes.keys.findChildren(QLabel)}
    assert "New note: F9" in names
    QTest.keyClick(window, Qt.Key.Key_N, Control)
    assert not window.panes.capture.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.panes.capture.isVisible()
    window.panes.capture.hide()
    household.settle()
    assert household.library.settings()["window.keys"] == '{"new_note": ["F9"]}'
    household.shut()
    assert household.open().window.deeds.menus.keys("new_note") == ("F9",)


def test_a_key_of_another_command_is_asked_for_and_taken_or_left(qtbot: QtBot, household: Household) -> None:
    desk = open_page(household)
    row = row_of(desk, "tag")
    record(row, Qt.Key.Key_D, Control)
    assert row.remark() == "Ctrl+D is “Pin or unpin”. Take it from there?"
    assert desk.window.deeds.menus.keys("pin") == ("Ctrl+D",)
    QTest.mouseClick(button_of(row, "Leave it"), Qt.MouseButton.LeftButton)
    assert (row.remark(), row.key.text()) == ("", "Ctrl+G")
    record(row, Qt.Key.Key_D, Control)
    QTest.mouseClick(button_of(row, "Take it"), Qt.MouseButton.LeftButton)
    assert row.key.text() == "Ctrl+D"
    assert row_of(desk, "pin").key.text() == "no key"
    assert desk.window.deeds.menus.actions["pin"].shortcuts() == []
    household.settle()


def test_escape_leaves_a_key_backspace_takes_it_away_and_reset_brings_it_back(
    qtbot: QtBot, household: Household
) -> None:
    desk = open_page(household)
    row = row_of(desk, "pin")
    record(row, Qt.Key.Key_Escape)
    assert row.key.text() == "Ctrl+D"
    record(row, Qt.Key.Key_C, Control)
    assert row.remark() == "Ctrl+C is used in every field and list. Press another."
    record(row, Qt.Key.Key_P, Shift)
    assert row.remark() == "Shift+P alone is typed. Press it with Ctrl or Alt."
    record(row, Qt.Key.Key_Backspace)
    assert row.key.text() == "no key"
    QTest.mouseClick(button_of(row, "Reset the key of Pin or unpin"), Qt.MouseButton.LeftButton)
    assert row.key.text() == "Ctrl+D"
    household.settle()


def test_all_keys_are_reset_at_once_and_that_is_undone(qtbot: QtBot, household: Household) -> None:
    desk = open_page(household)
    record(row_of(desk, "pin"), Qt.Key.Key_F9)
    record(row_of(desk, "tag"), Qt.Key.Key_F10)
    page = desk.window.panes.keyboard
    everything = next(each for each in page.findChildren(Button) if each.text() == "Reset all")
    QTest.mouseClick(everything, Qt.MouseButton.LeftButton)
    assert (row_of(desk, "pin").key.text(), row_of(desk, "tag").key.text()) == ("Ctrl+D", "Ctrl+G")
    assert not everything.isEnabled()
    desk.window.panes.toast.acted.emit()
    assert (row_of(desk, "pin").key.text(), row_of(desk, "tag").key.text()) == ("F9", "F10")
    household.settle()


def test_while_a_key_is_recorded_it_does_nothing_else(qtbot: QtBot, household: Household) -> None:
    desk = open_page(household)
    record(row_of(desk, "tag"), Qt.Key.Key_N, Control)
    assert not desk.window.panes.capture.isVisible()
    assert "New note" in row_of(desk, "tag").remark()
    household.settle()


def test_commands_are_found_by_name_and_by_key(qtbot: QtBot, household: Household) -> None:
    page = open_page(household).window.panes.keyboard
    page.first_focus()
    QTest.keyClicks(page.focusWidget() or page, "ctrl+d")
    shown = {id for id, row in page.rows.items() if row.isVisible()}
    assert "pin" in shown
    assert "tag" not in shown
    household.settle()


def test_sentences_name_the_key_as_the_person_set_it_or_the_command(household: Household) -> None:
    desk = household.open()
    desk.own.use("keys", written(with_key({}, "pin", "Ctrl+B")))
    household.library.capture("oat milk")
    desk.window.deeds.run("place_pinned")
    household.settle()
    said = " ".join(label.text() for label in desk.window.panes.list.findChildren(QLabel))
    assert f"{native('Ctrl+B')} pins the memory at hand" in said
    desk.own.use("keys", written(with_key({}, "pin", "")))
    household.settle()
    said = " ".join(label.text() for label in desk.window.panes.list.findChildren(QLabel))
    assert "“Pin or unpin” pins the memory at hand" in said


def test_a_command_is_called_for_by_its_key_or_by_its_name() -> None:
    assert called_for("restore", {}) == native("Ctrl+R")
    assert called_for("restore", {"restore": ("F7",)}) == native("F7")
    assert called_for("restore", {"restore": ()}) == "“Restore”"
