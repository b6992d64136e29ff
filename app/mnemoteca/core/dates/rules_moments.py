"""Days with their times and parts: “tomorrow at 7”, “Friday night”, “esta noite”, “Monday from 8 to 9”."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import at_clock, day_meant, made, plus
from mnemoteca.core.dates.rules_clock import clock, in_part
from mnemoteca.core.dates.rules_hours import hours_between
from mnemoteca.core.dates.values import (
    Amount,
    Clock,
    Day,
    Fuzzy,
    Hours,
    Meridiem,
    Moment,
    Number,
    Part,
    Stretch,
    Turn,
    Turned,
    Unvalued,
    Year,
)

_LAST_SECOND = time(23, 59, 59)


def date_of(match: Match) -> date | None:
    day = match.any(Day)
    return None if day is None else day_meant(day, match.said.now)


def _bounds_of(part: Part, fuzzy: Fuzzy | None) -> tuple[int, int]:
    """The hours of a part of the day; its first or last two where it is early or late."""
    if fuzzy is None:
        return part.start, part.end
    if fuzzy.name in ("late", "later", "end"):
        return (part.start + 2 if part.end - part.start == 4 else part.end - 2), part.end
    return part.start, part.start + 2


def part_on(day: date, part: Part, fuzzy: Fuzzy | None = None) -> Stretch:
    start, end = _bounds_of(part, fuzzy)
    last = datetime.combine(day, _LAST_SECOND if end == 24 else time(end))
    return Stretch(datetime.combine(day, time(start)), last, part.name)


def _part_of_day(match: Match) -> Stretch | None:
    """“tuesday in the afternoon”, “amanhã de manhã”."""
    day = date_of(match)
    return None if day is None else part_on(day, match.one(Part), match.any(Fuzzy))


def _half_of_day(match: Match) -> Stretch | None:
    """“Feb 5 AM”."""
    day, half = date_of(match), match.one(Meridiem)
    if day is None or half.pm is None:
        return None
    return part_on(day, Part("afternoon", 12, 16) if half.pm else Part("morning", 8, 12))


def _turned_part(match: Match) -> Stretch:
    """“this morning”, “esta noite”, “next evening”."""
    days = timedelta(days=match.one(Turn).n)
    return part_on(match.today + days, match.one(Part), match.any(Fuzzy))


def _parted(match: Match) -> Stretch:
    """“tonight”, “last night”."""
    part = match.one(Part)
    if part.name == "last night":
        return part_on(match.today - timedelta(days=1), part)
    return part_on(match.today, part, match.any(Fuzzy))


def _hours_of_part(match: Match) -> Hours:
    part = match.one(Part)
    start, end = _bounds_of(part, match.any(Fuzzy))
    return Hours(Clock(start, sure=True), Clock(23, 59, 59, True) if end == 24 else Clock(end, sure=True), part.name)


def _one_part(match: Match) -> Hours | None:
    """“in the evening”; “in the evenings” is no one time."""
    return None if match.written(-1).lower().endswith("s") else _hours_of_part(match)


def _lunchtime(match: Match) -> Hours | None:
    return _hours_of_part(match) if match.one(Part).name in ("lunch", "business") else None


def _moment(match: Match) -> Moment | Unvalued | None:
    """“tomorrow at 7”, “8:30 on Friday”."""
    if match.has("unvalued"):
        return Unvalued("date")
    day, told = date_of(match), match.any(Clock)
    if told is None:
        told = clock(match.all(Number)[-1].n)
    return Moment(at_clock(day, told)) if day is not None and told is not None else None


def _moment_with_year(match: Match) -> Moment | None:
    """“Wed Oct 26 15:50:06 2016”."""
    day, year = match.one(Day), match.one(Year).n
    at = made(year, day.month or 0, day.day or 0)
    return Moment(at_clock(at, match.one(Clock))) if at is not None and day.year is None else None


def _moment_in_part(match: Match) -> Moment | None:
    """“tonight at 7”: the hour is of that part of the day."""
    stretch, told = match.one(Stretch), match.any(Clock)
    if told is None:
        told = clock(match.one(Number).n)
    if stretch.start is None or told is None or not stretch.part:
        return None
    return Moment(at_clock(stretch.start.date(), told if told.told else in_part(told, stretch.part)))


def _end_of_day(match: Match) -> Moment | None:
    day, turned, fuzzy = date_of(match), match.any(Turned), match.one(Fuzzy)
    if turned is not None and turned.unit == "day":
        day = match.today + timedelta(days=turned.n)
    if day is None or fuzzy.name != "end":
        return None
    return Moment(datetime.combine(day, _LAST_SECOND))


def _now(match: Match) -> Moment:
    return Moment(match.said.now)


def _moment_for(match: Match) -> Stretch | None:
    start, amount = match.one(Moment).at, match.one(Amount)
    return None if amount.whole_days else Stretch(start, plus(start, amount))


def hours_on(match: Match) -> Stretch | None:
    """“Monday 8 to 9”, “from 5 to 6pm on April 22”."""
    stretch, hours, day = match.any(Stretch), match.one(Hours), date_of(match)
    if stretch is not None and stretch.start is not None:
        day = stretch.start.date()
        if stretch.part and hours.start is not None and hours.end is not None and not hours.start.told:
            hours = hours_between(in_part(hours.start, stretch.part), in_part(hours.end, stretch.part))
    if day is None:
        return None
    start = at_clock(day, hours.start) if hours.start is not None else None
    end = at_clock(day, hours.end) if hours.end is not None else None
    if start is not None and end is not None and end <= start:
        end += timedelta(days=1)
    return Stretch(start, end, hours.part)


MOMENT_RULES = (
    Rule("(?<! for|dot|stop|paren) (?<!^) now (?= dot|stop|comma|dash|paren|and|or|till|$)", _now),
    Rule("(?<= between|and|till|to|since|from) now", _now),
    Rule("fuzzy? dash? parted", _parted),
    Rule("fuzzy? turning fuzzy? dash? part", _turned_part),
    Rule("part turnafter", _turned_part),
    Rule(
        "fuzzy? day (?: comma|dash)? (?: in|on|at|of|per|a|and)? the? fuzzy? dash? (?: in|in the)? (?: part|aft)",
        _part_of_day,
    ),
    Rule("day comma? mer", _half_of_day),
    Rule("(?: in the|in|the)? fuzzy? dash? part (?: of|on|comma)? the? day", _part_of_day),
    Rule("hours (?: of|on|comma|in|in the)? stretch", hours_on),
    Rule("stretch (?: comma|at|from)? hours", hours_on),
    Rule("stretch (?: comma|at|around|on|as|for|a|by)* clock", _moment_in_part),
    Rule("stretch (?: at|around|as|by) num", _moment_in_part),
    Rule("clock (?: comma|in|of|on)? stretch", _moment_in_part),
    Rule("(?<! of|the) num comma stretch", _moment_in_part),
    Rule("day clock year", _moment_with_year),
    Rule("(?: day|unvalued) (?: comma|at|around|on|as|for|dash|in|aos)* clock", _moment),
    Rule("day (?: at|around|as) num free", _moment),
    Rule("clock (?: comma|of|on|in|for|dash)* the? dia? (?: day|unvalued)", _moment),
    Rule("(?: the|aos)? fuzzy of? the? (?: day|turned)", _end_of_day),
    Rule("day (?: comma|of|on|at)? hours", hours_on),
    Rule("hours (?: comma|of|on|in|for)? the? day", hours_on),
    Rule("moment for amount", _moment_for),
    Rule("fuzzy em the? part", _hours_of_part),
    Rule("em the fuzzy? dash? part", _one_part),
    Rule("fuzzy dash? the? part", _hours_of_part),
    Rule("em part (?! other)", _one_part),
    Rule("aft", _hours_of_part),
    Rule("at meal", _hours_of_part),
    Rule("(?<= before|after|till|by|since) meal", _hours_of_part),
    Rule("part", _lunchtime),
    Rule("(?<= at|of|per|a|na|till|before|after) part", _one_part),
)
