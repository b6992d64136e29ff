"""Everything can be made larger and smaller, at once, without drift, and nothing is cut."""

from __future__ import annotations

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mnemoteca.gui.app import Desk, zoomed
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.panes.row_view import RowView
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, HEADER_ROW, PAD, ROW, TYPE, Type
from mnemoteca.gui.theme.zoom import fitted, scaled
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
SIZES = (80, 100, 150, 200)
PAGES = ("place_everything", "page_today", "page_settings", "page_keyboard", "place_short", "page_timeline")


def test_a_size_is_remembered_by_what_it_came_from_and_one_that_was_set_since_counts() -> None:
    assert fitted([18], [[12.0], [18]], 1.5) == [12.0]
    assert fitted([30], [[12.0], [18]], 1.5) == [20.0]
    assert fitted([12], None, 1.0) == [12.0]
    assert scaled(1, 0.8) == 1
    assert scaled(0, 2.0) == 0
    assert scaled(-1, 2.0) == -1


def test_steps_go_from_one_size_to_the_next_and_stop_at_the_ends() -> None:
    assert [zoomed(percent, "in") for percent in (80, 100, 133, 200)] == [90, 110, 150, 200]
    assert [zoomed(percent, "out") for percent in (200, 133, 100, 80)] == [175, 125, 90, 80]
    assert zoomed(175, "reset") == 100


def use(theme: Theme, percent: int, qtbot: QtBot) -> None:
    """Make everything so large, and wait until all of it is."""
    theme.use_zoom(percent)
    qtbot.waitUntil(lambda: not theme.changing)


def test_going_through_all_sizes_leads_back_to_where_it_began(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "dark")
    widget = QWidget()
    qtbot.addWidget(widget)
    column = QVBoxLayout(widget)
    column.setContentsMargins(PAD, 7, PAD, 3)
    label, button = Label(theme, "Words", Type.PAGE), Button(theme, "Press")
    for part in (label, button):
        column.addWidget(part)
    column.addSpacing(13)
    widget.show()
    seen = []
    for percent in (100, 150, 80, 175, 90, 200, 100):
        use(theme, percent, qtbot)
        margins, third = column.contentsMargins(), column.itemAt(2)
        spacer = None if third is None else third.spacerItem()
        assert spacer is not None
        seen.append(
            (
                margins.left(),
                margins.top(),
                label.font().pixelSize(),
                button.sizeHint().height(),
                spacer.sizeHint().height(),
            )
        )
    assert seen[0] == seen[-1] == (PAD, 7, TYPE[Type.PAGE][0], CONTROL, 13)
    assert seen[1] == (24, 10, 33, 48, 20)
    assert seen[5] == (32, 14, 44, 64, 26)


def test_another_scheme_leaves_the_size_as_it_is(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "dark")
    label = Label(theme, "Words", Type.BODY)
    qtbot.addWidget(label)
    label.show()
    use(theme, 150, qtbot)
    theme.use("light")
    qtbot.waitUntil(lambda: not theme.changing)
    assert label.font().pixelSize() == 21
    theme.use("dark")
    qtbot.waitUntil(lambda: not theme.changing)
    use(theme, 100, qtbot)
    assert label.font().pixelSize() == 14


def test_what_comes_up_later_is_as_large_as_the_rest(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "dark", 150)
    label, field = Label(theme, "Words", Type.BODY), QLineEdit()
    field.setFixedHeight(CONTROL)
    for part in (label, field):
        qtbot.addWidget(part)
        part.show()
    assert label.font().pixelSize() == field.font().pixelSize() == 21
    assert field.height() == 48
    use(theme, 100, qtbot)
    assert (label.font().pixelSize(), field.height()) == (14, CONTROL)


