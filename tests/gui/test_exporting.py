"""What is chosen is written to a file or a folder: several memories, one, or a session."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from mnemoteca.core.jobs import JobState
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household
from tests.gui.test_many import DOWN, SHIFT, opened, press

__all__ = ["household"]
pytestmark = pytest.mark.gui


def answer(path: str, kind: int = 0) -> None:
    """As soon as it is asked where to: this path, and the kind that stands at this place in the list."""

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, type_it)
            return
        dialog.selectNameFilter(dialog.nameFilters()[kind])
        dialog.findChildren(QLineEdit)[0].setText(path)
        dialog.accept()

    QTimer.singleShot(20, type_it)


def written(household: Household) -> None:
    (job,) = household.library.jobs()
    assert household.library.wait_job(job.id, 120.0).state is JobState.DONE


def told(window: Window) -> str:
    return window.panes.toast.accessibleName()


def test_several_memories_are_written_as_our_own_file(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    window = opened(household, 4)
    press(window, DOWN, SHIFT)
    answer(str(tmp_path / "two"))
    window.panes.list.many.wanted.emit("export")
    qtbot.waitUntil(lambda: len(household.library.jobs()) == 1)
    written(household)
    (line,) = (tmp_path / "two.jsonl").read_text(encoding="utf-8").splitlines()
    (session,) = json.loads(line)["sessions"]
    assert [turn["text"] for turn in session["turns"]] == ["note 2", "note 3"]
    household.settle()


def test_a_session_is_written_as_a_folder_of_markdown(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    window = opened(household, 3)
    window.own_pages.open_session(household.library.sessions()[0])
    household.settle()
    answer(str(tmp_path / "folder"), 1)
    window.deeds.run("export")
    qtbot.waitUntil(lambda: len(household.library.jobs()) == 1)
    written(household)
    (file,) = (tmp_path / "folder").iterdir()
    assert "note 0" in file.read_text(encoding="utf-8")
    household.settle()


def test_a_file_that_is_there_is_never_written_over_and_it_is_said(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    window = opened(household, 2)
    (tmp_path / "there.jsonl").write_text("mine")
    answer(str(tmp_path / "there.jsonl"))
    window.deeds.run("export")
    household.settle()
    assert (tmp_path / "there.jsonl").read_text() == "mine"
    assert household.library.jobs() == ()
    assert "there.jsonl" in told(window)
