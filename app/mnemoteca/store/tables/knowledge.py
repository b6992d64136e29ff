"""The tables of what is known: what was read of a memory goes in and out here, with the memory that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core.changes import Happened
from mnemoteca.core.knowledge.naming import Known
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import ACTIVE, TRASHED, among

_READ = (Happened.ADDED, Happened.EDITED, Happened.RESTORED)
_WEIGHED = (*_READ, Happened.TRASHED)
_OF_MEMORY = ("mentions", "memory_places")
_FACT = (
    "id", "space", "memory", "start", "end", "subject", "relation", "object", "object_alias", "polarity", "ends",
    "taint", "confidence", "run", "said_at", "world_from", "precision", "recorded_from", "recorded_to", "valid_to",
    "standing", "ended_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """A memory as it is read; times are naive UTC."""

    id: int
    space: int
    role: str
    speaker: str
    text: str
    occurred_at: datetime | None
    offset_min: int
    precision: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as it is put in; subject and object are names by their ids, times are naive UTC."""

    memory: int
    start: int
    end: int
    subject: int
    relation: str
    object: str
    object_alias: int | None
    polarity: bool
    ends: bool
    taint: str
    confidence: float
    said_at: datetime | None
    world_from: datetime | None
    precision: str
    recorded_from: datetime
    run: int = 0


@dataclass(frozen=True, slots=True)
class Touched:
    """What some changes mean for what is known: memories to be read, and those whose facts are to be weighed anew.

    `versions`: those of the latter that have other versions.
    """

    to_read: tuple[int, ...]
    to_weigh: tuple[int, ...]
    versions: tuple[int, ...]
    upto: int


# -- how far the reading is


def state(reader: Reader) -> tuple[int, int]:
    """The change up to which everything was read, and by which version of the rules."""
    row = reader.one("SELECT upto, rules FROM knowledge_state")
    return (0, 0) if row is None else (int(row[0]), int(row[1]))


def set_state(tx: Tx, upto: int, rules: int) -> None:
    tx.run("UPDATE knowledge_state SET upto = ?, rules = ?", (upto, rules))


def forget_all(tx: Tx) -> None:
    """Throw away what the rules read; what a run or a person made stays."""
    for table in _OF_MEMORY:
        tx.run(f"DELETE FROM {table}")
    tx.run("DELETE FROM facts WHERE run = 0")


def touched(reader: Reader, after: int, most: int) -> Touched:
    """What the changes above `after` ask for, at most `most` of them."""
    row = reader.one("SELECT coalesce(max(number), 0) FROM changes WHERE number <= ?", (after + most,))
    upto = max(after, int(row[0]) if row else 0)
    window = f"number > {int(after)} AND number <= {upto}"
    told = [set[int](), set[int]()]
    for place, kinds in enumerate((_READ, _WEIGHED)):
        named = ", ".join(f"'{kind.value}'" for kind in kinds)
        told[place] = {
            row[0] for row in reader.all(f"SELECT DISTINCT id FROM changes WHERE {window} AND kind IN ({named})")
        }
    weigh, versions = sorted(told[1]), list[int]()
    if weigh:
        roots = f"SELECT version_of FROM memories WHERE {among('id', weigh)} AND version_of IS NOT NULL"
        rows = reader.all(f"SELECT id FROM memories WHERE id IN ({roots}) OR version_of IN ({roots}) ORDER BY id")
        versions = [row[0] for row in rows]
    to_weigh = tuple(sorted({*weigh, *versions}))
    return Touched(tuple(unread(reader, sorted(told[0]))), to_weigh, tuple(versions), upto)


def not_read(reader: Reader) -> list[int]:
    """The memories that came or changed since everything was last read, whether one of them was read already or not."""
    named = ", ".join(f"'{kind.value}'" for kind in _READ)
    rows = reader.all(f"SELECT DISTINCT id FROM changes WHERE number > ? AND kind IN ({named})", (state(reader)[0],))
    return [int(row[0]) for row in rows]


def unread(reader: Reader, ids: Sequence[int]) -> list[int]:
    """Those of the memories that are active and of which nothing is known; an assistant's echo teaches nothing."""
    if not ids:
        return []
    where = among("memory", list(ids))
    known = " UNION ".join(f"SELECT memory FROM {table} WHERE {where}" for table in (*_OF_MEMORY, "facts", "echoes"))
    of = f"state = {ACTIVE} AND {among('id', list(ids))}"
    sql = f"SELECT id FROM memories WHERE {of} AND id NOT IN ({known}) ORDER BY id"
    return [row[0] for row in reader.all(sql)]


