"""Units counted from now, before it is known what they belong to: “next week”, “o mês que vem”, “the year”."""

from __future__ import annotations

from datetime import date

from mnemoteca.core.dates.grammar import Match, Rule, constant
from mnemoteca.core.dates.reckoning import made, unit_around
from mnemoteca.core.dates.values import Day, Number, Ordinal, Span, Turn, Turned, Unit, Unvalued, Weekday, Year
from mnemoteca.core.text import fold


def _turned(match: Match) -> Turned | Unvalued | None:
    unit = match.one(Unit).name
    if _plural(match):
        return None  # “the coming weeks” are nobody knows how many
    if unit == "fiscal":
        return Unvalued("period")
    if unit in ("second", "minute", "hour"):
        return None
    return Turned(unit, match.one(Turn).n)


def _plural(match: Match) -> bool:
    word = next(match.written(at) for at, atom in enumerate(match.atoms) if isinstance(atom.value, Unit))
    return fold(word).rpartition(" ")[2] in _PLURALS or fold(word).startswith("fins")


def _turned_age(match: Match) -> Turned | Unvalued | None:
    return _turned(match) if match.one(Unit).name in ("decade", "century") else None


def _year_named(match: Match) -> Year | Span | Unvalued | None:
    """“year 247”, “calendar year 2008”."""
    unit, year, number = match.one(Unit).name, match.any(Year), match.any(Number)
    if unit == "fiscal":
        return Unvalued("period")
    if unit != "year":
        return None
    if year is not None and match.written(0).lower() == "anos":  # “os anos 1990”
        return Span(date(year.n, 1, 1), date(year.n + 10, 1, 1)) if year.n % 10 == 0 else None
    if year is not None:
        return year
    if number is None or len(number.digits) != 3:
        return None
    return Span(date(number.n, 1, 1), date(number.n + 1, 1, 1))


def _bare(match: Match) -> Turned | None:
    unit = match.one(Unit).name
    known = not _plural(match) and unit in ("week", "weekend", "month", "year", "fortnight", "workweek")
    return Turned(unit, 0, bare=not match.has("my")) if known else None


def _weekend(match: Match) -> Turned | None:
    """“no fim de semana”."""
    return Turned("weekend", 0) if match.one(Unit).name == "weekend" else None


def _numbered_weekday(match: Match) -> Weekday | None:
    """“3ª feira” is Tuesday."""
    n = match.one(Ordinal).n
    return Weekday(n - 2) if 2 <= n <= 6 else None


def _turned_number(match: Match) -> Day | None:
    """“o próximo dia 20”."""
    turn, n = match.one(Turn).n, match.one(Number).n
    for months in range(3):
        start, _ = unit_around(match.today, "month", months if turn > 0 else -months)
        at = made(start.year, start.month, n)
        if at is not None and (at > match.today if turn > 0 else at < match.today):
            return Day.of(at)
    return None


def _that(match: Match) -> Turned | None:
    unit = match.one(Unit).name
    return Turned(unit, 0) if unit in ("week", "weekend", "month", "year") else None


_PLURALS = frozenset(
    ["days", "weeks", "weekends", "months", "quarters", "years", "decades", "fortnights", "dias", "semanas", "meses",
     "trimestres", "semestres", "quinzenas", "anos", "decadas", "seculos"]
)  # fmt: skip
_WHOLE = "(?! of the? (?: monthname|year|turning))"  # “last week of May” is the last one in May

EVERY_RULES = (
    # what comes again and again is no date
    Rule(
        "every (?: ord|num|turn)? (?: weekday|wdplural|period|part|meal|monthname|amount|one unit)",
        constant(True),
        "set",
    ),
)

UNIT_RULES = (
    Rule("ord dash? feira", _numbered_weekday),
    Rule("turning dia num", _turned_number),
    Rule("unit turnafter", _turned),
    Rule("(?: the|na) turning unit" + _WHOLE, _turned_age),
    Rule("turning period" + _WHOLE, _turned),
    Rule("that unit", _that),
    Rule("(?<= na|of|for) unit (?! of)", _weekend),
    Rule("unit (?: year|num)", _year_named),
    Rule("(?<! and) (?: the|my) unit (?! num|year)", _bare),
)
