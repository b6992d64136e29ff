"""The tiers in the window: cards go from column to column by hand, and the figures of the days say themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Memory, Tier
from mnemoteca.core.views import Place
from mnemoteca.gui.components.drop_place import DropPlace, DropSign, carried
from mnemoteca.gui.components.plots import Curve, DaysPlot
from mnemoteca.gui.panes.tiers_page import Column
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def tiers(household: Household, qtbot: QtBot, *texts: str) -> tuple[Window, list[Memory]]:
    """The window at the tiers, with these in SHORT, which don't rise by themselves."""
    kept = [household.library.add_short_term(text, "personal", 0.2) for text in texts]
    window = household.open().window
    window.deeds.run("place_short")
    column = column_of(window, Tier.SHORT)
    qtbot.waitUntil(lambda: len(column.cards.entries.memories) == len(texts))
    household.settle()
    return window, kept


def column_of(window: Window, tier: Tier) -> Column:
    return next(column for column in window.panes.tiers.findChildren(Column) if column.tier is tier)


def drop(memory: Memory, onto: QWidget) -> bool:
    """Drag the memory onto it, and drop it where it is taken; whether it was."""
    data: QMimeData = carried(memory)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.MoveAction, data, left, none)
    enter.ignore()
    assert isinstance(onto, DropPlace)
    onto.dragEnterEvent(enter)
    if enter.isAccepted():
        assert onto.over
        onto.dropEvent(QDropEvent(QPointF(20, 20), Qt.DropAction.MoveAction, data, left, none))
        assert not onto.over
    return enter.isAccepted()


def tier_of(household: Household, memory: Memory) -> Tier:
    household.settle()
    return household.library.memory(memory.id).tier


def test_a_card_that_is_dropped_on_a_higher_column_rises_to_it(qtbot: QtBot, household: Household) -> None:
    window, (one, other) = tiers(household, qtbot, "one", "other")
    assert drop(one, column_of(window, Tier.MEDIUM))
    qtbot.waitUntil(lambda: tier_of(household, one) is Tier.MEDIUM)
    assert drop(other, column_of(window, Tier.LONG))
    qtbot.waitUntil(lambda: tier_of(household, other) is Tier.LONG)
    qtbot.waitUntil(lambda: [m.text for m in column_of(window, Tier.LONG).cards.entries.memories] == ["other"])
    assert not drop(household.library.memory(other.id), column_of(window, Tier.MEDIUM))
    assert not drop(household.library.memory(one.id), column_of(window, Tier.MEDIUM))
    window.acts.undo()  # two tiers at once are one act
    qtbot.waitUntil(lambda: tier_of(household, other) is Tier.SHORT)


def test_who_goes_to_a_tier_by_key_goes_on_by_key(qtbot: QtBot, household: Household) -> None:
    window, (one, _) = tiers(household, qtbot, "one", "other")
    cards = column_of(window, Tier.SHORT).cards
    qtbot.waitUntil(lambda: window.focusWidget() is cards)
    QTest.keyClick(cards, Qt.Key.Key_End)
    QTest.keyClick(cards, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tier_of(household, one) is Tier.MEDIUM)


def test_a_card_can_be_let_go_and_pinned_by_dropping_it(qtbot: QtBot, household: Household) -> None:
    window, (one, other) = tiers(household, qtbot, "one", "other")
    signs = {sign.accessibleName(): sign for sign in window.panes.tiers.findChildren(DropSign)}
    assert set(signs) == {"Drop to let go", "Drop to pin"}
    column_of(window, Tier.SHORT).cards.dragged.emit(True)
    assert all(sign.isVisible() for sign in signs.values())
    assert drop(one, signs["Drop to let go"])
    assert drop(other, signs["Drop to pin"])
    column_of(window, Tier.SHORT).cards.dragged.emit(False)
    assert not any(sign.isVisible() for sign in signs.values())
    qtbot.waitUntil(lambda: tier_of(household, one) is Tier.FADED)
    assert household.library.memory(other.id).pinned


def test_keys_do_the_same_to_the_card_at_hand(qtbot: QtBot, household: Household) -> None:
    window, (one,) = tiers(household, qtbot, "one")
    cards = column_of(window, Tier.SHORT).cards
    cards.choose(one.id)
    household.settle()
    window.deeds.run("promote")
    qtbot.waitUntil(lambda: tier_of(household, one) is Tier.MEDIUM)
    column_of(window, Tier.MEDIUM).cards.choose(one.id)
    window.deeds.run("pin")
    qtbot.waitUntil(lambda: household.library.memory(one.id).pinned)
    window.deeds.run("let_go")
    qtbot.waitUntil(lambda: household.library.counts().counts[Place.FADED] == 1)
    household.settle()


def test_the_last_days_are_bars_with_names_and_arrows_go_along(qtbot: QtBot, household: Household) -> None:
    window, (one, _) = tiers(household, qtbot, "one", "other")
    plot = window.panes.tiers.findChild(DaysPlot)
    assert plot is not None
    qtbot.waitUntil(lambda: plot.model().rowCount() == 30)
    household.library.promote((one.id,))
    told = QAccessible.queryAccessibleInterface(plot)
    qtbot.waitUntil(lambda: "1 rose to medium, 0 to long, 0 faded" in told.child(29).text(QAccessible.Text.Name))
    assert told.text(QAccessible.Text.Name) == "Last 30 days"
    assert "In 30 days 1 rose to medium" in told.text(QAccessible.Text.Description)
    plot.setFocus()
    assert plot.currentIndex().row() == 29
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.currentIndex().row() == 28
    assert plot.indexAt(plot.visualRect(plot.currentIndex()).center()) == plot.currentIndex()
    household.settle()


def test_growth_and_forgetting_are_said_in_words(qtbot: QtBot, household: Household) -> None:
    window, _ = tiers(household, qtbot, "one", "other")
    said = {c.accessibleName(): c for c in window.panes.tiers.findChildren(Curve)}
    assert set(said) == {"Growth", "Forgetting curve"}
    qtbot.waitUntil(lambda: said["Growth"].accessibleDescription() == "Kept today: 2 memories; 29 days ago: 0.")
    assert "37 % after ten days and 5 % after thirty" in said["Forgetting curve"].accessibleDescription()
    assert all(curve.focusPolicy() is Qt.FocusPolicy.TabFocus for curve in said.values())
    household.settle()
