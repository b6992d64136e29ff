"""Filters: which memories a question or a list may show at all, exactly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from mnemoteca.core.recall import WINDOW_S, Filters
from mnemoteca.core.tags import read_tags
from mnemoteca.core.text import fold
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import ACTIVE, TIER_CODE, naive
from mnemoteca.store.wording import Ids


def allowed_ids(reader: Reader, space: int, filters: Filters, asked_at: datetime) -> Ids | None:
    """The ids that pass the filters, in no order; None where there are none to pass."""
    if filters == Filters():
        return None
    where, params = conditions(filters, asked_at)
    sql = f"SELECT id FROM memories m WHERE space = ? AND state = {ACTIVE} AND {' AND '.join(where)}"
    return np.asarray(reader.arrays(sql, [space, *params])["id"], np.int64)


@dataclass
class _Conditions:
    where: list[str] = field(default_factory=lambda: ["true"])
    params: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        self.where.append(condition)
        self.params.extend(values)


def conditions(filters: Filters, asked_at: datetime) -> tuple[list[str], list[object]]:
    """The SQL conditions over `memories m` and their values."""
    found = _Conditions()
    add = found.add
    if filters.session is not None:
        add("session = ?", filters.session)
    if filters.speaker is not None:
        add("lower(strip_accents(speaker)) = ?", fold(filters.speaker))
    if filters.tiers:
        add(f"tier IN ({','.join(str(TIER_CODE[tier]) for tier in filters.tiers)})")
    if filters.source is not None:
        add("lower(source) = lower(?)", filters.source)
    if filters.kind is not None:
        add("kind = ?", filters.kind)
    if filters.pinned is not None:
        add("pinned = ?", filters.pinned)
    for tag in read_tags(filters.tags):
        add("id IN (SELECT memory FROM tags WHERE tag = ?)", tag)
    _add_times(add, filters, asked_at)
    return found.where, found.params


def _add_times(add: Callable[..., None], filters: Filters, asked_at: datetime) -> None:
    if filters.after is not None:
        add("occurred_at >= ?", naive(filters.after))
    if filters.before is not None:
        add("occurred_at < ?", naive(filters.before))
    if filters.window is not None:
        add("occurred_at > ?", naive(_before(asked_at, WINDOW_S[filters.window])))
        add("occurred_at <= ?", naive(asked_at))


def _before(moment: datetime, seconds: float) -> datetime:
    """So many seconds before, or the first moment of the calendar."""
    try:
        return moment - timedelta(seconds=seconds)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC)
