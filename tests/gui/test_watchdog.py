"""The watchdog tells what kept the window from looking at its person, and nothing else."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.gui.watchdog import Watchdog
from tests.flows.blocks import blocks

pytestmark = pytest.mark.gui
LONG_S, SHORT_S = 0.2, 0.01


def work(seconds: float) -> None:
    """Use so much CPU time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        sum(range(1000))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "blocks.jsonl"


@pytest.fixture
def window(qtbot: QtBot, record: Path) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    watchdog = Watchdog(made, record)
    yield made
    watchdog.close()


def told(record: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in record.read_text().splitlines()] if record.exists() else []


def run(qtbot: QtBot, seconds: float) -> None:
    """Work so long in one turn of the event loop."""
    done: list[bool] = []

    def turn() -> None:
        work(seconds)
        done.append(True)

    QTimer.singleShot(0, turn)
    qtbot.waitUntil(lambda: bool(done))


def test_long_work_is_told_with_where_it_was(qtbot: QtBot, window: QWidget, record: Path) -> None:
    window.show()
    qtbot.waitUntil(lambda: any("first_frame" in each for each in told(record)))
    run(qtbot, SHORT_S)
    run(qtbot, LONG_S)
    qtbot.waitUntil(lambda: any("ms" in each for each in told(record)))
    (block,) = [each for each in told(record) if "ms" in each]
    assert float(str(block["ms"])) >= 1000 * LONG_S
    assert "work" in str(block["at"])
    assert [each for each in blocks(record) if "work" in each]


def test_what_comes_before_the_first_frame_is_not_told(qtbot: QtBot, window: QWidget, record: Path) -> None:
    run(qtbot, LONG_S)
    assert told(record) == []


def test_a_window_that_is_covered_by_what_is_in_it_is_watched(qtbot: QtBot, window: QWidget, record: Path) -> None:
    ground = QWidget()
    ground.setAutoFillBackground(True)
    ground.setMinimumSize(200, 100)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(ground)
    window.show()
    qtbot.waitUntil(lambda: any("first_frame" in each for each in told(record)))
