"""What is asked of the tables to know a conversation again that another source tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mnemoteca.core.identity import Said
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import among, aware, naive


@dataclass(frozen=True, slots=True)
class Standing:
    """A turn that came from a source: its import key, and its newest version's id and state."""

    import_key: UUID
    newest: int
    state: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """A session with all its turns that came from a source, those in the trash, too; `said` one for one."""

    format: str
    collection: str
    source: str
    turns: tuple[Standing, ...]
    said: tuple[Said, ...]


def that_hold(reader: Reader, space: int, asked: Sequence[tuple[UUID, datetime | None]]) -> list[Conversation]:
    """The chats of a space in which one of these contents was said at its time."""
    rows = reader.all(
        "SELECT DISTINCT m.session FROM memories m JOIN "
        "(SELECT unnest(?::UUID[]) AS content, unnest(?::TIMESTAMP[]) AS moment) asked "
        "ON m.content_hash = asked.content "
        "WHERE m.space = ? AND abs(epoch_us(m.occurred_at) - epoch_us(asked.moment)) < 1000000",
        ([content for content, _ in asked], [naive(at) for _, at in asked], space),
    )
    return _conversations(reader, [row[0] for row in rows])


def _conversations(reader: Reader, ids: Sequence[int]) -> list[Conversation]:
    if not ids:
        return []
    heads = reader.all(
        f"SELECT id, format, collection, source FROM sessions WHERE kind = 'chat' AND {among('id', list(ids))}"
    )
    rows = reader.all(
        "SELECT min(session), max(import_key), arg_max(id, (state <> 2, id)), arg_max(state, (state <> 2, id)), "
        "list(DISTINCT content_hash), min(occurred_at), min(role) "
        f"FROM memories WHERE {among('session', list(ids))} GROUP BY coalesce(version_of, id) "
        "HAVING max(import_key) IS NOT NULL ORDER BY min(position), min(id)"
    )
    found = []
    for id, format, collection, source in heads:
        own = [row for row in rows if row[0] == id]
        turns = tuple(Standing(key, newest, state) for _, key, newest, state, *_ in own)
        said = tuple(Said(frozenset(contents), aware(at), role) for *_, contents, at, role in own)
        found.append(Conversation(format, collection, source, turns, said))
    return found
