"""Days as people write them in a note, in English and Portuguese: “Friday 4 December”, “amanhã”, “2026-12-04”.

Pure: the day on which it is written is passed in. A note speaks of what is to come, so a day that leaves its month or
year open is the next one. What can't be told for sure (a lone “segunda”, a day that the month hasn't) is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from mnemoteca.core.dates.finder import days_said
from mnemoteca.core.dates.reckoning import made, plus_months
from mnemoteca.core.dates.values import Day

LOOK_BACK_DAYS = 90  # a day without its year that passed longer ago is the one to come
_NO_WORD_BEFORE = re.compile(r"[\w/#-]\Z")
_WITH_ARTICLE = re.compile(r"(?:segunda|terça|terca|quarta|quinta|sexta|dia\s+\d+)\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\bn[ao]\s+\Z", re.IGNORECASE)
_SHORT_MONTH = re.compile(r"(?<!\w)[a-zç]{3}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A day that a text speaks of, and from where to where it does."""

    start: int
    end: int
    day: date


def dates_in(text: str, today: date, *, day_first: bool = True) -> tuple[DateSaid, ...]:
    """The days a text speaks of, in its order; those in code, addresses and links don't count.

    `day_first` says how 4/12/2026 is to be read.
    """
    found = []
    for start, end, said in days_said(text, today, day_first=day_first):
        day = _to_come(said, today)
        if day is not None and not _NO_WORD_BEFORE.search(text, 0, start):
            found.append(DateSaid(*_widened(text, start, end), day))
    return tuple(found)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """“na segunda” and “no dia 5” stand out with their article, “4 dez.” with its full stop."""
    article = _ARTICLE.search(text, 0, start)
    if article is not None and _WITH_ARTICLE.match(text, start, end):
        start = article.start()
    dotted = text[end : end + 1] == "." and text[end + 1 : end + 2].isspace() and _SHORT_MONTH.search(text, start, end)
    return start, end + 1 if dotted else end


def _to_come(said: Day, today: date) -> date | None:
    """The day that is meant, the next one where the text leaves it open; None where there is none."""
    try:
        if said.day is None:
            return _weekday(said.weekday or 0, today)
        if said.year is not None:
            return made(said.year, said.month or 1, said.day)
        if said.month is not None:
            return _year_meant(said.month, said.day, said.weekday, today)
        return _day_to_come(said.day, said.weekday, today)
    except (ValueError, OverflowError):  # past the ends of the calendar
        return None


def _weekday(weekday: int, today: date) -> date:
    """The next such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _day_to_come(day: int, weekday: int | None, today: date) -> date | None:
    """The next day of that number, today included, that is the weekday which was told."""
    months = (plus_months(today.replace(day=1), count) for count in range(48))
    days = (made(month.year, month.month, day) for month in months)
    return next((d for d in days if d is not None and d >= today and weekday in (None, d.weekday())), None)


def _year_meant(month: int, day: int, weekday: int | None, today: date) -> date | None:
    """The day in the year that is meant: where its weekday is told, the one that fits; else the nearest to come."""
    days = [d for year in range(today.year - 1, today.year + 9) if (d := made(year, month, day)) is not None]
    near = [each for each in days if each.weekday() == weekday and abs((each - today).days) <= 366]
    if near:
        return min(near, key=lambda each: abs((each - today).days))
    earliest = today - timedelta(days=LOOK_BACK_DAYS)
    return next((each for each in days if each >= earliest), None)
