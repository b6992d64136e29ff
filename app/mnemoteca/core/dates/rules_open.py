"""What is open at one end, and what stands alone: “until 2010”, “after 6:30pm today”, “a partir de maio”, “2016”."""

from __future__ import annotations

from datetime import date, datetime

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import at_clock, day_meant, month_meant, plus_months, unit_around
from mnemoteca.core.dates.rules_moments import date_of, hours_on
from mnemoteca.core.dates.rules_months import span_of
from mnemoteca.core.dates.values import Clock, Day, Hours, Moment, Months, Span, Stretch, Turned, Year


def _edges(match: Match, value: object) -> tuple[date | Clock, date | Clock] | None:
    """Where something begins and ends; a day is one point."""
    if isinstance(value, Day):
        day = day_meant(value, match.said.now)
        return None if day is None else (day, day)
    if isinstance(value, Clock):
        return value, value
    if isinstance(value, Moment):
        return value.at, value.at
    if isinstance(value, Stretch | Hours | Span):
        if value.start is None or value.end is None:
            return None
        return (value.end, value.end) if isinstance(value, Span) and value.late else (value.start, value.end)
    return span_of(match, value)


_OPEN = (Day, Clock, Moment, Stretch, Hours, Span, Months, Year, Turned)


def _opened(match: Match, *, before: bool, at_end: bool) -> Span | Stretch | Hours | None:
    value = next((atom.value for atom in match.atoms if isinstance(atom.value, _OPEN)), None)
    edges = _edges(match, value)
    if edges is None:
        return None
    edge = edges[at_end]
    if isinstance(edge, Clock):
        return Hours(None, edge) if before else Hours(edge, None)
    if isinstance(edge, datetime):
        return Stretch(None, edge) if before else Stretch(edge, None)
    return Span(None, edge) if before else Span(edge, None)


def _before(match: Match) -> Span | Stretch | Hours | None:
    return _opened(match, before=True, at_end=False)


def _up_to(match: Match) -> Span | Stretch | Hours | None:
    return _opened(match, before=True, at_end=True)


def _after(match: Match) -> Span | Stretch | Hours | None:
    return _opened(match, before=False, at_end=True)


def _since(match: Match) -> Span | Stretch | Hours | None:
    return _opened(match, before=False, at_end=False)


def _open_on(match: Match) -> Stretch | None:
    """“1/1/2015 after 2:00”, “3 pm or later on Monday”."""
    day, told = date_of(match), match.any(Clock)
    hours = match.any(Hours)
    if hours is not None:
        return hours_on(match)
    if day is None or told is None:
        return None
    at = at_clock(day, told)
    return Stretch(None, at) if match.has("before", "till", "by", "le") else Stretch(at, None)


def _this_year_alone(match: Match) -> Span:
    year = match.one(Year).n
    return Span(date(year, 1, 1), date(year + 1, 1, 1))


def _recent_year(match: Match) -> Span | None:
    return _this_year_alone(match) if 1900 <= match.one(Year).n < 2100 else None


def _turned_alone(match: Match) -> Span | None:
    turned = match.one(Turned)
    if turned.bare and turned.unit not in ("weekend", "fortnight"):
        return None
    return Span(*unit_around(match.today, turned.unit, turned.n))


def _turned_bare(match: Match) -> Span:
    """“in the year”: this one."""
    turned = match.one(Turned)
    return Span(*unit_around(match.today, turned.unit, turned.n))


def _months_alone(match: Match) -> Span:
    start = month_meant(match.one(Months), match.today)
    return Span(start, plus_months(start, 1))


OPEN_RULES = (
    Rule("day (?: before|by|till|after|since) around? clock", _open_on),
    Rule("le edge", _up_to),
    Rule("ge edge", _since),
    Rule("(?: before|by|till) around? the? edge", _before),
    Rule("clock (?: orlater|or later|or after) (?: on|of)? day", _open_on),
    Rule("after around? the? edge", _after),
    Rule("since around? the? edge", _since),
    Rule("edge (?: orlater|or later|and later)", _since),
)

LONE_RULES = (
    Rule("(?<= em|na|of|since|till|by|from|before|after|yearword|around) year", _this_year_alone),
    Rule("(?<! slash|num|dot) year (?! other|unit|dia|amount|slash|s|apos)", _recent_year),
    Rule("(?<= em|na|for|during|over|since) turned", _turned_bare),
    Rule("turned", _turned_alone),
    Rule("months", _months_alone),
)
