"""Several memories chosen in the list or among the hits: what a person does to all of them is one act."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.views import MAX_IDS, Place
from mnemoteca.gui.panes.row_view import RowView
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household, rows

__all__ = ["household"]
pytestmark = pytest.mark.gui
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up


def opened(household: Household, count: int, whole: int = 0) -> Window:
    """A window on so many notes, the list with the keyboard and its first row chosen."""
    for n in range(count):
        household.clock.advance(1)
        household.library.capture(f"note {n}")
    window = household.open().window
    household.qtbot.waitUntil(lambda: window.browsing.entries.count == (whole or count))
    household.settle()
    window.panes.list.focus_list()
    household.settle()
    return window


def view(window: Window) -> RowView:
    return window.panes.list.findChild(RowView)  # type: ignore[return-value]


def press(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view(window), key, modifier)
    QGuiApplication.processEvents()


def click(window: Window, item: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    rect = view(window).visualRect(view(window).model().index(item, 0))
    QTest.mouseClick(view(window).viewport(), Qt.MouseButton.LeftButton, modifier, rect.center())
    QGuiApplication.processEvents()


def ids(window: Window) -> list[int]:
    found: list[int] = []
    window.many.then(found.extend)
    return found


def texts(window: Window) -> list[str]:
    return [each.text for each in window.many.entries()]


def test_shift_with_the_arrows_chooses_more_and_esc_ends_it(household: Household) -> None:
    window = opened(household, 5)
    bar = window.panes.list.many
    assert not bar.isVisible()
    press(window, DOWN, SHIFT)
    press(window, DOWN, SHIFT)
    assert window.many.count == 3
    assert bar.isVisible()
    assert bar.accessibleName() == "3 chosen"
    assert texts(window) == ["note 4", "note 3", "note 2"]
    press(window, UP, SHIFT)
    assert window.many.count == 2
    press(window, Qt.Key.Key_Escape)
    assert window.many.count == 0
    assert not bar.isVisible()
    assert window.reading.memory is not None
    assert window.reading.memory.text == "note 3"
    household.settle()


def test_the_mouse_extends_and_toggles(household: Household) -> None:
    window = opened(household, 6)
    click(window, 1)
    click(window, 3, SHIFT)
    assert texts(window) == ["note 5", "note 4", "note 3"]
    click(window, 2, CTRL)
    click(window, 5, CTRL)
    assert texts(window) == ["note 5", "note 3", "note 1"]
    assert len(ids(window)) == 3
    household.settle()


def test_the_keys_alone_choose_rows_that_stand_apart(household: Household) -> None:
    window = opened(household, 5)
    press(window, DOWN, ALT)
    press(window, DOWN, ALT)
    press(window, Qt.Key.Key_Space, CTRL)
    assert texts(window) == ["note 4", "note 2"]
    press(window, Qt.Key.Key_Space, CTRL)
    assert window.many.count == 0
    household.settle()


def test_home_and_end_with_shift_choose_up_to_there(household: Household) -> None:
    window = opened(household, 5)
    press(window, Qt.Key.Key_End)
    press(window, UP)
    press(window, Qt.Key.Key_Home, SHIFT)
    assert texts(window) == ["note 4", "note 3", "note 2", "note 1"]
    household.settle()


def test_screen_readers_hear_which_rows_are_chosen(household: Household) -> None:
    window = opened(household, 4)
    press(window, DOWN, SHIFT)
    table = QAccessible.queryAccessibleInterface(view(window))
    cells = [table.child(n) for n in range(table.childCount())]
    said = {cell.text(QAccessible.Text.Name)[:6]: bool(cell.state().selected) for cell in cells}
    assert [said[f"note {n}"] for n in (3, 2, 1, 0)] == [True, True, False, False]
    household.settle()


def test_forgetting_many_is_one_act_and_one_undo(qtbot: QtBot, household: Household) -> None:
    window = opened(household, 5)
    press(window, DOWN, SHIFT)
    press(window, DOWN, SHIFT)
    QTest.keyClick(view(window), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == ["note 1", "note 0"])
    assert household.library.counts().counts[Place.TRASH] == 3
    qtbot.waitUntil(lambda: window.many.count == 0)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) == 5)
    assert household.library.counts().counts[Place.TRASH] == 0
    household.settle()


def test_many_are_pinned_and_unpinned_by_the_same_key(qtbot: QtBot, household: Household) -> None:
    window = opened(household, 3)
    press(window, Qt.Key.Key_A, CTRL)
    assert window.many.count == 3
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: household.library.counts().counts[Place.PINNED] == 3)
    qtbot.waitUntil(window.many.all_pinned)
    assert window.many.count == 3
    assert len([each for each in household.library.history() if each.kind == "pin"]) == 1
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: household.library.counts().counts[Place.PINNED] == 0)
    household.settle()


def test_many_are_tagged_at_once(qtbot: QtBot, household: Household) -> None:
    window = opened(household, 3)
    press(window, DOWN, SHIFT)
    QTest.keyClick(window, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(window.ask.isVisible)
    QTest.keyClicks(window.ask.field, "#move kitchen")
    QTest.keyClick(window.ask.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: household.library.tags() == {"kitchen": 2, "move": 2})
    assert not window.ask.isVisible()
    household.settle()


def test_all_of_a_list_that_is_longer_than_the_screen_are_forgotten(qtbot: QtBot, household: Household) -> None:
    window = opened(household, 260)
    press(window, Qt.Key.Key_A, CTRL)
    assert window.many.count == 260
    QTest.keyClick(view(window), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: household.library.counts().counts[Place.TRASH] == 260)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: household.library.counts().counts[Place.TRASH] == 0)
    household.settle()


def test_more_than_can_be_dealt_with_is_said_and_nothing_is_done(household: Household) -> None:
    window = opened(household, 2)
    bar = window.panes.list.many
    bar.tell(MAX_IDS + 1, trashed=False, pinned=False)
    assert bar.accessibleName() == "10,001 chosen. At most 10,000 can be dealt with at once."
    assert not any(button.isVisible() for button in bar._buttons.values())
    household.settle()


def test_what_is_chosen_stays_chosen_when_a_note_comes_in(qtbot: QtBot, household: Household) -> None:
    window = opened(household, 3)
    press(window, DOWN, SHIFT)
    before = ids(window)
    household.clock.advance(1)
    household.library.capture("new")
    qtbot.waitUntil(lambda: window.browsing.entries.count == 4)
    household.settle()
    qtbot.waitUntil(lambda: texts(window) == ["note 2", "note 1"])
    assert ids(window) == before
    household.settle()


def test_sessions_are_chosen_one_by_one(household: Household) -> None:
    window = opened(household, 2)
    window.deeds.run("place_sessions")
    household.settle()
    window.panes.list.focus_list()
    press(window, Qt.Key.Key_A, CTRL)
    assert window.many.count == 0
    household.settle()


def test_hits_are_chosen_together_and_stay_so_while_the_question_is_asked_again(
    qtbot: QtBot, household: Household
) -> None:
    window = opened(household, 4)
    window.search("note")
    qtbot.waitUntil(lambda: len(window.browsing.hits.hits) == 4)
    window.panes.list.focus_list()
    press(window, DOWN, SHIFT)
    chosen = set(ids(window))
    assert len(chosen) == 2
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: household.library.counts().counts[Place.PINNED] == 2)
    qtbot.waitUntil(lambda: sum(hit.memory.pinned for hit in window.browsing.hits.hits) == 2)
    household.settle()
    qtbot.waitUntil(lambda: set(ids(window)) == chosen)
    household.settle()


def test_in_the_trash_they_are_brought_back(qtbot: QtBot, household: Household) -> None:
    window = opened(household, 3)
    press(window, Qt.Key.Key_A, CTRL)
    QTest.keyClick(view(window), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == [])
    window.deeds.run("place_trash")
    qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) == 3)
    window.panes.list.focus_list()
    press(window, Qt.Key.Key_A, CTRL)
    bar = window.panes.list.many
    shown = [id for id, button in bar._buttons.items() if not button.isHidden()]
    assert shown == ["restore", "copy_source", "copy_context"]
    QTest.keyClick(window, Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: household.library.counts().counts[Place.TRASH] == 0)
    household.settle()


def test_copies_say_their_source(qtbot: QtBot, household: Household) -> None:
    window = opened(household, 2)
    press(window, DOWN, SHIFT)
    QGuiApplication.clipboard().clear()
    QTest.keyClick(window, Qt.Key.Key_X, CTRL | SHIFT)
    qtbot.waitUntil(lambda: "by hand" in QGuiApplication.clipboard().text())
    first, second = QGuiApplication.clipboard().text().split("\n\n")
    assert first.startswith("note 1\n— You, 2026-")
    assert second.startswith("note 0\n— You, 2026-")
    household.settle()


def test_context_is_shown_before_it_is_copied_and_keeps_within_the_tokens(qtbot: QtBot, household: Household) -> None:
    household.library.capture("word " * 300)
    window = opened(household, 2, 3)
    press(window, Qt.Key.Key_A, CTRL)
    QGuiApplication.clipboard().clear()
    QTest.keyClick(window, Qt.Key.Key_K, CTRL | SHIFT)
    card = window.copying.card
    qtbot.waitUntil(lambda: card.text.toPlainText().count("> note") == 2)
    assert "word word" in card.text.toPlainText()
    assert QGuiApplication.clipboard().text() == ""
    card.tokens.setValue(200)
    qtbot.waitUntil(lambda: "word word" not in card.text.toPlainText())
    assert "1 had no room" in sentences(card)
    household.settle()
    assert household.library.settings()["context.tokens"] == 200
    QTest.keyClick(card, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not card.isVisible())
    copied = QGuiApplication.clipboard().text()
    assert copied.index("> note 0") < copied.index("> note 1")
    household.settle()


def sentences(of: QWidget) -> str:
    return " ".join(label.text() for label in of.findChildren(QLabel))
