"""The line below which nothing is a good answer, why a hit is first, and what is like it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mnemoteca.core.recall import Hit, Reason, Recalled, Unless
from mnemoteca.gui.owing import owed
from mnemoteca.gui.panes.why_card import given
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household
from tests.gui.memories import memory

__all__ = ["household"]
pytestmark = pytest.mark.gui
AT = datetime(2026, 11, 20, tzinfo=UTC)


def hit(id: int, text: str, *, weak: bool = False) -> Hit:
    path = (Reason("words", "oat", 0.5), Reason("meaning", "", 0.25), Reason("pin", "long", 0.05))
    return Hit(memory(id=id, text=text), 0.8, (), path, weak)


def labels(window: Window) -> list[str]:
    return [each.text() for each in window.panes.list.findChildren(QLabel) if not each.isHidden()]


def test_parts_of_a_path_are_summed_and_measured_beside_the_greatest() -> None:
    given_by = (("words", 0.3), ("phrase", 0.1), ("meaning", 0.2), ("tier", -0.1))
    path = [Reason(arm, "", weight) for arm, weight in given_by]
    assert [(each.part, round(each.share, 2)) for each in given(path)] == [("words", 1.0), ("meaning", 0.5)]


def test_what_would_change_the_first_place_with_the_least_is_said() -> None:
    hits = (hit(1, "one"), hit(2, "two"))
    unless = (Unless("words", 3, 2), Unless("standing", 2, 2))
    assert owed(unless, hits).startswith("Without its tier and pin it would be number 2, after “")
    assert owed(unless, hits).endswith("two”.")
    assert owed((), hits) == ""


def test_weaker_hits_stand_below_a_line_until_they_are_wanted(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    found = Recalled("", (hit(1, "good"), hit(2, "weak", weak=True), hit(3, "weaker", weak=True)), 3.0, change=1)
    window.searching.found.emit(found, "oat", False)
    assert [each.memory.text for each in window.browsing.hits.hits] == ["good"]
    assert "Below this line nothing is a good answer." in labels(window)
    window.panes.list.weaker_wanted.emit()
    assert len(window.browsing.hits.hits) == 3
    assert "Below this line nothing is a good answer." not in labels(window)
    window.searching.found.emit(found, "another question", False)
    assert len(window.browsing.hits.hits) == 1
    household.settle()


def test_a_chosen_hit_says_why_it_is_there_and_a_memory_of_a_list_does_not(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk for the cake")
    household.library.wait()
    window = household.open().window
    window.search("oat milk")
    window.searching.ask()
    qtbot.waitUntil(lambda: not window.panes.why.isHidden())
    household.settle()
    assert "Why this is first" in [label.text() for label in window.panes.why.findChildren(QLabel)]
    window.panes.top.search_left.emit()
    household.settle()
    assert window.panes.why.isHidden()


def test_what_is_like_a_memory_is_shown_as_hits(qtbot: QtBot, household: Household) -> None:
    first = household.library.capture("Oat milk for the cake")
    household.library.capture("Oat milk for the pancakes")
    household.library.wait()
    window = household.open().window
    window.panes.list.focus_list()
    window.reading.open_memory(household.library.memory(first.id))
    household.settle()
    window.deeds.run("similar")
    qtbot.waitUntil(lambda: [each.memory.text for each in window.browsing.hits.hits] == ["Oat milk for the pancakes"])
    assert "Like “Oat milk for the cake”" in labels(window)
    household.settle()
