"""The timeline as pure values: a span of the calendar in bars of one grain, zoomed, moved and brushed.

Times are naive: those on the clock where it was said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from mnemoteca.core.glance import Bar, Grain

MOST = {Grain.HOUR: 96, Grain.DAY: 190, Grain.MONTH: 240, Grain.YEAR: 400}  # bars that can still be told apart
SHOWN = {Grain.HOUR: 72, Grain.DAY: 120, Grain.MONTH: 120, Grain.YEAR: 100}  # where a grain is chosen by name
LEAST = timedelta(hours=12)
FINER = (Grain.HOUR, Grain.DAY, Grain.MONTH, Grain.YEAR)
_MONTHS = {Grain.MONTH: 1, Grain.YEAR: 12}
_LENGTH = {Grain.HOUR: timedelta(hours=1), Grain.DAY: timedelta(days=1)}


def floor(grain: Grain, moment: datetime) -> datetime:
    """Where the bar that holds the moment begins."""
    hour = moment.replace(minute=0, second=0, microsecond=0)
    if grain is Grain.HOUR:
        return hour
    day = hour.replace(hour=0)
    if grain is Grain.DAY:
        return day
    return day.replace(day=1) if grain is Grain.MONTH else day.replace(month=1, day=1)


def step(grain: Grain, start: datetime, bars: int) -> datetime:
    """So many bars further on; the calendar ends with the years 1 and 9999."""
    if grain in _MONTHS:
        months = start.year * 12 + start.month - 1 + bars * _MONTHS[grain]
        year, month = divmod(months, 12)
        return start.replace(year=min(9999, max(1, year)), month=month + 1, day=1)
    try:
        return start + bars * _LENGTH[grain]
    except OverflowError:
        edge = (
            start.replace(year=9999, month=12, day=31, hour=23)
            if bars > 0
            else start.replace(year=1, month=1, day=1, hour=0)
        )
        return floor(grain, edge)


def distance(grain: Grain, start: datetime, other: datetime) -> int:
    """How many bars there are from one beginning of a bar to another."""
    if grain in _MONTHS:
        return ((other.year - start.year) * 12 + other.month - start.month) // _MONTHS[grain]
    return (other - start) // _LENGTH[grain]


@dataclass(frozen=True, slots=True)
class Span:
    """`count` bars of a grain, from `start` on, which is the beginning of one."""

    grain: Grain
    start: datetime
    count: int

    @property
    def end(self) -> datetime:
        """Where it ends, exclusive."""
        return step(self.grain, self.start, self.count)

    def bar(self, n: int) -> datetime:
        """Where the bar at this place begins."""
        return step(self.grain, self.start, n)

    def place(self, moment: datetime) -> int:
        """The place of the bar that holds the moment; below 0 or from `count` on where it is outside."""
        return distance(self.grain, self.start, floor(self.grain, moment))

    def part(self, first: int, last: int) -> Span:
        """The bars from one place through another, whichever comes first."""
        low, high = sorted((first, last))
        return Span(self.grain, self.bar(low), high - low + 1)


def over(grain: Grain, start: datetime, end: datetime) -> Span:
    """The bars that hold what lies from `start` to `end`, exclusive; at least one."""
    first = floor(grain, start)
    last = floor(grain, end - timedelta(microseconds=1) if end > start else start)
    return Span(grain, first, distance(grain, first, last) + 1)


def fitting(start: datetime, end: datetime) -> Span:
    """The finest bars of which not too many stand side by side; of very many years the last ones."""
    for grain in FINER:
        span = over(grain, start, end)
        if span.count <= MOST[grain]:
            return span
    return span.part(span.count - MOST[Grain.YEAR], span.count - 1)


def extent(bars: Iterable[Bar], first: datetime, last: datetime) -> Span | None:
    """All that a library has, in days: from the bars of its months, no further than a day beyond first and last.

    `first` and `last` are on the person's clock, which is within a day of the one where it was said.
    """
    starts = [datetime.fromisoformat(bar.start) for bar in bars]
    if not starts:
        return None
    day = timedelta(days=1)
    begin = max(starts[0], first - day if first.year > 1 else first)
    end = min(step(Grain.MONTH, starts[-1], 1), last + 2 * day if last.year < 9999 else last)
    return over(Grain.DAY, begin, max(begin + day, end))


def zoomed(span: Span, factor: float, at: int, whole: Span) -> Span:
    """So many times as long (below 1: closer), the bar `at` stays where it is; never beyond the whole."""
    middle = span.bar(at) + (span.bar(at + 1) - span.bar(at)) / 2
    length = max(LEAST, min((span.end - span.start) * factor, whole.end - whole.start))
    before = (middle - span.start) / (span.end - span.start)
    return _within(middle - length * before, length, whole)


def entered(span: Span, at: int, whole: Span) -> Span:
    """The inside of one bar; an hour has none."""
    if span.grain is Grain.HOUR:
        return span
    start, end = span.bar(at), span.bar(at + 1)
    return _within(start, min(end - start, whole.end - whole.start), whole)


def in_grain(span: Span, grain: Grain, at: int, whole: Span) -> Span:
    """Bars of this grain around the bar `at`: all there are, or as many as are easily looked at."""
    everything = over(grain, whole.start, whole.end)
    if everything.count <= SHOWN[grain]:
        return everything
    middle = everything.place(span.bar(at) + (span.bar(at + 1) - span.bar(at)) / 2)
    first = min(max(0, middle - SHOWN[grain] // 2), everything.count - SHOWN[grain])
    return everything.part(first, first + SHOWN[grain] - 1)


def moved(span: Span, bars: int, whole: Span) -> Span:
    """So many bars earlier or later, as far as there is something."""
    everything = over(span.grain, whole.start, whole.end)
    first = distance(span.grain, everything.start, span.start) + bars
    first = max(0, min(first, everything.count - span.count))
    return Span(span.grain, everything.bar(first), span.count)


def counts(span: Span, bars: Iterable[Bar]) -> tuple[int, ...]:
    """How many memories stand at each place of the span."""
    found = [0] * span.count
    for bar in bars:
        place = span.place(datetime.fromisoformat(bar.start))
        if 0 <= place < span.count:
            found[place] += bar.count
    return tuple(found)


def marks(span: Span) -> tuple[int, ...]:
    """The places at which something larger begins: a day, a month, a year, a round year; with hours each sixth."""
    return tuple(n for n in range(span.count) if _round(span, span.bar(n)))


def _round(span: Span, start: datetime) -> bool:
    match span.grain:
        case Grain.HOUR:
            return start.hour % (6 if span.count <= 36 else 24) == 0
        case Grain.DAY:
            return start.day == 1 or (span.count <= 62 and start.day % 7 == 1 and start.day < 28)
        case Grain.MONTH:
            return start.month == 1 or (span.count <= 36 and start.month % 3 == 1)
        case _:
            every = next(n for n in (1, 2, 5, 10, 25, 50) if span.count <= 12 * n or n == 50)
            return start.year % every == 0


def _within(start: datetime, length: timedelta, whole: Span) -> Span:
    start = max(whole.start, min(start, whole.end - length))
    return fitting(start, start + length)
