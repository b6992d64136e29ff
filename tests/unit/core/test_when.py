"""Dates as people and files write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mnemoteca.core.memory import Precision
from mnemoteca.core.when import UNKNOWN, Moment, day_words, local_day, read_moment

LISBON = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "at", "offset_min", "precision"),
    [
        ("2026", datetime(2026, 1, 1, tzinfo=UTC), 0, Precision.YEAR),
        ("2026-11", datetime(2026, 11, 1, tzinfo=UTC), 0, Precision.MONTH),
        ("2026-11-21", datetime(2026, 11, 21, tzinfo=UTC), 0, Precision.DAY),
        ("2026-11-21T18:30", datetime(2026, 11, 21, 18, 30, tzinfo=UTC), 0, Precision.MINUTE),
        ("2026-11-21 18:30:05Z", datetime(2026, 11, 21, 18, 30, 5, tzinfo=UTC), 0, Precision.INSTANT),
        (
            "2026-11-21T18:30:05.25-03:00",
            datetime(2026, 11, 21, 21, 30, 5, 250_000, tzinfo=UTC),
            -180,
            Precision.INSTANT,
        ),
        ("2026-11-21T18:30+0530", datetime(2026, 11, 21, 13, 0, tzinfo=UTC), 330, Precision.MINUTE),
    ],
)
def test_iso_dates_are_read_with_offset_and_precision(
    text: str, at: datetime, offset_min: int, precision: Precision
) -> None:
    assert read_moment(text) == Moment(at, offset_min, precision)


def test_a_time_without_offset_is_in_the_zone_that_is_given() -> None:
    at = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)
    assert read_moment("2026-11-21T18:30", LISBON) == Moment(at, 60, Precision.MINUTE)


@pytest.mark.parametrize("text", ["", "soon", "0000-01-01", "2026-13-01", "2026-02-30", "21/11/2026"])
def test_what_is_no_date_is_unknown(text: str) -> None:
    assert read_moment(text) == UNKNOWN


def test_a_time_at_the_end_of_the_calendar_does_not_break() -> None:
    assert read_moment("9999-12-31T23:59:59-03:00") == UNKNOWN
    assert local_day(datetime(9999, 12, 31, 23, tzinfo=UTC), 600).year == 9999


def test_a_day_is_the_day_it_was_where_it_was_said() -> None:
    late = datetime(2023, 5, 8, 1, 0, tzinfo=UTC)
    assert day_words(local_day(late, -180), Precision.INSTANT) == ["7", "may", "maio", "2023"]


def test_only_as_much_of_a_day_is_told_as_is_known() -> None:
    day = datetime(2023, 5, 7, tzinfo=UTC).date()
    assert day_words(day, Precision.MONTH) == ["may", "maio", "2023"]
    assert day_words(day, Precision.YEAR) == ["2023"]
    assert day_words(None, Precision.DAY) == day_words(day, Precision.UNKNOWN) == []