def kept(reader: Reader, ids: Sequence[int]) -> list[Kept]:
    """Those of the memories that are active, in order."""
    if not ids:
        return []
    rows = reader.all(
        f"""SELECT id, space, role, speaker, text, occurred_at, offset_min, "precision", recorded_at FROM memories
        WHERE state = {ACTIVE} AND {among("id", list(ids))} ORDER BY id"""
    )
    return [Kept(*row) for row in rows]


# -- names


def names(reader: Reader, space: int, folded: Iterable[str]) -> list[Known]:
    """The names of a space that are written so."""
    wanted = sorted(set(folded))
    if not wanted:
        return []
    rows = reader.all(
        "SELECT id, kind, folded, entity, by_hand FROM aliases "
        "WHERE space = ? AND folded IN (SELECT unnest(?::VARCHAR[])) ORDER BY id",
        (space, wanted),
    )
    return [Known(*row) for row in rows]


def people(reader: Reader, space: int) -> list[Known]:
    """The names of people in a space."""
    sql = "SELECT id, kind, folded, entity, by_hand FROM aliases WHERE space = ? AND kind = 'person' ORDER BY id"
    return [Known(*row) for row in reader.all(sql, (space,))]


def insert_name(tx: Tx, space: int, kind: str, folded: str, shown: str, entity: int | None = None) -> Known:
    """A new name, of an entity of its own unless one is given."""
    id = tx.next_id("aliases")
    if entity is None:
        entity = new_entity(tx, space, kind)
    tx.run("INSERT INTO aliases VALUES (?, ?, ?, ?, ?, ?, false)", (id, space, kind, folded, shown, entity))
    return Known(id, kind, folded, entity, False)


def new_entity(tx: Tx, space: int, kind: str) -> int:
    id = tx.next_id("entities")
    tx.run("INSERT INTO entities VALUES (?, ?, ?)", (id, space, kind))
    return id


def set_entity(tx: Tx, alias: int, entity: int, *, by_hand: bool) -> None:
    """Say whose name it is; an entity that was swept away meanwhile is there again."""
    if not tx.one("SELECT 1 FROM entities WHERE id = ?", (entity,)):
        tx.run("INSERT INTO entities SELECT ?, space, kind FROM aliases WHERE id = ?", (entity, alias))
    tx.run("UPDATE aliases SET entity = ?, by_hand = ? WHERE id = ?", (entity, by_hand, alias))


# -- what was read


def insert_mentions(tx: Tx, rows: Sequence[tuple[int, int, int, int]]) -> None:
    """(memory, alias, start, end) of each."""
    if rows:
        tx.append("mentions", ("memory", "alias", "start", "end"), rows)


def insert_places(tx: Tx, rows: Sequence[tuple[int, str, str, str, int, int]]) -> None:
    """(memory, kind, value, folded, start, end) of each."""
    if rows:
        tx.append("memory_places", ("memory", "kind", "value", "folded", "start", "end"), rows)


def insert_facts(tx: Tx, space: int, rows: Sequence[FactRow]) -> None:
    if not rows:
        return
    first = tx.next_id("facts", len(rows))
    told = [
        (
            first + n, space, f.memory, f.start, f.end, f.subject, f.relation, f.object, f.object_alias, f.polarity,
            f.ends, f.taint, f.confidence, f.run, f.said_at, f.world_from, f.precision, f.recorded_from, None, None, 0,
            None,
        )
        for n, f in enumerate(rows)
    ]  # fmt: skip
    tx.append("facts", _FACT, told)


def mark_former(tx: Tx, ids: Sequence[int]) -> None:
    """What former versions said was known until the version after them came; what is current is known still."""
    if not ids:
        return
    of = among("memory", list(ids))
    tx.run(
        f"""UPDATE facts SET recorded_to = (
            SELECT min(later.recorded_at) FROM memories m JOIN memories later
            ON later.version_of = coalesce(m.version_of, m.id) AND later.id > m.id AND later.state <> {TRASHED}
            WHERE m.id = facts.memory) WHERE {of}"""
    )
