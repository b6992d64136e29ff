"""The life of a memory as values: its tiers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.life import Event, stages
from mnemoteca.core.memory import Tier

BEGUN = datetime(2026, 11, 1, tzinfo=UTC)
NOW = BEGUN + timedelta(days=10)


def event(day: float, kind: Happened, tier: Tier | None = None) -> Event:
    return Event(BEGUN + timedelta(days=day), kind, By.RULE, tier)


def told(events: list[Event], tier: Tier) -> list[tuple[Tier, float]]:
    """Each tier and how many days it lasted."""
    return [(s.tier, (s.end - s.begin) / timedelta(days=1)) for s in stages(events, tier, BEGUN, NOW)]


def test_the_tiers_follow_from_what_happened() -> None:
    rose = [event(1, Happened.PROMOTED, Tier.MEDIUM), event(3, Happened.PROMOTED, Tier.LONG)]
    assert told(rose, Tier.LONG) == [(Tier.SHORT, 1), (Tier.MEDIUM, 2), (Tier.LONG, 7)]
    assert told([event(2, Happened.FADED, Tier.MEDIUM)], Tier.FADED) == [(Tier.MEDIUM, 2), (Tier.FADED, 8)]
    back = [event(2, Happened.FADED, Tier.MEDIUM), event(6, Happened.RESTORED, Tier.FADED)]
    assert told(back, Tier.MEDIUM) == [(Tier.MEDIUM, 2), (Tier.FADED, 4), (Tier.MEDIUM, 4)]
    assert told([event(5, Happened.ACCESSED, Tier.LONG)], Tier.LONG) == [(Tier.LONG, 10)]


def test_what_was_moved_without_being_told_ends_in_the_tier_that_it_stands_in() -> None:
    undone = [event(1, Happened.PROMOTED, Tier.LONG), event(4, Happened.MOVED, Tier.LONG)]
    assert told(undone, Tier.MEDIUM) == [(Tier.MEDIUM, 1), (Tier.LONG, 3), (Tier.MEDIUM, 6)]
