"""Forgetting at the window: where something hangs on a memory, a person is told first; else it goes at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import State
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household
from tests.gui.test_sleep import kept
from tests.gui.test_why import reading

__all__ = ["household"]
pytestmark = pytest.mark.gui
DECIDED = "We decided to keep the keys of the Recife house with Helena Prado."


def asked(qtbot: QtBot, household: Household) -> tuple[Window, int]:
    """A window in which it is asked whether to forget a memory that a digest and a pattern rest on."""
    ids = kept(household, DECIDED, "The van of Marcos stands behind the church of Olinda until the weekend.")
    household.library.wait_knowledge()
    household.library.consolidate_medium_to_long()
    window = reading(qtbot, household, ids[0])
    window.deeds.run("forget")
    qtbot.waitUntil(window.panes.forget.isVisible)
    return window, ids[0]


def test_what_goes_with_it_is_said_before_it_is_forgotten(qtbot: QtBot, household: Household) -> None:
    window, id = asked(qtbot, household)
    card = window.panes.forget
    (facts,) = card.findChildren(FactsCard)
    said = {fact.words: fact.becomes for fact in facts.facts}
    assert said["1 memory"] == "to the trash"
    assert said["1 fact"] == "removed"
    assert said["1 pattern"] == "removed"
    assert household.library.memory(id).state is State.ACTIVE
    QTest.keyClick(card.first_focus(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: household.library.memory(id).state is State.TRASHED)
    household.settle()
    assert DECIDED not in [each.quote.text for each in household.library.learned().patterns]
    window.acts.undo()
    qtbot.waitUntil(lambda: household.library.memory(id).state is State.ACTIVE)
    household.settle()
    assert DECIDED in [each.quote.text for each in household.library.learned().patterns]


def test_leaving_the_question_leaves_everything(qtbot: QtBot, household: Household) -> None:
    window, id = asked(qtbot, household)
    QTest.keyClick(window.panes.forget.first_focus(), Qt.Key.Key_Escape)
    assert not window.panes.forget.isVisible()
    household.settle()
    assert household.library.memory(id).state is State.ACTIVE


def test_what_nothing_hangs_on_goes_at_once(qtbot: QtBot, household: Household) -> None:
    (id,) = kept(household, "oat milk, bread")
    household.library.wait_knowledge()
    window = reading(qtbot, household, id)
    window.deeds.run("forget")
    qtbot.waitUntil(lambda: household.library.memory(id).state is State.TRASHED)
    assert not window.panes.forget.isVisible()
    household.settle()
