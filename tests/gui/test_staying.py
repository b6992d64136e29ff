"""What closing the window does, what the tray says, and starting at login."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.pushes import JobMoved
from mnemoteca.gui import at_login
from mnemoteca.gui.state import read_state
from mnemoteca.gui.staying import Staying
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.tray import Tray
from tests.gui.desk import Household, household

pytestmark = pytest.mark.gui
__all__ = ["household"]


@pytest.fixture
def staying(household: Household, qapp: QApplication) -> Staying:
    """The window with a tray, which this platform lacks."""
    desk = household.open()
    made = desk.staying
    made.use_tray(lambda: True)
    return made


def test_where_there_is_no_tray_closing_ends_the_window(household: Household) -> None:
    desk = household.open()
    assert desk.staying.may_close()
    assert not desk.staying.card.isVisible()


def test_the_first_close_asks_and_esc_leaves_the_window_open(household: Household, staying: Staying) -> None:
    assert household.desk is not None
    window = household.desk.window
    window.close()
    assert window.isVisible()
    assert staying.card.isVisible()
    staying.card.left.emit()
    assert window.isVisible()
    assert staying.stays is None


def test_staying_hides_the_window_and_is_kept_as_the_setting(
    qtbot: QtBot, household: Household, staying: Staying
) -> None:
    assert household.desk is not None
    window = household.desk.window
    window.close()
    staying.card.chosen.emit(True)
    assert not window.isVisible()
    qtbot.waitUntil(lambda: household.library.settings()["service.keep_running"] is True)
    assert read_state(household.folder / "window.json").stays is True
    household.desk.wishes.raise_window()
    assert window.isVisible()
    window.close()  # asks no more
    assert not window.isVisible()
    household.settle()


def test_stopping_waits_for_no_service_that_is_slow(qtbot: QtBot, household: Household, staying: Staying) -> None:
    assert household.desk is not None
    window = household.desk.window
    window.close()
    household.service.hold = True
    staying.card.chosen.emit(False)
    assert not window.isVisible()
    qtbot.waitUntil(staying.may_close, timeout=10_000)  # it ends, though nobody answered
    assert read_state(household.folder / "window.json").stays is False
    household.service.release()
    household.settle()


def test_a_setting_changed_meanwhile_counts_at_the_next_close(
    qtbot: QtBot, household: Household, staying: Staying
) -> None:
    staying.stays = True
    household.library.set_setting("service.keep_running", False)
    assert household.desk is not None
    household.desk.window.close()
    qtbot.waitUntil(lambda: staying.stays is False)
    household.settle()


def test_the_tray_says_what_goes_on_in_words(household: Household, staying: Staying) -> None:
    tray = staying.tray
    assert tray.texts()[1:] == ["New note", "Open Mnemoteca", "Quit"]
    assert "rise and fade" in tray.texts()[0]
    job = Job(1, "import", "talks.jsonl", JobState.RUNNING, 64, 100, "turns", 9.0, 20.0, "", None, None)
    assert household.desk is not None
    household.desk.link.job_moved.emit(JobMoved(job))
    assert "talks.jsonl" in tray.texts()[0]


def test_the_tray_speaks_portuguese(household: Household, staying: Staying) -> None:
    assert household.desk is not None
    household.desk.use_language("pt_BR")
    assert staying.tray.texts()[1:] == ["Nova nota", "Abrir o Mnemoteca", "Sair"]
    household.desk.use_language("en")
    household.settle()


def test_the_icon_is_drawn_in_every_size(qapp: QApplication) -> None:
    tray = Tray(Theme(qapp, "dark"), qapp)
    assert [size.width() for size in tray.icon.icon().availableSizes()] == [16, 22, 32, 64]


def test_starting_at_login_is_an_entry_that_names_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "a folder"
    assert not at_login.is_set()
    at_login.set_at_login(True, folder)
    assert at_login.is_set()
    entry = (tmp_path / "config" / "autostart" / "mnemoteca.desktop").read_text(encoding="utf-8")
    (line,) = [line for line in entry.splitlines() if line.startswith("Exec=")]
    assert shlex.split(line.removeprefix("Exec=")) == at_login.start_command(folder)
    at_login.set_at_login(False, folder)
    assert not at_login.is_set()
    at_login.set_at_login(False, folder)  # twice is no harm


def test_signs_that_mean_something_in_an_entry_are_escaped() -> None:
    assert 'Exec="/a \\\\$b%%"' in at_login.desktop_entry(["/a $b%"])
