"""Weeks by their number or place: “the first week of May”, “week 31”, “o fim de semana do Natal”."""

from __future__ import annotations

from datetime import date, timedelta

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import first_week, monday_of, plus_amount, unit_around
from mnemoteca.core.dates.rules_distances import anchor_of
from mnemoteca.core.dates.rules_months import span_of, whole
from mnemoteca.core.dates.values import (
    Amount,
    Day,
    MonthName,
    Months,
    Number,
    Ordinal,
    Span,
    Turned,
    Unit,
    Weekday,
    Year,
)


def _nth_week(match: Match) -> Span | Day | None:
    """“the first week of May”, “the last weekend of 2016”, “the first ten days of last year”."""
    bounds, unit_said, amount = whole(match), match.any(Unit), match.any(Amount)
    unit = unit_said.name if unit_said is not None else amount.unit if amount is not None else ""
    name = match.any(MonthName)
    if name is not None:
        year = match.any(Year)
        month = Months(name.n, None if year is None else year.n)
        bounds = span_of(match, _this_year(month, match.today))
    if bounds is not None and unit == "fortnight" and (bounds[1] - bounds[0]).days < 32:
        return _half(match, bounds)
    if bounds is None or unit not in ("week", "weekend", "day", "month", "quarter"):
        return None
    ordinal, number = match.any(Ordinal), match.any(Number)
    weekday = match.any(Weekday)  # “segunda” is the second one
    n = ordinal.n if ordinal is not None else weekday.n + 2 if weekday is not None else -1
    if unit == "day" and amount is None and number is None:
        day = _some_of(bounds, unit, n, 1)
        return Day.of(day.start) if day is not None and day.start is not None else None
    count = amount.parts[0][0] if amount is not None else 1 if number is None else number.n
    return _some_of(bounds, unit, n, count)


def _half(match: Match, bounds: tuple[date, date]) -> Span | None:
    """“a primeira quinzena de março”: until the 15th, or from the 16th on."""
    ordinal, weekday = match.any(Ordinal), match.any(Weekday)
    n = ordinal.n if ordinal is not None else weekday.n + 2 if weekday is not None else -1
    middle = bounds[0] + timedelta(days=15)
    return Span(bounds[0], middle) if n == 1 else Span(middle, bounds[1]) if n in (2, -1) else None


def _this_year(month: Months, today: date) -> Months:
    return Months(month.month, today.year) if month.year is None and month.month == today.month else month


def _some_of(bounds: tuple[date, date], unit: str, n: int, count: int) -> Span | None:
    """`count` weeks, days, … of a period from the n-th on."""
    start, end = bounds
    if unit in ("week", "weekend"):
        first = first_week(start)
        if n == -1:
            first, n = first_week(end) - timedelta(weeks=count), 1
        start = first + timedelta(weeks=n - 1)
        if unit == "weekend":
            return Span(start + timedelta(days=5), start + timedelta(days=7))
        return Span(start, start + timedelta(weeks=count)) if n <= 53 else None
    amount = Amount(((count, unit),))
    if n == -1:
        return Span(plus_amount(end, amount, -1), end)
    start = plus_amount(start, Amount(((n - 1, unit),)))
    return Span(start, plus_amount(start, amount)) if start < end else None


def _week_number(match: Match) -> Span | None:
    """“week 31”, “week 3 of 2027”."""
    number, unit, bounds = match.one(Number).n, match.one(Unit).name, whole(match)
    if unit != "week" or not 1 <= number <= 53:
        return None
    year = bounds[0].year if bounds is not None else match.today.year
    start = first_week(date(year, 1, 1)) + timedelta(weeks=number - 1)
    return Span(start, start + timedelta(weeks=1))


def _week_beginning(match: Match) -> Span | None:
    """“w/c 4 February”."""
    at = anchor_of(match)
    return None if at is None else Span(at, at + timedelta(days=7))


def _week_of(match: Match) -> Span | None:
    """“the week of May 4”, “o fim de semana do Natal”."""
    unit_said, turned, at = match.any(Unit), match.any(Turned), anchor_of(match)
    unit = unit_said.name if unit_said is not None else turned.unit if turned is not None and turned.bare else ""
    if at is None or unit not in ("week", "weekend"):
        return None
    if unit == "week":
        return Span(*unit_around(at, "week"))
    saturday = monday_of(at) + timedelta(days=5 if at.weekday() >= 2 else -2)
    first, last = min(saturday, at), max(saturday + timedelta(days=2), at + timedelta(days=1))
    return Span(first, last)


WEEK_RULES = (
    Rule(
        "(?: the|na)? (?: ord|turning|wdq) num? period (?: of|in)? the?"
        " (?: monthname (?: of|comma)? year|months|span|year|turned|monthname)",
        _nth_week,
    ),
    Rule("(?: the|as|na)? (?: ord|turning) amount (?: of|in) the? (?: months|span|year|turned)", _nth_week),
    Rule("unit weekcount? num (?: of|comma|in)? the? yearly", _week_number),
    Rule("unit weekcount? num (?! unit|dia|other)", _week_number),
    Rule("(?: the? unit|turned) of the? anchor", _week_of),
    Rule("day unit (?! other)", _week_of),
    Rule("wc the? anchor", _week_beginning),
)