def cut(window: QWidget) -> list[str]:
    """The parts in sight whose words have less room than they need."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisibleTo(window) or part.visibleRegion().isEmpty():
            continue
        if (
            isinstance(part, (QAbstractButton, QComboBox, QLineEdit))
            and part.height() < part.minimumSizeHint().height()
        ):
            found.append(f"{type(part).__name__} “{part.accessibleName()}”: {part.height()} px high")
        if isinstance(part, Button) and part.text() and part.width() < part.sizeHint().width():
            found.append(f"Button “{part.text()}”: {part.width()} < {part.sizeHint().width()}")
        if isinstance(part, QLabel) and part.text() and part.height() < part.fontMetrics().height() - 2:
            found.append(f"{type(part).__name__} “{part.text()}”: {part.height()} px high")
    return found


def beyond(window: QWidget) -> list[str]:
    """The parts that stand out of the window and do not scroll."""
    found = []
    for part in window.findChildren(QAbstractButton):
        scrolls = any(isinstance(each, QAbstractScrollArea) for each in ancestors(part, window))
        right = part.mapTo(window, part.rect().bottomRight())
        if part.isVisibleTo(window) and not scrolls and (right.x() > window.width() or right.y() > window.height()):
            found.append(f"{part.accessibleName()} ends at {right.x()}, {right.y()}")
    return found


def ancestors(part: QWidget, window: QWidget) -> list[QWidget]:
    found, at = [], part.parentWidget()
    while at is not None and at is not window:
        found.append(at)
        at = at.parentWidget()
    return found


@pytest.mark.parametrize("percent", SIZES)
def test_nothing_is_cut_and_all_fits_a_small_screen(percent: int, household: Household, qtbot: QtBot) -> None:
    for text in ("Oat milk", "The van is lent until Friday, and the straps go back this time"):
        household.library.capture(text)
    desk = household.open()
    window = desk.window
    window.resize(1280, 800)
    desk.own.use("zoom", percent)
    for page in PAGES:
        window.deeds.run(page)
        household.settle()
        QApplication.sendPostedEvents()
        assert (window.width(), window.height()) == (1280, 800), page
        with suppress(qtbot.TimeoutError):  # it is laid out in turns; what is wrong for good is told below
            qtbot.waitUntil(lambda: not cut(window) and not beyond(window))
        assert cut(window) == [], page
        assert beyond(window) == [], page
    desk.own.use("zoom", 100)
    household.settle()


def rows_of(desk: Desk) -> RowView:
    return desk.window.panes.list.findChildren(RowView)[0]


def test_keys_change_the_size_of_rows_at_once_and_it_is_remembered(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    desk = household.open()
    rows = rows_of(desk)
    assert [rows.rowHeight(n) for n in range(2)] == [HEADER_ROW, ROW]
    desk.window.panes.list.focus_list()
    for _ in range(3):
        QTest.keyClick(desk.window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    household.settle()
    assert desk.theme.percent == 150
    assert [rows.rowHeight(n) for n in range(2)] == [HEADER_ROW * 3 // 2, ROW * 3 // 2]
    household.settle()
    assert household.library.settings()["window.zoom"] == 150
    household.shut()
    desk = household.open()
    assert desk.theme.percent == 150
    assert rows_of(desk).rowHeight(1) == ROW * 3 // 2
    QTest.keyClick(desk.window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert desk.theme.percent == 125
    QTest.keyClick(desk.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    household.settle()
    assert desk.theme.percent == 100
    assert [rows_of(desk).rowHeight(n) for n in range(2)] == [HEADER_ROW, ROW]
    household.settle()


def test_panes_without_room_are_hidden_and_come_back(household: Household) -> None:
    household.library.capture("Oat milk")
    desk = household.open()
    panes = desk.window.panes
    desk.window.resize(1280, 800)
    for percent, shown in ((100, (True, True)), (150, (False, True)), (200, (False, False)), (100, (True, True))):
        desk.own.use("zoom", percent)
        household.settle()
        assert (panes.inspector.isVisible(), panes.places.isVisible()) == shown
    household.settle()
