"""Reading a long session: finding in it, its outline, going to a date; of turns that are not here yet, too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.conversation import Conversation
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household
from tests.unit.library.importing import File, corpus, session, turn

__all__ = ["household"]
pytestmark = pytest.mark.gui
TURNS, A_DAY = 1200, 100
FIRST = datetime(2024, 3, 1, 9, tzinfo=UTC)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def told(n: int) -> dict[str, object]:
    at = (FIRST + timedelta(days=n // A_DAY, minutes=n % A_DAY)).isoformat()
    if n % 400 == 50:
        return turn(f"t{n}", f"turn {n} in the **Café** by the sea", at=at, role="user")
    return turn(f"t{n}", f"turn {n}", at=at, role="assistant" if n % 2 else "user")


@pytest.fixture
def window(household: Household, qtbot: QtBot) -> Window:
    """A window in which a session of 1,200 turns is read from its beginning."""
    path = File(household.folder.parent / "chats.jsonl").write(corpus("c", session("s", *map(told, range(TURNS)))))
    household.library.wait_job(household.library.import_file(str(path)).id, 60.0)
    made = household.open().window
    made.own_pages.open_session(household.library.sessions()[0])
    household.settle()
    qtbot.waitUntil(lambda: "turn 5" in text(made).toPlainText())
    return made


def text(window: Window) -> Conversation:
    return window.panes.reader.findChildren(Conversation)[0]


def in_sight(window: Window) -> int:
    return window.panes.reader.place_in_sight()


def is_near(window: Window, place: int) -> bool:
    return place - 30 <= in_sight(window) <= place


def marked(window: Window) -> list[str]:
    return [each.cursor.selectedText() for each in text(window).extraSelections()]


def seek(household: Household, window: Window, words: str) -> None:
    window.deeds.run("find")
    QTest.keyClicks(window.panes.reader.find_bar.field, words)
    QTest.keyClick(window.panes.reader.find_bar.field, Qt.Key.Key_Return)
    household.qtbot.waitUntil(lambda: bool(window.panes.reader.find_bar.told()))
    household.settle()


def bar_says(window: Window) -> str:
    return window.panes.reader.find_bar.told()


def test_what_is_found_is_counted_before_its_turns_are_here_and_gone_to(
    qtbot: QtBot, household: Household, window: Window
) -> None:
    seek(household, window, "cafe by")
    assert bar_says(window) == "Not found"  # letters that are not shown stand between
    window.panes.reader.find_bar.field.clear()
    seek(household, window, "CAFE")
    qtbot.waitUntil(lambda: bar_says(window) == "1 of 3")
    assert marked(window) == ["Café"]
    for shown, turn_shown in (("2 of 3", 450), ("3 of 3", 850), ("1 of 3", 50)):
        window.deeds.run("find_next")
        household.settle()
        assert bar_says(window) == shown
        qtbot.waitUntil(partial(is_near, window, turn_shown))
        assert f"turn {turn_shown} in the Café" in text(window).toPlainText()
    window.deeds.run("find_previous")
    household.settle()
    qtbot.waitUntil(lambda: bar_says(window) == "3 of 3")
    assert window.reading.memory is None
    QTest.keyClick(window.panes.reader.find_bar.field, Qt.Key.Key_Escape)
    household.settle()
    assert not window.panes.reader.find_bar.isVisible()
    assert window.reading.memory is not None
    assert "turn 850" in window.reading.memory.text
    assert marked(window) == []
    assert text(window).hasFocus()


def test_finding_goes_by_keys_alone(qtbot: QtBot, household: Household, window: Window) -> None:
    text(window).setFocus()
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    field = window.panes.reader.find_bar.field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "cafe")
    qtbot.waitUntil(lambda: bar_says(window) == "1 of 3")
    household.settle()
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert bar_says(window) == "2 of 3"
    household.settle()
    QTest.keyClick(window, Qt.Key.Key_F3, SHIFT)
    assert bar_says(window) == "1 of 3"
    household.settle()


def test_where_no_session_is_read_everything_is_searched(household: Household, window: Window) -> None:
    window.deeds.run("page_settings")
    window.deeds.run("find")
    held = QApplication.focusWidget()
    assert held is not None
    assert window.panes.top.isAncestorOf(held)
    household.settle()


def test_the_outline_leads_to_days_and_questions_and_marks_where_one_is(
    qtbot: QtBot, household: Household, window: Window
) -> None:
    outline = window.panes.reader.outline
    assert not outline.isVisible()
    window.deeds.run("outline")
    qtbot.waitUntil(lambda: len(outline.said()) > 10)
    said = outline.said()
    assert any("Mar 2024" in each or "March 2024" in each for each in said[:1]), said[:3]
    assert "turn 2" in said
    assert outline.list.hasFocus()
    row = said.index("turn 1000")
    outline.list.setCurrentIndex(outline.list.model().index(row, 0))
    QTest.keyClick(outline.list, Qt.Key.Key_Return)
    household.settle()
    qtbot.waitUntil(lambda: in_sight(window) == 1000)
    qtbot.waitUntil(lambda: outline.here() == "turn 1000")
    text(window).verticalScrollBar().setValue(text(window).verticalScrollBar().value() + 900)
    qtbot.waitUntil(lambda: outline.here() not in ("", "turn 1000"))
    household.settle()
    QTest.keyClick(outline.list, Qt.Key.Key_Escape)
    assert not outline.isVisible()
    household.settle()


def answer(window: Window, words: str) -> None:
    window.ask.field.setText(words)
    QTest.keyClick(window.ask.field, Qt.Key.Key_Return)


def test_a_date_is_gone_to_in_the_session(qtbot: QtBot, household: Household, window: Window) -> None:
    window.deeds.run("go_to_date")
    assert window.ask.isVisible()
    answer(window, "5 de março de 2024")
    household.settle()
    qtbot.waitUntil(lambda: in_sight(window) == 400)
    window.deeds.run("go_to_date")
    answer(window, "2031")
    household.settle()
    assert "Nothing on that day; the nearest is" in window.panes.toast.sentence()
    window.deeds.run("go_to_date")
    answer(window, "when it rained")
    assert window.panes.toast.sentence() == "“when it rained” is no date that is understood here."
    household.settle()


def test_a_date_is_gone_to_in_a_list_whose_rows_are_not_here_yet(
    qtbot: QtBot, household: Household, window: Window
) -> None:
    window.deeds.run("page_settings")
    window.deeds.run("go_to_date")
    answer(window, "March 2024")
    household.settle()
    qtbot.waitUntil(lambda: window.reading.memory is not None)
    household.settle()
    assert window.reading.memory is not None
    assert window.reading.memory.occurred_at is not None
    assert window.reading.memory.occurred_at.date() == FIRST.date()


def test_the_marks_follow_a_text_that_is_shown_as_it_was_written(
    qtbot: QtBot, household: Household, window: Window
) -> None:
    seek(household, window, "cafe")
    window.deeds.run("as_written")
    qtbot.waitUntil(lambda: marked(window) == ["Café"])
    assert isinstance(text(window), QTextEdit)
    household.settle()
