"""Days by their numbers: “4 December 2020”, “the 15th”, “dia 3 do mês que vem”, “22/04”."""

from __future__ import annotations

from dataclasses import replace

from mnemoteca.core.dates.grammar import Match, Rule
from mnemoteca.core.dates.reckoning import full_year, made, unit_around
from mnemoteca.core.dates.values import Day, MonthName, Number, Ordinal, Turned, Unit, Unvalued, Weekday, Year


def number_of(match: Match) -> int | None:
    """The number of the day that is told, from 1 to 31."""
    value = next((atom.value for atom in match.atoms if isinstance(atom.value, Number | Ordinal)), None)
    return value.n if value is not None and 1 <= value.n <= 31 else None


def _year_of(match: Match) -> int | None:
    """The year: four digits, or the second number, of two digits."""
    year = match.any(Year)
    if year is not None:
        return year.n
    numbers = [atom.value for atom in match.atoms if isinstance(atom.value, Number | Ordinal)]
    if len(numbers) < 2 or not isinstance(numbers[-1], Number):
        return None
    last = numbers[-1]
    return full_year(last.n) if len(last.digits) in (2, 4) or last.n > 99 else None


def _dated(match: Match) -> Day | Unvalued | None:
    """“May 4”, “4 de maio de 2020”."""
    day, month, year = number_of(match), match.one(MonthName).n, _year_of(match)
    if day is None or (match.has("monq") and _bare_words(match)):
        return None
    if made(year if year is not None else 2000, month, day) is None:
        return Unvalued("date")
    weekday = match.any(Weekday)
    return Day(year, month, day, None if weekday is None or year else weekday.n)


def _bare_words(match: Match) -> bool:
    """“um set”, “one may”: a number in words and a doubtful month, and nothing between them; “jan” is no word."""
    numbers = match.all(Number)
    joined = match.has("of", "the", "dash", "slash", "wd", "year", "comma") or match.one(MonthName).n == 1
    return bool(numbers) and not numbers[0].digits and not joined


def _dated_short(match: Match) -> Day | Unvalued | None:
    """A year of two digits must have two digits."""
    numbers = [atom.value for atom in match.atoms if isinstance(atom.value, Number)]
    return _dated(match) if len(numbers[-1].digits) in (2, 4) else None


def _by_numbers(match: Match) -> Day | None:
    """“9 de 8 de 1971”."""
    day, month = (number.n for number in match.all(Number)[:2])
    year = match.one(Year).n
    return Day(year, month, day) if made(year, month, day) else None


def _by_spaced(match: Match) -> Day | None:
    """“2016 - 12 - 22”."""
    month, day = (number.n for number in match.all(Number))
    year = match.one(Year).n
    return Day(year, month, day) if made(year, month, day) else None


def _weekday_number(match: Match) -> Day | None:
    """“Friday the 11th”, “sexta 13”."""
    day = number_of(match)
    if day is None or (match.has("wdq") and any(not number.digits for number in match.all(Number))):
        return None  # “seg um”
    return Day(None, None, day, match.one(Weekday).n)


def _weekday_large(match: Match) -> Day | None:
    """“sexta 26 às 4”: 26 is no hour."""
    return _weekday_number(match) if match.one(Number).n > 24 else None


def _weekday_date(match: Match) -> Day | None:
    """“Friday 7/6”."""
    day = match.one(Day)
    return day if day.year is not None else replace(day, weekday=match.one(Weekday).n)


def _twice(match: Match) -> Day | None:
    """“tomorrow, 13/04/21”: the same day said twice; what was written in figures holds."""
    first, second = match.all(Day)
    return (
        second
        if match.atoms[0].end - match.atoms[0].start > 5
        and second.year
        and first.year
        and match.written(2)[0].isdigit()
        and match.written(0)[0].isalpha()
        else None
    )


def _short(match: Match) -> Day:
    return match.one(Day)


