"""A search that was left stays left: by a place, a page, another space, or a service that came back."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mnemoteca.core.recall import Question, Recalled
from mnemoteca.core.views import Place
from mnemoteca.gui.link import Connection
from mnemoteca.gui.panes.top_bar import TopBar
from mnemoteca.gui.window import Window
from mnemoteca.library.library import LocalLibrary
from tests.gui.desk import Household, household, rows

__all__ = ["household"]
pytestmark = pytest.mark.gui


def searched(qtbot: QtBot, household: Household) -> Window:
    """The window with hits on it."""
    household.library.capture("Oat milk")
    window = (household.desk or household.open()).window
    window.search("oat")
    qtbot.waitUntil(lambda: window.browsing.in_hits)
    household.settle()
    return window


class Alike:
    """The library, which finds something like whatever it is asked about."""

    def __init__(self, library: LocalLibrary) -> None:
        self._library = library

    def similar(self, **_: object) -> Recalled:
        return self._library.recall(Question("oat"))

    def __getattr__(self, name: str) -> object:
        return getattr(self._library, name)


def field(window: Window) -> QLineEdit:
    return window.findChildren(TopBar)[0].findChildren(QLineEdit)[0]


def test_the_same_search_can_be_made_again_after_it_was_left_for_a_place(qtbot: QtBot, household: Household) -> None:
    window = searched(qtbot, household)
    window.deeds.run("place_notes")
    assert not window.browsing.in_hits
    window.search("oat")
    qtbot.waitUntil(lambda: window.browsing.in_hits)
    household.settle()


def test_a_service_that_comes_back_brings_no_search_that_was_left(qtbot: QtBot, household: Household) -> None:
    window = searched(qtbot, household)
    window.deeds.run("place_notes")
    household.service.stop()
    qtbot.waitUntil(lambda: household.desk is not None and household.desk.link.state is Connection.STARTING)
    before = household.service.asked.count("recall")
    household.service.listen()
    qtbot.waitUntil(lambda: household.desk is not None and household.desk.link.state is Connection.HERE)
    household.settle()
    qtbot.wait(400)
    assert household.service.asked.count("recall") == before
    assert not window.browsing.in_hits


def test_an_answer_that_comes_after_a_place_was_chosen_is_not_shown(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    household.settle()
    QTest.keyClicks(field(window), "oat")
    window.panes.places.place_chosen.emit(Place.NOTES)
    qtbot.wait(300)
    household.settle()
    assert not window.browsing.in_hits
    assert field(window).text() == ""


def test_another_space_shows_no_hits_of_the_one_before(qtbot: QtBot, household: Household) -> None:
    household.library.make_space("work")
    household.library.capture("Minutes", "work")
    window = searched(qtbot, household)
    window.spacing.choose("work")
    qtbot.waitUntil(lambda: not window.browsing.in_hits and rows(window.browsing.entries) == ["Minutes"])
    household.settle()


def test_hits_that_were_not_searched_for_are_left_by_the_field_too(qtbot: QtBot, household: Household) -> None:
    window = searched(qtbot, household)
    memory = window.browsing.hits.hits[0].memory
    window.deeds.run("place_notes")
    window.browsing.show_like(memory, household.library.recall(Question("oat")))
    assert window.browsing.in_hits
    window.panes.top.search_left.emit()
    assert not window.browsing.in_hits
    household.settle()


def test_what_is_like_a_memory_is_not_shown_to_who_went_on(qtbot: QtBot, household: Household) -> None:
    window = searched(qtbot, household)
    household.service.library = Alike(household.library)
    window.reading.open_memory(window.browsing.hits.hits[0].memory)
    household.settle()
    household.service.hold = True
    window.deeds.run("similar")
    qtbot.waitUntil(lambda: "similar" in household.service.asked)
    window.deeds.run("place_notes")
    household.service.release()
    household.settle()
    assert not window.browsing.in_hits
