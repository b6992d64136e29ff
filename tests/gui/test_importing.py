"""Bringing in at the window: a look first, the choice about secrets, how far it is, and what came of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.jobs import JobState
from mnemoteca.core.views import Place
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.link import Connection
from mnemoteca.gui.panes.import_box import ImportBox, Step
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household
from tests.unit.core.planted import drawn

__all__ = ["household"]
pytestmark = pytest.mark.gui
TOKEN = "gh" + "p_" + drawn(36)
BACK = "Bring back what of it is in the trash"


def chats(path: Path, *texts: str, torn: bool = False) -> Path:
    turns = [
        {"id": str(n), "speaker": "Ana", "text": text, "at": "2026-11-01T10:00:00Z"} for n, text in enumerate(texts)
    ]
    session = {"session_id": "s", "title": "Milk and bread", "started_at": "2026-11-01T10:00:00Z", "turns": turns}
    line = json.dumps({"name": "kitchen", "sessions": [session]}) + "\n"
    path.write_text(line + ("{torn\n" if torn else ""), encoding="utf-8")
    return path


def seen(qtbot: QtBot, window: Window, *paths: Path, timeout: int = 5000) -> ImportBox:
    """Have these looked at, and wait for what would come in."""
    window.bring([str(path) for path in paths])
    box = window.panes.bring_in
    qtbot.waitUntil(lambda: box.isVisible() and box.step is Step.SEEN, timeout=timeout)
    return box


def words(widget: QWidget) -> str:
    """Everything that is to be read in it."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    facts = [card.accessibleName() for card in widget.findChildren(FactsCard) if card.isVisible()]
    lists = [text.toPlainText() for text in widget.findChildren(QPlainTextEdit) if text.isVisible()]
    return "\n".join([*labels, *facts, *lists])


def button(box: QWidget, text: str) -> QAbstractButton:
    return next(b for b in box.findChildren(QAbstractButton) if b.text().startswith(text) and b.isVisible())


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_nothing_comes_in_before_a_person_has_seen_it(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    window = household.open().window
    box = seen(qtbot, window, chats(tmp_path / "kitchen.jsonl", "Milk?", "Two bottles."))
    told = words(box)
    assert "2 new memories in 1 session brought in" in told
    assert "“Milk and bread”" in told
    assert household.library.sessions() == ()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.step is Step.ENDED)
    assert "2 new memories" in words(box)
    assert household.library.counts().counts[Place.EVERYTHING] == 2
    press(Qt.Key.Key_Escape)
    assert not box.isVisible()
    household.settle()


def test_a_look_that_is_given_up_brings_nothing_in(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    window = household.open().window
    box = seen(qtbot, window, chats(tmp_path / "kitchen.jsonl", "Milk?"))
    press(Qt.Key.Key_Escape)
    assert not box.isVisible()
    household.settle()
    assert [job.kind for job in household.library.jobs()] == ["preview"]


@pytest.mark.parametrize("keep", [False, True])
def test_secrets_are_shown_masked_and_left_out_unless_they_are_wanted(
    qtbot: QtBot, household: Household, tmp_path: Path, keep: bool
) -> None:
    window = household.open().window
    box = seen(qtbot, window, chats(tmp_path / "keys.jsonl", f"The token is {TOKEN}, keep it"))
    assert "GitHub token × 1" in words(box)
    assert TOKEN not in words(box)
    if keep:
        button(box, "Keep them").click()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.step is Step.ENDED)
    text = household.library.turns(household.library.sessions()[0].id)[0].text
    assert text == f"The token is {TOKEN if keep else '‹secret: GitHub token›'}, keep it"
    household.settle()


def test_what_cannot_be_read_is_said_and_the_whole_list_can_be_saved(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    desk = household.open()
    desk.use_language("pt_BR")
    box = seen(qtbot, desk.window, chats(tmp_path / "kitchen.jsonl", "Milk?", torn=True))
    assert "linha 2: " in words(box)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.step is Step.ENDED and "linha 2" in words(box))
    saved = tmp_path / "list.txt"
    desk.window.arriving.importing.save_skipped(str(saved), lambda problem: None)
    qtbot.waitUntil(saved.exists)
    assert saved.read_text(encoding="utf-8").startswith("linha 2: ")
    desk.use_language("en")
    qtbot.waitUntil(lambda: "line 2: " in words(box) and "1 new session" in words(box))
    household.settle()


def test_what_came_in_can_be_taken_back(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    window = household.open().window
    box = seen(qtbot, window, chats(tmp_path / "kitchen.jsonl", "Milk?", "Two bottles."))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.step is Step.ENDED)
    household.library.capture("a note that came later")
    button(box, "Take it back").click()
    qtbot.waitUntil(lambda: "taken back" in words(box))
    assert household.library.counts().counts[Place.EVERYTHING] == 1
    household.settle()


