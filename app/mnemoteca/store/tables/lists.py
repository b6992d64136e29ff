"""The SQL of the places and filters: which memories stand in a list, and in which order."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from mnemoteca.core.memory import Tier
from mnemoteca.core.recall import Filters
from mnemoteca.core.views import Group, Place
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import ACTIVE, TIER_CODE, TRASHED, among
from mnemoteca.store.tables.filters import narrowed

Ids = NDArray[np.int64]
UNDATED = np.iinfo(np.int64).min  # the sort key of what has no time: it comes last
_KEY = f"coalesce(epoch_us(occurred_at), {UNDATED + 1})"

_PLACES = {
    Place.EVERYTHING: f"state = {ACTIVE}",
    Place.SESSIONS: f"state = {ACTIVE}",
    Place.NOTES: f"state = {ACTIVE} AND kind = 'note'",
    Place.PINNED: f"state = {ACTIVE} AND pinned",
    Place.TRASH: f"state = {TRASHED}",
} | {
    place: f"state = {ACTIVE} AND tier = {TIER_CODE[Tier(place.value)]}"
    for place in (Place.SHORT, Place.MEDIUM, Place.LONG, Place.FADED, Place.ARCHIVE)
}


def condition(place: Place, space: int, filters: Filters, now: datetime) -> tuple[str, list[object]]:
    """The SQL condition over `memories` of a list, and its parameters."""
    parts, params = [f"space = ? AND {_PLACES[place]}"], [space]
    more, given = narrowed(filters, now)
    return " AND ".join([*parts, *more]), [*params, *given]


def ordered(
    reader: Reader, place: Place, where: str, params: list[object], only: list[int] | None = None
) -> tuple[Ids, Ids, Ids]:
    """Ids, sort keys (microseconds UTC) and offsets (minutes) of a list, the newest first.

    For sessions the ids are theirs and the key is that of their newest memory. `only` looks at these ids alone.
    """
    if place is Place.SESSIONS:
        where = where if only is None else f"{where} AND {among('session', only)}"
        sql = (
            f"SELECT session AS id, max({_KEY}) AS key, arg_max(offset_min, {_KEY}) AS off FROM memories "
            f"WHERE {where} GROUP BY session ORDER BY key DESC, id DESC"
        )
    else:
        where = where if only is None else f"{where} AND {among('id', only)}"
        sql = f"SELECT id, {_KEY} AS key, offset_min AS off FROM memories WHERE {where} ORDER BY key DESC, id DESC"
    found = reader.arrays(sql, params)
    return (
        found["id"].astype(np.int64, copy=False),
        found["key"].astype(np.int64, copy=False),
        found["off"].astype(np.int64),
    )


def labels(reader: Reader, group: Group, ids: list[int]) -> list[str]:
    """By what each of these sessions stands with others, "" where it is alone in that."""
    if group is Group.SOURCE:
        sql = f"SELECT id, source FROM sessions WHERE {among('id', ids)}"
    else:
        sql = f"SELECT session, folder FROM session_details WHERE {among('session', ids)}"
    found: dict[int, str] = dict(reader.all(sql))
    return [found.get(id) or "" for id in ids]


def counts(reader: Reader, space: int) -> dict[Place, int]:
    """How many stand in each place of a space."""
    rows = reader.all(
        "SELECT tier, state, pinned, kind = 'note', count(*) FROM memories WHERE space = ? AND state < 2 GROUP BY ALL",
        (space,),
    )
    found = dict.fromkeys(Place, 0)
    for tier, state, pinned, note, count in rows:
        if state == TRASHED:
            found[Place.TRASH] += count
            continue
        found[Place.EVERYTHING] += count
        found[Place.PINNED] += count if pinned else 0
        found[Place.NOTES] += count if note else 0
        found[Place(list(TIER_CODE)[tier].value)] += count
    row = reader.one(f"SELECT count(DISTINCT session) FROM memories WHERE space = ? AND state = {ACTIVE}", (space,))
    found[Place.SESSIONS] = 0 if row is None else int(row[0])
    return found
