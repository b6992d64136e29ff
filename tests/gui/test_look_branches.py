"""The reader of a chat as it was: other answers a step away, tool output folded, models and files as chips."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.branches import Link, Stretch, path
from mnemoteca.core.memory import Memory, Role
from mnemoteca.gui.components.conversation import Conversation
from mnemoteca.gui.components.folding import fold_words, is_foldable
from mnemoteca.gui.panes.reader import ReaderPane
from mnemoteca.gui.theme.theme import Theme
from tests.driven import DrivenClock
from tests.gui.memories import memory, session

ALT = Qt.KeyboardModifier.AltModifier
OUTPUT = "app.py\n\n" + "\n".join(f"line {n}" for n in range(118))


def turn(id: int, text: str, parent: int, **more: Any) -> Memory:
    return memory(text, id=id, position=id, parent=parent, **more)


CHAT = {
    each.id: each
    for each in (
        turn(1, "Which colour?", 0),
        turn(2, "Blue, rather.", 1, role=Role.ASSISTANT, speaker="ChatGPT", model="gpt-4o", attachments=("sea.png",)),
        turn(3, OUTPUT, 2, role=Role.TOOL, speaker="Read"),
        turn(4, "Like the sea.", 3, role=Role.ASSISTANT, speaker="ChatGPT"),
        turn(5, "Red.", 1, role=Role.ASSISTANT, speaker="ChatGPT", active=False),
        turn(6, "Thanks!", 5, active=False),
        turn(7, "Green.", 1, role=Role.ASSISTANT, speaker="ChatGPT", active=False),
    )
}
LINKS = [Link(each.id, each.parent, each.active) for each in CHAT.values()]


@pytest.fixture
def reader(qapp: QApplication, qtbot: QtBot) -> Iterator[ReaderPane]:
    made = ReaderPane(Theme(qapp, "dark"), DrivenClock())
    qtbot.addWidget(made)
    made.resize(620, 800)

    def answer(through: int, start: int, limit: int) -> None:
        found = path(LINKS, through)
        forks = tuple(found.beside[id] for id in found.ids if id in found.beside)
        made.add_turns(through, Stretch(7, 0, len(found.ids), tuple(CHAT[id] for id in found.ids), forks))

    made.turns_wanted.connect(answer)
    made.show()
    made.show_session(session(turns=7))
    yield made
    made.hide()


def text_of(reader: ReaderPane) -> Conversation:
    return reader.findChildren(Conversation)[0]


def shown(reader: ReaderPane) -> list[int]:
    return [each.id for each in text_of(reader).turns()]


def click(qtbot: QtBot, conversation: Conversation, words: str) -> None:
    """Click on these words, the last of that text."""
    found = conversation.document().find(words)
    assert not found.isNull(), conversation.toPlainText()
    before = QTextCursor(found)
    before.setPosition(found.selectionStart())
    left, right = conversation.cursorRect(before), conversation.cursorRect(found)
    qtbot.mouseClick(
        conversation.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint((left.right() + right.left()) // 2, left.center().y()),
    )


def test_the_chosen_path_is_shown_first_with_what_stands_beside_it(reader: ReaderPane) -> None:
    assert shown(reader) == [1, 2, 3, 4]
    assert "1 of 3" in text_of(reader).toPlainText()
    assert text_of(reader).toPlainText().count(" of 3") == 1


def test_a_click_goes_to_the_answer_beside_and_back(reader: ReaderPane, qtbot: QtBot) -> None:
    conversation = text_of(reader)
    with qtbot.waitSignal(reader.turn_chosen) as told:
        click(qtbot, conversation, " › ")
    assert shown(reader) == [1, 5, 6]
    assert told.args is not None
    assert told.args[0].id == 5
    assert "2 of 3" in conversation.toPlainText()
    click(qtbot, conversation, " › ")
    assert shown(reader) == [1, 7]
    click(qtbot, conversation, " › ")  # the last
    assert shown(reader) == [1, 7]
    click(qtbot, conversation, " ‹ ")
    assert shown(reader) == [1, 5, 6]


def test_alt_with_left_and_right_goes_to_the_answers_beside_the_chosen_one(reader: ReaderPane, qtbot: QtBot) -> None:
    conversation = text_of(reader)
    reader.choose(2)
    qtbot.keyClick(conversation, Qt.Key.Key_Left, ALT)
    assert shown(reader) == [1, 2, 3, 4]
    qtbot.keyClick(conversation, Qt.Key.Key_Right, ALT)
    assert shown(reader) == [1, 5, 6]
    chosen = reader.chosen()
    assert chosen is not None
    assert chosen.id == 5
    reader.choose(6)
    qtbot.keyClick(conversation, Qt.Key.Key_Right, ALT)  # nothing stands beside it
    assert shown(reader) == [1, 5, 6]


def test_a_turn_that_was_found_on_another_branch_brings_that_branch(reader: ReaderPane) -> None:
    reader.choose(6, ((0, 6),))
    assert shown(reader) == [1, 5, 6]
    chosen = reader.chosen()
    assert chosen is not None
    assert chosen.id == 6


def test_a_turn_that_is_gone_is_looked_for_once(reader: ReaderPane) -> None:
    reader.choose(99)
    assert shown(reader) == [1, 2, 3, 4]
    assert reader.chosen() is None


def test_a_branch_stays_when_the_session_is_shown_afresh(reader: ReaderPane) -> None:
    reader.choose(6)
    reader.show_session(session(turns=7))
    assert shown(reader) == [1, 5, 6]


def test_tool_output_is_one_line_until_it_is_opened(reader: ReaderPane, qtbot: QtBot) -> None:
    conversation = text_of(reader)
    assert "▸ Read app.py · 120 lines\n" in conversation.toPlainText()
    assert "line 7" not in conversation.toPlainText()
    click(qtbot, conversation, "Read app.py")
    assert "▾ Read app.py · 120 lines" in conversation.toPlainText()
    assert "\nline 117\n" in conversation.toPlainText()
    chosen = reader.chosen()
    assert chosen is not None
    assert chosen.id == 3
    reader.choose(4)
    place = conversation.document().find("Like the sea.")
    assert place.blockNumber() == conversation._starts[3] + 1  # turns behind it are still where they are counted
    click(qtbot, conversation, "Read app.py")
    assert "line 7" not in conversation.toPlainText()
    assert conversation.toPlainText().endswith("Like the sea.")


def test_enter_opens_and_folds_the_chosen_turn(reader: ReaderPane, qtbot: QtBot) -> None:
    conversation = text_of(reader)
    reader.choose(3)
    qtbot.keyClick(conversation, Qt.Key.Key_Return)
    assert "line 7" in conversation.toPlainText()
    qtbot.keyClick(conversation, Qt.Key.Key_Enter)
    assert "line 7" not in conversation.toPlainText()
    reader.choose(2)
    before = conversation.toPlainText()
    qtbot.keyClick(conversation, Qt.Key.Key_Return)  # nothing of it is folded
    assert conversation.toPlainText() == before


def test_what_was_found_in_tool_output_opens_it(reader: ReaderPane) -> None:
    reader.choose(3, ((8, 14),))
    assert "line 7" in text_of(reader).toPlainText()
    text_of(reader).grab()  # its marks are painted


def test_opened_output_stays_open_in_another_scheme(reader: ReaderPane) -> None:
    reader.choose(3, ((8, 14),))
    text_of(reader)._theme.use("light")
    assert "line 7" in text_of(reader).toPlainText()
    assert "1 of 3" in text_of(reader).toPlainText()


def test_the_model_and_the_files_stand_under_the_speaker(reader: ReaderPane) -> None:
    lines = text_of(reader).toPlainText().splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("ChatGPT"))
    assert lines[at + 1].split() == ["gpt-4o", "sea.png"]
    assert lines[at + 2] == "Blue, rather."
    reader.choose(2, ((0, 4),))
    text_of(reader).grab()


def test_what_is_folded_is_told_by_name_and_size(qapp: QApplication) -> None:
    def told(text: str, **more: Any) -> tuple[str, str]:
        return fold_words(memory(text, **more))

    tool = {"role": Role.TOOL, "parent": 1}
    assert told(OUTPUT, speaker="Read", **tool) == ("Read", "app.py · 120 lines")
    assert told("a\nb", speaker="Bash", places=(("file", "/home/ana/src/x.py"),), **tool) == ("Bash", "x.py · 2 lines")
    assert told("long " * 40, speaker="", **tool)[0] == "Tool"
    assert len(told("long " * 40, **tool)[1]) < 80
    assert told("one\ntwo", role=Role.DOCUMENT, speaker="plan.txt") == ("plan.txt", "2 lines")
    assert is_foldable(memory(role=Role.DOCUMENT, parent=4))
    assert not is_foldable(memory(role=Role.DOCUMENT))
