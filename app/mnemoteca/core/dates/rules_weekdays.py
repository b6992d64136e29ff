"""Days by their weekday: “next Friday”, “terça da semana passada”, “the third Wednesday of May”."""

from __future__ import annotations

from datetime import date, timedelta

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import day_meant, monday_of, month_meant, nth_weekday, unit_around
from mnemoteca.core.dates.values import Day, MonthName, Months, Number, Ordinal, Turn, Turned, Weekday, Year


def _weekday_turned(match: Match) -> Day:
    """“next Friday” is that of next week; the “coming” one is the next to come."""
    turn, weekday = match.one(Turn), match.one(Weekday).n
    if turn.nearest or (match.said.coming and turn.n == 1):
        return Day.of(match.today + timedelta(days=(weekday - match.today.weekday() - 1) % 7 + 1))
    if match.said.coming and turn.n == -1:
        return Day.of(match.today - timedelta(days=(match.today.weekday() - weekday - 1) % 7 + 1))
    return Day.of(monday_of(match.today) + timedelta(days=weekday, weeks=turn.n))


def _weekday_of_week(match: Match) -> Day | None:
    """“Friday next week”, “terça da semana passada”."""
    turned = match.one(Turned)
    if turned.unit != "week":
        return None
    return Day.of(monday_of(match.today) + timedelta(days=match.one(Weekday).n, weeks=turned.n))


def _weekday_of_next_week(match: Match) -> Day | None:
    return _weekday_of_week(match) if match.one(Turned).n == 1 else None


def _nth_weekday(match: Match) -> Day | None:
    """“the first Friday of May”, “a última sexta do mês que vem”."""
    weekday, ordinal, turn = match.all(Weekday)[-1], match.any(Ordinal), match.any(Turn)
    if ordinal is None and (turn is None or turn.n != -1):
        weekdays = match.all(Weekday)
        if len(weekdays) < 2 or weekdays[0].n > 4:
            return None
        ordinal = Ordinal(weekdays[0].n + 2)  # “segunda sexta” is the second one
    bounds = _bounds(match)
    if bounds is None:
        return None
    day = nth_weekday(*bounds, weekday.n, ordinal.n if ordinal is not None else -1)
    return Day.of(day) if day is not None else None


def _nth_of_this_month(match: Match) -> Day | None:
    """“the third Tuesday”."""
    day = nth_weekday(*unit_around(match.today, "month"), match.one(Weekday).n, match.one(Ordinal).n)
    return Day.of(day) if day is not None else None


def _same_weekday(match: Match) -> Day | None:
    """“Saturday 3 days from now”: one day, where it is a Saturday."""
    day = match.one(Day)
    at = day_meant(day, match.said.now) if day.day is not None else None
    return day if at is not None and at.weekday() == match.one(Weekday).n else None


def _bounds(match: Match) -> tuple[date, date] | None:
    """The month that a match speaks of, and the first day after it."""
    turned, months = match.any(Turned), match.any(Months)
    if turned is not None:
        return unit_around(match.today, turned.unit, turned.n) if turned.unit in ("month", "year") else None
    if months is None:
        year, name = match.any(Year), match.any(MonthName)
        if name is None:
            return None
        months = Months(name.n, None if year is None else year.n)
    start = month_meant(months, match.today)
    if months.year is None and months.month == match.today.month:
        start = date(match.today.year, months.month, 1)
    return unit_around(start, "month")


def _weekdays_on(match: Match) -> Day | None:
    """“two Mondays from now”."""
    count, weekday = match.one(Number).n, match.one(Weekday).n
    first = match.today + timedelta(days=(weekday - match.today.weekday() - 1) % 7 + 1)
    return Day.of(first + timedelta(weeks=count - 1)) if 0 < count < 1000 else None


def _weekdays_back(match: Match) -> Day | None:
    """“two Fridays ago”."""
    count, weekday = match.one(Number).n, match.one(Weekday).n
    last = match.today - timedelta(days=(match.today.weekday() - weekday - 1) % 7 + 1)
    return Day.of(last - timedelta(weeks=count - 1)) if 0 < count < 1000 else None


def _weekday(match: Match) -> Day:
    return Day(weekday=match.one(Weekday).n)


WEEKDAY_RULES = (
    Rule(
        "(?: the|na|a)? (?: ord|turning|wdq) weekday (?: of|in)?"
        " (?: turned|monthname (?: of|comma)? year|monthname|months)",
        _nth_weekday,
    ),
    Rule("the? turned (?: comma|dash|on)? weekday", _weekday_of_week),
    Rule("on weekday (?: of|in|comma)? the? turned", _weekday_of_next_week),
    Rule("weekday (?: of|in|comma)? the? turned", _weekday_of_week),
    Rule("turning weekday feira?", _weekday_turned),
    Rule("weekday turnafter", _weekday_turned),
    Rule("num (?: weekday|wdplural) (?: later|fromnow|hence)", _weekdays_on),
    Rule("num (?: weekday|wdplural) ago", _weekdays_back),
)

LONE_WEEKDAY_RULES = (
    Rule("weekday comma? day", _same_weekday),
    Rule("the? ord wd (?! number|comma number)", _nth_of_this_month),
    Rule("wd", _weekday),
    Rule("(?<! the) wdqcap dot? (?! other|dash other|unit|dia)", _weekday),
    Rule("(?<= in|of|to|per|a|or|till) wdq (?! other|unit|dia|dash other|of other)", _weekday),
    Rule("wdq (?= (?: of|per|a|na)? (?: part|aft))", _weekday),
    Rule("(?<= on|by|since|before|after) wdq dot?", _weekday),
    Rule("wdq dot? (?= (?: comma|and|or|comma or|comma and)? (?: wd|wdq|day|clock))", _weekday),
    Rule("(?<= day comma|day or|day and) wdq dot?", _weekday),
)
