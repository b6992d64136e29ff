"""Dates as people and files write them: read with their precision and offset, and told as words."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from mnemoteca.core.memory import Precision

_EN = "january february march april may june july august september october november december"
_PT = "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro"
MONTHS = {
    "en": tuple(_EN.split()),
    "pt": tuple(_PT.split()),
}
_USUAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d\d:?\d\d)?)?)?)?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, UTC, the offset it was said at, and how exactly it is known."""

    at: datetime | None
    offset_min: int
    precision: Precision


UNKNOWN = Moment(None, 0, Precision.UNKNOWN)


def read_moment(text: str, zone: tzinfo = UTC) -> Moment:
    """The moment that an ISO date or time names; without an offset it is in `zone`; `UNKNOWN` where it is none."""
    if _USUAL.fullmatch(text):  # as nearly all are written: read in one go
        return _read_usual(text)
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return UNKNOWN
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    try:
        local = datetime(
            int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0),
            int((fraction or "0").ljust(6, "0")[:6]), tzinfo=_zone(offset) or zone,
        )  # fmt: skip
        at = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return UNKNOWN
    return Moment(at, _minutes(local), _precision(month, day, hour, second))


def _read_usual(text: str) -> Moment:
    try:
        local = datetime.fromisoformat(text)
        at = local if local.tzinfo is UTC else local.astimezone(UTC)
    except (ValueError, OverflowError):
        return UNKNOWN
    return Moment(at, 0 if local is at else _minutes(local), Precision.INSTANT)


def _precision(month: str | None, day: str | None, hour: str | None, second: str | None) -> Precision:
    known = ((second, Precision.INSTANT), (hour, Precision.MINUTE), (day, Precision.DAY), (month, Precision.MONTH))
    return next((precision for part, precision in known if part is not None), Precision.YEAR)


def _zone(offset: str | None) -> tzinfo | None:
    if not offset:
        return None
    if offset in "Zz":
        return UTC
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _minutes(local: datetime) -> int:
    offset = local.utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)


def _full_names(month: int) -> tuple[str, ...]:
    return tuple(names[month - 1] for names in MONTHS.values())


def local_day(at: datetime, offset_min: int) -> date:
    """The day it was where it was said; at the ends of the calendar the day in UTC."""
    try:
        return (at + timedelta(minutes=offset_min)).date()
    except OverflowError:
        return at.date()


def day_words(day: date | None, precision: str) -> list[str]:
    """The folded words by which a day is asked for: day, month in English and Portuguese, year."""
    if day is None or precision == Precision.UNKNOWN:
        return []
    if precision == Precision.YEAR:
        return [str(day.year)]
    named = [*_full_names(day.month), str(day.year)]
    return named if precision == Precision.MONTH else [str(day.day), *named]


_UNITS = ((1e14, 1e3), (1e17, 1e6), (1e20, 1e9))  # below which number it counts milliseconds, microseconds, …


def read_epoch(number: float) -> Moment:
    """A time counted from 1970, in whatever unit puts it there, at the machine's zone; `UNKNOWN` where it is none.

    What would be seconds of the year 5138 are milliseconds of 1973; 0 and less are no times that anything was said at.
    """
    unit = 1.0 if 0 < number < 1e11 else next((unit for limit, unit in _UNITS if 0 < number < limit), None)
    if unit is None:
        return UNKNOWN
    at = datetime.fromtimestamp(number / unit, UTC)
    return Moment(at, time.localtime(number / unit).tm_gmtoff // 60, Precision.INSTANT)
