"""The window on a real library: what a person does, and what is on the screen then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Tier
from mnemoteca.core.views import ListQuery, Place
from mnemoteca.gui.link import Connection
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.import_box import Step
from tests.gui.desk import Household, household, rows

__all__ = ["household"]
pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


def conversations() -> str:
    """A file of two conversations with three turns."""
    milk = [turn("m1", "Ana", "Is there milk?"), turn("m2", "Bia", "Two bottles.")]
    sessions = [session("s1", "Milk", milk), session("s2", "Bread", [turn("b1", "Ana", "Rye or wheat?")])]
    return json.dumps({"name": "kitchen", "sessions": sessions}) + "\n"


def session(id: str, title: str, turns: list[dict[str, str]]) -> dict[str, object]:
    return {"session_id": id, "title": title, "started_at": "2026-11-01T10:00:00Z", "turns": turns}


def turn(id: str, speaker: str, text: str) -> dict[str, str]:
    return {"id": id, "speaker": speaker, "text": text, "at": "2026-11-01T10:00:00Z"}


def test_a_new_library_shows_the_first_page(household: Household) -> None:
    desk = household.open()
    assert desk.window.browsing.page is Page.WELCOME


def test_a_note_of_another_program_appears_by_itself(qtbot: QtBot, household: Household) -> None:
    window = household.open().window
    household.library.capture("Oat milk")
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == ["Oat milk"])
    qtbot.waitUntil(lambda: window.browsing.page is Page.LIST)


def test_a_note_is_kept_found_pinned_forgotten_and_brought_back_by_keys(qtbot: QtBot, household: Household) -> None:
    window = household.open().window
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    box = window.panes.capture
    qtbot.waitUntil(box.isVisible)
    QTest.keyClicks(box.focusWidget(), "The keys are at Helena's")
    QTest.keyClick(box.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == ["The keys are at Helena's"])
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.focusWidget(), "helen")
    qtbot.waitUntil(lambda: [hit.memory.text for hit in window.browsing.hits.hits] == ["The keys are at Helena's"])
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.reading.memory is not None)
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: window.reading.memory is not None and window.reading.memory.pinned)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: household.library.counts().counts[Place.TRASH] == 1)
    qtbot.waitUntil(lambda: window.browsing.hits.hits == ())
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(window.browsing.hits.hits) == 1)
    assert window.browsing.hits.hits[0].memory.pinned
    household.settle()


def test_typing_searches_and_leaving_brings_the_place_back(qtbot: QtBot, household: Household) -> None:
    for text in ("Oat milk", "Rye bread"):
        household.library.capture(text)
    window = household.open().window
    qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) == 2)
    window.search("brea")
    qtbot.waitUntil(lambda: [hit.memory.text for hit in window.browsing.hits.hits] == ["Rye bread"])
    assert window.browsing.in_hits
    window.panes.top.search_left.emit()
    assert not window.browsing.in_hits
    qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) == 2)
    household.settle()


def test_the_tiers_stand_side_by_side(qtbot: QtBot, household: Household) -> None:
    library = household.library
    library.add_short_term("passing by", "personal", 0.3)
    library.promote(library.promote((library.capture("worth keeping").id,)).ids)
    window = household.open().window
    window.deeds.run("place_short")
    assert window.browsing.page is Page.TIERS
    household.settle()
    opened = library.open_view(ListQuery(Place.SHORT))
    assert opened.count == 1
    assert [memory.tier for memory in library.rows(opened.view, 0, 9).memories] == [Tier.SHORT]


def test_a_file_is_brought_in_and_its_sessions_are_listed(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    file = tmp_path / "two.jsonl"
    file.write_text(conversations(), encoding="utf-8")
    window = household.open().window
    window.deeds.run("place_sessions")
    window.bring([str(file)])
    box = window.panes.bring_in
    qtbot.waitUntil(lambda: box.step is Step.SEEN)
    with qtbot.waitSignal(window.arriving.bringing.ended) as ended:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert ended.args is not None
    assert (ended.args[0].result or {})["memories_new"] == 3
    qtbot.waitUntil(lambda: sorted(rows(window.browsing.entries)) == ["Bread", "Milk"])
    household.settle()


def test_a_service_that_restarts_is_healed(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == ["Oat milk"])
    household.service.stop()
    qtbot.waitUntil(lambda: household.desk is not None and household.desk.link.state is Connection.STARTING)
    household.library.capture("Rye bread")
    household.service.listen()
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == ["Rye bread", "Oat milk"])
    household.settle()


def test_the_window_comes_back_as_it_was_left(household: Household) -> None:
    desk = household.open()
    desk.window.deeds.run("place_notes")
    desk.window.deeds.run("theme_light")
    household.settle()
    household.shut()
    desk = household.open()
    assert desk.window.browsing.place is Place.NOTES
    assert desk.state.theme == "light"
    assert household.library.settings()["window.theme"] == "light"


def test_another_language_is_spoken_at_once(household: Household) -> None:
    desk = household.open()
    desk.window.deeds.run("language_pt_BR")
    household.settle()
    assert desk.window.deeds.menus.actions["new_note"].text() == "Nova nota"
    desk.window.deeds.run("language_en")
    household.settle()
    assert desk.window.deeds.menus.actions["new_note"].text() == "New note"


def test_another_space_shows_its_own_memories(qtbot: QtBot, household: Household) -> None:
    household.library.make_space("luna")
    household.library.capture("in personal")
    household.library.capture("in luna", space="luna")
    window = household.open().window
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == ["in personal"])
    window.spacing.choose("luna")
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == ["in luna"])
    household.settle()
