"""From one time of a day to the other: “5 to 6pm”, “das 9 às 18”, “from 2pm for 2 hours”."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import at_clock, plus
from mnemoteca.core.dates.rules_clock import clock, in_part
from mnemoteca.core.dates.values import Amount, Clock, Hours, Number, Part

_BARE_HOUR = re.compile(r"\d{1,2}\s?(?:[ap]m)?(?![\w:]|\s+(?:d[ae]|em)\b)", re.IGNORECASE)


def _clocks(match: Match) -> list[Clock]:
    found = [
        atom.value if isinstance(atom.value, Clock) else clock(atom.value.n)
        for atom in match.atoms
        if isinstance(atom.value, Clock | Number)
    ]
    return [each for each in found if each is not None]


def hours_between(first: Clock, last: Clock) -> Hours:
    """What is left open at one end is told by the other: “5 to 6pm”, “11-4”, “11 am to 3”."""
    if last.told and not first.sure:
        same = first.hour % 12 + (12 if last.hour >= 12 else 0)
        if (same, first.minute) > (last.hour, last.minute):
            same = (same + 12) % 24
        return Hours(replace(first, hour=same, sure=True, told=True), last)
    later = replace(last, hour=last.hour + 12) if last.hour < 12 and not last.sure else last
    if (last.hour, last.minute) <= (first.hour, first.minute) < (later.hour, later.minute):
        return Hours(first, later)
    return Hours(first, last)


def _hours(match: Match) -> Hours | None:
    ends = _clocks(match)
    if match.written(0).lower() == "das" and any(
        atom.kind == "clock" and not _BARE_HOUR.match(match.text, atom.start) for atom in match.atoms
    ):
        return None  # “das” belongs to what is written in figures alone
    return hours_between(ends[0], ends[1]) if len(ends) == 2 else None


def _open_hour(match: Match) -> Hours | None:
    """“after 7”, “antes das 9”."""
    number = match.one(Number)
    told = clock(number.n) if number.n <= 24 else None
    if told is None or not (number.digits or match.written(0).lower().endswith("as")):
        return None  # “one by one”
    return Hours(told, None) if match.has("after", "since") else Hours(None, told)


def _four_digits(match: Match) -> Hours | None:
    """“between 0930-0730”."""
    numbers = match.all(Number)
    if any(len(number.digits) != 4 for number in numbers):
        return None
    ends = [clock(*divmod(number.n, 100)) for number in numbers]
    return hours_between(ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def _four_words(match: Match) -> Hours | None:
    """“from two thirty to two forty five”."""
    first, second, third, fourth = (number.n for number in match.all(Number))
    start, end = clock(first, second), clock(third, fourth)
    return hours_between(start, end) if start is not None and end is not None else None


def _hours_in_part(match: Match) -> Hours | None:
    """“from 2 to 4 in the afternoon”."""
    hours, part = match.one(Hours), match.one(Part).name
    if hours.start is None or hours.end is None or hours.part:
        return None
    last = hours.end if hours.end.told else in_part(hours.end, part)
    first = hours.start if hours.start.told else in_part(hours.start, part)
    return Hours(first, last) if first.hour <= last.hour else hours_between(hours.start, last)


def _for_amount(match: Match) -> Hours | None:
    """“from 2pm for 2 hours”."""
    start, amount = match.one(Clock), match.one(Amount)
    if amount.whole_days:
        return None
    end = plus(at_clock(date(2000, 1, 1), start), amount)
    return Hours(start, Clock(end.hour, end.minute, end.second, True))


HOUR_RULES = (
    Rule("(?: before|after|since|till|by) num (?= stop|dot|comma|on|em|day|$)", _open_hour),
    Rule("(?: from|between) num num (?: to|till|and) num num", _four_words),
    Rule("between (?: the|as)? (?: num|clock) andthe clock", _hours),
    Rule("between (?: the|as)? clock andthe num free", _hours),
    Rule("between as num and as num free", _hours),
    Rule("(?: from|between|since|of)? clock (?: upto|andthe) clock", _hours),
    Rule("(?: from|between|since|of|of as)? num upto clock", _hours),
    Rule("(?: from|between|since|of|of as)? clock upto num free", _hours),
    Rule("between num dash num", _four_digits),
    Rule("(?: from|of|between) num (?: as|until as) num free", _hours),
    Rule(
        "(?<= day|stretch|turned|part) comma? origin? num (?: until|and|until as) num (?! other|unit|dia|percent)",
        _hours,
    ),
    Rule("origin? num (?: until|and) num (?= (?: of|on|in|comma)? the? (?: day|parted|turn part))", _hours),
    Rule("(?: from|between|of)? num (?: until|and) num (?= (?: in the|of) part)", _hours),
    Rule("hours (?: in the|of|per|in)? part", _hours_in_part),
    Rule("(?: from|since) clock for amount", _for_amount),
    Rule("for amount (?: from|since) (?: clock|num)", _for_amount),
)
