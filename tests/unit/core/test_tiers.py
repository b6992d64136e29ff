"""The rules of the tiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core import tiers
from mnemoteca.core.memory import Tier

T0 = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Held:
    importance: float = 0.1
    access_count: int = 0
    last_access: datetime | None = None
    pinned: bool = False
    since: datetime = T0
    occurred_at: datetime | None = T0


def after(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


def step(entry: Held, seconds: float, *, promotes: bool = True) -> str:
    done = tiers.short_step([entry], after(seconds), promotes=promotes)
    return "promoted" if done.promoted else "faded" if done.faded else "stays"


@pytest.mark.parametrize(
    ("entry", "seconds", "expected"),
    [
        (Held(), 299, "stays"),
        (Held(), 300, "faded"),
        (Held(0.7), 29, "stays"),
        (Held(0.7), 30, "promoted"),
        (Held(0.69), 30, "stays"),
        (Held(0.69), 301, "faded"),
        (Held(access_count=2, last_access=after(10)), 29, "stays"),
        (Held(access_count=2, last_access=after(10)), 30, "promoted"),
        (Held(access_count=1, last_access=after(10)), 301, "faded"),
        (Held(access_count=2, last_access=after(299)), 300, "promoted"),
        (Held(0.9), 8 * 3600, "promoted"),
        (Held(pinned=True), 299, "stays"),
        (Held(pinned=True), 300, "promoted"),
    ],
)
def test_an_entry_of_short_rises_or_fades_when_it_is_due(entry: Held, seconds: float, expected: str) -> None:
    assert step(entry, seconds) == expected


def test_with_promotion_switched_off_nothing_rises_but_the_ttl_goes_on() -> None:
    assert step(Held(0.9), 31, promotes=False) == "stays"
    assert step(Held(0.9), 300, promotes=False) == "faded"
    assert step(Held(0.9, pinned=True), 400, promotes=False) == "stays"


def test_a_full_buffer_lets_the_oldest_go_and_promotes_what_is_eligible() -> None:
    held = [Held(0.8, since=after(0)), Held(0.1, since=after(1)), Held(0.1, since=after(2))]
    done = tiers.over_full(held, 1, promotes=True)
    assert (done.promoted, done.faded) == ((0,), (1,))


def test_what_came_last_stays_in_a_full_buffer_though_the_clock_was_set_back() -> None:
    held = [Held(0.1, since=after(3600)), Held(0.1, since=after(3601)), Held(0.1, since=after(0))]
    assert tiers.over_full(held, 2, promotes=True).faded == (0,)


@pytest.mark.parametrize(("hours", "tier"), [(23, Tier.MEDIUM), (25, Tier.ARCHIVE)])
def test_an_import_enters_medium_for_the_rest_of_its_day_or_the_archive(hours: int, tier: Tier) -> None:
    assert tiers.tier_of_import(T0, T0 + timedelta(hours=hours)) is tier


def test_an_undated_import_goes_to_the_archive() -> None:
    assert tiers.tier_of_import(None, T0) is Tier.ARCHIVE


def test_consolidation_takes_the_highest_adjusted_priority_first() -> None:
    held = [Held(0.8), Held(1.0), Held(0.2, pinned=True), Held(0.3, access_count=2)]
    assert tiers.medium_step(held, after(60)).promoted == (1, 0, 3, 2)


def test_consolidation_fades_the_rest_at_24_hours_and_never_a_pinned_one() -> None:
    held = [Held(), Held(since=after(3600)), Held(pinned=True)]
    done = tiers.medium_step(held, after(24 * 3600), promotes=False)
    assert (done.promoted, done.faded, done.left) == ((), (0,), (1, 2))


entries = st.builds(
    Held,
    importance=st.floats(0, 1),
    access_count=st.integers(0, 4),
    last_access=st.one_of(st.none(), st.integers(0, 400).map(after)),
    pinned=st.booleans(),
    since=st.integers(0, 90_000).map(after),
)


@pytest.mark.slow
@given(st.lists(entries, max_size=20), st.integers(0, 200_000), st.booleans())
def test_consolidation_accounts_for_every_memory_exactly_once(held: list[Held], at: int, promotes: bool) -> None:
    done = tiers.medium_step(held, after(at), promotes=promotes)
    assert sorted((*done.promoted, *done.faded, *done.left)) == list(range(len(held)))


@given(st.lists(entries, max_size=20), st.integers(0, 200_000))
def test_a_cycle_does_what_the_next_due_moment_promised(held: list[Held], at: int) -> None:
    done = tiers.short_step(held, after(at), promotes=True)
    for n, entry in enumerate(held):
        due = tiers.short_due(entry, promotes=True)
        assert (n in (*done.promoted, *done.faded)) == (due is not None and due <= after(at))
