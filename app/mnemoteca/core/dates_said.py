"""Days as people write them in a note, in English and Portuguese: “Friday 4 December”, “amanhã”, “2026-12-04”.

Pure: the day on which it is written is passed in. What can't be told for sure (a lone “segunda”, a day that the
month hasn't) is no date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mnemoteca.core.when import MONTHS

LOOK_BACK_DAYS = 90  # a day without its year that passed longer ago is the one to come
_WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "segunda": 0, "terça": 1, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4, "sábado": 5, "sabado": 5,
    "domingo": 6,
}  # fmt: skip
_RELATIVE = {
    "day before yesterday": -2, "anteontem": -2, "yesterday": -1, "ontem": -1,
    "today": 0, "tonight": 0, "hoje": 0, "tomorrow": 1, "amanhã": 1, "amanha": 1,
    "day after tomorrow": 2, "depois de amanhã": 2, "depois de amanha": 2,
}  # fmt: skip
_COUNTS = {
    word: n
    for n, words in enumerate(
        ("a an um uma", "two dois duas", "three três tres", "four quatro", "five cinco", "six seis", "seven sete",
         "eight oito", "nine nove", "ten dez"), start=1,
    )
    for word in words.split()
}  # fmt: skip
_MONTH_OF = {name: n for names in MONTHS.values() for n, name in enumerate(names, start=1)}
_MONTH_OF |= {name[:3]: n for name, n in tuple(_MONTH_OF.items())} | {"sept": 9, "março": 3}


def _any(words: Iterable[str]) -> str:
    """One of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_WEEKDAY = rf"(?P<weekday>{_any(_WEEKDAYS)})(?:-feira)?"
_MONTH = rf"(?P<month>{_any(_MONTH_OF)})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|º|°)?"
_YEAR = r"(?P<year>\d{4})"
_PATTERNS = (
    rf"{_YEAR}-(?P<month_number>\d\d)-(?P<day>\d\d)(?![\w-])",
    r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?![\w/])",
    rf"(?:{_WEEKDAY},?\s+)?(?:the\s+|dia\s+)?{_DAY}\s+(?:of\s+|de\s+)?{_MONTH}(?:,?\s+(?:de\s+)?{_YEAR}\b)?",
    rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+(?:the\s+)?{_DAY}\b(?!:)(?:,?\s+{_YEAR}\b)?",
    rf"(?:the\s+)?(?P<relative>{_any(_RELATIVE)})\b",
    rf"(?:in|daqui\s+a|em)\s+(?P<count>\d{{1,3}}|{_any(_COUNTS)})\s+(?P<unit>days?|dias?|weeks?|semanas?)\b",
    rf"(?:no\s+|o\s+)?dia\s+{_DAY}\b(?!\s*(?:de\b|/))",
    r"(?:(?P<which>next|last)\s+)?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    r"(?P<weekday>segunda|terça|terca|quarta|quinta|sexta)-feira\b(?:\s+(?P<which>passada|que\s+vem))?",
    r"(?P<weekday>sábado|sabado|domingo)\b(?:\s+(?P<which>passado|que\s+vem))?",
    r"(?:na|até|nesta|próxima)\s+(?P<weekday>segunda|terça|terca|quarta|quinta|sexta)\b(?![-\w])"
    r"(?!\s+(?:vez|parte|etapa|versão|opção|série|edição|fase|linha|página))",
)
_READERS = tuple(re.compile(rf"(?<![\w/#-]){pattern}", re.IGNORECASE) for pattern in _PATTERNS)
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|https?://\S+|\[\[[^\[\]\n]*\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A day that a text speaks of, and from where to where it does."""

    start: int
    end: int
    day: date


def dates_in(text: str, today: date, *, day_first: bool = True) -> tuple[DateSaid, ...]:
    """The days a text speaks of, in its order; those in code, addresses and links don't count.

    `day_first` says how 4/12/2026 is to be read. Where two readings overlap, the longer one holds.
    """
    bare = _CODE.sub(lambda code: "\0" * len(code[0]), text)
    found = [said for reader in _READERS for said in _read(reader, bare, today, day_first)]
    kept: list[DateSaid] = []
    for said in sorted(found, key=lambda each: each.start - each.end):
        if all(said.end <= other.start or said.start >= other.end for other in kept):
            kept.append(said)
    return tuple(sorted(kept, key=lambda each: each.start))


def _read(reader: re.Pattern[str], text: str, today: date, day_first: bool) -> list[DateSaid]:
    found = []
    for match in reader.finditer(text):
        parts = {name: part.lower() for name, part in match.groupdict().items() if part}
        try:
            day = _meant(parts, today, day_first)
        except (ValueError, OverflowError):  # no such day
            continue
        found.append(DateSaid(match.start(), match.end(), day))
    return found


def _meant(parts: dict[str, str], today: date, day_first: bool) -> date:
    """The day that the parts of a date name; raises ValueError where there is none."""
    if "relative" in parts:
        return today + timedelta(days=_RELATIVE[" ".join(parts["relative"].split())])
    if "count" in parts:
        return today + timedelta(days=_count(parts["count"]) * (1 if parts["unit"][0] == "d" else 7))
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        day, month = (first, second) if day_first else (second, first)
        return date(int(parts["year"]), month, day)
    if "day" not in parts:
        return _weekday(_WEEKDAYS[parts["weekday"]], parts.get("which", ""), today)
    day = int(parts["day"])
    if "month_number" in parts:
        return date(int(parts["year"]), int(parts["month_number"]), day)
    if "month" not in parts:
        return _day_to_come(day, today)
    month = _MONTH_OF[parts["month"]]
    if "year" in parts:
        return date(int(parts["year"]), month, day)
    return _year_meant(month, day, _WEEKDAYS.get(parts.get("weekday", "")), today)


def _count(said: str) -> int:
    return int(said) if said.isdigit() else _COUNTS[said]


def _weekday(weekday: int, which: str, today: date) -> date:
    """The next such day after today, or the last one before it."""
    if which.startswith(("last", "passad")):
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _day_to_come(day: int, today: date) -> date:
    """The next day of that number, today included."""
    year, month = today.year, today.month
    if not 1 <= day <= 31:
        raise ValueError(day)
    while day > monthrange(year, month)[1] or date(year, month, day) < today:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return date(year, month, day)


def _year_meant(month: int, day: int, weekday: int | None, today: date) -> date:
    """The day in the year that is meant: where its weekday is told, the one that fits; else the nearest to come."""
    days = [made for year in range(today.year - 1, today.year + 5) if (made := _made(year, month, day)) is not None]
    near = [each for each in days if each.weekday() == weekday and abs((each - today).days) <= 366]
    if near:
        return min(near, key=lambda each: abs((each - today).days))
    earliest = today - timedelta(days=LOOK_BACK_DAYS)
    coming = [each for each in days if each >= earliest]
    if not coming:
        raise ValueError(day)
    return coming[0]


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
