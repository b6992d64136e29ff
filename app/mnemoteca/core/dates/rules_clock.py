"""Times of the day, and amounts of time: “half past seven”, “sete e meia da manhã”, “2 hours and 5 minutes”."""

from __future__ import annotations

from dataclasses import replace

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.values import Amount, Clock, Fraction, Meridiem, Number, Pair, Part, Unit, Year

_HOUR = "(?:num|hm|clock)"
# What can't follow a lone hour.
_ENDS = "(?! other|unit|hourly|dia|s|frac|mon|monq|monqcap|slash num|of mon|of monq|num|dash num|and number monthname)"


def clock(hour: int, minute: int = 0, second: int = 0, half: Meridiem | None = None) -> Clock | None:
    """That time; None where no clock has it."""
    if not (0 <= hour <= 24 and 0 <= minute < 60 and 0 <= second < 60):
        return None
    if half is None or half.pm is None:
        return Clock(hour % 24, minute, second, hour > 12)
    if hour > 12:
        return Clock(hour % 24, minute, second, True, True)
    return Clock(hour % 12 + (12 if half.pm else 0), minute, second, True, True)


def in_part(time: Clock, part: str) -> Clock:
    """The time as it is meant in a part of the day: 8 in the evening is 20."""
    if time.sure and time.hour > 12:
        return time
    hour = time.hour % 12
    if part in ("morning", "dawn", "midmorning", "breakfast"):
        later = hour if time.hour < 12 else 12 if part == "morning" and time.hour == 12 and time.minute else time.hour
    elif part in ("night", "last night"):
        later = hour if hour <= 4 else hour + 12
    elif part == "lunch":
        later = hour + 12 if hour < 9 else hour
    elif part == "daytime":
        later = time.hour
    else:
        later = hour + 12
    return replace(time, hour=later % 24, sure=True, told=True)


def _told(match: Match) -> Clock | None:
    """The time that the figures of a match make, with its a.m. or p.m."""
    half = match.any(Meridiem)
    time = match.any(Clock)
    if time is not None:
        return clock(time.hour, time.minute, time.second, half)
    pair = match.any(Pair)
    if pair is not None:
        return clock(pair.first, pair.second, 0, half)
    year = match.any(Year)
    numbers = [number.n for number in match.all(Number)] if year is None else [year.n]
    if len(numbers) == 1 and numbers[0] > 99:
        numbers = list(divmod(numbers[0], 100))
    if match.has("half", "frac"):
        numbers.append(match.one(Fraction).minutes)
    return clock(numbers[0], numbers[1] if len(numbers) > 1 else 0, 0, half)


def _at_hour(match: Match) -> Clock | None:
    """“at seven”; “at one” may be at one of them."""
    return None if match.written(0).lower() == "one" else _told(match)


def _in_words(match: Match) -> Clock | None:
    """“eleven twenty”: only as both are words."""
    return _told(match) if all(not number.digits for number in match.all(Number)) else None


def _with_h(match: Match) -> Clock | None:
    """“10h30”: “h” stands at the figures."""
    return _told(match) if match.tight(0) or match.tight(1) or match.has("mer") else None


def _hour_of(match: Match) -> Clock | None:
    time = match.any(Clock)
    if time is not None:
        return time
    numbers = match.all(Number)
    if match.atoms[-1].kind == match.atoms[-2].kind == "num":  # “five thirty”
        return clock(numbers[-2].n, numbers[-1].n)
    return clock(numbers[-1].n)


def _minutes(match: Match) -> int | None:
    """The minutes that are said before or after an hour."""
    fraction = match.any(Fraction)
    if fraction is not None:
        return fraction.minutes
    unit = match.any(Unit)
    if unit is not None and unit.name == "quarter":
        numbers = match.all(Number)
        return 15 * (numbers[0].n if match.atoms[0].kind in ("num", "one") else 1)
    if unit is not None and unit.name != "minute":
        return None
    numbers = match.all(Number)
    return numbers[0].n if numbers else None


