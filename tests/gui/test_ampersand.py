"""An ampersand in a name is a letter of it: no key, and nothing that a menu leaves out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Space
from mnemoteca.core.saved_searches import Saved
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.panes.search_list import SearchButton
from mnemoteca.gui.panes.top_bar import SpaceButton, TopBar
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.tray import Tray

pytestmark = pytest.mark.gui


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "dark")


def test_a_name_on_a_button_is_no_key(theme: Theme, qtbot: QtBot) -> None:
    search, chip = SearchButton(theme, Saved("R&D", "lab")), ChipButton(theme, "R&D")
    other = ChipButton(theme, "")
    other.tell("R&D")
    for button in (search, chip, other):
        qtbot.addWidget(button)
        assert button.text() == "R&D"
        assert button.shortcut().isEmpty()


def test_a_space_is_no_key_and_stands_whole_in_the_menu(theme: Theme, qtbot: QtBot) -> None:
    top = TopBar(theme)
    qtbot.addWidget(top)
    top.show()
    top.set_spaces((Space("R&D", 1, 0, True),), "R&D")
    (button,) = top.findChildren(SpaceButton)
    assert (button.text(), button.shortcut().isEmpty()) == ("R&D", True)
    button.click()
    menu = top.findChildren(QMenu)[-1]
    assert [action.text() for action in menu.actions()][:1] == ["R&&D"]
    menu.close()


def test_what_goes_on_stands_whole_in_the_menu_of_the_tray(theme: Theme, qtbot: QtBot) -> None:
    parent = QPushButton()
    qtbot.addWidget(parent)
    tray = Tray(theme, parent)
    tray.tell("Bringing in R&D.jsonl")
    assert tray.texts()[0] == "Bringing in R&&D.jsonl"
    tray.close()
