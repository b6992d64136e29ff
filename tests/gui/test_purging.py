"""Purging at the window: nothing goes before a word is typed; the receipt tells place by place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.recall import Question
from mnemoteca.core.views import Place
from mnemoteca.gui.components.entries import Entry
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.purge_card import PurgeCard
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household, rows

__all__ = ["household"]
pytestmark = pytest.mark.gui
CANARY = "The grey owl crossed the yard at three"


def chosen(qtbot: QtBot, household: Household) -> Window:
    """A window on two notes, of which the owl's is at hand."""
    household.library.capture("Oat milk and bread")
    household.library.capture(CANARY)
    window = household.open().window
    window.deeds.run(f"place_{Place.NOTES}")
    household.settle()
    choose_first(qtbot, household, window)
    memory = window.deeds.memory()
    assert memory is not None
    assert memory.text == CANARY
    return window


def choose_first(qtbot: QtBot, household: Household, window: Window) -> None:
    """Choose the first memory of the list."""
    qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) > 0)
    window.panes.list.choose(1)  # below the header of the day
    household.settle()
    qtbot.waitUntil(lambda: window.deeds.memory() is not None)


def asked(qtbot: QtBot, window: Window) -> PurgeCard:
    window.deeds.run("purge")
    card = window.panes.purge
    qtbot.waitUntil(card.isVisible)
    return card


def button(card: PurgeCard, text: str) -> QPushButton:
    (found,) = [each for each in card.findChildren(QPushButton) if each.text() == text]
    return found


def found(household: Household) -> list[str]:
    return [hit.memory.text for hit in household.library.recall(Question("owl yard"), weak=True).hits]


def test_it_says_what_goes_and_waits_for_the_word(qtbot: QtBot, household: Household) -> None:
    window = chosen(qtbot, household)
    card = asked(qtbot, window)
    assert [(fact.words, fact.becomes) for each in card.findChildren(FactsCard) for fact in each.facts] == [
        ("1 memory", "removed")
    ]
    purge = button(card, "Purge")
    assert not purge.isEnabled()
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert card.isVisible()
    QTest.keyClicks(card.field, "purg")
    assert not purge.isEnabled()
    QTest.keyClick(card.field, Qt.Key.Key_Escape)
    assert not card.isVisible()
    household.settle()
    assert found(household) == [CANARY]


def test_the_typed_word_lets_it_go_and_the_receipt_tells_each_place(qtbot: QtBot, household: Household) -> None:
    window = chosen(qtbot, household)
    card = asked(qtbot, window)
    QTest.keyClicks(card.field, " Purge ")
    button(card, "Purge").click()
    qtbot.waitUntil(lambda: not found(household))
    window.deeds.run("page_receipts")
    assert window.browsing.page is Page.RECEIPTS
    page = window.panes.receipts

    def said() -> str:
        return " ".join(entry.spoken() for entry in page.findChildren(Entry))

    qtbot.waitUntil(lambda: "Gone" in said(), timeout=30_000)
    assert "Memories · 1 memory" in said()
    assert "tables 1 → 0" in said()
    household.settle()


def test_the_trash_is_offered_instead(qtbot: QtBot, household: Household) -> None:
    window = chosen(qtbot, household)
    card = asked(qtbot, window)
    button(card, "Forget instead").click()
    qtbot.waitUntil(lambda: not found(household))
    household.settle()
    assert household.library.receipts() == ()


def test_out_of_the_trash_only_purging_is_left(qtbot: QtBot, household: Household) -> None:
    window = chosen(qtbot, household)
    memory = window.deeds.memory()
    assert memory is not None
    household.library.forget((memory.id,))
    window.deeds.run(f"place_{Place.TRASH}")
    household.settle()
    choose_first(qtbot, household, window)
    card = asked(qtbot, window)
    assert button(card, "Forget instead").isHidden()
    QTest.keyClicks(card.field, "purge")
    button(card, "Purge").click()
    qtbot.waitUntil(lambda: bool(household.library.receipts()))
    household.settle()
