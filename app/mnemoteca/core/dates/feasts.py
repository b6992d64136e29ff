"""Holidays by name: on which day of a year each of them falls."""

from __future__ import annotations

from datetime import date, timedelta

from mnemoteca.core.dates.reckoning import nth_weekday, plus_months

_FIXED = {
    "new year": (1, 1), "new year's eve": (12, 31), "christmas": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "halloween": (10, 31), "all saints": (11, 1), "all souls": (11, 2), "valentine": (2, 14),
    "patrick": (3, 17), "george": (4, 23), "fools": (4, 1), "earth": (4, 22), "workers": (5, 1),
    "us veterans": (11, 11), "us independence": (7, 4), "us inauguration": (1, 20), "groundhog": (2, 2),
    "juneteenth": (6, 19), "women": (3, 8), "children": (6, 1), "cn teachers": (9, 10), "cinco": (5, 5),
    "bastille": (7, 14), "fawkes": (11, 5), "singles": (11, 11), "arbor cn": (3, 12), "white": (3, 14),
    "girls": (3, 7), "youth": (5, 4), "australia": (1, 26), "canada": (7, 1), "anzac": (4, 25),
    "br lovers": (6, 12), "tiradentes": (4, 21), "br independence": (9, 7), "aparecida": (10, 12),
    "br republic": (11, 15), "consciencia": (11, 20), "br children": (10, 12), "br teachers": (10, 15),
    "john": (6, 24), "pt liberty": (4, 25), "pt portugal": (6, 10),
}  # fmt: skip
_FROM_EASTER = {
    "easter": 0, "good friday": -2, "easter monday": 1, "palm sunday": -7, "ash wednesday": -46, "carnival": -47,
    "pentecost": 49, "clean monday": -48, "corpus christi": 60,
}  # fmt: skip
_WEEKDAYS = {  # month, weekday (Monday is 0), which one (-1 the last), days after it
    "thanksgiving": (11, 3, 4, 0), "black friday": (11, 3, 4, 1), "cyber monday": (11, 3, 4, 4),
    "us labour": (9, 0, 1, 0), "us memorial": (5, 0, -1, 0), "us columbus": (10, 0, 2, 0), "us king": (1, 0, 3, 0),
    "us presidents": (2, 0, 3, 0), "us mother": (5, 6, 2, 0), "us father": (6, 6, 3, 0), "arbor": (4, 4, -1, 0),
}  # fmt: skip


def feast_day(name: str, year: int) -> date:
    """The day of a holiday in a year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    month, weekday, which, after = _WEEKDAYS[name]
    start = date(year, month, 1)
    day = nth_weekday(start, plus_months(start, 1), weekday, which)
    assert day is not None  # every month has four of each
    return day + timedelta(days=after)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    month_days = moon - weekday
    month = 3 + (month_days + 40) // 44
    return date(year, month, month_days + 28 - 31 * (month // 4))
