"""Days by how far they are, and holidays: “tomorrow”, “há duas semanas”, “3 days after Easter”."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mnemoteca.core.dates.feasts import feast_day
from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import day_meant, made, month_meant, plus, unit_around
from mnemoteca.core.dates.values import (
    Amount,
    Day,
    Feast,
    Fuzzy,
    Moment,
    Months,
    Offset,
    Span,
    Turn,
    Turned,
    Weekday,
    Year,
)


def _offset(match: Match) -> Day:
    return Day.of(match.today + timedelta(days=match.one(Offset).days))


def _turned_day(match: Match) -> Day | None:
    turned = match.one(Turned)
    return Day.of(match.today + timedelta(days=turned.n)) if turned.unit == "day" else None


def _from_now(match: Match, sign: int) -> Day | Moment:
    amount = match.one(Amount)
    at = plus(match.said.now, amount, sign)
    return Day.of(at.date()) if amount.whole_days else Moment(at)


def _in_future(match: Match) -> Day | Moment:
    return _from_now(match, 1)


def _earlier(match: Match) -> Day | Moment | Span | None:
    """“two days earlier”."""
    return _in_past(match) if match.one(Fuzzy).name == "earlier" else None


def _in_past(match: Match) -> Day | Moment | Span:
    count, unit = match.one(Amount).parts[0]
    if unit == "weekend":  # “two weekends ago”
        return Span(*unit_around(match.today, unit, -count))
    return _from_now(match, -1)


def anchor_of(match: Match) -> date | None:
    """The day from which an amount is counted."""
    day = match.any(Day)
    if day is not None:
        return day_meant(day, match.said.now)
    span, months, year = match.any(Span), match.any(Months), match.any(Year)
    if span is not None:
        return span.start
    if months is not None:
        return month_meant(months, match.today)
    return date(year.n, 1, 1) if year is not None else None


def _counted(match: Match, sign: int) -> Day | Moment | None:
    at, amount = anchor_of(match), match.one(Amount)
    if at is None or not amount.whole_days:
        return None
    return Day.of(plus(_midnight(at), amount, sign).date())


def _after_day(match: Match) -> Day | Moment | None:
    """“2 weeks from January 15”: of the next January where the year is open."""
    day = match.any(Day)
    if day is not None and day.year is None and day.month is not None and day.day is not None:
        at = made(match.today.year, day.month, day.day)
        if at is not None and at < match.today:
            at = made(match.today.year + 1, day.month, day.day)
        return None if at is None else Day.of(plus(_midnight(at), match.one(Amount), 1).date())
    return _counted(match, 1)


def _before_day(match: Match) -> Day | Moment | None:
    return _counted(match, -1)


def _weekday_away(match: Match) -> Day | None:
    """“Monday two weeks from now”: the Monday of that week, which begins on Sunday here."""
    away = _after_day(match) if match.any(Day) is not None else _in_future(match)
    at = day_meant(away, match.said.now) if isinstance(away, Day) else None
    if at is None:
        return None
    sunday = at - timedelta(days=(at.weekday() + 1) % 7)
    return Day.of(sunday + timedelta(days=(match.one(Weekday).n + 1) % 7))


def _beside(match: Match) -> Day | None:
    """“the day before Christmas”."""
    at = anchor_of(match)
    return None if at is None else Day.of(at + timedelta(days=match.one(Offset).days))


def _beside_today(match: Match) -> Day | None:
    """“the day after”; what ends on “de” needs a day."""
    said = match.written(0).lower()
    return None if said[-3:] in (" de", " do", " da") else _offset(match)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _feast(match: Match) -> Day:
    """A holiday; without a year the last one before today."""
    name, year, turned, turn = match.one(Feast).name, match.any(Year), match.any(Turned), match.any(Turn)
    if year is not None:
        return Day.of(feast_day(name, year.n))
    if turned is not None and turned.unit == "year":
        return Day.of(feast_day(name, match.today.year + turned.n))
    this = feast_day(name, match.today.year)
    if turn is not None and turn.n == 0:
        return Day.of(this)
    if (turn is not None and turn.n > 0) or (turn is None and match.said.coming):
        return Day.of(this if this > match.today else feast_day(name, match.today.year + 1))
    return Day.of(this if this < match.today else feast_day(name, match.today.year - 1))


OFFSET_RULES = (Rule("(?: the|a)? offs", _offset),)

AWAY_RULES = (
    Rule("weekday amount (?: later|fromnow)", _weekday_away),
    Rule("in less amount (?! ago)", _in_future),
    Rule("the? turned", _turned_day),
    Rule("feast (?: of|comma)? yearly", _feast),
    Rule("turning feast", _feast),
    Rule("feast turnafter", _feast),
    Rule("feast (?! of other)", _feast),
    Rule("amount ago", _in_past),
    Rule("amount fuzzy", _earlier),
    Rule("ha amount ago?", _in_past),
    Rule("daqui amount", _in_future),
    Rule("amount (?: later|fromnow)", _in_future),
)

BESIDE_RULES = (Rule("dayby", _beside_today),)

DISTANCE_RULES = (
    Rule("dayby the? anchor", _beside),
    Rule("weekday amount (?: from|after) anchor", _weekday_away),
    Rule("in amount since the? (?: anchor|year)", _after_day),
    Rule("(?<! less|more|for) amount (?: from|after|fromnow) the? (?: anchor|year)", _after_day),
    Rule("(?<! less|more|for) amount before anchor", _before_day),
    Rule("(?<! of) em amount (?! of|ago|since|from|after|before)", _in_future),
)
