"""Who and what on a real library: narrowed as one types, shown with all that is known, merged, split and undone."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mnemoteca.core.knowledge.values import Entity
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.entities_page import EntitiesPage
from mnemoteca.gui.panes.places import PlaceButton
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
SAID = (
    ("2024-01-01", "Ana lives in Lisbon. It rained."),
    ("2024-06-01", "Ana moved to Recife."),
    ("2024-07-01", "Marcos met Ana in Lisboa."),
    ("2024-08-01", "Marcos works at Petrobras."),
)


def opened(qtbot: QtBot, household: Household) -> tuple[Window, EntitiesPage]:
    for day, text in SAID:
        at = datetime.fromisoformat(f"{day}T12:00:00+00:00")
        household.library.capture(text, occurred_at=at, offset_min=0)
    household.library.wait_knowledge()
    window = household.open().window
    window.deeds.run("page_entities")
    assert window.browsing.page is Page.ENTITIES
    page = window.panes.entities
    qtbot.waitUntil(lambda: bool(names(page)))
    household.settle()
    return window, page


def names(page: EntitiesPage) -> list[str]:
    return [thing.name for thing in page.rows.named.things if isinstance(thing, Entity)]


def choose(qtbot: QtBot, household: Household, page: EntitiesPage, name: str) -> None:
    page.rows.setFocus()
    page.rows.choose(names(page).index(name))
    qtbot.waitUntil(lambda: page.card.entity is not None and page.card.entity.name == name)
    household.settle()


def titles(page: EntitiesPage) -> list[str]:
    return [value.title for value in page.card.facts.evidence.values]


def chip(page: EntitiesPage, text: str) -> ChipButton:
    return next(each for each in page.findChildren(ChipButton) if each.text() == text and each.isVisible())


def test_names_narrow_as_one_types_and_by_kind(qtbot: QtBot, household: Household) -> None:
    window, page = opened(qtbot, household)
    assert set(names(page)) == {"Ana", "Marcos", "Lisbon", "Lisboa", "Recife", "Petrobras"}
    assert names(page)[0] == "Ana"
    (place,) = [each for each in window.panes.places.findChildren(PlaceButton) if each.place is Page.ENTITIES]
    qtbot.waitUntil(lambda: place.count == "6")
    QTest.keyClicks(page.search, "lisb")
    qtbot.waitUntil(lambda: set(names(page)) == {"Lisbon", "Lisboa"})
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 6)
    chip(page, "People").click()
    qtbot.waitUntil(lambda: set(names(page)) == {"Ana", "Marcos"})
    chip(page, "People").click()
    qtbot.waitUntil(lambda: len(names(page)) == 6)
    told = QAccessible.queryAccessibleInterface(page.rows)
    assert told.child(0).text(QAccessible.Text.Name) == "Ana, person, 3 memories"
    household.settle()


def test_whoever_is_chosen_is_shown_with_facts_memories_and_neighbours(qtbot: QtBot, household: Household) -> None:
    window, page = opened(qtbot, household)
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.card.entity is not None)
    household.settle()
    assert titles(page) == ["Ana lives in Recife", "Ana lives in Lisbon"]
    over = page.card.facts.evidence.values[1]
    assert over.quiet
    assert "until 1 Jun 2024" in over.meta
    chip(page, "Memories").click()
    values = page.card.memories.evidence.values
    assert [value.quote for value in values] == [
        "“Marcos met Ana in Lisboa”", "“Ana moved to Recife”", "“Ana lives in Lisbon”",
    ]  # fmt: skip
    assert [values[0].quote[start:end] for start, end in values[0].marks] == ["Ana"]
    chip(page, "Spoken of with").click()
    told = QAccessible.queryAccessibleInterface(page.card.neighbours)
    said = [told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())]
    assert "Recife, place, 1 memory together" in said
    page.card.neighbours.first_focus()
    QTest.keyClick(page.card.neighbours, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.card.entity is not None and page.card.entity.name != "Ana")
    household.settle()
    chip(page, "Memories").click()
    page.card.memories.first_focus()
    QTest.keyClick(page.card.memories, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.browsing.page is Page.LIST and window.reading.memory is not None)
    household.settle()


def test_two_names_are_said_to_be_one_and_that_is_undone(qtbot: QtBot, household: Household) -> None:
    window, page = opened(qtbot, household)
    choose(qtbot, household, page, "Lisbon")
    card = page.card
    card.same.setFocus()
    QTest.keyClicks(card.same, "Lisboa")
    qtbot.waitUntil(lambda: card.same.offered() == ["Lisboa"])
    QTest.keyClick(card.same, Qt.Key.Key_Return)
    assert card.same.entity is not None
    QTest.keyClick(card.same, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(names(page)) == 5)
    household.settle()
    (whole,) = household.library.entities(text="lisb")
    assert {each.name for each in whole.names} == {"Lisbon", "Lisboa"}
    qtbot.waitUntil(lambda: card.entity is not None and len(card.entity.names) == 2)
    assert window.panes.toast.isVisible()
    window.acts.undo()
    qtbot.waitUntil(lambda: len(names(page)) == 6)
    household.settle()


def test_a_name_is_said_to_be_somebody_elses(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Lisbon is far.")
    _, page = opened(qtbot, household)
    found = {each.name: each.id for each in household.library.entities(text="lisb")}
    household.library.merge_entities(found["Lisbon"], (found["Lisboa"],))
    qtbot.waitUntil(lambda: len(names(page)) == 5)
    choose(qtbot, household, page, "Lisbon")
    apart = next(each for each in page.findChildren(ChipButton) if each.text().startswith("Lisboa · "))
    assert apart.accessibleName() == "Lisboa is somebody else’s name"
    apart.click()
    qtbot.waitUntil(lambda: {"Lisbon", "Lisboa"} <= set(names(page)))
    household.settle()


def test_it_is_shown_in_the_graph_where_that_is_wanted(qtbot: QtBot, household: Household) -> None:
    window, page = opened(qtbot, household)
    choose(qtbot, household, page, "Marcos")
    page.card._graph.click()
    graph = window.panes.graph
    qtbot.waitUntil(lambda: [part.name for part in graph.view.scene.parts][:1] == ["Marcos"])
    qtbot.waitUntil(lambda: graph.evidence.title() == "Marcos")
    household.settle()
    assert window.browsing.page is Page.GRAPH
    assert graph.start.text() == "Marcos"
