"""A tip says the text of a memory as it is, in the look of the window, until the mouse or a key goes on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Tier
from mnemoteca.core.saved_searches import Saved
from mnemoteca.gui.components.button import Button, icon_button
from mnemoteca.gui.components.lines import Line, Lines
from mnemoteca.gui.components.tip import TipRole, Tips, tip_of
from mnemoteca.gui.panes.search_list import SearchButton
from mnemoteca.gui.theme.theme import Theme
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
MARKUP = 'Look: <img src="file:///tmp/x.png"> <b>bold</b>'
GUI = Path(__file__).parents[2] / "app" / "mnemoteca" / "gui"
BY_THE_DESKTOP = {"tray.py"}  # its tip is text there


def point_at(widget: QWidget, at: QPoint | None = None) -> None:
    """What Qt does where the mouse rests on a widget."""
    place = widget.rect().center() if at is None else at
    QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().contains(widget.rect().center())


class Room:
    """A small window with a button, a field and some lines in it."""

    def __init__(self, qtbot: QtBot, app: QApplication, zoom: int = 100) -> None:
        self.theme = Theme(app, "dark", zoom)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.tips = Tips(self.theme, self.window)
        self.pin, self.field = icon_button(self.theme, "pin", "Pin"), self.theme.dress(QLineEdit())
        self.lines = Lines(self.theme, lambda thing: Line(str(thing), "", Tier.SHORT))
        column = QVBoxLayout(self.window)
        for part in (self.pin, self.field, self.lines):
            column.addWidget(part)
        self.lines.show_things([MARKUP, "another"])
        self.window.resize(500, 300)
        self.window.show()
        qtbot.waitExposed(self.window)

    def said(self) -> str:
        return self.tips.tip.words()


def test_a_memory_of_the_day_is_no_markup_in_its_tip(qtbot: QtBot, qapp: QApplication) -> None:
    room = Room(qtbot, qapp)
    index = room.lines.model().index(0, 0)
    assert index.data(TipRole) == index.data(Qt.ItemDataRole.AccessibleTextRole) == MARKUP
    point_at(room.lines.viewport(), room.lines.visualRect(index).center())
    assert room.said() == MARKUP
    (label,) = room.tips.tip.findChildren(QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_search_is_no_markup_in_its_tip(qtbot: QtBot, qapp: QApplication) -> None:
    button = SearchButton(Theme(qapp, "dark"), Saved("b", MARKUP))
    qtbot.addWidget(button)
    assert tip_of(button) == MARKUP


def test_a_tip_stands_below_what_it_is_about_and_goes_with_the_next_key(qtbot: QtBot, qapp: QApplication) -> None:
    room = Room(qtbot, qapp)
    point_at(room.pin)
    assert room.said() == "Pin"
    assert room.tips.tip.y() > room.pin.geometry().bottom()
    assert room.window.rect().contains(room.tips.tip.geometry())
    QTest.keyClick(room.field, Qt.Key.Key_A)
    assert room.said() == ""


def test_a_tip_goes_where_the_mouse_goes_on_to_what_has_none(qtbot: QtBot, qapp: QApplication) -> None:
    room = Room(qtbot, qapp)
    point_at(room.pin)
    point_at(room.field)
    assert room.said() == ""
    point_at(room.pin)
    QTest.mouseMove(room.field)
    qtbot.waitUntil(lambda: room.said() == "")


def test_where_there_is_no_room_below_a_tip_stands_above(qtbot: QtBot, qapp: QApplication) -> None:
    room = Room(qtbot, qapp)
    low = icon_button(room.theme, "pin", "Low", room.window)
    low.setGeometry(10, room.window.height() - 34, 32, 32)
    low.show()
    point_at(low)
    assert room.tips.tip.geometry().bottom() < low.y()


@pytest.mark.parametrize("zoom", [80, 200])
def test_a_long_tip_is_broken_into_lines_at_every_size(qtbot: QtBot, qapp: QApplication, zoom: int) -> None:
    room = Room(qtbot, qapp, zoom)
    room.lines.show_things(["a long line of a memory " * 12])
    point_at(room.lines.viewport(), room.lines.visualRect(room.lines.model().index(0, 0)).center())
    tip = room.tips.tip
    assert room.window.rect().contains(tip.geometry())
    assert tip.height() >= tip.heightForWidth(tip.width())
    room.theme.use_zoom(100)


def test_qt_shows_no_tip_of_its_own_over_any_page(household: Household, qtbot: QtBot) -> None:
    household.library.capture("Oat milk #shop")
    window = household.open().window
    for page in ("page_today", "place_everything", "page_settings", "page_models", "place_short"):
        window.deeds.run(page)
        household.settle()
        for button in (each for each in window.findChildren(Button) if not each.text() and in_sight(each)):
            point_at(button)
            assert window.panes.tips.tip.words() == tip_of(button) != ""
            assert not QToolTip.isVisible()


def test_every_tip_goes_one_way() -> None:
    found = [
        f"{file.name}: {line.strip()}"
        for file in sorted(GUI.rglob("*.py"))
        if file.name not in BY_THE_DESKTOP
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"\.setToolTip\(|ToolTipRole|QToolTip\.showText", line)
    ]
    assert found == []
