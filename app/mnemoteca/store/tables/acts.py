"""The tables of acts: what the person did, with the former and the new values, so that it can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core.changes import By, Undoable
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import aware, naive

KEPT = 200  # acts of the person that a space remembers
NOBODY = "nobody"  # has done what is forgotten
_PERSON = """("by" IN ('person', 'import'))"""


@dataclass(frozen=True, slots=True)
class Item:
    """One value that an act changed; `old` and `new` as text, None for NULL."""

    memory: int
    field: str
    old: str | None
    new: str | None


def insert(tx: Tx, space: int, kind: str, by: By, memories: int, items: Iterable[Item] = ()) -> int:
    """Record an act; its number. The oldest beyond `KEPT` go now and then."""
    act = tx.next_id("acts")
    tx.run("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, false)", (act, space, naive(tx.now), by.value, kind, memories))
    add_items(tx, act, items)
    if act % 64 == 0:
        for whose in (_PERSON, f"NOT {_PERSON}"):  # an assistant's acts don't push out the person's
            newest = f"SELECT id FROM acts WHERE space = ? AND {whose} ORDER BY id DESC LIMIT ?"
            _drop(tx, f"space = ? AND {whose} AND id NOT IN ({newest})", (space, space, KEPT))
    return act


def drop_undone(tx: Tx, space: int) -> None:
    """End what could be redone."""
    _drop(tx, "space = ? AND undone", (space,))


def add_items(tx: Tx, act: int, items: Iterable[Item]) -> None:
    """Record what an act changed."""
    rows = [(act, item.memory, item.field, item.old, item.new) for item in items]
    if rows:
        tx.append("act_items", ("act", "memory", "field", "old", "new"), rows)


def _drop(tx: Tx, where: str, params: tuple[object, ...]) -> None:
    """Forget acts; the row of the highest number stays, of nobody, so that no later act is given that number again."""
    row = tx.one("SELECT max(id) FROM acts")
    newest = row[0] if row and row[0] else 0
    tx.run(f"DELETE FROM act_items WHERE act IN (SELECT id FROM acts WHERE {where})", params)
    tx.run(f"DELETE FROM acts WHERE id <> {newest} AND {where}", params)
    tx.run(f"""UPDATE acts SET "by" = '{NOBODY}', undone = false WHERE id = {newest} AND {where}""", params)


def items_of(reader: Reader, act: int) -> list[Item]:
    """What an act changed."""
    return [Item(*row) for row in reader.all("SELECT memory, field, old, new FROM act_items WHERE act = ?", (act,))]


def drop_items(tx: Tx, act: int) -> None:
    """Forget what is noted of the memories that the act brought; what it did to others stays noted."""
    tx.run("DELETE FROM act_items WHERE act = ? AND memory IN (SELECT id FROM memories WHERE born = ?)", (act, act))


def mark(tx: Tx, act: int, *, undone: bool) -> None:
    tx.run("UPDATE acts SET undone = ? WHERE id = ?", (undone, act))


def last(reader: Reader, space: int) -> Undoable | None:
    """The newest act of the person that is not undone."""
    return next(iter(_chain(reader, space, "AND NOT undone ORDER BY id DESC LIMIT 1")), None)


def next_undone(reader: Reader, space: int) -> Undoable | None:
    """The act to be redone: the oldest of the undone ones."""
    return next(iter(_chain(reader, space, "AND undone ORDER BY id LIMIT 1")), None)


def find(reader: Reader, space: int, id: int) -> Undoable | None:
    """An act of the person by its number, where the space still remembers it."""
    return next(iter(_chain(reader, space, f"AND id = {int(id)}")), None)


def history(reader: Reader, space: int, limit: int) -> list[Undoable]:
    """The person's acts, the newest first."""
    return _chain(reader, space, f"ORDER BY id DESC LIMIT {max(0, min(int(limit), KEPT))}")


def _chain(reader: Reader, space: int, rest: str) -> list[Undoable]:
    rows = reader.all(
        f"""SELECT id, "at", kind, memories, undone FROM acts
        WHERE space = ? AND {_PERSON} {rest}""",
        (space,),
    )
    return [Undoable(id, _sure(at), kind, memories, undone) for id, at, kind, memories, undone in rows]


def _sure(moment: datetime) -> datetime:
    found = aware(moment)
    assert found is not None
    return found
