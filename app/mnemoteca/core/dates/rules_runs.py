"""Days in a row from some day on: “the next 3 days”, “within 10 months”, “2 weeks starting May 20th”."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import plus, plus_amount, unit_around
from mnemoteca.core.dates.rules_distances import anchor_of
from mnemoteca.core.dates.values import Amount, Moment, Number, Span, Stretch, Turn, Turned, Unit


def _run(match: Match) -> Span | Stretch | None:
    """“the next 3 days”, “past few weeks”, “5 past years”."""
    turn, amount = match.one(Turn), match.any(Amount)
    if amount is None:
        amount = Amount(((match.one(Number).n, match.one(Unit).name),))
    if turn.n == 0 or amount.parts[0][0] > 9999:
        return None
    return _towards(match, amount, turn.n)


def _run_of_decades(match: Match) -> Span | Stretch | None:
    return _run(match) if match.one(Amount).unit == "decade" else None


def _towards(match: Match, amount: Amount, sign: int) -> Span | Stretch:
    """From now on, or until now: by whole quarters and decades, else day by day; the days to come begin tomorrow."""
    now, today = match.said.now, match.today
    if not amount.whole_days:
        other = plus(now, amount, sign)
        return Stretch(min(now, other), max(now, other))
    count, unit = amount.parts[0]
    if unit in ("quarter", "decade", "century", "half", "fortnight", "weekend"):
        first, last = (1, count) if sign > 0 else (-count, -1)
        return Span(unit_around(today, unit, first)[0], unit_around(today, unit, last)[1])
    if sign < 0:
        return Span(plus(now, amount, -1).date(), today)
    tomorrow = today + timedelta(days=1)
    return Span(tomorrow, plus(_noon(today if unit == "bday" else tomorrow), amount).date() + _one_if(unit == "bday"))


def _one_if(holds: bool) -> timedelta:
    return timedelta(days=1 if holds else 0)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def _within(match: Match) -> Span | Stretch:
    """“within 10 months”: from now on."""
    amount = match.one(Amount)
    if not amount.whole_days:
        return Stretch(match.said.now, plus(match.said.now, amount))
    return Span(match.today, plus(match.said.now, amount).date())


def _hence(match: Match) -> Span | Stretch:
    """“4 weeks in the future”."""
    return _towards(match, match.one(Amount), 1)


def amount_from(match: Match) -> Span | Stretch | None:
    """“3 days starting tomorrow”, “for 3 days from today”."""
    amount, moment, turned = match.any(Amount), match.any(Moment), match.any(Turned)
    if amount is None:
        amount = Amount(((1, turned.unit if turned is not None else "day"),))
    if moment is not None:
        return Stretch(moment.at, plus(moment.at, amount))
    at = anchor_of(match)
    if at is None or not amount.whole_days:
        return None
    return Span(at, plus_amount(at, amount))


def _next_hour(match: Match) -> Stretch | None:
    """“the next hour”, “no último minuto”."""
    turn, unit = match.one(Turn).n, match.one(Unit).name
    if turn == 0 or unit not in ("hour", "minute", "second"):
        return None
    other = plus(match.said.now, Amount(((1, unit),)), turn)
    return Stretch(min(match.said.now, other), max(match.said.now, other))


def _less_from(match: Match) -> Span | None:
    """“less than 3 days after tomorrow”."""
    at, amount = anchor_of(match), match.one(Amount)
    if at is None or not amount.whole_days:
        return None
    sign = -1 if match.has("before") else 1
    other = plus_amount(at, amount, sign)
    return Span(min(at, other), max(at, other))


def _more_from(match: Match) -> Span | None:
    """“more than 2 days before yesterday”."""
    at, amount = anchor_of(match), match.one(Amount)
    if at is None or not amount.whole_days:
        return None
    return Span(None, plus_amount(at, amount, -1)) if match.has("before") else Span(plus_amount(at, amount), None)


def _far(match: Match) -> Span | Stretch:
    """“less than 2 weeks ago”, “more than 3 days from now”."""
    amount, now, ago = match.one(Amount), match.said.now, match.has("ago")
    other = plus(now, amount, -1 if ago else 1)
    first, last = (other, now) if match.has("less") == ago else (None, other) if ago else (other, None)
    if match.has("less") and not ago:
        first, last = now, other
    if amount.whole_days:
        return Span(None if first is None else first.date(), None if last is None else last.date())
    return Stretch(first, last)


EARLY_RUN_RULES = (
    Rule("(?: num|few) turning unit", _run),
    Rule("turning (?: num|few) (?: dia|hourly)", _run),
)

FAR_RULES = (
    Rule("(?: less|more) amount (?: ago|later|fromnow)", _far),
    Rule("less amount (?: from|after|before|since) anchor", _less_from),
    Rule("more amount (?: from|after|before|since) anchor", _more_from),
    Rule("for amount comma? from (?: anchor|moment)", amount_from),
)

RUN_RULES = (
    Rule("within the? turning? amount", _within),
    Rule("the turning amount", _run_of_decades),
    Rule("turning amount", _run),
    Rule("amount turnafter", _run),
    Rule("turn unit", _next_hour),
    Rule("unit turnafter", _next_hour),
    Rule("amount hence", _hence),
    Rule("the? turn num unit", _run),
)

SINCE_RULES = (Rule("(?: amount|turned) comma? since from? anchor (?! at|clock|comma clock)", amount_from),)
MOMENT_SINCE_RULES = (Rule("(?: amount|turned) comma? since from? moment", amount_from),)
