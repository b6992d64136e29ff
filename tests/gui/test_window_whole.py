"""The window as a whole: what it loads, what has a name, what is left when it goes."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mnemoteca.core.errors import NotFound
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.views import Place
from mnemoteca.gui.app import TopLevel
from mnemoteca.gui.panes.import_box import Step
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit
)  # fmt: skip
ENGINES = ("duckdb", "usearch", "tantivy", "onnxruntime", "llama_cpp", "apscheduler", "numpy", "asyncio")


def name_of(widget: QWidget) -> str:
    """What a screen reader says first."""
    found: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def test_the_window_loads_no_engine() -> None:
    script = f"import sys, mnemoteca.gui.app; print([m for m in {ENGINES!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=180, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


@pytest.mark.parametrize("command", ["place_everything", "place_short", "page_timeline", "search", "new_note"])
def test_every_control_has_a_name(qtbot: QtBot, household: Household, command: str) -> None:
    household.library.capture("Oat milk #kitchen")
    window = household.open().window
    window.deeds.run(command)
    household.settle()
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and widget.isVisible() and not name_of(widget)
    ]
    assert nameless == []


def test_every_place_and_pane_can_be_reached_by_tab(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    qtbot.waitUntil(lambda: window.browsing.entries.entry(1) is not None)
    window.panes.list.choose(1)
    household.settle()
    reached: set[QWidget] = set()
    widget: QWidget = window.panes
    for _ in range(500):
        following = widget.nextInFocusChain()
        assert following is not None
        widget = following
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            reached |= {pane for pane in panes_of(window.panes) if pane is widget or pane.isAncestorOf(widget)}
    names = {type(pane).__name__ for pane in reached}
    assert {"TopBar", "PlacesPane", "ListPane", "ReaderPane", "InspectorPane"} <= names


def panes_of(panes: QWidget) -> list[QWidget]:
    return [value for value in vars(panes).values() if isinstance(value, QWidget)]


def test_a_file_that_is_dropped_is_brought_in(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    file = tmp_path / "kitchen.jsonl"
    file.write_text('{"name": "k", "sessions": [{"session_id": "s", "started_at": "2026-11-01T10:00:00Z", '
                    '"title": "t", "turns": [{"id": "1", "speaker": "Ana", "text": "Milk?", '
                    '"at": "2026-11-01T10:00:00Z"}]}]}\n')  # fmt: skip
    window = household.open().window
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(500, 400), Qt.DropAction.CopyAction, data, none, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window.panes.veil.isVisible()
    window.dropEvent(QDropEvent(QPointF(500, 400), Qt.DropAction.CopyAction, data, none, keys))
    assert not window.panes.veil.isVisible()
    box = window.panes.bring_in
    qtbot.waitUntil(lambda: box.step is Step.SEEN)
    with qtbot.waitSignal(window.arriving.bringing.ended):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert household.library.counts().counts[Place.EVERYTHING] == 1
    household.settle()


def test_a_problem_is_said_as_a_sentence(qtbot: QtBot, household: Household) -> None:
    window = household.open().window
    window.tell_problem(NotFound("no_file", path="/no/such/file.jsonl"))
    assert window.panes.toast.isVisible()
    said = " ".join(label.text() for label in window.panes.toast.findChildren(QLabel))
    assert "/no/such/file.jsonl" in said
    assert "Traceback" not in said


def test_nothing_runs_while_nothing_lives_in_short(qtbot: QtBot, household: Household) -> None:
    desk = household.open()
    household.settle()
    qtbot.waitUntil(lambda: not [t for t in desk.window.findChildren(QTimer) if t.isActive()])
    qtbot.waitUntil(lambda: not [timer for timer in desk.findChildren(QTimer) if timer.isActive()])


def test_nothing_is_left_of_a_window_that_was_closed(household: Household) -> None:
    for _ in range(2):
        household.open()
        household.settle()
        household.shut()
    gc.collect()
    left = [type(widget).__name__ for widget in household.app.topLevelWidgets() if widget.isVisible()]
    assert left == []


def test_none_stays_whole_through_many_void_calls(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for n in range(500):
        label.setText(str(n))
    assert abs(sys.getrefcount(None) - before) < 50


def test_a_memory_that_stays_open_for_two_seconds_was_accessed(qtbot: QtBot, household: Household) -> None:
    memory = household.library.capture("Oat milk")
    window = household.open().window
    qtbot.waitUntil(lambda: window.browsing.entries.entry(1) is not None)
    window.panes.list.choose(1)
    assert household.library.memory(memory.id).access_count == 0
    qtbot.waitUntil(lambda: household.library.memory(memory.id).access_count == 1)
    household.settle()


def test_a_copied_memory_was_accessed_and_is_whole(qtbot: QtBot, household: Household) -> None:
    text = "word " * 1000
    memory = household.library.capture(text, space=DEFAULT_SPACE)
    window = household.open().window
    qtbot.waitUntil(lambda: window.browsing.entries.entry(1) is not None)
    window.panes.list.choose(1)
    window.deeds.run("copy")
    qtbot.waitUntil(lambda: household.app.clipboard().text() == memory.text)
    qtbot.waitUntil(lambda: household.library.memory(memory.id).access_count == 1)
    household.settle()


def test_a_bug_is_written_down_and_said_and_the_window_goes_on(qtbot: QtBot, household: Household) -> None:
    window = household.open().window
    written: list[str] = []
    hook = TopLevel(lambda kind, error, trace: written.append(kind.__name__), window.tell_problem, Path("the.log"))
    hook(KeyError, KeyError("a memory's text"), None)
    assert written == ["KeyError"]
    said = " ".join(label.text() for label in window.panes.toast.findChildren(QLabel))
    assert "the.log" in said
    assert "a memory's text" not in said
    household.settle()
