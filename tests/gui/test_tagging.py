"""The tags in the inspector, over a real library: suggestions come, and a click says what they are worth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Memory
from mnemoteca.gui.panes.inspector import InspectorPane
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
CRASH = "The parser crashes with an error on empty input; that bug needs a fix"


def chips(pane: InspectorPane) -> dict[str, QAbstractButton]:
    """The chips in sight, by what is said of them."""
    return {each.accessibleName(): each for each in pane.tags.findChildren(QAbstractButton) if each.isVisible()}


def with_suggestion(household: Household, qtbot: QtBot) -> tuple[Window, int]:
    """A window on a note for which a tag is suggested."""
    id = household.library.capture(CRASH).id
    window = household.open().window
    window.deeds.run("place_everything")
    qtbot.waitUntil(lambda: isinstance(window.browsing.entries.entry(1), Memory))
    window.panes.list.choose(1)
    qtbot.waitUntil(lambda: "Suggested tag bug" in chips(window.panes.inspector))
    household.settle()
    return window, id


def choose(qtbot: QtBot, window: Window, chip: str, entry: str) -> None:
    """Click on a chip, and on an entry of the menu that opens."""
    chips(window.panes.inspector)[chip].click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == entry).trigger()
    menu.close()


def test_a_suggestion_comes_to_the_note_that_is_read_and_is_declined_by_a_click(
    qtbot: QtBot, household: Household
) -> None:
    window, id = with_suggestion(household, qtbot)
    choose(qtbot, window, "Suggested tag bug", "It doesn’t fit")
    qtbot.waitUntil(lambda: "Suggested tag bug" not in chips(window.panes.inspector))
    assert household.library.memory(id).suggested == ()
    window.acts.undo()
    qtbot.waitUntil(lambda: "Suggested tag bug" in chips(window.panes.inspector))
    household.settle()


def test_who_goes_by_keys_comes_to_the_tags_before_the_acts_below(qtbot: QtBot, household: Household) -> None:
    window, _ = with_suggestion(household, qtbot)
    pane = window.panes.inspector
    first = chips(pane)["Suggested tag bug"]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is chips(pane)["Add a tag"]
    qtbot.keyClick(chips(pane)["Add a tag"], Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert isinstance(after, QAbstractButton)
    assert after.text() == "Pin"
    household.settle()


def test_a_suggestion_is_kept_then_changed_then_removed(qtbot: QtBot, household: Household) -> None:
    window, id = with_suggestion(household, qtbot)
    choose(qtbot, window, "Suggested tag bug", "Keep this tag")
    qtbot.waitUntil(lambda: "Tag bug" in chips(window.panes.inspector))
    choose(qtbot, window, "Tag bug", "Change it…")
    field = window.ask.field
    qtbot.waitUntil(field.isVisible)
    field.setText("parser, urgent")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {"Tag parser", "Tag urgent"} <= set(chips(window.panes.inspector)))
    assert household.library.memory(id).tags == ("parser", "urgent")
    choose(qtbot, window, "Tag urgent", "Remove it")
    qtbot.waitUntil(lambda: "Tag urgent" not in chips(window.panes.inspector))
    assert household.library.memory(id).tags == ("parser",)
    household.settle()


def test_a_tag_is_added_and_searched_from_its_chip(qtbot: QtBot, household: Household) -> None:
    window, id = with_suggestion(household, qtbot)
    chips(window.panes.inspector)["Add a tag"].click()
    field = window.ask.field
    qtbot.waitUntil(field.isVisible)
    field.setText("#home")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Tag home" in chips(window.panes.inspector))
    assert household.library.memory(id).tags == ("home",)
    choose(qtbot, window, "Tag home", "Search this tag")
    qtbot.waitUntil(lambda: window.panes.top.query() == "tag:home")
    household.settle()
