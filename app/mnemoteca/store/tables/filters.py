"""The SQL of the filters: what of the memories a list or a question may show at all, exactly."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from mnemoteca.core.recall import WINDOW_S, Filters
from mnemoteca.core.tags import read_tags
from mnemoteca.store.tables.codes import TIER_CODE, among, naive

_FOLDED = "lower(strip_accents(text))"
_NO_LETTER = r"[^\pL\pN]"
_SPEAKER = "lower(strip_accents(speaker)) = lower(strip_accents(?))"
_SOURCE = "lower(source) = lower(?)"


SAID = "(occurred_at + offset_min * INTERVAL 1 MINUTE)"  # by the clock where it was said


def narrowed(filters: Filters, now: datetime) -> tuple[list[str], list[object]]:
    """The SQL conditions over `memories`, and their parameters; a window begins so long before `now`."""
    parts: list[str] = []
    params: list[object] = []

    def add(part: str, *given: object) -> None:
        parts.append(part)
        params.extend(given)

    if filters.session is not None:
        add("session = ?", filters.session)
    if filters.speaker is not None:
        add(_SPEAKER, filters.speaker)
    if filters.tiers:
        add(among("tier", [TIER_CODE[tier] for tier in filters.tiers]))
    if filters.source is not None:
        add(_SOURCE, filters.source)
    if filters.kind is not None:
        add("kind = ?", filters.kind)
    if filters.pinned is not None:
        add("pinned" if filters.pinned else "NOT pinned")
    if filters.beside is not None:
        add(f"session IN (SELECT session FROM memories WHERE {_SPEAKER} OR {_SOURCE})", filters.beside, filters.beside)
    for word in filters.without:
        add(f"NOT regexp_matches({_FOLDED}, ?)", rf"(^|{_NO_LETTER}){re.escape(word)}($|{_NO_LETTER})")
    for tag in read_tags(filters.tags):
        add("id IN (SELECT memory FROM tags WHERE tag = ?)", tag)
    _add_times(add, filters, now)
    return parts, params


def _add_times(add: Callable[..., None], filters: Filters, now: datetime) -> None:
    if filters.after is not None:
        add("occurred_at >= ?", naive(filters.after))
    if filters.before is not None:
        add("occurred_at < ?", naive(filters.before))
    if filters.said_after is not None:
        add(f"{SAID} >= ?", filters.said_after.replace(tzinfo=None))
    if filters.said_before is not None:
        add(f"{SAID} < ?", filters.said_before.replace(tzinfo=None))
    if filters.window is not None:
        add("occurred_at > ?", naive(_before(now, WINDOW_S[filters.window])))


def _before(moment: datetime, seconds: float) -> datetime:
    """So many seconds before, or the first moment of the calendar."""
    try:
        return moment - timedelta(seconds=seconds)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC)
