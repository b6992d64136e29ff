"""What a person sees at a glance: their day, and how their memories spread over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mnemoteca.core.memory import Memory, Session

SOON_S = 6 * 3600.0  # what has less time left than this fades soon
PURGE_TOLD_DAYS = 7  # so long before it is told that something in the trash goes for good
SHOWN = 5  # of each kind, on the page of the day


@dataclass(frozen=True, slots=True)
class Today:
    """The day of a space, local: what came in, what became of it, what fades soon, what was on this day before.

    `added` (those that are still there), `promoted` and `let_go` count memories since midnight; `fading_count` is how
    many fade soon, of which `fading` are the first; `years` are memories of this day of the month in years before, the
    newest year first.
    """

    day: str  # YYYY-MM-DD
    added: int
    promoted: int
    let_go: int
    notes: tuple[Memory, ...]
    sessions: tuple[Session, ...]
    fading: tuple[Memory, ...]
    fading_count: int
    years: tuple[Memory, ...]
    copied_at: datetime | None = None  # when a backup was last copied out of the data folder
    copy_due: bool = False  # that was long ago, or never
    purged_soon: int = 0  # how many of the trash are purged within a week,
    purged_from: datetime | None = None  # and when the first of them


class Grain(StrEnum):
    """How wide the bars of the timeline are."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the timeline: when it begins in the time it was said at, as ISO text, and how many memories."""

    start: str
    count: int


@dataclass(frozen=True, slots=True)
class Density:
    """How many memories there are over time; only bars that hold some, in order. `undated` have no time at all."""

    grain: Grain
    bars: tuple[Bar, ...]
    undated: int
    first: datetime | None
    last: datetime | None
