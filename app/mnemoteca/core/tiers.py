"""The rules of the tiers, as pure functions with the clock passed in.

SHORT lives 5 minutes, MEDIUM 24 hours, LONG for good. What is important rises after 30 s, what was accessed
twice at the next cycle; what is due rises before it can expire or be evicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

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
    def last_access(self) -> datetime | None: ...
    @property
    def pinned(self) -> bool: ...
    @property
    def since(self) -> datetime: ...


def expired(since: datetime, ttl_s: float, now: datetime) -> bool:
    """Whether its time is up: at exactly the TTL it is."""
    return (now - since).total_seconds() >= ttl_s


def promotable(importance: float, access_count: int) -> bool:
    """Important enough, or accessed often enough, to rise to MEDIUM."""
    return importance >= PROMOTION_THRESHOLD or access_count >= MIN_ACCESSES


def next_cycle(moment: datetime) -> datetime:
    """The first moment after `moment` at which a cycle begins; cycles begin at each full 30 s of the day."""
    begun = moment.timestamp() // CYCLE_S * CYCLE_S
    return datetime.fromtimestamp(begun + CYCLE_S, UTC)


def promotes_at(
    importance: float, access_count: int, since: datetime, last_access: datetime | None, ttl_s: float = SHORT_TTL_S
) -> datetime | None:
    """When an entry of SHORT rises by itself: by importance after 30 s, after two accesses at the next cycle,
    and, where it is eligible, at the end of its time at the latest. None where it doesn't."""
    moments = [since + timedelta(seconds=ttl_s)]
    if importance >= PROMOTION_THRESHOLD:
        moments.append(since + timedelta(seconds=QUICK_PROMOTION_S))
    if access_count >= MIN_ACCESSES and last_access is not None:
        moments.append(next_cycle(last_access))
    return min(moments) if promotable(importance, access_count) else None


@dataclass(frozen=True, slots=True)
class ShortStep:
    """What one cycle does to the SHORT tier: who rises and who fades (positions in what was given)."""

    promoted: tuple[int, ...]
    faded: tuple[int, ...]


def rises_at(entry: Entry, ttl_s: float) -> datetime | None:
    """When an entry rises by itself; what is pinned does so at the end of its time, as it never fades."""
    if entry.pinned:
        return min(entry.since + timedelta(seconds=ttl_s), _rises(entry, ttl_s) or datetime.max.replace(tzinfo=UTC))
    return _rises(entry, ttl_s)


def _rises(entry: Entry, ttl_s: float) -> datetime | None:
    return promotes_at(entry.importance, entry.access_count, entry.since, entry.last_access, ttl_s)


def short_due(entry: Entry, *, promotes: bool, ttl_s: float = SHORT_TTL_S) -> datetime | None:
    """When a cycle has next something to do with the entry: None for a pinned one that may not rise."""
    rise = rises_at(entry, ttl_s) if promotes else None
    return rise or (None if entry.pinned else entry.since + timedelta(seconds=ttl_s))


def short_step(entries: Sequence[Entry], now: datetime, *, promotes: bool, ttl_s: float = SHORT_TTL_S) -> ShortStep:
    """One cycle over SHORT. With `promotes` off (the space's setting) nothing rises, but the TTL goes on."""
    rise = [rises_at(entry, ttl_s) if promotes else None for entry in entries]
    up = tuple(n for n, at in enumerate(rise) if at is not None and at <= now)
    gone = tuple(
        n
        for n, entry in enumerate(entries)
        if n not in set(up) and not entry.pinned and expired(entry.since, ttl_s, now)
    )
    return ShortStep(up, gone)


def over_full(entries: Sequence[Entry], max_size: int, *, promotes: bool) -> ShortStep:
    """Who leaves a full SHORT buffer, first come first: what is promotable rises instead of being evicted.

    `entries` stand in the order in which they came, which no clock that was set back can turn around.
    """
    surplus = len(entries) - max_size
    may_go = [n for n, entry in enumerate(entries) if promotes or not entry.pinned]
    oldest = may_go[: max(0, surplus)]
    up = [
        n
        for n in oldest
        if promotes and (entries[n].pinned or promotable(entries[n].importance, entries[n].access_count))
    ]
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


def medium_step(
    entries: Sequence[MediumEntry], now: datetime, *, promotes: bool = True, ttl_s: float = MEDIUM_TTL_S
) -> MediumStep:
    """One consolidation over MEDIUM: who becomes LONG (highest adjusted priority first), fades, or stays."""
    up = [n for n, e in enumerate(entries) if promotes and worth_long(e.importance, e.access_count, e.pinned)]
    up.sort(key=lambda n: -apply_forgetting_curve(entries[n], age_days(entries[n], now)))
    rest = [n for n in range(len(entries)) if n not in set(up)]
    faded = tuple(n for n in rest if not entries[n].pinned and expired(entries[n].since, ttl_s, now))
    gone = set(faded)
    return MediumStep(tuple(up), faded, tuple(n for n in rest if n not in gone))


def next_due(moments: Iterable[datetime | None]) -> datetime | None:
    """The earliest of the moments that are known."""
    return min((m for m in moments if m is not None), default=None)
