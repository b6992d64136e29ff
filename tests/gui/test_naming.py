"""The names in the inspector, over a real library: a click says what one is, and purges everything about somebody."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Memory
from mnemoteca.core.purging import PurgeKind
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.panes.inspector import InspectorPane
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
MET = "I met Helena Prado and Marcos Lima in Recife."


def chips(pane: InspectorPane) -> dict[str, QAbstractButton]:
    """The chips in sight, by what is said of them."""
    return {each.accessibleName(): each for each in pane.names.findChildren(QAbstractButton) if each.isVisible()}


def reading(household: Household, qtbot: QtBot, *, known: bool = False) -> tuple[Window, int]:
    """A window on a note that names somebody; `known`: who it is was read before."""
    id = household.library.capture(MET).id
    if known:
        household.library.wait_knowledge()
    window = household.open().window
    window.deeds.run("place_everything")
    qtbot.waitUntil(lambda: isinstance(window.browsing.entries.entry(1), Memory))
    window.panes.list.choose(1)
    qtbot.waitUntil(lambda: "Helena Prado: A person" in chips(window.panes.inspector))
    household.settle()
    return window, id


def choose(window: Window, chip: str, entry: str) -> None:
    """Click on a chip, and on an entry of the menu that opens."""
    chips(window.panes.inspector)[chip].click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == entry).trigger()
    menu.close()


def test_a_click_says_that_it_is_a_place_and_another_that_it_is_no_name(qtbot: QtBot, household: Household) -> None:
    window, id = reading(household, qtbot)
    pane = window.panes.inspector
    choose(window, "Helena Prado: A person", "A place")
    qtbot.waitUntil(lambda: "Helena Prado: A place" in chips(pane))
    assert [each.kind for each in household.library.names_in(id) if each.said] == ["place"]
    choose(window, "Marcos Lima: A person", "It is no name")
    qtbot.waitUntil(lambda: "Marcos Lima: A person" not in chips(pane))
    window.acts.undo()
    qtbot.waitUntil(lambda: "Marcos Lima: A person" in chips(pane))
    household.settle()


def test_a_name_is_searched_from_its_chip(qtbot: QtBot, household: Household) -> None:
    window, _ = reading(household, qtbot)
    choose(window, "Helena Prado: A person", "Search this name")
    qtbot.waitUntil(lambda: window.panes.top.query() == '"Helena Prado"')
    household.settle()


def test_everything_about_somebody_is_purged_once_the_name_is_typed(qtbot: QtBot, household: Household) -> None:
    kept = household.library.capture("Oat milk and bread").id
    window, id = reading(household, qtbot, known=True)
    choose(window, "Helena Prado: A person", "Purge everything about it…")
    card = window.panes.purge
    qtbot.waitUntil(card.isVisible)
    said = [(fact.words, fact.becomes) for each in card.findChildren(FactsCard) for fact in each.facts]
    assert said[0] == ("1 memory", "removed")
    assert ("1 of them also speaks of others", "") in said
    assert (f"“{MET}”", "Marcos Lima, Recife") in said
    (purge,) = [each for each in card.findChildren(QPushButton) if each.text() == "Purge"]
    QTest.keyClicks(card.field, "purge")
    assert not purge.isEnabled()
    card.field.clear()
    QTest.keyClicks(card.field, "helena prado")
    purge.click()
    qtbot.waitUntil(lambda: bool(household.library.receipts()))
    (receipt,) = household.library.receipts()
    assert (receipt.kind, receipt.memories) == (PurgeKind.ENTITY, 1)
    assert household.library.memories((id, kept)) == (household.library.memory(kept),)
    household.settle()


def test_the_trash_is_offered_for_what_speaks_of_somebody(qtbot: QtBot, household: Household) -> None:
    window, id = reading(household, qtbot, known=True)
    choose(window, "Helena Prado: A person", "Purge everything about it…")
    qtbot.waitUntil(window.panes.purge.isVisible)
    (forget,) = [each for each in window.panes.purge.findChildren(QPushButton) if each.text() == "Forget instead"]
    forget.click()
    qtbot.waitUntil(lambda: household.library.memory(id).state.value == "trashed")
    assert household.library.receipts() == ()
    household.settle()
