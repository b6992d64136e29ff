"""The palette: what fits a few letters, and what comes of a choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.views import Place
from mnemoteca.gui.matching import Choice, Kind, match, ranked
from mnemoteca.gui.panes.palette import Palette
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


def commands(*names: str) -> list[Choice]:
    return [Choice(Kind.COMMAND, name, name) for name in names]


@pytest.mark.parametrize(
    ("asked", "name", "lit"),
    [
        ("pin", "Pin or unpin", ((0, 3),)),
        ("unpin pin", "Pin or unpin", ((0, 3), (7, 12))),
        ("cafe", "O café da Ana", ((2, 6),)),
        ("nn", "New note", ((0, 1), (4, 5))),
        ("ote", "New note", ((5, 8),)),
        ("", "New note", ()),
    ],
)
def test_letters_find_a_name_and_say_which_of_its_own_were_meant(
    asked: str, name: str, lit: tuple[tuple[int, int], ...]
) -> None:
    found = match(asked, name)
    assert found is not None
    assert found.spans == lit


@pytest.mark.parametrize(("asked", "name"), [("pan", "Pin"), ("pin it", "Pin"), ("x", "New note"), ("wn", "New note")])
def test_a_name_that_lacks_a_word_does_not_fit(asked: str, name: str) -> None:
    assert match(asked, name) is None


def test_beginnings_of_words_come_before_what_stands_inside_and_what_is_scattered() -> None:
    found = ranked(commands("Unpinned", "Pinned", "Put it near", "Show pinned"), "pin")
    assert [each.choice.text for each in found] == ["Pinned", "Show pinned", "Unpinned", "Put it near"]


def test_what_was_chosen_lately_comes_first_among_equals_and_where_nothing_is_typed() -> None:
    choices = commands("Pin", "Promote", "Pinned")
    recent = ["command:Pinned", "command:Promote"]
    assert [each.choice.text for each in ranked(choices, "", recent)] == ["Pinned", "Promote", "Pin"]
    assert ranked(choices, "pin", recent)[0].choice.text == "Pinned"


def opened(household: Household) -> tuple[Window, Palette, QLineEdit, QListView]:
    window = household.open().window
    window.panes.list.focus_list()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    household.settle()
    palette = window.panes.palette_box
    assert palette.isVisible()
    (field,), (shown,) = palette.findChildren(QLineEdit), palette.findChildren(QListView)
    return window, palette, field, shown


def test_a_command_is_found_and_done_by_the_keyboard_alone(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk #kitchen", pinned=True)
    window, palette, field, shown = opened(household)
    QTest.keyClicks(field, "pinned")
    assert shown.model().index(0, 0).data() == "Pinned, Go to, Ctrl+4"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.browsing.place is Place.PINNED


def test_sessions_and_tags_of_the_library_can_be_chosen_and_are_remembered(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk #kitchen")
    window, _, field, shown = opened(household)
    QTest.keyClicks(field, "kitch")
    assert shown.model().index(0, 0).data() == "#kitchen, tag, 1 memory"
    QTest.keyClick(field, Qt.Key.Key_Return)
    household.settle()
    assert window.panes.top.query() == "tag:kitchen"
    assert window.state().recent == ("tag:kitchen",)


def test_what_can_not_be_used_now_is_not_offered(qtbot: QtBot, household: Household) -> None:
    _, _, field, shown = opened(household)
    QTest.keyClicks(field, "promote")
    assert not shown.isVisible()


def test_the_arrows_go_round_and_esc_gives_the_keyboard_back(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window, palette, field, shown = opened(household)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert shown.currentIndex().row() == shown.model().rowCount() - 1
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert shown.currentIndex().row() == 0
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.panes.list.isAncestorOf(window.focusWidget())


def test_what_is_chosen_stays_so_while_more_comes_to_choose_from(qtbot: QtBot, qapp: QApplication) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    palette = Palette(Theme(qapp, "dark"), over)
    over.show()
    field, heard = palette.findChildren(QLineEdit)[0], list[str]()
    palette.chosen.connect(lambda choice: heard.append(choice.key))
    palette.open_with(commands("New note", "Note of the day"), ())
    QTest.keyClicks(field, "note")
    QTest.keyClick(field, Qt.Key.Key_Down)
    palette.set_choices([*commands("New note", "Note of the day"), Choice(Kind.SESSION, "7", "Notes on bread")])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["New note"]