def _past(match: Match) -> Clock | None:
    """“10 past 9”, “half past seven o'clock”."""
    return _shifted(match, 1)


def _to(match: Match) -> Clock | None:
    """“a quarter to eight”, “dez para as seis”."""
    return _shifted(match, -1)


def _noon(match: Match) -> Clock | None:
    """“12 noon”."""
    return match.one(Clock) if match.one(Number).n == 12 else None


def _shifted(match: Match, sign: int) -> Clock | None:
    hour, minutes = _hour_of(match), _minutes(match)
    if hour is None or minutes is None or minutes > 59:
        return None
    total = (hour.hour * 60 + hour.minute + sign * minutes) % (24 * 60)
    made = Clock(total // 60, total % 60, 0, hour.sure, hour.told)
    half = match.any(Meridiem)
    return made if half is None else clock(made.hour, made.minute, 0, half)


def _less(match: Match) -> Clock | None:
    """“oito menos um quarto”: the hour stands first."""
    first, numbers = match.any(Clock), match.all(Number)
    hour = first.hour if first is not None else numbers[0].n
    fraction = match.any(Fraction)
    minutes = fraction.minutes if fraction is not None else numbers[-1].n
    return (
        clock((hour * 60 - minutes) % 1440 // 60, (hour * 60 - minutes) % 60) if hour <= 24 and minutes < 60 else None
    )


def _of_part(match: Match) -> Clock | None:
    """“8 in the morning”, “sete da noite”, “afternoon 7:00”."""
    unit = match.any(Unit)
    time = _told(match)
    if time is None or (unit is not None and unit.name != "hour"):
        return None
    return in_part(time, match.one(Part).name)


def _half_more(match: Match) -> Clock | None:
    """“sete e meia”, “8 pm e meia”."""
    time, unit = match.any(Clock), match.any(Unit)
    if (unit is not None and unit.name != "hour") or match.written(-1).lower() == "meio":
        return None  # “dois anos e meio”
    return _told(match) if time is None else replace(time, minute=30) if not time.minute else None


def _hours(match: Match) -> Clock | None:
    """“8 horas”, “8 horas e 30” after a word that makes it a time."""
    unit = match.any(Unit)
    return _told(match) if unit is None or unit.name == "hour" else None


def _year_in_words(match: Match) -> Year | None:
    """“nineteen seventy eight”, “nineteen zero one”."""
    numbers = match.all(Number)
    if any(number.digits for number in numbers):
        return None
    rest = [number.n for number in numbers[1:]]
    if not 15 <= numbers[0].n <= 20 or (len(rest) == 1 and not 10 <= rest[0] <= 99) or (len(rest) == 2 and rest[0]):
        return None
    return Year(numbers[0].n * 100 + rest[-1])


def _tight_hour(match: Match) -> Clock | None:
    """“14h”, but not “14 h”."""
    return _told(match) if match.tight(0) and match.one(Number).n < 24 else None


def _amount(match: Match) -> Amount | None:
    unit = match.any(Unit)
    number = match.one(Number).n
    return Amount(((number, unit.name if unit is not None else "hour"),)) if number < 10_000 else None


_HALVES = {"hour": (30, "minute"), "minute": (30, "second"), "day": (12, "hour"), "year": (6, "month")}


def _amount_and_half(match: Match) -> Amount | None:
    """“two and a half hours”."""
    number, unit = match.one(Number).n, match.one(Unit).name
    return Amount(((number, unit), _HALVES[unit])) if unit in _HALVES else None


def _decimal_amount(match: Match) -> Amount | None:
    """“2.5 hrs”."""
    pair, unit = match.one(Pair), match.any(Unit)
    name = unit.name if unit is not None else "hour"
    if name not in _HALVES:
        return None
    most, smaller = _HALVES[name]
    return Amount(((pair.first, name), (most * 2 * pair.second // 10, smaller)))


def _amounts(match: Match) -> Amount | None:
    """“1 month 2 days”: each unit once."""
    first, second = match.all(Amount)
    fits = not {unit for _, unit in first.parts} & {unit for _, unit in second.parts}
    return Amount(first.parts + second.parts) if fits else None


CLOCK_RULES = (
    Rule("num num mer", _in_words),
    Rule("num hourly num mer?", _with_h),
    Rule("(?<= num mon|ord mon|mon ord|mon num) num mer", _told),
    Rule("(?: year|hm|dec|point|(?<! mon|monqcap) num) mer", _told),
    Rule("num point", _noon),
    Rule("num and (?: num|half) mer", _told),
    Rule("num unit mer", _hours),
    Rule("(?: num|hm|clock) (?: oclock|sharp) mer?", _told),
    Rule("point", lambda match: match.one(Clock)),
    Rule("(?: num|clock) (?: hourly|unit)? and (?: half|frac) (?! unit)", _half_more),
    Rule("(?: frac|half|one? unit|num unit?) past (?: num num|num (?! unit)|hm|clock) mer?", _past),
    Rule("(?: frac|half|one unit|unit|num unit) to (?: num num|num (?! unit)|hm|clock) mer?", _to),
    Rule("(?: frac|num) unit? para (?: as|the|a) (?: num (?! unit)|hm|clock)", _to),
    Rule("(?<= as) num menos (?: num|frac)", _less),
    Rule("(?<= as|at) num (?: hourly|unit) and (?: num|half) (?: unit)?", _hours),
    Rule("num num (?= in the part)", _in_words),
    Rule("(?: clock|hm|(?<! mon|monqcap|monq) num) oclock? in the part", _of_part),
    Rule("num and num (?: of|per) part", _of_part),
    Rule("(?<! dia|wd) (?: num|clock|hm) (?: hourly|unit)? (?: of|per) part", _of_part),
    Rule("(?: clock|hm) (?: in|at|for|a|of)? the? part", _of_part),
    Rule("(?<! turn|past|day) (?: in|at)? the? fuzzy? dash? part (?: at|around|as)? (?: hm|clock)", _of_part),
    Rule("(?: in|at) the? part (?: at|around)? num num", _of_part),
    Rule("(?<! turn|past|fuzzy|day) (?: em the)? part at (?: num num|num)" + _ENDS, _of_part),
    Rule("num unit after (?: num (?! unit)|hm|clock) mer?", _past),
    Rule("(?<= sao|as|at) num after (?: num (?! unit)|hm|clock) mer?", _past),
    Rule("num dash? ish", _told),
    Rule("(?<= at) num hourly", _told),
    Rule("(?<= as|at) num and num" + _ENDS, _told),
    Rule("(?<= as|at|for) num dash? num" + _ENDS, _in_words),
    Rule("(?<= as|sao) num (?: hourly|unit) (?! other)", _hours),
    Rule("(?<= as|at) num" + _ENDS, _at_hour),
    Rule(
        "(?<! of|for|em|ha|within|daqui|turn|past|less|more) num hh (?! of other|ago|later|and num (?! hh)|amount)",
        _tight_hour,
    ),
    Rule("(?<= of) num hh (?= until|as|till)", _tight_hour),
    Rule("hm", lambda match: match.one(Clock)),
    Rule("clock sharp", lambda match: match.one(Clock)),
    Rule("num num num?", _year_in_words),
    Rule("num and one? half (?: unit|dia)", _amount_and_half),
    Rule("(?: num|one) (?: unit|dia) and one? half", _amount_and_half),
    Rule("(?: num|one|few) dash? (?: unit|dia|hourly)", _amount),
    Rule("decimal dash? (?: unit|hourly)", _decimal_amount),
    Rule("(?<! turn|past) amount (?: comma and|comma|and)? amount", _amounts),
    Rule("(?<= turn|past) amount (?: comma and|comma|and)? amount (?! ago|later|fromnow)", _amounts),
    Rule("(?<! turn|past) amount (?: comma and|comma|and)? amount", _amounts),
    Rule("(?<= turn|past) amount (?: comma and|comma|and)? amount (?! ago|later|fromnow)", _amounts),
)
