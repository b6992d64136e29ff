"""A branched chat in the whole window: from the file that came in to the answer beside the chosen one."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt

from mnemoteca.gui.components.conversation import Conversation
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def node(parent: str | None, text: str, role: str = "user") -> dict[str, object]:
    content = {"content_type": "text", "parts": [text]}
    return {"parent": parent, "message": {"author": {"role": role}, "create_time": 1.7e9, "content": content}}


CHAT = {
    "conversation_id": "c",
    "title": "The boat",
    "create_time": 1.7e9,
    "current_node": "blue",
    "mapping": {
        "ask": node(None, "Which colour?"),
        "red": node("ask", "Red, like a rose.", "assistant"),
        "thanks": node("red", "Thanks!"),
        "blue": node("ask", "Blue, like the sea.", "assistant"),
    },
}


def texts(conversation: Conversation) -> list[str]:
    return [turn.text for turn in conversation.turns()]


def test_a_chat_is_read_along_its_branches(household: Household) -> None:
    export = household.folder.parent / "conversations.json"
    export.write_text(json.dumps([CHAT]))
    desk = household.open()
    job = household.library.import_file(str(export))
    household.library.wait_job(job.id, 120.0)
    (session,) = household.library.sessions()
    rose = next(turn for turn in household.library.turns(session.id) if turn.text.startswith("Red"))

    reading, reader = desk.window.reading, desk.window.panes.reader
    conversation = reader.findChildren(Conversation)[0]
    reading.open_session(session)
    household.qtbot.waitUntil(lambda: texts(conversation) == ["Which colour?", "Blue, like the sea."])
    household.qtbot.waitUntil(lambda: "1 of 2" in conversation.toPlainText())

    reader.choose(conversation.turns()[1].id)
    household.qtbot.keyClick(conversation, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    household.qtbot.waitUntil(lambda: texts(conversation) == ["Which colour?", "Red, like a rose.", "Thanks!"])
    household.qtbot.waitUntil(lambda: reading.memory is not None and reading.memory.id == rose.id)
    household.qtbot.keyClick(conversation, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    household.qtbot.waitUntil(lambda: texts(conversation) == ["Which colour?", "Blue, like the sea."])

    reading.open_memory(rose, ((0, 3),))  # found on a branch that is not shown
    household.qtbot.waitUntil(lambda: texts(conversation) == ["Which colour?", "Red, like a rose.", "Thanks!"])
    chosen = reader.chosen()
    assert chosen is not None
    assert chosen.id == rose.id
    household.settle()
