"""The reader: turns come by chunks, stand still while more come, and keep their text as it is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.conversation import Conversation
from mnemoteca.gui.components.turn_text import lines_of
from mnemoteca.gui.panes.reader import CHUNK, ReaderPane
from mnemoteca.gui.theme.theme import Theme
from tests.driven import DrivenClock
from tests.gui.memories import memory, session, stretch, talk

CODE = "See:\n```python\nprint(1)\n\nprint(2)\n```\nDone."


class Turns:
    """A session that answers what the reader asks for."""

    def __init__(self, reader: ReaderPane, count: int) -> None:
        self.reader, self.all, self.asked = reader, talk(count), list[tuple[int, int]]()
        reader.turns_wanted.connect(self.answer)

    def answer(self, through: int, start: int, limit: int) -> None:
        self.asked.append((through, start))
        start = start if start >= 0 else max(0, through - 100 - limit // 3)
        self.reader.add_turns(through, stretch(self.all[start : start + limit], start, len(self.all)))


@pytest.fixture
def reader(qapp: QApplication, qtbot: QtBot) -> Iterator[ReaderPane]:
    made = ReaderPane(Theme(qapp, "dark"), DrivenClock())
    qtbot.addWidget(made)
    made.resize(520, 700)
    made.show()
    yield made
    made.hide()


def text_of(reader: ReaderPane) -> Conversation:
    return reader.findChildren(Conversation)[0]


def test_the_lines_of_a_text_know_what_is_code_and_where_they_stand() -> None:
    lines = lines_of(CODE)
    assert [(line.text, line.code) for line in lines] == [
        ("See:", False),
        ("print(1)", True),
        ("", True),
        ("print(2)", True),
        ("Done.", False),
    ]
    assert all(CODE[line.start : line.end] == line.text for line in lines)


def test_a_fence_that_never_ends_hides_nothing() -> None:
    assert [line.text for line in lines_of("a\n~~~\nb")] == ["a", "b"]
    assert lines_of("```\n```") == ()


def test_the_text_can_be_copied_as_it_was_written(reader: ReaderPane) -> None:
    reader.show_memory(memory("One <b>bold</b> line\nand a second; <img src='http://example.org/x.png'>"))
    shown = text_of(reader).toPlainText()
    assert "One <b>bold</b> line\nand a second; <img src='http://example.org/x.png'>" in shown


def test_a_session_is_asked_for_around_what_is_looked_for(reader: ReaderPane) -> None:
    turns = Turns(reader, 5000)
    reader.show_session(session(turns=5000), 3100)
    reader.choose(3100)
    assert turns.asked[0] == (3100, -1)
    chosen = reader.chosen()
    assert chosen is not None
    assert chosen.id == 3100
    assert len(text_of(reader).turns()) <= 4 * CHUNK


def test_a_long_session_opens_at_once(reader: ReaderPane) -> None:
    answering = Turns(reader, 20_000)
    begun = time.thread_time()
    reader.show_session(session(turns=20_000), 10_100)
    assert time.thread_time() - begun < 1.5  # 0.3 on an idle machine
    assert answering.asked[0] == (10_100, -1)
    assert text_of(reader).turns()


def test_what_is_read_stands_still_while_earlier_turns_come(reader: ReaderPane, qtbot: QtBot) -> None:
    conversation = text_of(reader)
    reader.show_session(session(turns=300), 250)
    reader.add_turns(250, stretch(talk(CHUNK, 120), 120, 300))
    reader.choose(250)
    place = conversation.cursorRect(place_of(conversation, "turn 150,")).top()
    conversation.add_before(talk(40, 80))
    assert abs(conversation.cursorRect(place_of(conversation, "turn 150,")).top() - place) <= 2
    assert [turn.position for turn in conversation.turns()] == list(range(80, 220))
    assert conversation.toPlainText().count("This is turn") == 140


def place_of(conversation: Conversation, words: str) -> QTextCursor:
    found = conversation.document().find(words)
    assert not found.isNull()
    return found


def test_turns_of_another_session_are_not_mixed_in(reader: ReaderPane) -> None:
    reader.show_session(session(turns=300))
    reader.add_turns(0, replace(stretch(talk(3)), session=8))
    reader.add_turns(101, stretch(talk(3)))  # of a branch that was never asked for
    assert text_of(reader).turns() == []


def answer(reader: ReaderPane, count: int) -> None:
    """A session of so many turns, all of them here."""
    reader.show_session(session(turns=count))
    reader.add_turns(0, stretch(talk(count)))


def test_a_click_chooses_a_turn(reader: ReaderPane, qtbot: QtBot) -> None:
    answer(reader, 3)
    conversation = text_of(reader)
    at = conversation.cursorRect(place_of(conversation, "turn 1,")).center()
    with qtbot.waitSignal(reader.turn_chosen) as told:
        qtbot.mouseClick(conversation.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args is not None
    assert told.args[0].id == 101
    assert reader.chosen() is told.args[0]


def test_the_next_turn_is_one_key_away(reader: ReaderPane, qtbot: QtBot) -> None:
    answer(reader, 3)
    reader.choose(100)
    qtbot.keyClick(text_of(reader), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    chosen = reader.chosen()
    assert chosen is not None
    assert chosen.id == 101


def test_turns_outlive_a_change_of_scheme(reader: ReaderPane, qapp: QApplication) -> None:
    answer(reader, 3)
    reader.choose(101, ((0, 4),))
    reader.findChildren(Conversation)[0]._theme.use("light")
    chosen = reader.chosen()
    assert chosen is not None
    assert chosen.id == 101
    assert text_of(reader).toPlainText().count("This is turn") == 3
