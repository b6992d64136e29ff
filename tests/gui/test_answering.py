"""An answer in the window: by a key, quoted or worded, its memories opened, asked on, kept by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mnemoteca.core.answers import AnswerKind
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household
from tests.writer import Scribe

__all__ = ["household"]
pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier
VAN = "It rained all day. Marcos lends us his van on Friday."


def asked(household: Household, question: str, scribe: Scribe | None = None) -> Window:
    """A window whose search field holds a question, after Ctrl+Enter."""
    household.library.capture(VAN)
    if scribe is not None:
        household.library.writer = scribe
    window = household.open().window
    window.deeds.run("search")
    QTest.keyClicks(window.focusWidget(), question)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, CTRL)
    household.qtbot.waitUntil(window.panes.answer.isVisible)
    return window


def test_a_question_is_answered_by_quotes_and_their_memory_is_opened(qtbot: QtBot, household: Household) -> None:
    window = asked(household, "who lends a van?")
    card = window.panes.answer
    qtbot.waitUntil(lambda: card.answer is not None)
    assert card.text.toPlainText() == "“Marcos lends us his van on Friday.” [1]"
    (source,) = card.sources()
    assert source.text().startswith("[1] ")
    source.click()
    qtbot.waitUntil(lambda: window.reading.memory is not None)
    assert not card.isVisible()
    assert window.reading.memory is not None
    assert window.reading.memory.text == VAN


def test_a_model_words_it_and_the_answer_is_kept(qtbot: QtBot, household: Household) -> None:
    said = {"sentences": [{"rests_on": [1], "text": "Marcos lends his van."}]}
    window = asked(household, "who lends a van?", Scribe(lambda wish: said))
    card = window.panes.answer
    qtbot.waitUntil(lambda: card.answer is not None)
    assert card.text.toPlainText() == "Marcos lends his van. [1]"
    card.keep_wanted.emit()
    qtbot.waitUntil(lambda: household.library.status().memories == 2)
    kept = household.library.memory(2)
    assert (kept.text, kept.kind, kept.category) == ("Marcos lends his van.", "answer", "inferred")
    household.settle()


def test_asking_on_keeps_the_question_before_in_mind(qtbot: QtBot, household: Household) -> None:
    window = asked(household, "who lends a van?")
    card = window.panes.answer
    qtbot.waitUntil(lambda: card.answer is not None)
    QTest.keyClicks(card.more, "when?")
    QTest.keyClick(card.more, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.answer is not None and card.answer.question == "when?")
    assert card.answer is not None
    assert card.answer.searched == "when? lends van"
    household.settle()


def test_nothing_found_is_said_and_nothing_can_be_kept(qtbot: QtBot, household: Household) -> None:
    window = asked(household, "submarine")
    card = window.panes.answer
    qtbot.waitUntil(lambda: card.answer is not None)
    assert card.answer is not None
    assert card.answer.kind is AnswerKind.NOTHING
    assert card.text.toPlainText() == "Nothing was found about this."
    card.keep_wanted.emit()
    household.settle()
    assert household.library.status().memories == 1


def test_esc_leaves_and_an_empty_field_asks_for_a_question(qtbot: QtBot, household: Household) -> None:
    window = asked(household, "who lends a van?")
    qtbot.waitUntil(lambda: window.panes.answer.answer is not None)
    QTest.keyClick(window.panes.answer.more, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.panes.answer.isVisible())
    window.panes.top.search_left.emit()
    window.panes.top.set_query("")
    window.deeds.run("answer")
    assert not window.panes.answer.isVisible()
    household.settle()
