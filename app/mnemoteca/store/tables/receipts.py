"""The tables of receipts: what was purged, by marks alone, and where it may still stand."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from mnemoteca.core.purging import KEY_BYTES, Find, PurgeKind, Receipt
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import aware, naive

_ROW = """SELECT r.id, r."at", r.kind, r.memories, (SELECT count(*) FROM receipt_marks m WHERE m.receipt = r.id),
    r.finds, r.waiting, r.done_at FROM receipts r """


def key(reader: Reader) -> bytes | None:
    """The key of the marks; None where nothing was ever purged."""
    row = reader.one("SELECT key FROM library_key")
    return None if row is None else bytes(row[0])


def key_or_new(tx: Tx) -> bytes:
    """The key of the marks, made at the first purge."""
    found = key(tx)
    if found is None:
        found = secrets.token_bytes(KEY_BYTES)
        tx.run("INSERT INTO library_key VALUES (?)", (found,))
    return found


def insert(tx: Tx, kind: PurgeKind, memories: Sequence[tuple[int, UUID]], marks: Iterable[UUID], space: int = 0) -> int:
    """A receipt in progress; its number. Afterwards no id of these is given again. `space`: one that went whole."""
    id = tx.next_id("receipts")
    sessions = tx.all("SELECT coalesce(max(id), 0) FROM sessions")[0][0]
    tx.run(
        "INSERT INTO receipts VALUES (?, ?, ?, ?, ?, NULL, '[]', '[]', ?, ?)",
        (id, naive(tx.now), kind.value, space, len(memories), max((one for one, _ in memories), default=0), sessions),
    )
    add_marks(tx, id, marks)
    tx.append("purged", ("receipt", "memory", "uuid"), [(id, memory, uuid) for memory, uuid in memories])
    return id


def add_marks(tx: Tx, id: int, marks: Iterable[UUID]) -> None:
    """What a receipt names."""
    tx.append("receipt_marks", ("receipt", "mark"), [(id, mark) for mark in dict.fromkeys(marks)])


def find(reader: Reader, id: int) -> Receipt | None:
    """The receipt of this number."""
    return next(iter(_rows(reader, "WHERE r.id = ?", (id,))), None)


def newest(reader: Reader, limit: int) -> list[Receipt]:
    """The last receipts, the newest first."""
    return _rows(reader, f"ORDER BY r.id DESC LIMIT {int(limit)}")


def in_progress(reader: Reader) -> list[Receipt]:
    """Those of which some place may still hold something, the oldest first."""
    return _rows(reader, "WHERE r.done_at IS NULL ORDER BY r.id")


def space_of(reader: Reader, id: int) -> int:
    """The space that went whole with a receipt; 0 where none did."""
    row = reader.one("SELECT space FROM receipts WHERE id = ?", (id,))
    return 0 if row is None else int(row[0])


def purged(reader: Reader, id: int) -> list[tuple[int, UUID]]:
    """The ids and uuids of what a receipt in progress stands for."""
    return [(one, uuid) for one, uuid in reader.all("SELECT memory, uuid FROM purged WHERE receipt = ?", (id,))]


def save(tx: Tx, id: int, finds: Sequence[Find], waiting: Sequence[str], done_at: datetime | None) -> None:
    """How far it is; once it is done, it keeps nothing but its marks."""
    told = json.dumps([[each.place, each.before, each.after] for each in finds])
    tx.run(
        "UPDATE receipts SET finds = ?, waiting = ?, done_at = ? WHERE id = ?",
        (told, json.dumps(list(waiting)), naive(done_at), id),
    )
    if done_at is not None:
        tx.run("DELETE FROM purged WHERE receipt = ?", (id,))


def last_number(reader: Reader) -> int:
    """The number of the last receipt; 0 where nothing was ever purged."""
    return int(reader.all("SELECT coalesce(max(id), 0) FROM receipts")[0][0])


def marks(reader: Reader) -> frozenset[UUID]:
    """Every mark of every receipt."""
    return frozenset(row[0] for row in reader.all("SELECT mark FROM receipt_marks"))


def _rows(reader: Reader, where: str, params: Sequence[object] = ()) -> list[Receipt]:
    return [
        Receipt(
            id, at, PurgeKind(kind), memories, marks, tuple(Find(*each) for each in json.loads(finds)),
            tuple(json.loads(waiting)), aware(done_at),
        )
        for id, naive_at, kind, memories, marks, finds, waiting, done_at in reader.all(_ROW + where, params)
        if (at := aware(naive_at)) is not None
    ]  # fmt: skip
