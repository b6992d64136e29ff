"""The page of sources: what is here, what was said yes to, once a day, what is new, and no more of it."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.views import Place
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.import_box import Step
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with what Claude Code keeps in it, and a vault."""
    made = tmp_path / "home"
    kept = made / ".claude" / "projects" / "demo"
    kept.mkdir(parents=True)
    (kept / "old.jsonl").write_text("{}\n", encoding="utf-8")
    vault = made / "Documents" / "Diary"
    (vault / ".obsidian").mkdir(parents=True)
    (vault / "monday.md").write_text("# Monday\n\nA walk to the sea.\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(made))
    monkeypatch.delenv("CLAUDE_CONFIG_DIR", raising=False)
    return made


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget: QWidget, name: str) -> QAbstractButton:
    return next(
        b for b in widget.findChildren(QAbstractButton) if b.accessibleName().startswith(name) and b.isVisible()
    )


def opened(qtbot: QtBot, household: Household) -> QWidget:
    """The page of sources, as soon as it tells what there is."""
    window = household.open().window
    window.deeds.run("page_sources")
    page = window.panes.sources
    qtbot.waitUntil(lambda: "Claude Code" in words(page))
    assert window.browsing.page is Page.SOURCES
    return page


def test_what_is_on_this_machine_is_told_and_nothing_of_it_comes_in(
    qtbot: QtBot, household: Household, home: Path
) -> None:
    old = home / ".claude" / "projects" / "demo" / "old.jsonl"
    at = (household.clock.now() - timedelta(days=26)).timestamp()
    os.utime(old, (at, at))
    page = opened(qtbot, household)
    told = words(page)
    assert "Also on this computer" in told
    assert "Claude Code itself deletes files after 30 days: 1 of them within a week." in told
    assert "Obsidian" in told
    assert household.library.jobs() == ()
    household.settle()


def test_a_source_is_looked_into_brought_in_ticked_and_given_up(qtbot: QtBot, household: Household, home: Path) -> None:
    page = opened(qtbot, household)
    assert household.desk is not None
    window, library = household.desk.window, household.library
    button(page, "Look inside… Obsidian").click()
    box = window.panes.bring_in
    qtbot.waitUntil(lambda: box.step is Step.SEEN)
    box.bring_in_wanted.emit(box.options())
    qtbot.waitUntil(lambda: box.step is Step.ENDED)
    box.left.emit()
    qtbot.waitUntil(lambda: "You said yes to these" in words(page))
    button(page, "Bring in Obsidian once a day").click()
    qtbot.waitUntil(lambda: library.sources()[0].daily)
    (home / "Documents" / "Diary" / "tuesday.md").write_text("# Tuesday\n\nRain.\n", encoding="utf-8")
    window.deeds.run("import_again")
    qtbot.waitUntil(lambda: window.panes.toast.sentence() == "From 1 source: 1 new memory.")
    assert library.counts().counts[Place.EVERYTHING] == 2
    button(page, "Bring in nothing more from Obsidian").click()
    qtbot.waitUntil(lambda: library.sources()[0].yes_at is None)
    qtbot.waitUntil(lambda: "You said yes to these" not in words(page))
    assert library.counts().counts[Place.EVERYTHING] == 2
    household.settle()


def test_without_any_source_what_is_new_says_how_to_get_one(qtbot: QtBot, household: Household, home: Path) -> None:
    window = household.open().window
    window.deeds.run("import_again")
    qtbot.waitUntil(lambda: window.panes.toast.isVisible())
    assert "There is no source yet" in window.panes.toast.sentence()
    household.settle()


def test_the_sources_are_one_of_the_places_and_leave_the_others_as_they_were(
    qtbot: QtBot, household: Household, home: Path
) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    window.deeds.run("place_notes")
    window.panes.places.page_chosen.emit(Page.SOURCES)
    assert (window.browsing.page, window.state().place) == (Page.SOURCES, Place.NOTES)
    window.deeds.run("place_everything")
    assert (window.browsing.page, window.state().place) == (Page.LIST, Place.EVERYTHING)
    household.settle()