def test_an_import_can_be_stopped_and_what_came_in_kept_or_taken_back(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    window = household.open().window
    box = seen(qtbot, window, chats(tmp_path / "many.jsonl", *[f"text {n}" for n in range(30_000)]), timeout=60_000)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.step is Step.COMING)
    button(box, "Stop").click()
    assert "Stop bringing in many.jsonl?" in words(box)
    press(Qt.Key.Key_Escape)  # Esc goes on
    assert "Bringing in many.jsonl" in words(box)
    button(box, "Stop").click()
    button(box, "Take it back").click()
    qtbot.waitUntil(lambda: box.step is Step.ENDED, timeout=60_000)
    assert household.library.counts().counts.get(Place.EVERYTHING, 0) == 0
    assert household.library.jobs(1)[0].state is JobState.CANCELLED
    household.settle()


def test_a_closed_dialog_lets_the_import_go_on_and_the_line_at_the_bottom_brings_it_back(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    window = household.open().window
    box = seen(qtbot, window, chats(tmp_path / "many.jsonl", *[f"text {n}" for n in range(20_000)]), timeout=60_000)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.step is Step.COMING)
    press(Qt.Key.Key_Escape)
    assert not box.isVisible()
    line = window.panes.status
    qtbot.waitUntil(lambda: any(b.text() == "Bringing in many.jsonl" for b in line.findChildren(QAbstractButton)))
    assert window.deeds.menus.actions["show_import"].isEnabled()
    window.deeds.run("show_import")
    assert box.isVisible()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.panes.toast.isVisible(), timeout=60_000)
    assert "20,000 new memories" in window.panes.toast.sentence()
    household.settle()


def test_a_look_goes_on_when_the_service_was_away(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    desk = household.open()
    household.service.hold = True
    desk.window.bring([str(chats(tmp_path / "kitchen.jsonl", "Milk?"))])
    household.service.stop()
    qtbot.waitUntil(lambda: desk.link.state is Connection.STARTING)
    household.service.hold = False
    household.service.listen()
    box = desk.window.panes.bring_in
    qtbot.waitUntil(lambda: box.step is Step.SEEN, timeout=10_000)
    household.settle()


def test_several_files_come_in_together_and_one_that_is_not_there_is_told(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    window = household.open().window
    note = tmp_path / "bread.md"
    note.write_text("# Bread\n\nRye or wheat?\n", encoding="utf-8")
    box = seen(qtbot, window, chats(tmp_path / "kitchen.jsonl", "Milk?"), note, tmp_path / "gone.jsonl")
    assert "Bring in 3 files?" in words(box)
    assert "gone.jsonl: There is no file" in words(box)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.step is Step.ENDED)
    assert household.library.counts().counts[Place.EVERYTHING] == 2
    household.settle()


def test_a_file_that_is_not_there_is_told_in_the_dialog(qtbot: QtBot, household: Household) -> None:
    window = household.open().window
    window.bring(["/no/such/file.jsonl"])
    box = window.panes.bring_in
    qtbot.waitUntil(lambda: box.step is Step.TROUBLE)
    assert "There is no file /no/such/file.jsonl." in words(box)
    household.settle()


def test_another_format_is_looked_at_anew(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    window = household.open().window
    note = tmp_path / "bread.md"
    note.write_text("# Bread\n\nRye or wheat?\n", encoding="utf-8")
    box = seen(qtbot, window, note)
    assert any(b.text() == "Markdown notes" for b in box.findChildren(QAbstractButton))
    box.format_wanted.emit("text")
    qtbot.waitUntil(lambda: any(b.text() == "plain text" for b in box.findChildren(QAbstractButton)))
    household.settle()


def test_the_keyboard_stays_in_the_dialog_and_no_command_of_the_window_counts(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    window = household.open().window
    before = window.browsing.place
    box = seen(qtbot, window, chats(tmp_path / "keys.jsonl", f"The token is {TOKEN}, keep it"))
    reached: list[str] = []
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert box.isAncestorOf(focus)
        reached.append(focus.accessibleName())
    assert any(name.startswith("Format:") for name in reached)
    assert {"Leave the secrets out", "Cancel", "Bring in 1 memory"} <= set(reached)
    QTest.keyClick(box, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    window.panes.list.focus_list()
    held = QApplication.focusWidget()
    assert held is not None
    assert box.isAncestorOf(held)
    assert window.browsing.place is before
    household.settle()


def wait_for_end(qtbot: QtBot, box: ImportBox) -> None:
    qtbot.waitUntil(lambda: box.step is Step.ENDED)


def test_what_was_forgotten_comes_back_where_the_person_ticks_it(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    file = chats(tmp_path / "kitchen.jsonl", "Milk?", "Two bottles.")
    desk = household.open()
    box = seen(qtbot, desk.window, file)
    assert not [tick for tick in box.findChildren(QAbstractButton) if tick.text() == BACK and tick.isVisible()]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.step is Step.ENDED)
    household.library.forget_session(household.library.sessions()[0].id)
    for wanted in (False, True):
        box = seen(qtbot, desk.window, file)
        assert "2 of these stay in the trash" in words(box)
        if wanted:
            button(box, BACK).click()
            assert "2 of these come back from the trash" in words(box)
        press(Qt.Key.Key_Return)
        wait_for_end(qtbot, box)
        assert ("2 came back from the trash" in words(box)) is wanted
        assert household.library.counts().counts[Place.EVERYTHING] == (2 if wanted else 0)
    household.settle()
