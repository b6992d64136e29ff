"""What an export asks of the tables: sessions in their order, and their memories with all that is known of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import ACTIVE, FORMER, TIERS, among, aware


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session, how many memories it has (former versions count) and how many characters."""

    id: int
    uuid: UUID
    title: str
    kind: str
    source: str
    format: str
    collection: str
    source_id: str
    started_at: datetime | None
    offset_min: int
    extra: str | None
    folder: str
    branch: str
    memories: int
    characters: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one memory stands: the rows of its versions, the first one's id, and its characters."""

    session: int
    first: int
    now: int
    former: tuple[int, ...]
    characters: int


@dataclass(slots=True)
class MemoryRow:
    """A row of the table with what belongs to it."""

    id: int
    uuid: UUID
    source_id: str
    speaker: str
    role: str
    kind: str
    category: str
    text: str
    at: datetime | None
    offset_min: int
    precision: str
    tier: str
    pinned: bool
    importance: float
    accesses: int
    last_access: datetime | None
    extra: str | None
    tags: list[str] = field(default_factory=list)
    parent: UUID | None = None
    active: bool = True
    model: str = ""
    attachments: tuple[str, ...] = ()
    places: list[tuple[str, str]] = field(default_factory=list)


def present(reader: Reader, space: int, ids: Sequence[int]) -> set[int]:
    """Those of the ids that are active memories of a space."""
    sql = f"SELECT id FROM memories WHERE space = ? AND state = {ACTIVE} AND {among('id', list(ids))}"
    return {row[0] for row in reader.all(sql, (space,))} if ids else set()


def has_session(reader: Reader, space: int, session: int) -> bool:
    """Whether a session of a space has an active memory."""
    sql = f"SELECT 1 FROM memories WHERE session = ? AND space = ? AND state = {ACTIVE} LIMIT 1"
    return bool(reader.all(sql, (session, space)))


def chosen(reader: Reader, ids: Sequence[int]) -> frozenset[int]:
    """The ids of the first versions of these memories."""
    if not ids:
        return frozenset()
    rows = reader.all(f"SELECT coalesce(version_of, id) FROM memories WHERE {among('id', list(ids))}")
    return frozenset(row[0] for row in rows)


def sessions_of(reader: Reader, space: int, chosen: frozenset[int] = frozenset(), session: int = 0) -> list[SessionRow]:
    """The sessions of a space that have an active memory, in the order in which they came.

    Where memories are `chosen` (their first versions) only these count; with `session` it is that one alone.
    """
    only = f" AND {among('coalesce(version_of, id)', sorted(chosen))}" if chosen else ""
    only += f" AND session = {int(session)}" if session else ""
    rows = reader.all(
        "SELECT s.id, s.uuid, s.title, s.kind, s.source, s.format, s.collection, s.source_id, s.started_at, "
        "s.offset_min, s.extra, coalesce(d.folder, ''), coalesce(d.branch, ''), m.memories, m.characters "
        f"FROM sessions s JOIN (SELECT session, count(*) AS memories, sum(length(text)) AS characters, "
        f"count(*) FILTER (state = {ACTIVE}) AS active FROM memories WHERE space = ?{only} GROUP BY session) m "
        "ON m.session = s.id LEFT JOIN session_details d ON d.session = s.id WHERE m.active > 0 ORDER BY s.id",
        (space,),
    )
    return [replace(SessionRow(*row), started_at=aware(row[8]), characters=int(row[-1])) for row in rows]


def standings(reader: Reader, sessions: Sequence[int], chosen: frozenset[int] = frozenset()) -> list[Standing]:
    """The active memories of these sessions (of those `chosen`, where any are), session by session, in order."""
    rows = reader.all(
        "SELECT session, coalesce(version_of, id) AS first, id, state, length(text) FROM memories "
        f"WHERE {among('session', list(sessions))} AND state IN ({ACTIVE}, {FORMER}) "
        "ORDER BY session, position, first, id"
    )
    found: dict[int, list[tuple[int, int, int, int]]] = {}
    for session, first, id, state, size in rows:
        if chosen and first not in chosen:
            continue
        found.setdefault(first, []).append((session, id, state, size))
    return [
        Standing(
            versions[0][0],
            first,
            next(id for _, id, state, _ in versions if state == ACTIVE),
            tuple(id for _, id, state, _ in versions if state == FORMER),
            sum(size for *_, size in versions),
        )
        for first, versions in found.items()
        if any(state == ACTIVE for _, _, state, _ in versions)
    ]


def rows_of(reader: Reader, ids: Sequence[int]) -> dict[int, MemoryRow]:
    """The rows with all that belongs to them, by id."""
    rows = reader.all(
        "SELECT id, uuid, source_id, speaker, role, kind, category, text, occurred_at, offset_min, "
        '"precision", tier, pinned, importance, access_count, last_access, extra FROM memories '
        f"WHERE {among('id', list(ids))}"
    )
    found = {row[0]: MemoryRow(*row) for row in rows}
    for each in found.values():
        each.at, each.last_access, each.tier = aware(each.at), aware(each.last_access), TIERS[int(each.tier)].value
    these = among("memory", list(ids))
    for memory, tag in reader.all(f"SELECT DISTINCT memory, tag FROM tags WHERE {these} ORDER BY memory, tag"):
        found[memory].tags.append(tag)
    sql = f"SELECT memory, parent, active, model, attachments FROM turn_details WHERE {these}"
    for memory, parent, active, model, attachments in reader.all(sql):
        row = found[memory]
        row.parent, row.active, row.model, row.attachments = parent, active, model, tuple(json.loads(attachments))
    for memory, kind, value in reader.all(f"SELECT memory, kind, value FROM places WHERE {these} ORDER BY rowid"):
        found[memory].places.append((kind, value))
    return found


def parents(reader: Reader, keys: Sequence[UUID]) -> dict[UUID, tuple[int, str, UUID]]:
    """The ids, raw ids and uuids of the memories with these import keys."""
    if not keys:
        return {}
    sql = "SELECT import_key, id, source_id, uuid FROM memories WHERE import_key IN (SELECT unnest(?::UUID[]))"
    return {row[0]: row[1:] for row in reader.all(sql, (list(keys),))}
