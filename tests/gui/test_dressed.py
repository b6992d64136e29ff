"""What Qt paints by itself wears the look in force, wherever it stands, and a change of it is made in short turns."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QHeaderView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.gui.page import OWN
from mnemoteca.gui.theme.sheet import KINDS, sheet_of
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import LIGHT
from mnemoteca.gui.theme.turns import Turns
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
CARDS = ("palette", "new_note", "keys")


def bare(app: QApplication) -> list[str]:
    """The widgets that Qt would paint as it likes."""
    found = []
    for top in app.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            if isinstance(widget, KINDS) and not isinstance(widget, QHeaderView) and not dressed(widget):
                parent = widget.parentWidget()
                found.append(f"{type(widget).__name__} in {type(parent).__name__}")
    return found


def dressed(widget: QWidget | None) -> bool:
    return widget is not None and (bool(widget.styleSheet()) or dressed(widget.parentWidget()))


def test_every_field_list_menu_and_bar_of_every_page_and_card_wears_the_look(household: Household) -> None:
    household.library.capture("Oat milk #shop")
    desk = household.open()
    for page in sorted(OWN):
        desk.window.deeds.run(f"page_{page.value}")
        household.settle()
    for card in CARDS:
        desk.window.deeds.run(card)
        household.settle()
    assert bare(household.app) == []


def test_no_sheet_stands_where_every_label_would_be_gone_through_for_it(household: Household) -> None:
    desk = household.open()
    wearing = [each for each in desk.window.findChildren(QWidget) if each.styleSheet()]
    assert household.app.styleSheet() == desk.window.styleSheet() == ""
    assert {type(each).__name__ for each in wearing if not isinstance(each, KINDS)} == set()


def test_a_field_changes_with_the_scheme_and_the_size_in_sight_or_not(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "dark")
    shown, hidden = theme.dress(QLineEdit()), theme.dress(QLineEdit())
    for field in (shown, hidden):
        qtbot.addWidget(field)
    shown.show()
    theme.use("light")
    theme.use_zoom(150)
    qtbot.waitUntil(lambda: not theme.changing)
    assert shown.styleSheet() == hidden.styleSheet() == sheet_of(shown, LIGHT, 1.5)
    theme.use_zoom(100)
    qtbot.waitUntil(lambda: not theme.changing)
    assert shown.styleSheet() == hidden.styleSheet() == sheet_of(shown, LIGHT)


def test_between_two_turns_of_long_work_others_come_to_their_right(qtbot: QtBot) -> None:
    parent, done, heard = QObject(), list[int](), list[int]()
    turns = Turns(parent)

    def work() -> Iterator[bool]:
        for n in range(400_000):
            done.append(n)
            yield False

    turns.begin(work())
    assert turns.busy
    while turns.busy:
        QApplication.processEvents()
        heard.append(len(done))
    assert len(done) == 400_000
    assert len(heard) > 2


def test_what_is_begun_anew_takes_the_place_of_what_was_under_way(qtbot: QtBot) -> None:
    parent, told = QObject(), list[str]()
    turns = Turns(parent)

    def work(name: str, steps: int) -> Iterator[bool]:
        try:
            for _ in range(steps):
                yield False
            told.append(f"{name} is done")
        finally:
            told.append(f"{name} has ended")

    turns.begin(work("the first", 400_000))
    turns.begin(work("the second", 3))
    qtbot.waitUntil(lambda: not turns.busy)
    assert told == ["the first has ended", "the second is done", "the second has ended"]
