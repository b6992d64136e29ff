"""The timeline as values: bars that fit, zooming, moving, and what stands where."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mnemoteca.core import timeline
from mnemoteca.core.glance import Bar, Grain
from mnemoteca.core.timeline import Span

YEARS = timeline.over(Grain.DAY, datetime(2019, 3, 5), datetime(2026, 11, 21))


def test_the_finest_bars_that_can_be_told_apart_are_chosen() -> None:
    start = datetime(2026, 3, 1)
    grains = [timeline.fitting(start, start + timedelta(days=n)).grain for n in (1, 4, 5, 190, 191, 7000, 9000)]
    assert grains == [Grain.HOUR, Grain.HOUR, Grain.DAY, Grain.DAY, Grain.MONTH, Grain.MONTH, Grain.YEAR]
    every = timeline.fitting(datetime(1, 1, 1), datetime(9999, 12, 31))
    assert (every.grain, every.count, every.end.year) == (Grain.YEAR, 400, 9999)


def test_a_span_ends_where_its_last_bar_does_and_knows_where_a_moment_stands() -> None:
    span = timeline.over(Grain.MONTH, datetime(2025, 11, 20, 8), datetime(2026, 3, 1))
    assert (span.start, span.count, span.end) == (datetime(2025, 11, 1), 4, datetime(2026, 3, 1))
    assert [span.place(datetime(2026, month, 28)) for month in (1, 2, 3)] == [2, 3, 4]
    assert span.place(datetime(2025, 10, 31)) == -1
    assert span.part(2, 1) == Span(Grain.MONTH, datetime(2025, 12, 1), 2)


def test_zooming_in_keeps_the_bar_under_the_pointer_where_it_is() -> None:
    span = timeline.fitting(YEARS.start, YEARS.end)
    assert span.grain is Grain.MONTH
    moment = datetime(2024, 2, 15)
    for _ in range(24):
        before = span.place(moment) / span.count
        span = timeline.zoomed(span, 0.6, span.place(moment), YEARS)
        assert abs(span.place(moment) / span.count - before) < 0.1
    assert span.grain is Grain.HOUR
    assert 12 <= span.count <= 14
    for _ in range(20):
        span = timeline.zoomed(span, 1.7, span.count // 2, YEARS)
    assert (span.start, span.end) == (datetime(2019, 3, 1), datetime(2026, 12, 1))


def test_the_inside_of_a_bar_is_shown_in_finer_bars_down_to_the_hours() -> None:
    year = Span(Grain.YEAR, datetime(2019, 1, 1), 8)
    months = timeline.entered(year, 5, YEARS)
    assert (months.grain, months.start, months.count) == (Grain.MONTH, datetime(2024, 1, 1), 12)
    days = timeline.entered(months, 1, YEARS)
    assert (days.grain, days.start, days.count) == (Grain.DAY, datetime(2024, 2, 1), 29)
    hours = timeline.entered(days, 28, YEARS)
    assert (hours.grain, hours.start, hours.count) == (Grain.HOUR, datetime(2024, 2, 29), 24)
    assert timeline.entered(hours, 3, YEARS) == hours


@pytest.mark.parametrize("grain", list(Grain))
def test_a_grain_that_is_chosen_shows_bars_around_the_one_at_hand(grain: Grain) -> None:
    span = timeline.fitting(YEARS.start, YEARS.end)
    moment = datetime(2022, 6, 15)
    found = timeline.in_grain(span, grain, span.place(moment), YEARS)
    assert found.grain is grain
    assert found.count <= timeline.SHOWN[grain]
    assert 0 <= found.place(moment) < found.count


def test_a_span_moves_as_far_as_there_is_something() -> None:
    span = Span(Grain.DAY, datetime(2026, 11, 1), 10)
    assert timeline.moved(span, -3, YEARS).start == datetime(2026, 10, 29)
    assert timeline.moved(span, 30, YEARS).end == YEARS.end
    assert timeline.moved(span, -9999, YEARS).start == YEARS.start


def test_bars_stand_in_their_places_and_what_is_outside_is_left_out() -> None:
    span = Span(Grain.DAY, datetime(2026, 2, 27), 3)
    bars = [Bar(f"2026-{day}T00:00:00", n) for n, day in enumerate(("02-26", "02-27", "03-01", "03-02"), 1)]
    assert timeline.counts(span, bars) == (2, 0, 3)


def test_marks_stand_where_something_larger_begins() -> None:
    def marked(grain: Grain, start: datetime, count: int) -> list[datetime]:
        span = Span(grain, start, count)
        return [span.bar(n) for n in timeline.marks(span)]

    assert marked(Grain.DAY, datetime(2026, 7, 20), 90) == [datetime(2026, month, 1) for month in (8, 9, 10)]
    assert marked(Grain.HOUR, datetime(2026, 3, 1, 20), 12) == [datetime(2026, 3, 2), datetime(2026, 3, 2, 6)]
    assert marked(Grain.YEAR, datetime(1998, 1, 1), 30)[:3] == [datetime(y, 1, 1) for y in (2000, 2005, 2010)]
    assert marked(Grain.MONTH, datetime(2024, 12, 1), 14) == [datetime(2025, month, 1) for month in (1, 4, 7, 10)] + [
        datetime(2026, 1, 1)
    ]


def test_all_that_a_library_has_reaches_from_its_first_month_to_a_day_after_its_last() -> None:
    bars = [Bar("2026-03-01T00:00:00", 2), Bar("2026-11-01T00:00:00", 1)]
    whole = timeline.extent(bars, datetime(2026, 3, 9, 10), datetime(2026, 11, 20, 12))
    assert whole is not None
    assert (whole.start, whole.end) == (datetime(2026, 3, 8), datetime(2026, 11, 23))
    assert timeline.extent([], datetime(2026, 3, 9), datetime(2026, 3, 9)) is None


def test_the_calendar_has_ends() -> None:
    last = Span(Grain.YEAR, datetime(9998, 1, 1), 2)
    assert last.end.year == 9999
    whole = timeline.extent([Bar("9999-12-01T00:00:00", 1)], datetime(9999, 12, 31, 23), datetime(9999, 12, 31, 23))
    assert whole is not None
    assert timeline.zoomed(timeline.fitting(whole.start, whole.end), 0.5, 0, whole).count > 0
    assert timeline.step(Grain.HOUR, datetime(9999, 12, 31), 99) == datetime(9999, 12, 31, 23)
    assert timeline.step(Grain.DAY, datetime(1, 1, 2), -5) == datetime(1, 1, 1)
    assert timeline.floor(Grain.MONTH, datetime(2026, 3, 9, 10) + timedelta(microseconds=3)) == datetime(2026, 3, 1)
