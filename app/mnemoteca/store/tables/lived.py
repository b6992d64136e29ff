"""The SQL of a memory's life and of what a session holds."""

from __future__ import annotations

from datetime import datetime

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.life import Event, Origin
from mnemoteca.core.memory import Tier
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import ACTIVE, TIERS, among, aware

MOST = 400  # events, the newest
_KINDS = (
    Happened.ADDED, Happened.EDITED, Happened.PROMOTED, Happened.FADED, Happened.EVICTED, Happened.MOVED,
    Happened.PINNED, Happened.UNPINNED, Happened.WEIGHED, Happened.ACCESSED, Happened.TRASHED, Happened.RESTORED,
)  # fmt: skip
_OF_MEMORIES = ", ".join(f"'{kind.value}'" for kind in _KINDS)  # an id of another kind may be that of a session

_WEIGHED_BY_ITSELF = f"(kind = '{Happened.WEIGHED.value}' AND \"by\" = '{By.RULE.value}')"  # as it came in


def versions_of(reader: Reader, id: int) -> list[int]:
    """The ids of a memory and of its former versions."""
    rows = reader.all(
        "SELECT m.id FROM memories m, (SELECT coalesce(version_of, id) AS first FROM memories WHERE id = ?) f "
        "WHERE m.id = f.first OR m.version_of = f.first",
        (id,),
    )
    return [row[0] for row in rows]


def events(reader: Reader, ids: list[int]) -> list[Event]:
    """What happened to these, in order."""
    rows = reader.all(
        f'SELECT number, "at", kind, "by", detail FROM changes WHERE {among("id", ids)} AND kind IN ({_OF_MEMORIES}) '
        f"AND NOT {_WEIGHED_BY_ITSELF} "
        "ORDER BY number DESC LIMIT ?",
        (MOST,),
    )
    found = []
    for _, at, kind, by, code in reversed(rows):
        moment = aware(at)
        assert moment is not None
        found.append(Event(moment, Happened(kind), By(by), None if code is None else TIERS[code]))
    return found


def recalled(reader: Reader, ids: list[int]) -> dict[By, int]:
    """How often these were recalled, by whom."""
    sql = f'SELECT "by", count(*) FROM changes WHERE {among("id", ids)} AND kind = \'accessed\' GROUP BY "by"'
    return {By(by): count for by, count in reader.all(sql)}


def recalls(reader: Reader, ids: list[int]) -> dict[int, list[tuple[datetime, By]]]:
    """When each of these was recalled, and by whom, in order."""
    found: dict[int, list[tuple[datetime, By]]] = {}
    if ids:
        sql = f"""SELECT id, "at", "by" FROM changes WHERE {among("id", ids)} AND kind = 'accessed' ORDER BY number"""
        for id, at, by in reader.all(sql):
            moment = aware(at)
            assert moment is not None
            found.setdefault(id, []).append((moment, By(by)))
    return found


def origin(reader: Reader, session: int) -> Origin:
    """Where a session came from."""
    row = reader.one(
        "SELECT s.source, s.format, s.collection, coalesce(d.folder, ''), coalesce(d.branch, '') FROM sessions s "
        "LEFT JOIN session_details d ON d.session = s.id WHERE s.id = ?",
        (session,),
    )
    return Origin(*row) if row is not None else Origin("")


def tiers_of(reader: Reader, session: int) -> tuple[dict[Tier, int], int]:
    """How many active memories of a session stand in each tier, and how many are pinned."""
    rows = reader.all(
        f"SELECT tier, count(*), count(*) FILTER (pinned) FROM memories WHERE session = ? AND state = {ACTIVE} "
        "GROUP BY tier",
        (session,),
    )
    return {TIERS[code]: count for code, count, _ in rows}, sum(pinned for *_, pinned in rows)


def tags_of(reader: Reader, session: int) -> dict[str, int]:
    """The tags of a session's active memories, the most frequent first."""
    rows = reader.all(
        "SELECT t.tag, count(*) AS n FROM tags t JOIN memories m ON m.id = t.memory "
        f"WHERE m.session = ? AND m.state = {ACTIVE} GROUP BY t.tag ORDER BY n DESC, t.tag LIMIT 40",
        (session,),
    )
    return dict(rows)


def speakers_of(reader: Reader, session: int) -> dict[str, int]:
    """Who speaks how often in a session, the most frequent first."""
    rows = reader.all(
        f"SELECT speaker, count(*) AS n FROM memories WHERE session = ? AND state = {ACTIVE} AND speaker <> '' "
        "GROUP BY speaker ORDER BY n DESC, speaker LIMIT 12",
        (session,),
    )
    return dict(rows)
