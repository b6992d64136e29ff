"""What the timeline says: bars, spans and marks in words, in the language in force. Times are naive."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mnemoteca.core.glance import Grain
from mnemoteca.core.timeline import Span
from mnemoteca.gui import words
from mnemoteca.gui.counted import counted

translate = QCoreApplication.translate


def grain_name(grain: Grain) -> str:
    """The kind of bars."""
    match grain:
        case Grain.YEAR:
            return translate("SpanWords", "Years")
        case Grain.MONTH:
            return translate("SpanWords", "Months")
        case Grain.DAY:
            return translate("SpanWords", "Days")
        case Grain.HOUR:
            return translate("SpanWords", "Hours")


def bar_name(grain: Grain, start: datetime, locale: QLocale) -> str:
    """March 2026; 14 March 2026; 14 March 2026, 15:00."""
    match grain:
        case Grain.YEAR:
            return str(start.year)
        case Grain.MONTH:
            return _said(start, translate("SpanWords", "MMMM yyyy", "a month and its year"), locale)
        case Grain.DAY:
            return _said(start, translate("SpanWords", "d MMMM yyyy", "a day and its year"), locale)
        case Grain.HOUR:
            return bar_name(Grain.DAY, start, locale) + ", " + _hour(start, locale)


def with_count(name: str, count: int) -> str:
    """March 2026: 214 memories."""
    pattern = translate("SpanWords", "%1: %2", "a time and how many memories")
    return pattern.replace("%1", name).replace("%2", counted.memories(count))


def span_name(span: Span, today: date, locale: QLocale) -> str:
    """2 to 15 November; March to May 2025; 14 March 2026, 15:00 to 18:00."""
    first, last = span.start, span.bar(span.count - 1)
    if span.grain is Grain.HOUR:
        end = span.end
        if first.hour == 0 and span.count == 24:
            return bar_name(Grain.DAY, first, locale)
        if end - first <= timedelta(days=1) and (first.date() == end.date() or end.hour == 0):
            return bar_name(Grain.DAY, first, locale) + ", " + _to(_hour(first, locale), _hour(end, locale))
        return _to(bar_name(Grain.HOUR, first, locale), bar_name(Grain.HOUR, end, locale))
    if span.count == 1:
        return bar_name(span.grain, first, locale)
    if span.grain is Grain.YEAR:
        return _to(str(first.year), str(last.year))
    if span.grain is Grain.MONTH:
        begin = _said(first, "MMMM", locale) if first.year == last.year else bar_name(Grain.MONTH, first, locale)
        return _to(begin, bar_name(Grain.MONTH, last, locale))
    if (first.year, first.month) == (last.year, last.month):
        return _to(str(first.day), _day(last, today, locale))
    return _to(_day(first, last.date(), locale), _day(last, today, locale))


def mark_name(grain: Grain, start: datetime, first: bool, locale: QLocale) -> str:
    """What stands below a bar at which something begins; the first one says its year, or its day."""
    match grain:
        case Grain.YEAR:
            return str(start.year)
        case Grain.MONTH:
            if first or start.month == 1:
                return _short(start, translate("SpanWords", "MMM yyyy", "a short month and its year"), locale)
            return _short(start, "MMM", locale)
        case Grain.DAY:
            if start.day != 1:
                pattern = translate("SpanWords", "d MMM", "a day and its short month")
                return _short(start, pattern, locale) if first else str(start.day)
            if first or start.month == 1:
                return _short(start, translate("SpanWords", "MMM yyyy", "a short month and its year"), locale)
            return _short(start, "MMM", locale)
        case Grain.HOUR:
            if first or start.hour == 0:
                return _short(start, translate("SpanWords", "d MMM", "a day and its short month"), locale)
            return _hour(start, locale)


def undated(count: int) -> str:
    """What the timeline can't show."""
    return with_count(translate("SpanWords", "Without a date"), count) if count else ""


def _day(moment: datetime, today: date, locale: QLocale) -> str:
    """15 November, with its year where that is another one than today's."""
    if moment.year != today.year:
        return bar_name(Grain.DAY, moment, locale)
    return _said(moment, translate("SpanWords", "d MMMM", "a day of this year"), locale)


def _to(first: str, last: str) -> str:
    return translate("Words", "%1 to %2").replace("%1", first).replace("%2", last)


def _hour(moment: datetime, locale: QLocale) -> str:
    return words.clock_time(moment, locale)


def _said(moment: datetime, pattern: str, locale: QLocale) -> str:
    return locale.toString(QDate(moment.year, moment.month, moment.day), pattern)


def _short(moment: datetime, pattern: str, locale: QLocale) -> str:
    said = _said(moment, pattern, locale).replace(".", "")
    return said[:1].upper() + said[1:] if pattern.startswith("M") else said
