"""Reckoning with days, weeks, months and moments: no zones, no summer time; a week begins on Monday."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from mnemoteca.core.dates.values import Amount, Clock, Day, Months

_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_DAYS = {"day": 1, "week": 7, "workweek": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def made(year: int, month: int, day: int) -> date | None:
    """That day, or None where there is none."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def plus_months(day: date, months: int) -> date:
    """The same day so many months on; the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus_days_of_work(day: date, count: int) -> date:
    """So many days from Monday to Friday on, or back."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= day.weekday() < 5
    return day


def plus(moment: datetime, amount: Amount, sign: int = 1) -> datetime:
    """So much later; earlier where `sign` is -1. Raises OverflowError or ValueError past the ends of the calendar."""
    day, rest = moment.date(), timedelta(hours=moment.hour, minutes=moment.minute, seconds=moment.second)
    for count, unit in amount.parts:
        if unit in _MONTHS:
            day = plus_months(day, sign * count * _MONTHS[unit])
        elif unit == "bday":
            day = plus_days_of_work(day, sign * count)
        elif unit in _DAYS:
            day += timedelta(days=sign * count * _DAYS[unit])
        else:
            rest += timedelta(seconds=sign * count * _SECONDS[unit])
    return datetime.combine(day, datetime.min.time()) + rest


def plus_amount(day: date, amount: Amount, sign: int = 1) -> date:
    """`plus` for days."""
    return plus(datetime.combine(day, datetime.min.time()), amount, sign).date()


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def first_week(start: date) -> date:
    """The Monday of the first week of a year or month: the one that has most of its days in it."""
    return monday_of(start + timedelta(days=3))


def unit_around(day: date, unit: str, turn: int = 0) -> tuple[date, date]:
    """The week, month, … that the day is in, so many units on, and the first day after it."""
    if unit in _MONTHS:
        size = _MONTHS[unit]
        index = (day.year * 12 + day.month - 1) // size + turn
        year, month = divmod(index * size, 12)
        start = date(year, month + 1, 1)
        return start, plus_months(start, size)
    if unit in ("day", "bday"):
        start = day + timedelta(days=turn)
        return start, start + timedelta(days=1)
    start = monday_of(day) + timedelta(days=turn * _DAYS[unit])
    if unit == "weekend":
        return start + timedelta(days=5), start + timedelta(days=7)
    return start, start + timedelta(days=5 if unit == "workweek" else _DAYS[unit])


def nth_weekday(start: date, end: date, weekday: int, n: int) -> date | None:
    """The n-th such day from `start` on and before `end`; the last one for -1."""
    first = start + timedelta(days=(weekday - start.weekday()) % 7)
    last = end - timedelta(days=(end.weekday() - weekday - 1) % 7 + 1)
    day = last if n == -1 else first + timedelta(weeks=n - 1)
    return day if start <= day < end else None


def day_meant(day: Day, now: datetime) -> date | None:
    """The date that is meant: what was left open makes it the last one that has begun; None where there is none."""
    today = now.date()
    last = today if now.time() > time() else today - timedelta(days=1)  # at midnight today has not begun
    if day.day is None:
        return today - timedelta(days=(today.weekday() - (day.weekday or 0) - 1) % 7 + 1)
    if day.year is not None:
        return made(day.year, day.month or 1, day.day)
    if day.month is not None and day.weekday is not None:
        near = [made(today.year + step, day.month, day.day) for step in (0, -1, 1)]
        for each in near:
            if each is not None and each.weekday() == day.weekday:
                return each
    if day.month is not None:
        years = range(today.year, today.year - 9, -1)
        return next((d for y in years if (d := made(y, day.month, day.day)) is not None and d <= last), None)
    if day.weekday is not None:
        this = made(today.year, today.month, day.day)
        if this is not None and this.weekday() == day.weekday:
            return this
    return _last_of_number(day, last)


def _last_of_number(day: Day, last: date) -> date | None:
    """The last day of that number until then, and of that weekday where one was told."""
    start = date(last.year, last.month, 1)
    for back in range(120):
        month = plus_months(start, -back)
        at = made(month.year, month.month, day.day or 0)
        if at is not None and at <= last and day.weekday in (None, at.weekday()):
            return at
    return None


def month_meant(month: Months, today: date) -> date:
    """The first day of the month that is meant; without a year the last one that has begun before this month."""
    year = month.year
    if year is None:
        year = today.year if month.month < today.month else today.year - 1
    return date(year, month.month, 1)


def full_year(short: int) -> int:
    """The year that two digits mean: 1930 to 2029."""
    return short if short > 99 else short + (1900 if short >= 30 else 2000)


def at_clock(day: date, clock: Clock) -> datetime:
    return datetime.combine(day, time(clock.hour, clock.minute, clock.second))
