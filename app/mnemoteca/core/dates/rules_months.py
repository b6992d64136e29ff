"""Months and years, quarters and halves of a year: “May 2015”, “março passado”, “Q3”."""

from __future__ import annotations

from datetime import date

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import full_year, month_meant, plus_months, unit_around
from mnemoteca.core.dates.values import MonthName, Months, Number, Ordinal, Span, Turn, Turned, Unit, Year


def span_of(match: Match, value: object) -> tuple[date, date] | None:
    """The first day of a period and the first one after it; None where it is none."""
    today = match.today
    if isinstance(value, Year):
        return date(value.n, 1, 1), date(value.n + 1, 1, 1)
    if isinstance(value, Months):
        start = month_meant(value, today)
        return start, plus_months(start, 1)
    if isinstance(value, Turned):
        return unit_around(today, value.unit, value.n) if value.unit != "day" else None
    if isinstance(value, Span) and value.start is not None and value.end is not None:
        return value.start, value.end
    return None


def whole(match: Match) -> tuple[date, date] | None:
    """The last period of a match."""
    found = [each for atom in match.atoms if (each := span_of(match, atom.value)) is not None]
    return found[-1] if found else None


def _month_year(match: Match) -> Months | None:
    year, name = match.any(Year), match.one(MonthName)
    if year is not None:
        return Months(name.n, year.n)
    turned = match.any(Turned)
    if turned is not None:
        return Months(name.n, match.today.year + turned.n) if turned.unit == "year" else None
    number = match.one(Number)
    return Months(name.n, full_year(number.n)) if len(number.digits) == 2 and number.n > 31 else None


def _short_year(match: Match) -> Months | None:
    """“setembro de 94”."""
    number = match.one(Number)
    return Months(match.one(MonthName).n, full_year(number.n)) if len(number.digits) == 2 else None


def _month_turned(match: Match) -> Months:
    """“last March”, “março passado”: the month in the last, this, next year."""
    turn, name, today = match.one(Turn), match.one(MonthName).n, match.today
    year = today.year + turn.n
    if turn.nearest:
        year = today.year if name > today.month else today.year + 1
    return Months(name, year)


def _year_month(match: Match) -> Months | None:
    """“2016 - 11”."""
    month = match.one(Number).n
    if match.written(1) not in ("-", "/"):  # “2004–05” are two years
        return None
    return Months(month, match.one(Year).n) if 1 <= month <= 12 else None


def _month_of(match: Match) -> Months | None:
    """“the month of May”."""
    year = match.any(Year)
    return Months(match.one(MonthName).n, None if year is None else year.n) if match.one(Unit).name == "month" else None


def _month(match: Match) -> Months:
    return Months(match.one(MonthName).n)


def _nth_month(match: Match) -> Months | None:
    """“the 9th month of next year”."""
    bounds, n = whole(match), match.one(Ordinal).n
    if bounds is None or match.one(Unit).name != "month" or not 1 <= n <= 12:
        return None
    return Months(n, bounds[0].year)


def _quarter(match: Match) -> Span | None:
    """“Q3 2019”, “the third quarter of last year”, “2º semestre de 2020”."""
    unit, ordinal, number = match.any(Unit), match.any(Ordinal), match.any(Number)
    half = (unit.name == "half") if unit is not None else match.has("half", "hh", "eh")
    if unit is not None and unit.name not in ("quarter", "half"):
        return None
    n = ordinal.n if ordinal is not None else number.n if number is not None else 0
    if n == -1:
        n = 2 if half else 4
    bounds = whole(match)
    year = bounds[0].year if bounds is not None else match.today.year
    months = 6 if half else 3
    if not 1 <= n <= 12 // months:
        return None
    start = date(year, (n - 1) * months + 1, 1)
    return Span(start, plus_months(start, months))


_ART = "(?: the|a|na|na the)?"

MONTH_RULES = (
    Rule("the? unit of monthname (?: of? year|of unit of year)?", _month_of),
    Rule("monthname dot? (?: of|comma|dash|slash|of the|in)? year", _month_year),
    Rule("monthname of unit of year", _month_year),
    Rule("year (?: comma|dash)? monthname", _month_year),
    Rule("monthname (?: of|comma)? the? turned", _month_year),
    Rule("named num (?! unit|mer|other)", _month_year),
    Rule("turning (?: named|monq (?! other|fn))", _month_turned),
    Rule("monthname turnafter", _month_turned),
    Rule("monthname of num (?! unit|dia|mer|other|dash|to)", _short_year),
    Rule("year (?: dash|slash) num (?! dash|num|slash)", _year_month),
    Rule("(?<! num|dash|slash|dot|q) num (?: dash|slash) year (?! dash|slash)", _year_month),
    Rule(_ART + "ord unit of? the? yearly", _nth_month),
    Rule("mon", _month),
    Rule("monqcap (?= (?: to|dash|and|or) (?: months|named))", _month),
    Rule("(?<= em|since|till|by|from|before|after|between|for) (?: monq|monqcap) (?! num|ord)", _month),
    Rule("(?<= of|to) monqcap (?! num|ord)", _month),
    Rule("(?<= fuzzy|around) (?: monq|monqcap) (?! num|ord)", _month),
    Rule("(?<= and|dash|or) monqcap (?! num|ord)", _month),
)

QUARTER_RULES = (
    Rule("q num (?: of|comma|dash|in)? the? yearly", _quarter),
    Rule("yearly (?: dash|comma|na|of)? the? (?: q num|ord unit)", _quarter),
    Rule("q num", _quarter),
    Rule("year dash? (?: hourly|half) num", _quarter),
    Rule("the? hourly num (?: of|dash)? year", _quarter),
    Rule("the? ord half (?: of|comma)? the? yearly", _quarter),
    Rule(_ART + "ord unit (?: of|comma|in)? the? yearly", _quarter),
)
