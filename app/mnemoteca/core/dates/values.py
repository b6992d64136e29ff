"""What the words of a date mean, before they are put together and after: plain values.

A value is a part (a number, a weekday, a unit) or something that can be said on its own (a day, a clock time, a
stretch). What a text leaves open stays None until it is known what it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number; `digits` as it was written, "" where it was written in words."""

    n: int
    digits: str = ""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """“3rd”, “third”; the last one is -1."""

    n: int
    digits: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers around a mark: “8.30”, “4/22”."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """Monday is 0."""

    n: int


@dataclass(frozen=True, slots=True)
class MonthName:
    n: int


@dataclass(frozen=True, slots=True)
class Year:
    n: int


@dataclass(frozen=True, slots=True)
class Unit:
    """second, minute, hour, day, bday (a day of work), weekend, week, workweek, fortnight, month, quarter, half,
    year, decade, century."""

    name: str


@dataclass(frozen=True, slots=True)
class Turn:
    """“last” -1, “this” 0, “next” 1, “after next” 2; `nearest`: the next one to come, whichever week it is in."""

    n: int
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Turned:
    """“next month”: a unit, and which one of them counted from now; `bare` where it was just “the month”."""

    unit: str
    n: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """Days from today: “tomorrow” is 1."""

    days: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day by its hours; `last` is its last second where that is no full hour."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fraction:
    """Minutes of an hour: a quarter 15, half 30."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Meridiem:
    """a.m. (False), p.m. (True), or either (None)."""

    pm: bool | None


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """early, mid, late; “earlier” and “later” count from now; `end` and `start` as in “end of”."""

    name: str


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units of time, the largest first as they were said: “1 month 2 days”."""

    parts: tuple[tuple[int, str], ...]

    @property
    def whole_days(self) -> bool:
        """Whether it counts in days or longer units alone."""
        return all(unit not in ("hour", "minute", "second") for _, unit in self.parts)

    @property
    def unit(self) -> str:
        return self.parts[0][1]


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday, by the name under which its rule stands in `feasts`."""

    name: str


@dataclass(frozen=True, slots=True)
class Decade:
    """Tens of years; `century` is None where it was left out (“the seventies”)."""

    tens: int
    century: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day; `sure` where it can't be twelve hours later, `told` where a.m. or p.m. was said."""

    hour: int
    minute: int = 0
    second: int = 0
    sure: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day as far as it was told: “the 15th”, “Friday”, “4 May”, “4 May 2020”.

    `impossible` is one that no calendar has; it is a date that was said, without a value.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @classmethod
    def of(cls, day: date) -> Day:
        return cls(day.year, day.month, day.day)


@dataclass(frozen=True, slots=True)
class Months:
    """A month by its name; the year may be open."""

    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Days from one to the other; None is open. `late`: the end of something, so what goes up to it ends there."""

    start: date | None
    end: date | None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """From one time of the day to the other; None is open."""

    start: Clock | None
    end: Clock | None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    at: datetime


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to the other; None is open. `part` is the part of the day that it is."""

    start: datetime | None
    end: datetime | None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Unvalued:
    """A date without a value: a season, 30 February."""

    kind: str
