"""The table of sessions, and what is gathered of their memories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from mnemoteca.core.memory import Session, Tier
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import ACTIVE, TIERS, among, aware, naive
from mnemoteca.store.tables.memories import Lives

COLUMNS = (
    "id", "uuid", "space", "kind", "source", "format", "collection", "source_id", "started_at", "offset_min",
    "recorded_at", "import_key", "extra", "title",
)  # fmt: skip
# The tier of a session is the highest of its memories': long, medium, short, faded, archive.
_RANK = {Tier.LONG: 4, Tier.MEDIUM: 3, Tier.SHORT: 2, Tier.FADED: 1, Tier.ARCHIVE: 0}
_BY_RANK = {rank: tier for tier, rank in _RANK.items()}
_CASE = "CASE tier " + " ".join(f"WHEN {TIERS.index(t)} THEN {r}" for t, r in _RANK.items()) + " END"


@dataclass(frozen=True, slots=True)
class NewSession:
    """A row to be inserted; times are aware, UTC."""

    id: int
    uuid: UUID
    space: int
    kind: str
    source: str
    format: str
    collection: str
    source_id: str
    started_at: datetime | None
    offset_min: int
    recorded_at: datetime
    import_key: UUID | None
    extra: str | None
    title: str

    def row(self) -> tuple[Any, ...]:
        """The values in the order of `COLUMNS`."""
        return (
            self.id, self.uuid, self.space, self.kind, self.source, self.format, self.collection, self.source_id,
            naive(self.started_at), self.offset_min, naive(self.recorded_at), self.import_key, self.extra, self.title,
        )  # fmt: skip


def insert(tx: Tx, row: NewSession) -> None:
    """Insert one session."""
    names = ",".join(f'"{name}"' for name in COLUMNS)
    tx.run(f"INSERT INTO sessions ({names}) VALUES ({','.join('?' * len(COLUMNS))})", row.row())


def find_by_key(reader: Reader, key: UUID) -> int | None:
    """The session with this import key."""
    row = reader.one("SELECT id FROM sessions WHERE import_key = ?", (key,))
    return None if row is None else int(row[0])


def titles(reader: Reader, keys: Sequence[UUID]) -> list[tuple[UUID, int, str]]:
    """The import keys, ids and titles of the sessions that have these keys."""
    sql = "SELECT import_key, id, title FROM sessions WHERE import_key IN (SELECT unnest(?::UUID[]))"
    return [(key, id, title) for key, id, title in reader.all(sql, (list(keys),))]


def set_title(tx: Tx, id: int, title: str) -> None:
    tx.run("UPDATE sessions SET title = ? WHERE id = ?", (title, id))


def by_ids(reader: Reader, ids: Sequence[int], lives: Lives = Lives()) -> list[Session]:
    """The sessions in the order asked for, with what is gathered of their active memories."""
    if not ids:
        return []
    gathered = {
        row[0]: row[1:]
        for row in reader.all(
            f"SELECT session, count(*), min(occurred_at), max(occurred_at), max({_CASE}), bool_or(pinned), "
            "arg_min(left(text, 200), position), "
            "max(CASE WHEN tier = 0 AND NOT pinned THEN since END), "
            "max(CASE WHEN tier = 1 AND NOT pinned THEN since END) "
            f"FROM memories WHERE state = {ACTIVE} AND {among('session', list(ids))} GROUP BY session"
        )
    }
    rows = reader.all(
        "SELECT s.id, s.uuid, p.name, s.title, s.kind, s.source, s.source_id, s.started_at, s.offset_min "
        f"FROM sessions s JOIN spaces p ON p.id = s.space WHERE {among('s.id', list(ids))}"
    )
    found = {row[0]: _session(row, gathered.get(row[0], _NOTHING), lives) for row in rows}
    return [found[i] for i in ids if i in found]


_NOTHING: tuple[Any, ...] = (0, None, None, 0, False, "", None, None)


def _session(row: tuple[Any, ...], gathered: tuple[Any, ...], lives: Lives) -> Session:
    id_, uuid, space, title, kind, source, source_id, started_at, offset_min = row
    turns, first, last, rank, pinned, preview, short_since, medium_since = gathered
    tier = _BY_RANK[rank]
    since, ttl = {Tier.SHORT: (short_since, lives.short_s), Tier.MEDIUM: (medium_since, lives.medium_s)}.get(
        tier, (None, 0.0)
    )
    until = aware(since)
    return Session(
        id=id_, uuid=str(uuid), space=space, title=title, kind=kind, source=source, source_id=source_id,
        started_at=aware(first or started_at), ended_at=aware(last), offset_min=offset_min, turns=turns,
        preview=preview or "", tier=tier, pinned=bool(pinned),
        tier_until=None if until is None else until + timedelta(seconds=ttl),
    )  # fmt: skip
