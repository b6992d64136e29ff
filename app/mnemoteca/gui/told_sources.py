"""What the window says of a source: its dates, when it last came in, what its owner deletes; pure functions."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.known_sources import Source
from mnemoteca.gui import words
from mnemoteca.gui.told_imports import figures

translate = QCoreApplication.translate


def dates(source: Source, today: date, locale: QLocale) -> str:
    """From when to when its files were changed: 12 Mar 2024 to 20 Nov."""
    if source.oldest is None or source.newest is None:
        return ""
    first, last = (words.short_day(at.astimezone().date(), today, locale) for at in (source.oldest, source.newest))
    return first if first == last else translate("Words", "%1 to %2").replace("%1", first).replace("%2", last)


def last(source: Source, now: datetime, locale: QLocale) -> str:
    """When it last came in; `now` is aware, in the person's zone."""
    if source.last_at is None:
        return translate("Sources", "not yet")
    at = source.last_at.astimezone(now.tzinfo)
    if at.date() == now.date():
        day = translate("Sources", "today")
    elif (now.date() - at.date()).days == 1:
        day = translate("Sources", "yesterday")
    else:
        return words.short_day(at.date(), now.date(), locale)
    return f"{day}, {words.clock_time(at, locale)}"


def warning(source: Source) -> str:
    """What a person should know before it is too late; "" where there is nothing."""
    if not source.there:
        return translate("Sources", "It is not there any more. What came from it stays.")
    if not source.deleted_after_days or not source.deleted_soon:
        return ""
    after = figures.deleted_after(source.deleted_after_days).replace("%1", source.name)
    return f"{after}: {figures.deleted_soon(source.deleted_soon)}."
