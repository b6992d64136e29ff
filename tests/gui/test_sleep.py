"""The pages of sleep: runs seen before they are applied, undone with what rests on them; what fades; what disagrees."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.knowledge.values import Verdict
from mnemoteca.core.memory import Tier
from mnemoteca.core.reports import RunState
from mnemoteca.gui.components.contradiction_card import ContradictionCard
from mnemoteca.gui.components.lines import Lines
from mnemoteca.gui.page import Page
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
NOTES = (
    "We decided to keep the keys of the Recife house with Helena Prado.",
    "I prefer black tea to coffee in the morning.",
    "The movers from Olinda come on 15 January with two vans.",
    "The movers from Olinda come on 15 January with two vans!",
)
DUPLICATE = f"“{NOTES[3]}”, another one says the same, and stays"


def kept(household: Household, *texts: str) -> list[int]:
    """The notes, risen to MEDIUM."""
    library = household.library
    ids = [library.capture(text, importance=0.7).id for text in texts]
    for id in ids:
        library.force_promotion(id)
    return ids


def at(window: Window, page: str) -> None:
    window.deeds.run(f"page_{page}")


def lines(part: QWidget) -> list[str]:
    """What the lines of the cards in sight say."""
    shown = [each for each in part.findChildren(Lines) if each.isVisible()]
    return [str(each.model().index(row, 0).data()) for each in shown for row in range(each.model().rowCount())]


def labels(part: QWidget) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def button(part: QWidget, face: str) -> QPushButton:
    (found,) = [each for each in part.findChildren(QPushButton) if each.text() == face and each.isVisible()]
    return found


def test_a_dry_run_is_seen_first_and_applied_as_it_was_seen(qtbot: QtBot, household: Household) -> None:
    ids = kept(household, *NOTES)
    window = household.open().window
    at(window, "sleep")
    page = window.panes.sleep
    household.settle()
    assert window.browsing.page is Page.SLEEP
    assert "No run yet." in labels(page)
    QTest.keyClick(button(page, "Dry run"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Run 1 · preview" in labels(page.run))
    household.settle()
    (run,) = household.library.runs()
    assert run.state is RunState.PROPOSED
    seen = lines(page.run)
    assert DUPLICATE in seen
    assert any(line.startswith(f"“{NOTES[0]}”, decision") for line in seen)
    assert household.library.memory(ids[3]).tier is Tier.MEDIUM
    assert page.list.hasFocus()
    button(page.run, "Apply").click()
    qtbot.waitUntil(lambda: "all checks passed" in labels(page.run))
    household.settle()
    assert lines(page.run) == seen
    assert household.library.memory(ids[3]).tier is Tier.FADED
    button(page.run, "Undo this run").click()
    qtbot.waitUntil(lambda: "Run 1 · undone by you" in labels(page.run))
    household.settle()
    assert household.library.memory(ids[3]).tier is Tier.MEDIUM


def test_what_rests_on_a_run_is_named_and_undone_with_it(qtbot: QtBot, household: Household) -> None:
    ids = kept(household, *NOTES)
    household.library.consolidate_medium_to_long()
    household.library.pin((ids[3],))  # it faded: the pin brings it back
    window = household.open().window
    at(window, "sleep")
    page = window.panes.sleep
    qtbot.waitUntil(lambda: "Later acts rest on this run: “1 memory pinned”." in labels(page.run))
    button(page.run, "Undo with what rests on it").click()
    qtbot.waitUntil(lambda: "undone by you" in labels(page.run))
    household.settle()
    memory = household.library.memory(ids[3])
    assert (memory.tier, memory.pinned) == (Tier.MEDIUM, False)


def test_a_dry_run_that_works_can_be_given_up(qtbot: QtBot, household: Household) -> None:
    kept(household, *NOTES)
    window = household.open().window
    at(window, "sleep")
    household.settle()
    page = window.panes.sleep
    household.service.hold = True
    button(page, "Dry run").click()
    qtbot.waitUntil(lambda: "Looking through what is new…" in labels(page))
    button(page, "Cancel").click()
    assert "Looking through what is new…" not in labels(page)
    household.service.release()
    household.settle()
    assert household.library.runs()[0].state is RunState.PROPOSED  # it had been thought through by then
    assert household.library.memory(1).tier is Tier.MEDIUM


def test_a_line_of_a_run_leads_to_the_memory_that_it_is_of(qtbot: QtBot, household: Household) -> None:
    ids = kept(household, *NOTES)
    household.library.consolidate_medium_to_long()
    window = household.open().window
    at(window, "sleep")
    page = window.panes.sleep
    qtbot.waitUntil(lambda: DUPLICATE in lines(page.run))
    gone = next(each for each in page.run.findChildren(Lines) if each.accessibleName() == "Let go")
    gone.setFocus()
    QTest.keyClick(gone, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.reading.memory is not None and window.reading.memory.id == ids[3])
    household.settle()


def test_a_contradiction_is_decided_by_one_key_and_taken_back(qtbot: QtBot, household: Household) -> None:
    library = household.library
    for text in ("I was born on 4 May 1990.", "Nasci em 5 de maio de 1990.", "Gosto de coentro.", "Odeio coentro."):
        library.capture(text)
    library.wait_knowledge()
    assert len(library.contradictions()) == 2
    window = household.open().window
    at(window, "contradictions")
    page = window.panes.contradictions

    def cards() -> list[ContradictionCard]:
        return [each for each in page.findChildren(ContradictionCard) if each.isVisible()]

    qtbot.waitUntil(lambda: len(cards()) == 2)
    household.settle()
    first = library.contradictions()[0].id
    cards()[0].take_keyboard()
    QTest.keyClick(cards()[0].buttons[0], Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(cards()) == 1)
    household.settle()
    settled = {each.id: each.verdict for each in library.contradictions(settled=True)}
    assert settled[first] is Verdict.OTHER
    window.acts.undo()
    qtbot.waitUntil(lambda: len(cards()) == 2)
    household.settle()
    QTest.keyClick(cards()[1].buttons[0], Qt.Key.Key_3)
    qtbot.waitUntil(lambda: len(library.contradictions()) == 1)
    household.settle()


def test_what_fades_soon_is_kept_let_go_or_merged_by_one_key(qtbot: QtBot, household: Household) -> None:
    library, clock = household.library, household.clock
    ids = kept(household, NOTES[2], NOTES[3], "The old bicycle pump hangs behind the cellar door.")
    clock.advance(timedelta(hours=20).total_seconds())
    window = household.open().window
    at(window, "fading")
    page = window.panes.fading
    qtbot.waitUntil(lambda: page.lines.model().rowCount() == 3)
    household.settle()
    assert lines(page)[1] == f"{NOTES[3]}, says the same as another, 4 h"
    page.lines.setFocus()
    QTest.keyClick(page.lines, Qt.Key.Key_M)  # there is nothing that the first one repeats
    assert page.lines.model().rowCount() == 3
    QTest.keyClick(page.lines, Qt.Key.Key_K)
    QTest.keyClick(page.lines, Qt.Key.Key_M)
    QTest.keyClick(page.lines, Qt.Key.Key_L)
    household.settle()
    assert [library.memory(id).tier for id in ids] == [Tier.LONG, Tier.FADED, Tier.FADED]
    assert library.why(ids[1]).same_as == ids[0]
    for _ in range(3):
        window.acts.undo()
        household.settle()
    qtbot.waitUntil(lambda: page.lines.model().rowCount() == 3)
    household.settle()


def test_the_places_say_how_much_waits(qtbot: QtBot, household: Household) -> None:
    kept(household, "I was born on 4 May 1990.", "Nasci em 5 de maio de 1990.")
    household.library.wait_knowledge()
    household.clock.advance(timedelta(hours=20).total_seconds())
    window = household.open().window

    def said() -> set[str]:
        return {each.accessibleName() for each in window.panes.places.findChildren(QPushButton)}

    qtbot.waitUntil(lambda: {"Contradictions, 1", "Fading soon, 2"} <= said())
    household.settle()
