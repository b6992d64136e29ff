"""The timeline: bars of a real library, zoomed and brushed by keys, wheel and mouse; the list follows the brush."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.glance import Grain
from mnemoteca.core.timeline import Span
from mnemoteca.gui import span_words
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.density import Density
from mnemoteca.gui.components.density_painter import REST
from mnemoteca.gui.page import Page
from mnemoteca.gui.spanning import Spanning
from mnemoteca.gui.theme.tokens import DARK, LIGHT, Tokens, contrast
from mnemoteca.gui.window import Window
from tests.gui.desk import Household, household, rows

__all__ = ["household"]
pytestmark = pytest.mark.gui
ENGLISH = QLocale(QLocale.Language.English)


def fill(household: Household) -> None:
    """A memory on each of the first twenty days of March 2026, a second one on the fifth; one long before."""
    for day in range(1, 21):
        at = datetime(2026, 3, day, 10, tzinfo=UTC)
        household.library.capture(f"day {day}", occurred_at=at, offset_min=0)
    household.library.capture("late on day 5", occurred_at=datetime(2026, 3, 6, 1, tzinfo=UTC), offset_min=-180)
    household.library.capture("long ago", occurred_at=datetime(2025, 12, 24, 10, tzinfo=UTC), offset_min=0)


def opened(qtbot: QtBot, household: Household) -> tuple[Window, Spanning, Density]:
    fill(household)
    window = household.open().window
    window.deeds.run("page_timeline")
    bars = window.panes.timeline.bars
    qtbot.waitUntil(lambda: sum(bars.bars.counts) == 22)
    household.settle()
    assert window.browsing.page is Page.TIMELINE
    return window, window.own_pages.spanning, bars


def shows(qtbot: QtBot, bars: Density, grain: Grain) -> Span:
    qtbot.waitUntil(lambda: bars.bars.stretch is not None and bars.bars.stretch.grain is grain)
    assert bars.bars.stretch is not None
    return bars.bars.stretch


def day(bars: Density, month: int, number: int) -> int:
    assert bars.bars.stretch is not None
    return bars.bars.stretch.place(datetime(2026, month, number))


def test_the_bars_are_those_of_the_library_and_each_has_its_name(qtbot: QtBot, household: Household) -> None:
    _, _, bars = opened(qtbot, household)
    assert shows(qtbot, bars, Grain.DAY).count < 190
    told = QAccessible.queryAccessibleInterface(bars)
    names = [told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())]
    assert len(names) == len(bars.bars.counts)
    assert names[day(bars, 3, 5)] == "5 March 2026: 2 memories"
    assert names[day(bars, 3, 21)] == "21 March 2026: no memories"
    assert "Memories over time" in told.text(QAccessible.Text.Name)


def test_a_brush_by_keys_lists_what_was_said_in_that_time(qtbot: QtBot, household: Household) -> None:
    window, spanning, bars = opened(qtbot, household)
    bars.setFocus()
    bars.go(day(bars, 3, 4))
    for _ in range(2):
        QTest.keyClick(bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: spanning.entries.count == 4)
    household.settle()
    qtbot.waitUntil(lambda: rows(spanning.entries) == ["day 6", "late on day 5", "day 5", "day 4"])
    title = window.panes.timeline.bars.accessibleName()
    assert title.endswith("chosen: 4 to 6 March") or title.endswith("chosen: 4 to 6 March 2026")
    selected = [index.row() for index in bars.selectionModel().selectedIndexes()]
    assert selected == [day(bars, 3, n) for n in (4, 5, 6)]
    QTest.keyClick(bars, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: spanning.entries.count == 3)
    QTest.keyClick(bars, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: spanning.entries.count == 22)
    household.settle()


def test_a_brush_by_the_mouse_follows_the_hand(qtbot: QtBot, household: Household) -> None:
    _, spanning, bars = opened(qtbot, household)
    start, end = (bars.visualRect(bars.bars.index(day(bars, 3, n), 0)).center() for n in (10, 12))
    QTest.mousePress(bars.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(bars.viewport(), end)
    QTest.mouseRelease(bars.viewport(), Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: spanning.entries.count == 3)
    assert spanning.brush == Span(Grain.DAY, datetime(2026, 3, 10), 3)
    QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.waitUntil(lambda: spanning.entries.count == 1)
    household.settle()


def test_enter_looks_into_a_bar_down_to_the_hours_and_minus_goes_back_out(qtbot: QtBot, household: Household) -> None:
    _, _, bars = opened(qtbot, household)
    bars.setFocus()
    bars.go(day(bars, 3, 5))
    QTest.keyClick(bars, Qt.Key.Key_Return)
    span = shows(qtbot, bars, Grain.HOUR)
    assert (span.start, span.count) == (datetime(2026, 3, 5), 24)
    assert [n for n, count in enumerate(bars.bars.counts) if count] == [10, 22]
    while bars.bars.stretch is not None and bars.bars.stretch.grain is Grain.HOUR:
        QTest.keyClick(bars, Qt.Key.Key_Minus)
        household.settle()
    qtbot.waitUntil(lambda: sum(bars.bars.counts) >= 5)
    assert 0 <= bars.at() < len(bars.bars.counts)


def test_the_wheel_zooms_around_the_pointer(qtbot: QtBot, household: Household) -> None:
    _, spanning, bars = opened(qtbot, household)
    at = QPointF(bars.visualRect(bars.bars.index(day(bars, 3, 5), 0)).center())
    before = len(bars.bars.counts)
    none, keys, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(at, bars.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), none, keys, phase, False)
    QApplication.sendEvent(bars.viewport(), turn)
    qtbot.waitUntil(lambda: len(bars.bars.counts) < before)
    assert spanning.span is not None
    assert 0 <= spanning.span.place(datetime(2026, 3, 5)) < spanning.span.count
    household.settle()


def test_the_kind_of_bars_is_chosen_by_name(qtbot: QtBot, household: Household) -> None:
    window, _, bars = opened(qtbot, household)
    chips = {chip.text(): chip for chip in window.panes.timeline.findChildren(ChipButton)}
    assert list(chips) == ["Years", "Months", "Days", "Hours"]
    chips["Months"].click()
    span = shows(qtbot, bars, Grain.MONTH)
    assert (span.start, bars.bars.counts) == (datetime(2025, 12, 1), (1, 0, 0, 21))
    chips["Years"].click()
    shows(qtbot, bars, Grain.YEAR)
    assert bars.bars.counts == (1, 21)
    assert chips["Years"].isChecked()
    household.settle()


def test_what_comes_in_is_counted_and_listed(qtbot: QtBot, household: Household) -> None:
    _, spanning, bars = opened(qtbot, household)
    at = datetime(2026, 3, 7, 12, tzinfo=UTC)
    household.library.capture("a late one", occurred_at=at, offset_min=0)
    qtbot.waitUntil(lambda: bars.bars.counts[day(bars, 3, 7)] == 2)
    qtbot.waitUntil(lambda: spanning.entries.count == 23)
    household.settle()


def test_a_memory_of_the_list_opens_in_the_reader_and_the_way_back_is_as_it_was(
    qtbot: QtBot, household: Household
) -> None:
    window, spanning, bars = opened(qtbot, household)
    bars.brushed.emit(day(bars, 3, 10), day(bars, 3, 10))
    qtbot.waitUntil(lambda: rows(spanning.entries) == ["day 10"])
    window.panes.timeline.list.row_opened.emit(1)
    household.settle()
    assert window.browsing.page is Page.LIST
    assert window.reading.memory is not None
    assert window.reading.memory.text == "day 10"
    window.deeds.run("page_timeline")
    qtbot.waitUntil(lambda: rows(spanning.entries) == ["day 10"])
    household.settle()


def test_times_are_said_as_a_person_would() -> None:
    today = date(2026, 11, 21)

    def said(grain: Grain, start: datetime, count: int) -> str:
        return span_words.span_name(Span(grain, start, count), today, ENGLISH)

    assert said(Grain.DAY, datetime(2026, 11, 2), 14) == "2 to 15 November"
    assert said(Grain.DAY, datetime(2026, 10, 28), 19) == "28 October to 15 November"
    assert said(Grain.DAY, datetime(2025, 12, 30), 4) == "30 December 2025 to 2 January"
    assert said(Grain.MONTH, datetime(2025, 3, 1), 3) == "March to May 2025"
    assert said(Grain.MONTH, datetime(2025, 11, 1), 3) == "November 2025 to January 2026"
    assert said(Grain.YEAR, datetime(2019, 1, 1), 6) == "2019 to 2024"
    assert said(Grain.HOUR, datetime(2026, 3, 14, 15), 3) == "14 March 2026, 15:00 to 18:00"
    assert said(Grain.HOUR, datetime(2026, 3, 14, 0), 24) == "14 March 2026"


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_bars_stand_out_from_the_ground(tokens: Tokens) -> None:
    ground, bar = ([int(colour[n : n + 2], 16) for n in (1, 3, 5)] for colour in (tokens.bg, tokens.faded))
    mixed = "#" + "".join(f"{round(REST * b + (1 - REST) * g):02X}" for g, b in zip(ground, bar, strict=True))
    assert contrast(mixed, tokens.bg) >= 3.0
