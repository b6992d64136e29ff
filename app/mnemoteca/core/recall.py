"""A question and its hits: the values of recall."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mnemoteca.core.memory import Memory, Tier


class Window(StrEnum):
    """The four windows of time, counted back from when the question is asked (1m is 30 days)."""

    HOUR = "1h"
    DAY = "1d"
    WEEK = "1w"
    MONTH = "1m"


WINDOW_S: dict[Window, float] = {
    Window.HOUR: 3600.0,
    Window.DAY: 86_400.0,
    Window.WEEK: 7 * 86_400.0,
    Window.MONTH: 30 * 86_400.0,
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a question or a list; None and empty mean: any. `before` and `said_before` are exclusive.

    `said_after` and `said_before` are naive: by the clock where it was said, as days are shown and bars are counted.
    """

    session: int | None = None
    speaker: str | None = None
    tiers: tuple[Tier, ...] = ()
    source: str | None = None
    tags: tuple[str, ...] = ()
    after: datetime | None = None
    before: datetime | None = None
    pinned: bool | None = None
    window: Window | None = None
    kind: str | None = None
    beside: str | None = None  # only of sessions in which this one speaks
    without: tuple[str, ...] = ()  # folded words that must not stand in the text
    said_after: datetime | None = None
    said_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a hit's path: the arm or boost, what it saw, and what it gave to the score."""

    arm: str  # words, meaning, phrase, near, header, recency, tier, pin, spelling, hop, expansion, rerank
    detail: str
    weight: float
    hop: int = 0  # of a hop: which, from 2 on
    via: int = 0  # … and the memory that led here


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer; `score` is 0 to 1, `highlights` are (start, end) characters of `memory.text`."""

    memory: Memory
    score: float
    highlights: tuple[tuple[int, int], ...]
    path: tuple[Reason, ...]
    weak: bool = False  # it stands below the line under which nothing is a good answer


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: `asked_at` defaults to now; `as_typed` takes the last word as a beginning."""

    text: str
    id: str = ""
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unless:
    """What would have changed the first place: without this part of its score the first hit would be at `place`,
    and the memory `after` would be first."""

    part: str  # phrase, words, meaning, near, session, speaker, own, hop, recency, standing
    place: int
    after: int


@dataclass(frozen=True, slots=True)
class Recalled:
    """The hits of one question, best first, in milliseconds; `notes` say what was read differently."""

    id: str
    hits: tuple[Hit, ...]
    ms: float
    notes: tuple[str, ...] = ()
    partial: bool = False
    missing: int = 0  # memories that are not in the index yet (and were not searched)
    change: int = 0
    without_meaning: str = ""  # why nothing was searched by meaning: a `MeaningState`, or “late”; "" where it was
    unless: tuple[Unless, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A memory with what stands before and after it in its session, in order."""

    memory: Memory
    before: tuple[Memory, ...]
    after: tuple[Memory, ...]


@dataclass(frozen=True, slots=True)
class TierHit:
    """A hit of `recall_across_tiers`."""

    id: str
    content: str
    tier: str
    horizon: str  # short, medium, long, or none
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class TierCount:
    """The figures of one tier."""

    count: int
    oldest: datetime | None
    newest: datetime | None
    promotions: int  # into this tier
    expiries: int  # out of this tier by time or eviction
    max_size: int | None = None
    ttl_s: float | None = None
    promotable: int | None = None


@dataclass(frozen=True, slots=True)
class TierStats:
    """The figures of all tiers of a space; `next_run_at` is the next consolidation by itself."""

    short: TierCount
    medium: TierCount
    long: TierCount
    faded: TierCount
    archive: TierCount
    promoted_today: int = 0
    next_run_at: datetime | None = None
    extra: dict[str, int] = field(default_factory=dict)
