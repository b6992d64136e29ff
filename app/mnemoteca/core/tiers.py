"""The rules of the tiers, as pure functions with the clock passed in.

SHORT lives 5 minutes, MEDIUM 24 hours, LONG for good. What is important rises after 30 s, what was accessed
twice at the next cycle; what is due rises before it can expire or be evicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from mnemoteca.core.forgetting import Remembered, age_days, apply_forgetting_curve
from mnemoteca.core.memory import Tier

SHORT_TTL_S = 300.0
MEDIUM_TTL_S = 24 * 3600.0
SHORT_MAX_SIZE = 50
PROMOTION_THRESHOLD = 0.7
MIN_ACCESSES = 2
QUICK_PROMOTION_S = 30.0
CYCLE_S = 30.0
LONG_IMPORTANCE = 0.8
CONSOLIDATE_EVERY_S = 30 * 60.0
HAND_NOTE_FLOOR = 0.7


class Entry(Protocol):
    """What the rules need of an entry of the SHORT tier; `since` is when it came in."""

    @property
    def importance(self) -> float: ...
    @property
    def access_count(self) -> int: ...
    @property
    def since(self) -> datetime: ...


E = TypeVar("E", bound=Entry)


def expired(since: datetime, ttl_s: float, now: datetime) -> bool:
    """Whether its time is up: at exactly the TTL it is."""
    return (now - since).total_seconds() >= ttl_s


def promotable(importance: float, access_count: int) -> bool:
    """Important enough, or accessed often enough, to rise to MEDIUM."""
    return importance >= PROMOTION_THRESHOLD or access_count >= MIN_ACCESSES


def promotes_at(importance: float, access_count: int, since: datetime, now: datetime) -> datetime | None:
    """When an entry of SHORT rises by itself: after two accesses within one cycle, by importance after 30 s."""
    if access_count >= MIN_ACCESSES:
        return min(now + timedelta(seconds=CYCLE_S), since + timedelta(seconds=SHORT_TTL_S))
    if importance >= PROMOTION_THRESHOLD:
        return since + timedelta(seconds=QUICK_PROMOTION_S)
    return None


@dataclass(frozen=True, slots=True)
class ShortStep:
    """What one cycle does to the SHORT tier: who rises and who fades (positions in what was given)."""

    promoted: tuple[int, ...]
    faded: tuple[int, ...]


def short_step(entries: Sequence[Entry], now: datetime, *, promotes: bool, ttl_s: float = SHORT_TTL_S) -> ShortStep:
    """One cycle over SHORT. With `promotes` off (the space's setting) nothing rises, but the TTL goes on."""
    up, gone = [], []
    for n, entry in enumerate(entries):
        aged = (now - entry.since).total_seconds() >= QUICK_PROMOTION_S
        due = entry.access_count >= MIN_ACCESSES or (entry.importance >= PROMOTION_THRESHOLD and aged)
        if promotes and (due or (expired(entry.since, ttl_s, now) and promotable(entry.importance, entry.access_count))):
            up.append(n)
        elif expired(entry.since, ttl_s, now):
            gone.append(n)
    return ShortStep(tuple(up), tuple(gone))


def over_full(entries: Sequence[Entry], max_size: int, *, promotes: bool) -> ShortStep:
    """Who leaves a full SHORT buffer, oldest first: what is promotable rises instead of being evicted."""
    surplus = len(entries) - max_size
    oldest = sorted(range(len(entries)), key=lambda n: entries[n].since)[: max(0, surplus)]
    up = [n for n in oldest if promotes and promotable(entries[n].importance, entries[n].access_count)]
    return ShortStep(tuple(up), tuple(n for n in oldest if n not in up))


def tier_of_import(occurred_at: datetime | None, now: datetime) -> Tier:
    """Archive when older than 24 h or undated; else MEDIUM, its 24 h counted from when it occurred."""
    if occurred_at is None or expired(occurred_at, MEDIUM_TTL_S, now):
        return Tier.ARCHIVE
    return Tier.MEDIUM


class MediumEntry(Remembered, Protocol):
    """What consolidation needs of a memory of MEDIUM; `since` is when its 24 h began."""

    @property
    def pinned(self) -> bool: ...
    @property
    def access_count(self) -> int: ...
    @property
    def since(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class MediumStep:
    """What one consolidation does to MEDIUM (positions in what was given): the sum is all it took in."""

    promoted: tuple[int, ...]
    faded: tuple[int, ...]
    left: tuple[int, ...]


def worth_long(importance: float, access_count: int, pinned: bool) -> bool:
    """Whether consolidation keeps a memory for good, word for word."""
    return pinned or importance >= LONG_IMPORTANCE or access_count >= MIN_ACCESSES


def medium_step(entries: Sequence[MediumEntry], now: datetime, *, ttl_s: float = MEDIUM_TTL_S) -> MediumStep:
    """One consolidation over MEDIUM: who becomes LONG (highest adjusted priority first), fades, or stays."""
    up = [n for n, e in enumerate(entries) if worth_long(e.importance, e.access_count, e.pinned)]
    up.sort(key=lambda n: -apply_forgetting_curve(entries[n], age_days(entries[n], now)))
    rest = [n for n in range(len(entries)) if n not in set(up)]
    faded = tuple(n for n in rest if expired(entries[n].since, ttl_s, now))
    gone = set(faded)
    return MediumStep(tuple(up), faded, tuple(n for n in rest if n not in gone))


def next_due(moments: Iterable[datetime | None]) -> datetime | None:
    """The earliest of the moments that are known."""
    return min((m for m in moments if m is not None), default=None)
