"""Sessions are shown by day, by source or by project, and the choice stays."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mnemoteca.core.views import Group
from mnemoteca.gui import rows
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household
from tests.unit.library.importing import File, corpus, session, turn

__all__ = ["household"]
pytestmark = pytest.mark.gui


def headers(window: Window) -> list[str]:
    model = window.browsing.entries
    values = (model.data(model.index(item, 0), rows.RowRole) for item in model.header_items())
    return [value.header for value in values if isinstance(value, rows.RowValue)]


def test_sessions_are_grouped_by_key_and_stay_so_over_a_restart(qtbot: QtBot, household: Household) -> None:
    path = File(household.folder.parent / "a.jsonl")
    lines = path.write(
        corpus("a", session("a", turn("a"), title="one"), source="chatgpt"),
        corpus("b", session("b", turn("b"), title="two"), source="claude-code"),
    )
    household.library.wait_job(household.library.import_file(str(lines)).id, 60.0)
    household.library.capture("a note")
    window = household.open().window
    window.deeds.run("group_source")
    household.settle()
    qtbot.waitUntil(lambda: headers(window) == ["ChatGPT", "Claude Code", "by hand"])
    assert window.deeds.menus.actions["group_source"].isChecked()
    first = window.browsing.entries.data(window.browsing.entries.index(1, 0), rows.RowRole)
    assert isinstance(first, rows.RowValue)
    assert "2023" in first.right_top  # no header says the day
    household.library.capture("another note")
    qtbot.waitUntil(lambda: window.browsing.entries.count == 3)
    household.settle()
    assert json.loads((household.folder / "window.json").read_text())["place"] == "everything"
    household.shut()
    window = household.open().window
    assert window.browsing.group is Group.SOURCE
    qtbot.waitUntil(lambda: headers(window) == ["ChatGPT", "Claude Code", "by hand"])
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    household.settle()
    qtbot.waitUntil(lambda: headers(window) == ["No project"])
    window.deeds.run("group_day")
    household.settle()
    qtbot.waitUntil(lambda: len(headers(window)) == 2)


def test_a_folder_is_called_by_its_last_name() -> None:
    assert rows.group_row(Group.PROJECT, "/home/ana/boats/").header == "boats"
    assert rows.group_row(Group.PROJECT, "C:\\work\\boats").header == "boats"
    assert rows.group_row(Group.SOURCE, "claude-code").header == "Claude Code"
