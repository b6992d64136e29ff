"""The page of activity: what runs and how far it is, what ended and how, and what can be done about it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.jobs import JobState
from mnemoteca.core.views import Place
from mnemoteca.gui.components.entries import Entry
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.page import Page
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def chats(folder: Path, turns: int = 3) -> Path:
    told = [{"id": str(n), "role": "user", "text": f"turn {n}"} for n in range(turns)]
    path = folder / "chats.jsonl"
    path.write_text(
        json.dumps({"format": "sessions", "collection": "c", "sessions": [{"id": "s", "title": "Talk", "turns": told}]})
    )
    return path


def activity(household: Household) -> Window:
    window = (household.desk or household.open()).window
    window.deeds.run("page_activity")
    household.settle()
    return window


def said(window: Window) -> list[str]:
    """What each job says, from the top."""
    page = window.panes.activity
    shown = [entry for entry in page.findChildren(Entry) if not entry.isHidden()]
    return [entry.spoken() for entry in sorted(shown, key=lambda entry: entry.mapTo(page, entry.pos()).y())]


def press(window: Window, name: str) -> None:
    (button,) = (b for b in window.panes.activity.findChildren(QPushButton) if b.accessibleName() == name)
    assert not button.isHidden()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_the_page_says_that_nothing_ran_and_that_all_is_indexed(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    household.library.wait()
    window = activity(household)
    assert window.browsing.page is Page.ACTIVITY
    assert said(window) == []
    (card,) = window.panes.activity.findChildren(FactsCard)
    assert "Search by words everything indexed" in card.accessibleName()


def test_an_import_is_seen_while_it_runs_and_when_it_has_ended(qtbot: QtBot, household: Household) -> None:
    window = activity(household)
    household.library.import_file(str(chats(household.folder.parent)))
    qtbot.waitUntil(lambda: any("3 new memories" in each for each in said(window)))
    assert said(window)[0].startswith("Import of chats.jsonl, 1 new session, 3 new memories.")
    press(window, "Show: Import of chats.jsonl")
    qtbot.waitUntil(window.panes.bring_in.isVisible)
    household.settle()


def test_what_waits_can_be_stopped_and_tried_again(qtbot: QtBot, household: Household) -> None:
    household.library.jobs_runner.stop()  # nothing is begun
    job = household.library.import_file(str(chats(household.folder.parent)))
    window = activity(household)
    assert said(window) == ["Bringing in chats.jsonl, Waits for its turn"]
    household.library.cancel_job(job.id)
    household.library.jobs_runner.start()
    window.care_pages.working.refresh()
    qtbot.waitUntil(
        lambda: said(window)[0].startswith("Import of chats.jsonl, It was stopped before anything came in.")
    )
    press(window, "Try again: Import of chats.jsonl")
    qtbot.waitUntil(lambda: len(said(window)) == 2 and "3 new memories" in said(window)[0])
    assert household.library.counts().counts[Place.EVERYTHING] == 3
    household.settle()


def test_an_export_that_failed_says_why_and_is_written_when_tried_again(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    household.library.jobs_runner.stop()
    target = household.folder.parent / "out.jsonl"
    job = household.library.export(str(target))
    target.write_text("in the way")
    household.library.jobs_runner.start()
    assert household.library.wait_job(job.id, 120.0).state is JobState.FAILED
    window = activity(household)
    assert "out.jsonl" in said(window)[0]
    target.unlink()
    press(window, "Try again: Export to out.jsonl")
    qtbot.waitUntil(lambda: any("Written: 1 memory in 1 session." in each for each in said(window)))
    household.settle()


def test_the_arrows_go_from_job_to_job(qtbot: QtBot, household: Household) -> None:
    for _ in range(2):
        household.library.wait_job(household.library.import_file(str(chats(household.folder.parent))).id, 120.0)
    window = activity(household)
    shows = [b for b in window.panes.activity.findChildren(QPushButton) if b.text() == "Show" and not b.isHidden()]
    assert len(shows) == 2
    held = window.focusWidget()
    assert held in shows
    QTest.keyClick(held, Qt.Key.Key_Down)
    assert window.focusWidget() in shows
    assert window.focusWidget() is not held


def test_the_line_at_the_bottom_leads_to_the_activity(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    household.library.wait()
    window = household.open().window
    (button,) = (b for b in window.panes.status.findChildren(QPushButton) if b.text() == "Everything indexed")
    qtbot.waitUntil(button.isVisible)
    button.click()
    assert window.browsing.page is Page.ACTIVITY
    household.settle()
