"""What a source told of a turn beyond its text: which turn it answers, its model, attachments and places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import numpy as np

from mnemoteca.core.branches import NOTHING, Link, Path, path
from mnemoteca.core.memory import Memory
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import echoing, imports, suggestions
from mnemoteca.store.tables.codes import ACTIVE, FORMER, among

Place = tuple[int, str, str]  # memory, kind, value


@dataclass(frozen=True, slots=True)
class NewDetails:
    """A row to be inserted; `parent` is the import key of the turn it answers."""

    memory: int
    parent: UUID | None
    active: bool
    model: str
    attachments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewSessionDetails:
    """A row to be inserted."""

    session: int
    folder: str
    branch: str


def insert(tx: Tx, rows: Iterable[NewDetails]) -> None:
    """Append the details of new memories."""
    told = [(row.memory, row.parent, row.active, row.model, json.dumps(row.attachments)) for row in rows]
    if told:
        tx.append("turn_details", ("memory", "parent", "active", "model", "attachments"), told)


def insert_places(tx: Tx, rows: Sequence[Place]) -> None:
    """Append the places that new memories speak of."""
    if rows:
        tx.append("places", ("memory", "kind", "value"), rows)


def insert_sessions(tx: Tx, rows: Iterable[NewSessionDetails]) -> None:
    """Append the details of new sessions."""
    if told := [(row.session, row.folder, row.branch) for row in rows]:
        tx.append("session_details", ("session", "folder", "branch"), told)


def paths_of(reader: Reader, ids: Sequence[int]) -> dict[int, bool]:
    """Whether each memory that has details is on the active path."""
    return dict(reader.all(f"SELECT memory, active FROM turn_details WHERE {among('memory', list(ids))}"))


def set_active(tx: Tx, ids: Sequence[int], *, active: bool) -> None:
    """Another path was chosen at the source."""
    if ids:
        tx.run(f"UPDATE turn_details SET active = ? WHERE {among('memory', list(ids))}", (active,))


def copy(tx: Tx, former: int, newer: int) -> None:
    """A newer version has the details and places of the former one."""
    tx.run(
        "INSERT INTO turn_details SELECT ?, parent, active, model, attachments FROM turn_details WHERE memory = ?",
        (newer, former),
    )
    tx.run("INSERT INTO places SELECT ?, kind, value FROM places WHERE memory = ?", (newer, former))


def told(reader: Reader, found: Sequence[Memory]) -> list[Memory]:
    """The memories with their details, places and what is suggested for them."""
    ids = [memory.id for memory in found]
    rows = reader.all(
        f"SELECT memory, parent, active, model, attachments FROM turn_details WHERE {among('memory', ids)}"
    )
    known = imports.memories_by_key(reader, [row[1] for row in rows if row[1] is not None])
    newest = {key: found.newest for key, found in known.items()}
    details = {row[0]: (_answered(row[1], newest), *row[2:]) for row in rows}
    places: dict[int, tuple[tuple[str, str], ...]] = {}
    for memory, kind, value in reader.all(f"SELECT memory, kind, value FROM places WHERE {among('memory', ids)}"):
        places[memory] = (*places.get(memory, ()), (kind, value))
    suggested, echoes = suggestions.of(reader, ids), echoing.echoes_among(reader, ids)
    return [
        replace(
            _with(each, details.get(each.id), places.get(each.id, ())),
            suggested=suggested.get(each.id, ()),
            echo_of=echoes.get(each.id),
        )
        for each in found
    ]


def _answered(parent: UUID | None, ids: Mapping[UUID, int]) -> int | None:
    return None if parent is None else ids.get(parent, NOTHING)


_LINKS = (
    "SELECT m.id AS id, m.version_of AS first, m.state AS state, coalesce(d.active, true) AS active, "
    "d.parent IS NOT NULL AS answers, p.id AS parent FROM memories m LEFT JOIN turn_details d ON d.memory = m.id "
    "LEFT JOIN (SELECT id, import_key FROM memories WHERE session = ?) p ON p.import_key = d.parent "
    "WHERE m.session = ? ORDER BY m.position, m.id"
)  # ids only: 20,000 keys as values of Python take 0.1 s


def path_through(reader: Reader, session: int, through: int) -> Path:
    """The path through a turn, or, with 0, the one that was last chosen."""
    alone = _straight(reader, session)
    return path(links(reader, session), through) if alone is None else Path(alone, {})


def _straight(reader: Reader, session: int) -> tuple[int, ...] | None:
    """The turns of a session, where each answers the one before it and none was changed; None for any other.

    Of 20,000 turns that takes a fraction of the time that `links` takes.
    """
    told = reader.arrays(_LINKS, (session, session))
    if not np.ma.getmaskarray(told["first"]).all():
        return None
    ids, parents = np.asarray(told["id"]), np.ma.filled(told["parent"], NOTHING)
    before = np.concatenate(([NOTHING], ids))[:-1]
    if bool(((parents != before) & np.asarray(told["answers"])).any()):
        return None
    return tuple(ids[np.asarray(told["state"]) == ACTIVE].tolist())


def links(reader: Reader, session: int) -> list[Link]:
    """The turns of a session in their order, with what each answers; former versions are left out."""
    rows = reader.all(_LINKS, (session, session))
    newest: dict[int | None, int] = {first: id for id, first, state, *_ in rows if first and state != FORMER}
    newest[None] = NOTHING
    return [
        Link(id, newest.get(parent, parent) if answers else None, active, state != ACTIVE)
        for id, _, state, active, answers, parent in rows
        if state != FORMER
    ]


def _with(
    memory: Memory, details: tuple[int | None, bool, str, str] | None, places: tuple[tuple[str, str], ...]
) -> Memory:
    if details is None:
        return replace(memory, places=places) if places else memory
    parent, active, model, attachments = details
    return replace(
        memory, parent=parent, active=active, model=model, attachments=tuple(json.loads(attachments)), places=places
    )
