"""Why something is remembered: asked of any memory, and followed to what rests on it and to the run that did it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Tier
from mnemoteca.core.sleep.why import Ref
from mnemoteca.core.views import Place
from mnemoteca.gui import told_why
from mnemoteca.gui.components.fact_rows import FactRows
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.reason_card import ReasonCard
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household
from tests.gui.test_sleep import DUPLICATE, NOTES, button, kept, labels, lines

__all__ = ["household"]
pytestmark = pytest.mark.gui


def reading(qtbot: QtBot, household: Household, id: int) -> Window:
    """A window on this memory."""
    window = household.open().window
    window.own_pages.open_memory(household.library.memory(id))
    qtbot.waitUntil(lambda: window.reading.memory is not None and window.reading.memory.id == id)
    household.settle()
    return window


def asked(qtbot: QtBot, window: Window) -> ReasonCard:
    window.deeds.run("why")
    card = window.panes.reason
    qtbot.waitUntil(card.isVisible)
    return card


def told(card: ReasonCard) -> dict[str, str]:
    return {name: value for rows in card.findChildren(FactRows) for name, value in rows.told()}


def test_it_says_where_a_memory_came_from_what_rests_on_it_and_what_would_alter_it(
    qtbot: QtBot, household: Household
) -> None:
    ids = kept(household, *NOTES)
    household.library.consolidate_medium_to_long()
    window = reading(qtbot, household, ids[0])
    card = asked(qtbot, window)
    said = told(card)
    assert said["Came from"].startswith("by hand")
    assert said["Tier"] == "Medium"
    assert said["Next"].startswith("it fades in")
    assert "A pin keeps it where it is." in said["What would alter it"]
    assert f"{NOTES[0]}" in lines(card)[-1] or any(NOTES[0][:40] in line for line in lines(card))
    card.rested_on_by.setFocus()
    QTest.keyClick(card.rested_on_by, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.found is not None and card.found.kind == "digest")
    household.settle()
    assert told(card)["Made by"].startswith("run 1")
    assert any(NOTES[0] in line for line in lines(card))
    button(card, "Show the run").click()
    qtbot.waitUntil(lambda: window.browsing.page is Page.SLEEP and DUPLICATE in lines(window.panes.sleep.run))
    household.settle()


def test_a_digest_is_called_by_what_it_is_about() -> None:
    said = ("session 2026-11-20", "day 2026-11-20", "week 2026-11-16", "topic Recife")
    lines = [told_why.ref_line(Ref("digest", n, each), date(2026, 11, 21)).text for n, each in enumerate(said)]
    about = ("Notes of 20 Nov", "20 Nov", "the week of 16 Nov", "Recife")
    assert lines == [f"Digest “{each}”" for each in about]


def test_a_merged_memory_leads_to_the_one_that_was_kept(qtbot: QtBot, household: Household) -> None:
    ids = kept(household, *NOTES)
    household.library.consolidate_medium_to_long()
    assert household.library.memory(ids[3]).tier is Tier.FADED
    window = reading(qtbot, household, ids[3])
    card = asked(qtbot, window)
    button(card, "Another memory says the same, and was kept").click()
    qtbot.waitUntil(lambda: card.found is not None and card.found.id == ids[2])
    household.settle()
    assert "Another memory says the same, and faded" in lines(card)
    button(card, "Read it").click()
    qtbot.waitUntil(lambda: window.reading.memory is not None and window.reading.memory.id == ids[2])
    household.settle()
    assert not card.isVisible()


def test_the_inspector_asks_it_too(qtbot: QtBot, household: Household) -> None:
    (id,) = kept(household, "Oat milk and bread.")
    window = household.open().window
    window.deeds.run(f"place_{Place.NOTES}")
    window.own_pages.open_memory(household.library.memory(id))
    household.settle()
    button(window.panes.inspector, "Why do I remember this?").click()
    qtbot.waitUntil(window.panes.reason.isVisible)
    assert "A memory: “Oat milk and bread.”" in labels(window.panes.reason)
    QTest.keyClick(window.panes.reason, Qt.Key.Key_Escape)
    assert not window.panes.reason.isVisible()
    household.settle()
