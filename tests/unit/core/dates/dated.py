"""How the tests of dates ask: what is found in a text that was said on a Thursday afternoon."""

from __future__ import annotations

from datetime import datetime

from mnemoteca.core.dates.finder import find_dates

SAID_AT = datetime.fromisoformat("2026-02-12T15:30:00")  # a Thursday


def found(text: str, said_at: datetime | None = SAID_AT) -> list[tuple[str, str | None]]:
    """The words of each date and its value."""
    return [(text[each.start : each.end], each.value) for each in find_dates(text, said_at)]


def only(text: str, said_at: datetime | None = SAID_AT) -> tuple[str, str | None]:
    """The one date of a text."""
    (one,) = found(text, said_at)
    return one