def _lone_number(match: Match) -> Day | None:
    """“on 15”, “the 27th”, “dia 15”."""
    day = number_of(match)
    return None if day is None else Day(None, None, day)


def _lone_written(match: Match) -> Day | None:
    """“on 15”, not “on one”."""
    number = match.any(Number)
    return None if number is not None and not number.digits else _lone_number(match)


def _lone_ordinal(match: Match) -> Day | None:
    ordinal = match.one(Ordinal)
    return _lone_number(match) if ordinal.digits or ordinal.n > 10 else None


def _lone_figure(match: Match) -> Day | None:
    """“at 5th”."""
    return _lone_number(match) if match.one(Ordinal).digits else None


def _of_turned_month(match: Match) -> Day | Unvalued | None:
    """“the 20th of next month”, “dia 3 deste mês”."""
    turned, day, unit = match.one(Turned), number_of(match), match.any(Unit)
    if turned.unit != "month" or day is None or (unit is not None and unit.name != "day"):
        return None
    start, _ = unit_around(match.today, "month", turned.n)
    at = made(start.year, start.month, day)
    return Day.of(at) if at is not None else Unvalued("date")


DATE_RULES = (
    Rule("headed monthname mark? the? number (?: comma|of|dash|slash)* year", _dated),
    Rule("headed the? number dot? (?: of|dash|slash|comma)? monthname mark? (?: of|in)? year", _dated),
    Rule("year (?: comma|dash|slash)? monthname (?: comma|dash|slash|the)? number", _dated),
    Rule("year (?: dash|slash) num (?: dash|slash) monthname", _dated),
    Rule("number (?: dash|slash) year (?: dash|slash) monthname", _dated),
    Rule("monthname (?: dash|slash) year (?: dash|slash) number", _dated),
    Rule("num of num of year", _by_numbers),
    Rule("year dash num dash num", _by_spaced),
    Rule("headed the? number dot? (?: of|dash|slash)? monthname dot? (?: of|comma)? num noyear", _dated_short),
    Rule("headed named mark? the? number comma? num noyear", _dated_short),
    Rule("headed the? number dot? (?: of|dash|slash)? monthname", _dated),
    Rule("headed named mark? the? number (?! unit|mer|s|percent)", _dated),
    Rule("named num (?= mer)", _dated),
    Rule("(?: weekday comma?)? monthname mark? the? ord", _dated),
    Rule("weekday monthname mark? the? number", _dated),
    Rule("(?<= in|on|dia|by|for|from|between|dash|to|a|wd|wdq|wdqcap) mdq", _short),
    Rule("md", _short),
    Rule("turning? weekday (?: comma|dash)? (?: in|the)? day", _weekday_date),
)

NUMBERED_RULES = (
    Rule("day comma day", _twice),
    Rule("weekday comma? (?: the number|dia num|ord) (?! unit|dia|dash num|to num|num)", _weekday_number),
    Rule("weekday num (?= as)", _weekday_large),
    Rule("weekday comma num (?= comma|paren|stop|dot)", _weekday_number),
    Rule(
        "weekday num (?! to|dash|and|a|as|unit|hourly|dia|part|mer|colon|oclock|in the part|of part|amount)",
        _weekday_number,
    ),
    Rule("the? number period? (?: of|in)? the? turned", _of_turned_month),
    Rule("dia num of the? turned", _of_turned_month),
)

LONE_DAY_RULES = (
    Rule("(?<= on) number lone", _lone_written),
    Rule("(?<= on) the number lone", _lone_number),
    Rule("(?<= for) the number lone", _lone_number),
    Rule("(?<= by|till|to|since|from|before|after|around) the ord lone", _lone_ordinal),
    Rule("(?<= on|at|in) ord lone", _lone_figure),
    Rule("(?<= day to|day till) the? ord lone", _lone_number),
    Rule("the ord lone", _lone_ordinal),
    Rule("dia num", _lone_number),
)
