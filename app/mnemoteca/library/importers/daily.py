"""The day that the name of a daily note tells, by the pattern that the vault gives its daily notes."""

from __future__ import annotations

import re
from datetime import date

from mnemoteca.core.when import MONTHS

DEFAULT = "YYYY-MM-DD"
_TOKEN = re.compile(
    r"\[[^\]]*\]|YYYY|YY|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|do|d|Q|WW|W|ww|w|GGGG|gggg|.", re.DOTALL
)
_NAME = r"[^\W\d_]{1,20}\.?"
_MOST_NAMES = 4  # of months and days that a pattern has; each more takes twenty times as long to find out
_PARTS = {
    "YYYY": r"(?P<year>\d{4})",
    "MM": r"(?P<month>\d\d)", "M": r"(?P<month>\d{1,2})", "Mo": r"(?P<month>\d{1,2})(?:st|nd|rd|th)",
    "MMMM": rf"(?P<named>{_NAME})", "MMM": rf"(?P<named>{_NAME})",
    "DD": r"(?P<day>\d\d)", "D": r"(?P<day>\d{1,2})", "Do": r"(?P<day>\d{1,2})(?:st|nd|rd|th|º|\.)?",
    "dddd": rf"{_NAME}(?:-{_NAME})?", "ddd": _NAME, "dd": _NAME, "d": r"\d", "do": r"\d\w*", "Q": r"\d",
    "WW": r"\d\d", "ww": r"\d\d", "W": r"\d{1,2}", "w": r"\d{1,2}", "GGGG": r"\d{4}", "gggg": r"\d{4}",
    "YY": r"(?P<short>\d\d)", "DDD": r"\d{1,3}", "DDDD": r"\d{3}",
}  # fmt: skip


class DailyNotes:
    """Which names are days: those in one folder, in one pattern (as moment.js writes them)."""

    def __init__(self, folder: str = "", pattern: str = DEFAULT) -> None:
        self._folder = folder.strip("/") + "/" if folder.strip("/") else ""
        self._pattern = _expression(pattern.strip()[:200] or DEFAULT)

    def day(self, path: str) -> date | None:
        """The day of the note at this path (without its ending); None where it is no daily note."""
        inside = path.startswith(self._folder)
        found = self._pattern.fullmatch(path[len(self._folder) :]) if inside else None
        return None if found is None else _date(found.groupdict())


def _expression(pattern: str) -> re.Pattern[str]:
    told, groups, names = "", set(), 0
    for token in _TOKEN.findall(pattern):
        part = _PARTS.get(token) or re.escape(token[1:-1] if token.startswith("[") and len(token) > 1 else token)
        group = re.search(r"\?P<(\w+)>", part)
        if group and group[1] in groups:  # the year of a folder stands in the name, too
            part = f"(?P={group[1]})"
        elif group:
            groups.add(group[1])
        told += part
        names += part.count(_NAME)
    return re.compile(told if names <= _MOST_NAMES else r"(?!)", re.IGNORECASE)


def _date(found: dict[str, str | None]) -> date | None:
    year = found.get("year") or (found.get("short") and f"20{found['short']}")
    month = found.get("month") or _month(found.get("named") or "")
    try:
        return date(int(year or ""), int(month or ""), int(found.get("day") or ""))
    except ValueError:
        return None


def _month(name: str) -> str:
    wanted = name.rstrip(".").casefold()
    for months in MONTHS.values():
        for number, month in enumerate(months, 1):
            if wanted and (month == wanted or month[:3] == wanted):
                return str(number)
    return ""
