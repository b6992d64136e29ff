"""The inspector over a real library: why a memory is remembered, where it came from, and what a session holds."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.life import Event, MemoryLife, Origin
from mnemoteca.core.memory import Memory, Session, Tier
from mnemoteca.core.views import ListQuery, Place
from mnemoteca.gui import told_life
from mnemoteca.gui.components.life import AHEAD, LifeLine, life_of
from mnemoteca.gui.panes.inspector import InspectorPane
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.window import Window
from tests.driven import DrivenClock
from tests.gui.desk import Household, household
from tests.gui.memories import NOW, memory, session

__all__ = ["household"]
pytestmark = pytest.mark.gui
ENGLISH = QLocale(QLocale.Language.English)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "dark")


def said(pane: InspectorPane) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]


def event(days_ago: float, kind: Happened, by: By = By.RULE, tier: Tier | None = None) -> Event:
    return Event(NOW - timedelta(days=days_ago), kind, by, tier)


def told(*events: Event, recalled: dict[By, int] | None = None) -> MemoryLife:
    return MemoryLife(1, events, recalled or {}, Origin("note"))


def test_why_it_is_remembered_is_said_from_what_happened() -> None:
    rose = told(event(2, Happened.PROMOTED, By.RULE, Tier.LONG), recalled={By.PERSON: 3, By.ASSISTANT: 1})
    kept = memory(importance=0.82, access_count=4, last_access=NOW - timedelta(days=1), pinned=True)
    facts = dict(told_life.why(kept, rose, NOW, ENGLISH))
    assert facts["Promoted"].startswith("importance .82, ")
    assert facts["Recalled"].startswith("4 times, by you and by assistants, last on ")
    assert facts["Kept because"].endswith(", and you pinned it")
    by_hand = told(event(2, Happened.PROMOTED, By.PERSON, Tier.LONG))
    assert dict(told_life.why(kept, by_hand, NOW, ENGLISH))["Promoted"].startswith("by you, ")
    never = memory(access_count=0)
    assert dict(told_life.why(never, None, NOW, ENGLISH))["Recalled"] == "not yet"
    gone = memory(tier=Tier.FADED)
    assert dict(told_life.why(gone, told(event(1, Happened.FADED, By.RULE, Tier.MEDIUM)), NOW, ENGLISH))["Faded"]


def test_the_curve_begins_anew_at_every_reading_and_the_tiers_stand_above_it() -> None:
    kept = memory(occurred_at=NOW - timedelta(days=20), recorded_at=NOW - timedelta(days=20), access_count=2)
    life = life_of(
        kept,
        NOW,
        told(
            event(19, Happened.PROMOTED, By.RULE, Tier.MEDIUM),
            event(12, Happened.ACCESSED, By.PERSON, Tier.MEDIUM),
            event(10, Happened.PROMOTED, By.RULE, Tier.LONG),
            event(5, Happened.ACCESSED, By.ASSISTANT, Tier.LONG),
        ),
    )
    assert len(life.reads) == 2
    assert life.sure
    assert round(life.present(NOW), 2) == 0.43  # what an assistant recalled counts half: as if 8.5 days ago
    assert life.present(NOW + AHEAD) < 0.04
    assert life.present(NOW + AHEAD) < life.if_recalled(NOW + AHEAD) < 0.06
    assert life_of(kept, NOW, told(event(5, Happened.ACCESSED, By.PERSON)), "fsrs").present(NOW + AHEAD) > 0.5
    assert [stage.tier for stage in life.stages] == [Tier.SHORT, Tier.MEDIUM, kept.tier]
    assert not life_of(memory(access_count=3, last_access=NOW - timedelta(days=1)), NOW).sure


def open_first(household: Household, qtbot: QtBot, place: str) -> Window:
    window = household.open().window
    window.deeds.run(f"place_{place}")
    kind = Session if place == "sessions" else Memory
    qtbot.waitUntil(lambda: isinstance(window.browsing.entries.entry(1), kind))
    window.panes.list.choose(1)
    household.settle()
    return window


def test_a_memory_that_is_read_tells_why_it_is_here(qtbot: QtBot, household: Household) -> None:
    kept = household.library.capture("Helena has the keys #home")
    household.clock.advance(60)
    household.library.promote((kept.id,))
    household.library.promote((kept.id,))
    household.clock.advance(60)
    window = open_first(household, qtbot, "everything")
    pane = window.panes.inspector
    qtbot.waitUntil(lambda: any(text.startswith("by you, ") for text in said(pane)))
    shown = said(pane)
    assert {"This memory", "Life", "Why it is remembered", "Where it came from", "Tags"} <= set(shown)
    assert "you wrote it down" in shown
    curve = pane.findChild(LifeLine)
    assert curve is not None
    assert "Tiers: " in curve.accessibleDescription()
    household.library.accessed((kept.id,))
    qtbot.waitUntil(lambda: any(text.startswith("once, by you") for text in said(pane)))
    household.settle()


def talk(folder: Path) -> Path:
    at = datetime(2026, 11, 20, 10, tzinfo=UTC)
    turns = [
        {"id": str(n), "speaker": who, "text": text, "at": (at + timedelta(minutes=n)).isoformat()}
        for n, (who, text) in enumerate((("Ana", "Where are the keys?"), ("Helena", "With Marcos. #keys")))
    ]
    file = folder / "talk.jsonl"
    session = {"session_id": "s", "started_at": at.isoformat(), "title": "The keys", "turns": turns}
    file.write_text(json.dumps({"name": "talks", "sessions": [session]}) + "\n", encoding="utf-8")
    return file


def test_a_session_that_is_chosen_is_shown_instead_of_nothing(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    library = household.library
    library.wait_job(library.import_file(str(talk(tmp_path))).id, 120.0)
    view = library.open_view(ListQuery(Place.EVERYTHING))
    turn: Memory = library.rows(view.view, 0, 5).memories[0]
    library.tag((turn.id,), add=("move",))
    window = open_first(household, qtbot, "sessions")
    pane = window.panes.inspector
    qtbot.waitUntil(lambda: "#move" in {button.text() for button in pane.findChildren(QAbstractButton)})
    shown = said(pane)
    assert {"This session", "What it holds", "Where it came from", "The keys", "2 turns"} <= set(shown)
    assert "Ana, Helena" in shown
    assert "This memory" not in shown
    assert {b.text() for b in pane.findChildren(QAbstractButton) if b.isVisible()} == {"#move"}
    assert pane.accessibleName() == "This session"
    household.settle()


def test_a_commit_made_during_a_session_leads_to_it(theme: Theme, qtbot: QtBot) -> None:
    pane = InspectorPane(theme, DrivenClock(NOW))
    qtbot.addWidget(pane)
    pane.resize(312, 800)
    pane.show()
    chosen = session()
    pane.set_session(chosen)
    commit = memory(id=5, kind="commit", text="Pack for three systems\n\nWith their installers.")
    pane.set_commits(chosen.id + 1, (commit,))  # of one that was looked at before
    assert [b.text() for b in pane.findChildren(QAbstractButton) if b.isVisible()] == []
    pane.set_commits(chosen.id, (commit,))
    (button,) = (b for b in pane.findChildren(QAbstractButton) if b.isVisible())
    assert button.accessibleName() == "Open the commit Pack for three systems"
    with qtbot.waitSignal(pane.memory_wanted) as wanted:
        button.click()
    assert wanted.args == [commit]
    pane.set_memory(None)
    assert not button.isVisible()
