"""A person reads a chat: a real service, the window on it; code is copied, tool output opened, branches switched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.clock import SystemClock
from mnemoteca.gui.app import Desk
from mnemoteca.gui.components.conversation import Conversation
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service

pytestmark = pytest.mark.gui
ANSWER = "Two ways, the **first** is shorter:\n\n```python\nprint('sea')\n```\n\n![map](http://example.org/map.png)\n"
OUTPUT = "total 2\nboat.py\nsea.py"


def node(parent: str | None, text: str, role: str, name: str | None = None) -> dict[str, object]:
    author = {"role": role, "name": name}
    content = {"content_type": "text", "parts": [text]}
    return {"parent": parent, "message": {"author": author, "create_time": 1.7e9, "content": content}}


CHAT = {
    "conversation_id": "c",
    "title": "The boat",
    "create_time": 1.7e9,
    "current_node": "thanks",
    "mapping": {
        "ask": node(None, "How do I print it?", "user"),
        "tool": node("ask", OUTPUT, "tool", "shell"),
        "short": node("tool", ANSWER, "assistant"),
        "long": node("tool", "- one\n- *two*", "assistant"),
        "thanks": node("short", "Thanks!", "user"),
    },
}


def click(qtbot: QtBot, conversation: Conversation, words: str) -> None:
    found = conversation.document().find(words)
    assert not found.isNull(), conversation.toPlainText()
    before = QTextCursor(found)
    before.setPosition(found.selectionStart())
    left, right = conversation.cursorRect(before), conversation.cursorRect(found)
    place = QPoint((left.right() + right.left()) // 2, left.center().y())
    qtbot.mouseClick(conversation.viewport(), Qt.MouseButton.LeftButton, pos=place)


def bring_in(client: Client, folder: Path) -> None:
    export = folder.parent / "conversations.json"
    export.write_text(json.dumps([CHAT]))
    library = client.library
    library.wait_job(library.import_file(str(export)).id, 120.0)


def test_a_chat_is_read_with_its_code_its_tools_and_its_branches(
    data_folder: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    with connect(data_folder, start=start_service, role="test") as client:
        bring_in(client, data_folder)
        (session,) = client.library.sessions()
        desk = Desk(qapp, data_folder, start_service, SystemClock())
        try:
            desk.show()
            conversation = desk.window.panes.reader.findChildren(Conversation)[0]
            qtbot.waitUntil(lambda: not desk.link.busy, timeout=20_000)
            desk.window.reading.open_session(session)
            qtbot.waitUntil(lambda: "the first is shorter" in conversation.toPlainText(), timeout=20_000)
            read(qtbot, conversation)
            desk.window.deeds.run("as_written")
            assert "- *two*" in conversation.toPlainText()
            qtbot.waitUntil(lambda: client.library.settings()["window.formatted"] is False)
        finally:
            desk.window.close()
            desk.close()


def read(qtbot: QtBot, conversation: Conversation) -> None:
    shown = conversation.toPlainText()
    assert "total 2 · 3 lines" in shown
    assert "boat.py" not in shown
    assert "▨ map" in shown
    conversation.grab()
    (code,) = conversation._boxes
    place = code.button(conversation._theme).center().toPoint()
    qtbot.mouseClick(conversation.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert QGuiApplication.clipboard().text() == "print('sea')"
    click(qtbot, conversation, "total 2")
    assert "boat.py\nsea.py" in conversation.toPlainText()
    qtbot.keyClick(conversation, Qt.Key.Key_Return)
    assert "boat.py" not in conversation.toPlainText()
    click(qtbot, conversation, " › ")
    qtbot.waitUntil(lambda: "•\ttwo" in conversation.toPlainText())
    assert "2 of 2" in conversation.toPlainText()
