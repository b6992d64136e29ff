"""The history of what was done: the newest first, and undone down to one of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.changes import Undoable
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.entries import Entry
from mnemoteca.gui.page import Page
from mnemoteca.gui.told_acts import ICONS, deeds, undoes
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def said(window: Window) -> list[str]:
    page = window.panes.history
    shown = [entry for entry in page.findChildren(Entry) if not entry.isHidden()]
    told = [entry.spoken() for entry in sorted(shown, key=lambda entry: entry.y())]
    return [each.partition(", ")[0] + (", undone" if ", undone" in each else "") for each in told]


def buttons(window: Window) -> list[str]:
    found = [b for b in window.panes.history.findChildren(QPushButton) if not b.isHidden()]
    return [b.text() for b in sorted(found, key=lambda b: b.mapTo(window, b.pos()).y())]


def test_what_was_done_is_undone_down_to_one_of_it_and_done_again(qtbot: QtBot, household: Household) -> None:
    library = household.library
    kept = library.capture("Oat milk")
    library.pin((kept.id,))
    library.tag((kept.id,), ("kitchen",))
    window = household.open().window
    window.deeds.run("page_history")
    household.settle()
    assert window.browsing.page is Page.HISTORY
    assert said(window) == ["1 memory tagged", "1 memory pinned", "1 note kept"]
    assert buttons(window) == ["Undo", "Undo 2, down to here", "Undo 3, down to here"]
    held = window.focusWidget()
    QTest.keyClick(held, Qt.Key.Key_Down)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: said(window) == ["1 memory tagged, undone", "1 memory pinned, undone", "1 note kept"])
    assert buttons(window) == ["Undo"]
    household.settle()
    assert (library.memory(kept.id).pinned, library.memory(kept.id).tags) == (False, ())
    window.acts.redo()
    qtbot.waitUntil(lambda: said(window) == ["1 memory tagged, undone", "1 memory pinned", "1 note kept"])
    household.settle()


def test_a_space_in_which_nothing_was_done_says_so(qtbot: QtBot, household: Household) -> None:
    window = household.open().window
    window.deeds.run("page_history")
    household.settle()
    assert said(window) == []


def test_only_what_still_stands_is_counted() -> None:
    at = datetime(2026, 11, 21, tzinfo=UTC)
    acts = [Undoable(n, at, "pin", 1, undone) for n, undone in ((4, True), (3, False), (2, True), (1, False))]
    assert undoes(acts) == [0, 1, 0, 2]


def test_every_kind_of_act_has_words() -> None:
    assert all(deeds.said(kind, 2) != kind for kind in ICONS)
    assert deeds.said("something new", 1) == "something new"


def test_a_day_of_many_acts_is_listed_in_portions_and_each_portion_in_short_turns(
    qtbot: QtBot, household: Household
) -> None:
    ids = [household.library.capture(f"note {n}").id for n in range(4)]
    for _ in range(30):
        household.library.pin(tuple(ids))
        household.library.unpin(tuple(ids))
    window = household.open().window
    window.deeds.run("page_history")
    page = window.panes.history
    qtbot.waitUntil(lambda: len(page.findChildren(Entry)) == 50)
    older = next(each for each in page.findChildren(Button) if each.text() == "Show older ones")
    assert older.isVisible()
    older.click()
    qtbot.waitUntil(lambda: len([each for each in page.findChildren(Entry) if not each.isHidden()]) == 64)
    assert not older.isVisible()
    household.settle()
