"""The page of facts on a real library: each with its sentence, narrowed by relation, opened where it was said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.choice_field import ChoiceField
from mnemoteca.gui.components.empty import Empty
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.facts_page import FactsPage
from mnemoteca.gui.panes.places import PlaceButton
from mnemoteca.gui.stating import PAGE
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
SAID = (
    ("2024-01-01", "Ana lives in Recife. It rained all day."),
    ("2025-02-01", "Ana moved to Salvador."),
    ("2025-03-01", "Marcos works at Petrobras, they say."),
    ("2025-04-01", "Julia likes sourdough."),
)


def tell(household: Household, *said: tuple[str, str]) -> None:
    for day, text in said:
        at = datetime.fromisoformat(f"{day}T12:00:00+00:00")
        household.library.capture(text, occurred_at=at, offset_min=0)
    household.library.wait_knowledge()


def opened(qtbot: QtBot, household: Household) -> tuple[Window, FactsPage]:
    window = household.open().window
    window.deeds.run("page_facts")
    assert window.browsing.page is Page.FACTS
    page = window.panes.facts
    qtbot.waitUntil(lambda: bool(page.list.evidence.rowCount()))
    household.settle()
    return window, page


def titles(page: FactsPage) -> list[str]:
    return [value.title for value in page.list.evidence.values]


def test_each_fact_stands_with_its_sentence_its_time_and_who_said_it(qtbot: QtBot, household: Household) -> None:
    tell(household, *SAID)
    window, page = opened(qtbot, household)
    assert titles(page) == [
        "Julia likes sourdough",
        "Marcos works at Petrobras",
        "Ana lives in Salvador",
    ]
    marcos = page.list.evidence.values[1]
    assert marcos.quote == "“Marcos works at Petrobras, they say.”"
    assert [marcos.quote[start:end] for start, end in marcos.marks] == ["Marcos works at Petrobras"]
    assert "1 Mar 2025" in marcos.meta
    told = QAccessible.queryAccessibleInterface(page.list)
    assert told.child(0).text(QAccessible.Text.Name).startswith("Julia likes sourdough. “")
    (place,) = [each for each in window.panes.places.findChildren(PlaceButton) if each.place is Page.FACTS]
    qtbot.waitUntil(lambda: place.count == "3")


def test_what_is_over_comes_with_its_end_where_it_is_wanted_and_one_relation_alone(
    qtbot: QtBot, household: Household
) -> None:
    tell(household, *SAID)
    _, page = opened(qtbot, household)
    page._over.click()
    qtbot.waitUntil(lambda: len(titles(page)) == 4)
    household.settle()
    over = next(value for value in page.list.evidence.values if value.title == "Ana lives in Recife")
    assert over.quiet
    assert "until 1 Feb 2025" in over.meta
    relations = page.findChildren(ChoiceField)[0]
    relations.setCurrentIndex(relations.findText("likes"))
    qtbot.waitUntil(lambda: titles(page) == ["Julia likes sourdough"])
    relations.setCurrentIndex(relations.findText("speaks"))
    qtbot.waitUntil(lambda: titles(page) == [])
    household.settle()
    assert "No such fact" in page.findChildren(Empty)[0].sentence()


def test_enter_opens_a_fact_in_the_reader_with_its_words_marked(qtbot: QtBot, household: Household) -> None:
    tell(household, *SAID)
    window, page = opened(qtbot, household)
    page.first_focus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.browsing.page is Page.LIST)
    qtbot.waitUntil(lambda: window.reading.memory is not None)
    household.settle()
    assert window.reading.memory is not None
    assert window.reading.memory.text == SAID[2][1]
    qtbot.waitUntil(lambda: window.panes.reader.chosen() is not None)
    assert window.panes.reader._text._marks == ((0, 25),)


def test_more_facts_come_when_the_last_is_in_sight(qtbot: QtBot, household: Household) -> None:
    names = ["Alba", "Bruno", "Clara", "Diego", "Elisa", "Fabio", "Gilda", "Hugo", "Irene", "Jonas"]
    towns = ["Natal", "Olinda", "Belo Horizonte", "Curitiba", "Porto Alegre", "Caruaru", "Manaus"]
    said = [
        (f"2025-01-{n + 1:02}", f"{one} likes {town}.") for n, one in enumerate(names) for town in towns
    ]  # all of them hold at once
    tell(household, *said)
    there = len(household.library.facts(limit=500))
    assert there > PAGE
    _, page = opened(qtbot, household)
    assert len(titles(page)) in (PAGE, there)
    page.list.scrollToBottom()
    page.list.scrollToBottom()
    qtbot.waitUntil(lambda: len(titles(page)) == there)
    household.settle()


def test_what_is_read_meanwhile_appears_by_itself(qtbot: QtBot, household: Household) -> None:
    tell(household, SAID[0])
    _, page = opened(qtbot, household)
    at = datetime(2025, 5, 1, tzinfo=UTC)
    household.library.capture("Pedro lives in Porto.", occurred_at=at, offset_min=0)
    qtbot.waitUntil(lambda: "Pedro lives in Porto" in titles(page))
    household.settle()


def test_a_library_without_facts_says_what_is_read_for_them(qtbot: QtBot, household: Household) -> None:
    tell(household, ("2025-01-01", "ok"))
    window = household.open().window
    window.deeds.run("page_facts")
    household.settle()
    assert window.browsing.page is Page.FACTS
    assert "No facts are known yet" in window.panes.facts.findChildren(Empty)[0].sentence()
