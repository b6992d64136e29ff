"""What an import asks of the tables and puts into them, many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from mnemoteca.core.importing import POSITION_GAP
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import memories, sessions
from mnemoteca.store.tables.codes import FORMER, among
from mnemoteca.store.tables.sessions import NewSession


@dataclass(frozen=True, slots=True)
class Known:
    """A memory that came before: where it stands, and its newest version's id, state and content."""

    id: int
    session: int
    position: int
    kind: str
    newest: int
    state: int
    content_hash: UUID


_WIDE = 64 * POSITION_GAP  # between memories that had to be moved apart
_KNOWN = "id, session, position, kind, state, content_hash"


def sessions_by_key(reader: Reader, keys: Sequence[UUID]) -> dict[UUID, int]:
    """The ids of the sessions that are here already, by their import keys."""
    found = reader.all(
        "SELECT import_key, id FROM sessions WHERE import_key IN (SELECT unnest(?::UUID[]))", (list(keys),)
    )
    return dict(found)


def memories_by_key(reader: Reader, keys: Sequence[UUID]) -> dict[UUID, Known]:
    """The memories that are here already, by their import keys."""
    sql = f"SELECT import_key, {_KNOWN} FROM memories WHERE import_key IN (SELECT unnest(?::UUID[]))"
    return _known(reader, reader.all(sql, (list(keys),)))


def memories_by_uuid(reader: Reader, space: int, uuids: Sequence[UUID]) -> tuple[dict[UUID, Known], set[UUID]]:
    """The memories of a space that are here already, by their uuids, and the uuids that other spaces have."""
    sql = f"SELECT uuid, {_KNOWN}, space FROM memories WHERE version_of IS NULL AND uuid IN (SELECT unnest(?::UUID[]))"
    rows = reader.all(sql, (list(uuids),))
    here = _known(reader, [row[:-1] for row in rows if row[-1] == space])
    return here, {row[0] for row in rows} - set(here)


def known_by_uuid(reader: Reader, space: int, keys: Mapping[str, UUID]) -> dict[UUID, Known]:
    """The memories of a space by the keys of their uuids."""
    if not keys:
        return {}
    here, _ = memories_by_uuid(reader, space, [UUID(uuid) for uuid in keys])
    return {keys[str(uuid)]: known for uuid, known in here.items()}


def count_same(reader: Reader, space: int, hashes: Sequence[UUID]) -> int:
    """How many of these texts a memory of the space has."""
    if not hashes:
        return 0
    sql = (
        "SELECT count(DISTINCT content_hash) FROM memories WHERE space = ? AND state = 0 "
        "AND content_hash IN (SELECT unnest(?::UUID[]))"
    )
    row = reader.one(sql, (space, list(hashes)))
    return 0 if row is None else int(row[0])


def sessions_by_uuid(reader: Reader, uuids: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
    """The ids and spaces of sessions by their uuids."""
    rows = reader.all("SELECT uuid, id, space FROM sessions WHERE uuid IN (SELECT unnest(?::UUID[]))", (list(uuids),))
    return {uuid: (id, space) for uuid, id, space in rows}


def _known(reader: Reader, rows: Sequence[tuple[Any, ...]]) -> dict[UUID, Known]:
    newest = _newest(reader, [row[1] for row in rows if row[5] == FORMER])
    return {
        key: Known(id, session, position, kind, *newest.get(id, (id, state, content_hash)))
        for key, id, session, position, kind, state, content_hash in rows
    }


def _newest(reader: Reader, firsts: Sequence[int]) -> Mapping[int, tuple[int, int, UUID]]:
    if not firsts:
        return {}
    rows = reader.all(
        f"SELECT version_of, id, state, content_hash FROM memories WHERE {among('version_of', list(firsts))} "
        f"ORDER BY state = {FORMER} DESC, id"
    )
    return {first: (id, state, content_hash) for first, id, state, content_hash in rows}


def has_version(reader: Reader, id: int, content_hash: UUID) -> bool:
    """Whether a memory or one of its versions has this content."""
    sql = "SELECT 1 FROM memories WHERE (id = ? OR version_of = ?) AND content_hash = ?"
    return reader.one(sql, (id, id, content_hash)) is not None


def last_positions(reader: Reader, ids: Sequence[int]) -> dict[int, int]:
    """The last position in each of the sessions that have any."""
    if not ids:
        return {}
    sql = f"SELECT session, max(position) FROM memories WHERE {among('session', list(ids))} GROUP BY session"
    return dict(reader.all(sql))


def positions(reader: Reader, session: int) -> list[int]:
    """The positions that are taken in a session, in order."""
    return [
        row[0] for row in reader.all("SELECT position FROM memories WHERE session = ? ORDER BY position", (session,))
    ]


def spread(tx: Tx, session: int) -> dict[int, int]:
    """Move the memories of a session apart, their order kept; each former position and the one that took its place."""
    moved = {position: n * _WIDE for n, position in enumerate(dict.fromkeys(positions(tx, session)), 1)}
    tx.run(
        "UPDATE memories SET position = given.new FROM (SELECT unnest(?::BIGINT[]) AS old, unnest(?::BIGINT[]) AS new) "
        "AS given WHERE session = ? AND position = given.old",
        (list(moved), list(moved.values()), session),
    )
    return moved


def insert_sessions(tx: Tx, rows: Iterable[NewSession]) -> None:
    """Append the sessions."""
    if told := [row.row() for row in rows]:
        tx.append("sessions", sessions.COLUMNS, told)


def insert_memories(tx: Tx, rows: Sequence[Sequence[object]]) -> None:
    """Append memories, their values as the table holds them, in the order of its columns."""
    if rows:
        tx.append_plain("memories", memories.COLUMNS, rows)


def insert_tags(tx: Tx, rows: Sequence[tuple[int, str]]) -> None:
    """Append tags of memories."""
    if rows:
        tx.append("tags", ("memory", "tag"), rows)


def grow_act(tx: Tx, act: int, count: int) -> None:
    """Say how many memories an act has touched by now."""
    tx.run("UPDATE acts SET memories = ? WHERE id = ?", (count, act))
