"""The day that a person means who wants to go back to it: “March 2024”, “última sexta”, “3 weeks ago”, “5/3/2024”.

Pure: the day on which it is typed is passed in. What leaves the year open is the latest such day that has been.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from mnemoteca.core.dates_said import dates_in
from mnemoteca.core.memory import Precision
from mnemoteca.core.text import fold
from mnemoteca.core.when import MONTHS, read_moment

_MONTH_OF = {name: n for names in MONTHS.values() for n, name in enumerate(names, start=1)}
_MONTH_OF |= {name[:3]: n for name, n in tuple(_MONTH_OF.items())} | {"sept": 9}
_WEEKDAYS = {
    name: n
    for n, names in enumerate(
        ("monday segunda", "tuesday terca", "wednesday quarta", "thursday quinta", "friday sexta", "saturday sabado",
         "sunday domingo")
    )
    for name in names.split()
}  # fmt: skip
_COUNTS = {
    word: n
    for n, words in enumerate(
        ("a an um uma", "two dois duas", "three tres", "four quatro", "five cinco", "six seis", "seven sete",
         "eight oito", "nine nove", "ten dez"), start=1,
    )
    for word in words.split()
}  # fmt: skip
_UNIT = r"(?P<unit>day|dia|week|semana|month|mes|year|ano)(?:s|es)?"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})"
_LAST = r"last|past|previous|passad[oa]|ultim[oa]|anterior"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>\d{4})"

Parts = dict[str, str]


def day_meant(text: str, today: date, *, day_first: bool = True) -> date | None:
    """The day, the first one of a month or year; None where it can't be told. `day_first` reads 4/12/2026."""
    told = " ".join(fold(text).split())
    moment = read_moment(told)
    try:
        if moment.at is not None and moment.precision is not Precision.UNKNOWN:
            return moment.at.date()
        for pattern, meant in _READERS:
            if match := pattern.fullmatch(told):
                return meant({name: part for name, part in match.groupdict().items() if part}, today)
    except (ValueError, OverflowError):  # no such day
        return None
    return _said(text, today, day_first)


def _said(text: str, today: date, day_first: bool) -> date | None:
    """A day as it would be understood in a note, but one that has been where its year is open."""
    found = dates_in(text.strip(), today, day_first=day_first)
    if len(found) != 1 or found[0].end - found[0].start < len(text.strip()):
        return None
    day = found[0].day
    if day > today and not re.search(r"\d{4}|tomorrow|amanh|\bin\b|daqui|\bem\b|next|vem", fold(text)):
        return _year_before(day)
    return day


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, monthrange(day.year - 1, day.month)[1]))


def _month(parts: Parts, today: date) -> date:
    month = int(parts["number"]) if "number" in parts else _MONTH_OF[parts["month"]]
    year = int(parts["year"]) if "year" in parts else today.year - (month > today.month)
    return date(year, month, 1)


def _ago(parts: Parts, today: date) -> date:
    count = parts.get("count", "1")
    n = int(count) if count.isdigit() else _COUNTS[count]
    match parts["unit"]:
        case "day" | "dia":
            return today - timedelta(days=n)
        case "week" | "semana":
            return today - timedelta(weeks=n)
        case "month" | "mes":
            months = today.year * 12 + today.month - 1 - n
            year, month = divmod(months, 12)
            return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
    return today.replace(year=today.year - n, day=min(today.day, monthrange(today.year - n, today.month)[1]))


def _weekday(parts: Parts, today: date) -> date:
    """The last such day before today."""
    return today - timedelta(days=(today.weekday() - _WEEKDAYS[parts["weekday"]] - 1) % 7 + 1)


def _day_of_month(parts: Parts, today: date) -> date:
    """The last day of that number, today included."""
    day, year, month = int(parts["day"]), today.year, today.month
    if not 1 <= day <= 31:
        raise ValueError(day)
    while day > monthrange(year, month)[1] or date(year, month, day) > today:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return date(year, month, day)


_READERS: tuple[tuple[re.Pattern[str], Callable[[Parts, date], date]], ...] = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (rf"(?:in |em )?{_MONTH}(?:,? (?:of |de )?{_YEAR})?", _month),
        (rf"(?P<number>0?[1-9]|1[0-2])/{_YEAR}", _month),
        (rf"{_COUNT} {_UNIT} (?:ago|atras)", _ago),
        (rf"(?:ha|faz) {_COUNT} {_UNIT}(?: atras)?", _ago),
        (rf"(?:(?:a|o|na|no|the) )?(?:{_LAST}) {_UNIT}", _ago),
        (rf"(?:(?:a|o|na|no) )?{_UNIT} (?:{_LAST})", _ago),
        (rf"(?:(?:on|na|no|a|o) )?(?:(?:{_LAST}) )?(?P<weekday>{'|'.join(_WEEKDAYS)})(?:[- ]feira)?(?: (?:{_LAST}))?",
         _weekday),
        (r"(?:the |(?:no |o )?dia )(?P<day>\d{1,2})(?:st|nd|rd|th)?", _day_of_month),
    )
)  # fmt: skip
