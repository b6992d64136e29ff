"""The days of the tiers: local, of unequal length where the clock is put forward, and nothing counted twice."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from mnemoteca.core.memory import Tier
from mnemoteca.core.tier_days import SLOT_S, Slot, by_day, midnights


@pytest.fixture
def lisbon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def slot(moment: datetime) -> int:
    return int(moment.timestamp()) // SLOT_S


def test_days_begin_at_local_midnight_also_where_the_clock_was_changed(lisbon: None) -> None:
    assert os.environ["TZ"] == "Europe/Lisbon"
    begins = midnights(datetime(2026, 10, 26, 12, tzinfo=UTC), 3)
    assert [begin.astimezone(UTC).hour for begin in begins] == [23, 23, 0]
    assert begins[2] - begins[1] == timedelta(hours=25)


def test_what_happened_stands_in_its_day() -> None:
    begins = tuple(datetime(2026, 11, day, tzinfo=UTC) for day in (19, 20, 21))
    moved = [
        Slot(slot(begins[0]) - 1, Tier.LONG, 9),  # before all of them
        Slot(slot(begins[1]), Tier.MEDIUM, 2),
        Slot(slot(begins[2]) - 1, Tier.LONG, 3),
        Slot(slot(begins[2]) + 5, None, 4),
    ]
    days = by_day(begins, moved, {slot(begins[1]): 5, slot(begins[2]): 1}, 10)
    assert [(d.to_medium, d.to_long, d.faded, d.kept) for d in days] == [(0, 0, 0, 10), (2, 3, 0, 15), (0, 0, 4, 16)]
    assert [day.day for day in days] == ["2026-11-19", "2026-11-20", "2026-11-21"]
