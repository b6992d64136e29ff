"""From one day or moment to the other: “from 4 to 22 January”, “between 2007 and 2009”, “de segunda a sexta”."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import at_clock, day_meant, made, unit_around
from mnemoteca.core.dates.rules_months import span_of
from mnemoteca.core.dates.values import (
    Clock,
    Day,
    Moment,
    MonthName,
    Months,
    Number,
    Ordinal,
    Span,
    Stretch,
    Turned,
    Unvalued,
    Year,
)


def _numbers_in_month(match: Match) -> Span | None:
    """“4-23 in next month”, “between 2 and 7 Feb 2018”, “novembro 19-20”."""
    days = [atom.value.n for atom in match.atoms if isinstance(atom.value, Number | Ordinal)]
    turned, name, year = match.any(Turned), match.any(MonthName), match.any(Year)
    if match.written(0).lower() == "de":  # “4 a 22 de janeiro” says it without
        return None
    if len(days) != 2 or not 1 <= days[0] < days[1] <= 31 or (turned is not None and turned.unit != "month"):
        return None
    if turned is not None:
        start, _ = unit_around(match.today, "month", turned.n)
    elif name is not None and year is not None:
        start = date(year.n, name.n, 1)
    elif name is not None:
        first = day_meant(Day(None, name.n, days[0]), match.said.now)
        if first is None:
            return None
        start = first.replace(day=1)
    else:
        return None
    first, last = made(start.year, start.month, days[0]), made(start.year, start.month, days[1])
    return Span(first, last) if first is not None and last is not None else None


def _number_to_date(match: Match) -> Span | None:
    """“de 20 a 25/11”."""
    end = match.one(Day)
    last = day_meant(end, match.said.now)
    n = next(atom.value.n for atom in match.atoms if isinstance(atom.value, Number | Ordinal))
    first = made(last.year, last.month, n) if last is not None else None
    return Span(first, last) if first is not None and last is not None and first < last else None


Bound = Day | Months | Year | Span | Turned | Moment | Stretch


def _range(match: Match) -> Span | Stretch | Unvalued | None:
    """From the first to the last; what one leaves open the other tells."""
    ends = [atom.value for atom in match.atoms if isinstance(atom.value, Bound)]
    if match.has("unvalued"):
        return Unvalued("date")
    if len(ends) != 2:
        return None
    now = Moment(match.said.now)
    if now in ends and not any(
        isinstance(each, Stretch) or (isinstance(each, Moment) and each != now) for each in ends
    ):
        ends = [Day.of(match.today) if each == now else each for each in ends]  # “between Jan 2019 and now”
    first, last = _shared(ends[0], ends[1])
    start = _start(match, first)
    if isinstance(last, Day | Months) and start is not None:
        last = _first_from(last, start.date() if isinstance(start, datetime) else start)
    end = _start(match, last)
    if isinstance(last, Span) and last.late:
        end = last.end
    if start is None or end is None:
        return None
    if isinstance(start, datetime) or isinstance(end, datetime):
        begin, stop = _as_moment(start), _as_moment(end)
        return Stretch(begin, stop) if begin <= stop else None
    return Span(start, end) if start <= end else None


def _since_clock(match: Match) -> Stretch | None:
    """“between eight o'clock and now”."""
    end = match.one(Moment).at
    start = at_clock(end.date(), match.one(Clock))
    return Stretch(start, end) if start <= end else None


def _as_moment(at: date) -> datetime:
    return at if isinstance(at, datetime) else datetime.combine(at, time())


def _shared(first: Bound, last: Bound) -> tuple[Bound, Bound]:
    """The year that was told at the end alone holds for the beginning, too."""
    year = last.year if isinstance(last, Day | Months) else last.n if isinstance(last, Year) else None
    if year is None or isinstance(first, Year | Span | Turned | Moment | Stretch) or first.year is not None:
        return first, last
    if isinstance(first, Day) and first.month is None:
        if isinstance(last, Day) and first.day is not None:
            return replace(first, month=last.month, year=year), last
        return first, last
    end = last.month if isinstance(last, Day | Months) else None
    later = first.month is not None and end is not None and first.month > end
    return replace(first, year=year - 1 if later else year), last


def _start(match: Match, bound: Bound) -> date | None:
    if isinstance(bound, Day):
        return day_meant(bound, match.said.now)
    if isinstance(bound, Moment):
        return bound.at
    if isinstance(bound, Stretch | Span):
        return bound.start
    found = span_of(match, bound)
    return found[0] if found is not None else None


def _first_from(bound: Day | Months, start: date) -> Bound:
    """The first such day or month that isn't before `start`."""
    if isinstance(bound, Months):
        if bound.year is not None:
            return bound
        year = start.year if (start.year, bound.month) >= (start.year, start.month) else start.year + 1
        return Months(bound.month, year)
    if bound.year is not None:
        return bound
    for days in range(1500):
        day = start + timedelta(days=days)
        wanted = (
            (bound.month, day.month),
            (bound.day, day.day),
            (bound.weekday if bound.day is None else None, day.weekday()),
        )
        if all(told in (None, here) for told, here in wanted):
            return Day.of(day)
    return bound


_DAYS = "the? dia? number (?: until|and|until the|and the) dia? number"
_SPAN_TO = "(?: to|till|dash|a|as|aos|a the|till the|till as|to the)"

NUMBER_RANGE_RULES = (
    Rule("(?: from|between|since|of)? the? dia? number (?: until|and|until the|and the) dia? md", _number_to_date),
    Rule(
        f"(?: from|between|since|of)? {_DAYS} (?: of|in|of the)?"
        " (?: turned|monthname (?: comma|of)? year|monthname (?! number))",
        _numbers_in_month,
    ),
    Rule(
        f"(?: from|between)? named (?: from|between|of)? {_DAYS} (?! unit|dia|mer) (?: (?: comma|of)? year)?",
        _numbers_in_month,
    ),
)

RANGE_RULES = (
    Rule(f"(?: from|between|since|of) the? bound {_SPAN_TO} the? bound", _range),
    Rule("between (?: the|as|a)? dia? bound (?: and|and the|and as|and a) dia? bound", _range),
    Rule("em year (?: to|till|dash) year", _range),
    Rule(f"bound {_SPAN_TO} bound", _range),
    Rule("(?: between|from) clock (?: and|to|till) moment", _since_clock),
)
