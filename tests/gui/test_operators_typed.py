"""Operators in the search field: what they narrow, and the chips that take them away."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.page import Page
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household, rows

__all__ = ["household"]
pytestmark = pytest.mark.gui


def typed(household: Household, text: str) -> Window:
    window = household.open().window
    window.deeds.run("search")
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)
    household.qtbot.waitUntil(lambda: window.searching.text == text.strip())
    return window


def chips(window: Window) -> list[ChipButton]:
    return [chip for chip in window.panes.list.findChildren(ChipButton) if not chip.isHidden()]


def hits(window: Window) -> list[str]:
    return [hit.memory.text for hit in window.browsing.hits.hits]


def fill(household: Household) -> None:
    household.library.capture("Oat milk for the cake #kitchen", pinned=True)
    household.library.capture("Oat flakes for the horse")
    household.library.wait()


def test_words_with_operators_find_what_passes_them(qtbot: QtBot, household: Household) -> None:
    fill(household)
    window = typed(household, "oat tag:kitchen")
    qtbot.waitUntil(lambda: hits(window) == ["Oat milk for the cake #kitchen"])
    assert [chip.text() for chip in chips(window)] == ["tag:kitchen"]
    chips(window)[0].click()
    qtbot.waitUntil(lambda: len(hits(window)) == 2)
    assert window.panes.top.query() == "oat"
    assert chips(window) == []
    household.settle()


def test_operators_alone_narrow_the_list_and_esc_leads_back(qtbot: QtBot, household: Household) -> None:
    fill(household)
    window = typed(household, "is:pinned")
    qtbot.waitUntil(lambda: rows(window.browsing.entries) == ["Oat milk for the cake #kitchen"])
    assert window.browsing.page is Page.LIST
    window.panes.top.search_left.emit()
    qtbot.waitUntil(lambda: len(rows(window.browsing.entries)) == 2)
    household.settle()


def test_a_word_with_a_minus_takes_out_what_holds_it(qtbot: QtBot, household: Household) -> None:
    fill(household)
    window = typed(household, "oat -horse")
    qtbot.waitUntil(lambda: hits(window) == ["Oat milk for the cake #kitchen"])
    household.settle()


def test_a_person_is_chosen_in_the_palette_and_what_they_said_is_listed(qtbot: QtBot, household: Household) -> None:
    fill(household)
    household.library.capture("mine")
    window = household.open().window
    window.choosing.person_chosen.emit("Ana Lima")
    household.settle()
    assert [chip.text() for chip in chips(window)] == ["from:Ana Lima"]
