"""Parts of periods and long ones: “early next year”, “meados de março”, “the rest of the week”, “the ’40s”, seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import plus_months, unit_around
from mnemoteca.core.dates.rules_months import whole
from mnemoteca.core.dates.values import (
    Decade,
    Fuzzy,
    Moment,
    Number,
    Ordinal,
    Span,
    Stretch,
    Turned,
    Unit,
    Unvalued,
    Year,
)


def _fuzzy(match: Match) -> Span | None:
    """“early next year”, “mid March”, “later this week”: a third or half of a period, or what is left of it."""
    name = match.one(Fuzzy).name if match.has("fuzzy") else "later"
    unit, bounds = match.any(Unit), whole(match)
    if bounds is None:
        if unit is None or unit.name not in ("week", "month", "year", "quarter"):
            return None
        bounds = unit_around(match.today, unit.name)
    part = part_of(bounds, name, match.today, thirds=match.has("year"))
    return replace(part, late=True) if part is not None and name in ("late", "end", "ending") else part


def part_of(bounds: tuple[date, date], name: str, today: date, *, thirds: bool = False) -> Span | None:
    start, end = bounds
    if name == "earlier":
        return Span(start, today) if start < today <= end else part_of(bounds, "early", today)
    if name == "later":
        return Span(today, end) if start <= today < end else part_of(bounds, "late", today)
    which = {"start": "early", "ending": "late", "end": "late"}.get(name, name)
    days = (end - start).days
    if days <= 2:
        return None
    if days <= 14:
        cuts = {"early": (0, 3), "mid": (1, 5), "late": (3, days)}
        first, last = cuts[which]
        return Span(start + timedelta(days=first), start + timedelta(days=last))
    if days <= 31:
        return Span(
            start + timedelta(days={"early": 0, "mid": 9, "late": 15}[which]),
            end if which == "late" else start + timedelta(days=15 if which == "early" else 20),
        )
    months = (end.year - start.year) * 12 + end.month - start.month
    cuts = {"early": (0, months // 2), "mid": (months // 4, months * 3 // 4), "late": (months // 2, months)}
    if thirds:
        third = months // 3
        cuts = {"early": (0, third), "mid": (third, 2 * third), "late": (2 * third, months)}
    first, last = cuts[which]
    return Span(plus_months(start, first), plus_months(start, last))


def _half_of_month(match: Match) -> Span | None:
    """“the first half of March”."""
    bounds, n = whole(match), match.one(Ordinal).n
    return part_of(bounds, "early" if n == 1 else "late", match.today) if bounds is not None and n in (1, 2) else None


def _end_of_unit(match: Match) -> Span | Moment | None:
    """“end of the day”, “EOY”."""
    unit = match.one(Unit).name
    if unit == "day":
        return Moment(match.said.now.replace(hour=23, minute=59, second=59))
    return part_of(unit_around(match.today, unit), "end", match.today)


def _rest(match: Match) -> Span | Stretch | None:
    """“the rest of the week”: to its last day; of the day to its last second."""
    turned, unit = match.any(Turned), match.any(Unit)
    name = turned.unit if turned is not None else unit.name if unit is not None else ""
    if name == "day":
        return Stretch(match.said.now, match.said.now.replace(hour=23, minute=59, second=59))
    if name not in ("week", "month", "year", "weekend", "quarter"):
        return None
    _, end = unit_around(match.today, name, turned.n if turned is not None else 0)
    return Span(match.today, end - timedelta(days=1))


def _to_date(match: Match) -> Span | None:
    unit = match.one(Unit).name
    return (
        Span(unit_around(match.today, unit)[0], match.today) if unit in ("week", "month", "year", "quarter") else None
    )


def _decade(match: Match) -> Span | None:
    """“the 1970s”, “the ’40s”, “anos 90”, “the seventies”."""
    said, year, number = match.any(Decade), match.any(Year), match.any(Number)
    if said is not None:
        start = (said.century or 19) * 100 + said.tens
    elif year is not None:
        start = year.n
    elif number is not None and len(number.digits) == 2:
        start = 1900 + number.n if number.n >= 30 else 2000 + number.n
    else:
        return None
    return Span(date(start, 1, 1), date(start + 10, 1, 1)) if start % 10 == 0 else None


def _decade_of(match: Match) -> Span | None:
    """“década de 1990”."""
    return _decade(match) if match.one(Unit).name == "decade" else None


def _century(match: Match) -> Span | None:
    ordinal, number, unit = match.any(Ordinal), match.any(Number), match.any(Unit)
    n = ordinal.n if ordinal is not None else number.n if number is not None else 0
    if unit is not None and unit.name == "year" and match.written(0).lower() == "anos":
        return _decade(match)  # “anos 90”
    if unit is None or unit.name != "century" or not 1 <= n <= 30:
        return None
    return Span(date(n * 100 - 99 - 1, 1, 1) if n > 1 else date(1, 1, 1), date(n * 100, 1, 1))


def _season(match: Match) -> Unvalued:
    return Unvalued("season")


REST_RULES = (Rule("rest of? (?: turned|the period|my period|period)", _rest),)

PERIOD_RULES = (
    Rule("unit todate", _to_date),
    Rule("endunit", _end_of_unit),
    Rule("the? ord half of the? months", _half_of_month),
    Rule("the? (?: apos)? (?: year|num) apos? s", _decade),
    Rule("the? decades", _decade),
    Rule("the? unit num", _century),
    Rule("unit roman", _century),
    Rule("the? unit of (?: num|year)", _decade_of),
    Rule("the? ord unit", _century),
    Rule("(?: fuzzy (?: of|dash)?|later) the? (?: turned|months|year|span|unit)", _fuzzy),
    Rule("(?: the|that|na)? fuzzy? turn? seasonal (?: of|comma)? the? yearly", _season),
    Rule("(?: the|that)? fuzzy? turn seasonal", _season),
    Rule("(?: the|that|na) seasonal", _season),
    Rule("(?<= em) seasonal (?! other)", _season),
    Rule("seasonal turnafter", _season),
    Rule("season (?! other)", _season),
)
