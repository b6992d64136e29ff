"""A person reads a chat of 20,000 turns on a real service: finds in it, goes by its outline and to a date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.clock import SystemClock
from mnemoteca.gui.app import Desk
from mnemoteca.gui.components.conversation import Conversation
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests.unit.library.importing import File, corpus, session, turn

pytestmark = pytest.mark.gui
TURNS, A_DAY = 20_000, 500
FIRST = datetime(2024, 3, 1, 6, tzinfo=UTC)
RARE = (777, 9_999, 19_990)  # turns in which the word stands


def bring_in(client: Client, folder: Path) -> None:
    turns = (
        turn(
            f"t{n}",
            f"turn {n}: the CAFÉ was closed" if n in RARE else f"turn {n}",
            at=(FIRST + timedelta(days=n // A_DAY, minutes=n % A_DAY)).isoformat(),
            role="assistant" if n % 2 else "user",
        )
        for n in range(TURNS)
    )
    path = File(folder.parent / "long.jsonl").write(corpus("long", session("s", *turns)))
    client.library.wait_job(client.library.import_file(str(path)).id, 120.0)


def test_a_long_chat_is_searched_gone_through_and_gone_to_a_date(
    data_folder: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    with connect(data_folder, start=start_service, role="test") as client:
        bring_in(client, data_folder)
        (chat,) = client.library.sessions()
        desk = Desk(qapp, data_folder, start_service, SystemClock())
        try:
            desk.show()
            qtbot.waitUntil(lambda: not desk.link.busy, timeout=20_000)
            desk.window.own_pages.open_session(chat)
            conversation = desk.window.panes.reader.findChildren(Conversation)[0]
            qtbot.waitUntil(lambda: "turn 3" in conversation.toPlainText(), timeout=20_000)
            find(qtbot, desk)
            go_by_the_outline(qtbot, desk)
            go_to_a_date(qtbot, desk)
        finally:
            desk.window.close()
            desk.close()


def in_sight(desk: Desk, place: int) -> bool:
    return place - 30 <= desk.window.panes.reader.place_in_sight() <= place


def says(desk: Desk, told: str) -> bool:
    return desk.window.panes.reader.find_bar.told() == told


def find(qtbot: QtBot, desk: Desk) -> None:
    reader = desk.window.panes.reader
    qtbot.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(reader.find_bar.field, "cafe")
    for shown, place in zip(("1 of 3", "2 of 3", "3 of 3", "1 of 3"), (*RARE, RARE[0]), strict=True):
        qtbot.waitUntil(partial(says, desk, shown), timeout=20_000)
        qtbot.waitUntil(partial(in_sight, desk, place), timeout=20_000)
        qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(desk.window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: in_sight(desk, RARE[0]), timeout=20_000)
    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)
    memory = desk.window.reading.memory
    assert memory is not None
    assert memory.text.startswith("turn 777:")


def go_by_the_outline(qtbot: QtBot, desk: Desk) -> None:
    outline = desk.window.panes.reader.outline
    desk.window.deeds.run("outline")
    qtbot.waitUntil(lambda: len(outline.said()) == 5_000, timeout=20_000)
    row = outline.said().index("turn 9000")
    outline.list.setCurrentIndex(outline.list.model().index(row, 0))
    qtbot.keyClick(outline.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: in_sight(desk, 9_000), timeout=20_000)
    qtbot.waitUntil(lambda: outline.here() == "turn 9000", timeout=20_000)
    desk.window.deeds.run("outline")


def go_to_a_date(qtbot: QtBot, desk: Desk) -> None:
    desk.window.deeds.run("go_to_date")
    desk.window.ask.field.setText("20 March 2024")
    qtbot.keyClick(desk.window.ask.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: in_sight(desk, 19 * A_DAY), timeout=20_000)
