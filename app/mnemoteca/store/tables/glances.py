"""The SQL of what is seen at a glance: a day, and the spread over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from mnemoteca.core.changes import Happened
from mnemoteca.core.glance import Bar, Grain
from mnemoteca.core.tier_days import SLOT_S, Slot
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import ACTIVE, FORMER, TIERS, aware, naive
from mnemoteca.store.tables.filters import SAID


def since(reader: Reader) -> datetime | None:
    """When the first memory came that is still there; None where there is none."""
    row = reader.one(f"SELECT min(recorded_at) FROM memories WHERE state = {ACTIVE}")
    return aware(row[0]) if row else None


def happened_since(reader: Reader, space: int, moment: datetime) -> dict[Happened, int]:
    """How often each kind of change came since a moment."""
    rows = reader.all(
        'SELECT kind, count(*) FROM changes WHERE space = ? AND "at" >= ? GROUP BY kind', (space, naive(moment))
    )
    return {Happened(kind): count for kind, count in rows}


def new_since(reader: Reader, space: int, moment: datetime) -> int:
    """How many of the memories that came since a moment are still there, be it with another text."""
    rows = reader.all(
        f"""SELECT count(*) FROM changes c JOIN memories f ON f.id = c.id
        WHERE c.space = ? AND c."at" >= ? AND c.kind = 'added' AND (f.state = {ACTIVE} OR (f.state = {FORMER}
        AND EXISTS (SELECT 1 FROM memories n WHERE n.version_of = coalesce(f.version_of, f.id)
        AND n.state = {ACTIVE})))""",
        (space, naive(moment)),
    )
    return int(rows[0][0])


def moved_since(reader: Reader, space: int, moment: datetime) -> list[Slot]:
    """What rose into a tier or faded since a moment, by quarters of an hour."""
    rows = reader.all(
        f'SELECT CAST(floor(epoch("at") / {SLOT_S}) AS BIGINT) AS slot, '
        "CASE WHEN kind = 'promoted' THEN detail ELSE -1 END AS entered, count(*) FROM changes "
        "WHERE space = ? AND kind IN ('promoted', 'faded', 'evicted') AND \"at\" >= ? GROUP BY slot, entered",
        (space, naive(moment)),
    )
    return [Slot(n, None if code == -1 else TIERS[code], count) for n, code, count in rows if code is not None]


def added_since(reader: Reader, space: int, moment: datetime) -> tuple[int, dict[int, int]]:
    """How many active memories were kept before a moment, and since then, by quarters of an hour."""
    rows = reader.all(
        f"SELECT CASE WHEN recorded_at < ? THEN -1 ELSE CAST(floor(epoch(recorded_at) / {SLOT_S}) AS BIGINT) END "
        f"AS slot, count(*) FROM memories WHERE space = ? AND state = {ACTIVE} GROUP BY slot",
        (naive(moment), space),
    )
    found: dict[int, int] = dict(rows)
    return found.pop(-1, 0), found


def notes_since(reader: Reader, space: int, moment: datetime, limit: int) -> list[int]:
    """The newest notes and entries that were kept since a moment."""
    rows = reader.all(
        f"SELECT id FROM memories WHERE space = ? AND state = {ACTIVE} AND kind IN ('note', 'entry') "
        "AND recorded_at >= ? ORDER BY id DESC LIMIT ?",
        (space, naive(moment), limit),
    )
    return [row[0] for row in rows]


def sessions_since(reader: Reader, space: int, moment: datetime, limit: int) -> list[int]:
    """The sessions into which something came since a moment, notes left out, the newest first."""
    rows = reader.all(
        f"SELECT session FROM memories WHERE space = ? AND state = {ACTIVE} AND kind NOT IN ('note', 'entry') "
        "AND recorded_at >= ? GROUP BY session ORDER BY max(coalesce(occurred_at, recorded_at)) DESC, session LIMIT ?",
        (space, naive(moment), limit),
    )
    return [row[0] for row in rows]


def on_this_day(reader: Reader, space: int, day: date, limit: int) -> list[int]:
    """Of each year before, what mattered most on this day of its month; the newest year first."""
    rows = reader.all(
        f"SELECT arg_max(id, (pinned, importance, tier = 2, -id)) FROM memories WHERE space = ? AND state = {ACTIVE} "
        f"AND occurred_at < make_date(?, 1, 1) AND \"precision\" NOT IN ('month', 'year', 'unknown') "
        f"AND month({SAID}) = ? AND day({SAID}) = ? AND role <> 'tool' "
        f"GROUP BY year({SAID}) ORDER BY year({SAID}) DESC LIMIT ?",
        (space, day.year, day.month, day.day, limit),
    )
    return [row[0] for row in rows]


def spread(reader: Reader, grain: Grain, where: str, params: Sequence[object]) -> list[Bar]:
    """How many memories begin in each year, month, day or hour, where the condition holds."""
    rows = reader.all(
        f"SELECT strftime(bar, '%Y-%m-%dT%H:%M:%S'), n FROM (SELECT date_trunc('{grain.value}', {SAID}) AS bar, "
        f"count(*) AS n FROM memories WHERE {where} AND occurred_at IS NOT NULL GROUP BY bar) ORDER BY bar",
        params,
    )  # written out once a bar, not once a memory
    return [Bar(start, count) for start, count in rows]


def ends(reader: Reader, where: str, params: Sequence[object]) -> tuple[int, datetime | None, datetime | None]:
    """How many have no time, and the first and the last time."""
    sql = f"SELECT count(*) - count(occurred_at), min(occurred_at), max(occurred_at) FROM memories WHERE {where}"
    ((undated, first, last),) = reader.all(sql, params)
    return int(undated), aware(first), aware(last)
