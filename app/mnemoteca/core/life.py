"""The life of a memory: what happened to it, in which tiers it stood, how present it was; and what a session holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.memory import Tier


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a memory; `tier` is the one entered by a promotion, else the one it stood in."""

    at: datetime
    kind: Happened
    by: By
    tier: Tier | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something came from: the file or account it was brought in from, the working folder, its branch."""

    source: str
    format: str = ""
    collection: str = ""
    folder: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True)
class MemoryLife:
    """What happened to a memory and its former versions, in order; how often it was recalled, by whom; its origin."""

    id: int
    events: tuple[Event, ...]
    recalled: dict[By, int]
    origin: Origin
    suggested: tuple[str, ...] = ()  # tags that the small models suggest for it, none of the person's own


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What a session holds: active memories by tier, by tag and by speaker, and where it came from."""

    id: int
    tiers: dict[Tier, int]
    tags: dict[str, int]
    speakers: dict[str, int]
    origin: Origin
    pinned: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """A time in one tier, from `begin` to `end`."""

    tier: Tier
    begin: datetime
    end: datetime


def stages(events: Sequence[Event], tier: Tier, begun: datetime, now: datetime) -> tuple[Stage, ...]:
    """The tiers it stood in, from its beginning until now; the last is `tier`, in which it stands."""
    moves: list[tuple[datetime, Tier | None]] = [(event.at, _after(event)) for event in events if _moves(event)]
    first = _before(next((event for event in events if _moves(event)), None), tier)
    known = [(begun, first)]
    for at, entered in moves:
        if entered is not None and entered is not known[-1][1]:
            known.append((max(at, known[-1][0]), entered))
    if known[-1][1] is not tier:
        last = moves[-1][0] if moves else begun
        known.append((max(last, known[-1][0]), tier))
    ends = [*(begin for begin, _ in known[1:]), max(now, known[-1][0])]
    return tuple(Stage(each, begin, end) for (begin, each), end in zip(known, ends, strict=True) if end > begin)


def _moves(event: Event) -> bool:
    return event.kind in (Happened.PROMOTED, Happened.FADED, Happened.EVICTED, Happened.RESTORED, Happened.MOVED)


def _after(event: Event) -> Tier | None:
    """The tier it stood in after the event; None where the event doesn't tell."""
    if event.kind is Happened.PROMOTED:
        return event.tier
    if event.kind in (Happened.FADED, Happened.EVICTED):
        return Tier.FADED
    return Tier.MEDIUM if event.kind is Happened.RESTORED and event.tier is Tier.FADED else None


def _before(event: Event | None, tier: Tier) -> Tier:
    """The tier it began in: the one before its first move."""
    if event is None:
        return tier
    if event.kind is Happened.PROMOTED:
        return Tier.MEDIUM if event.tier is Tier.LONG else Tier.SHORT
    return event.tier or tier
