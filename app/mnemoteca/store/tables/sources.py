"""The table of the sources that the person said yes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import aware, naive


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, and the space that it comes into."""

    id: int
    path: str
    format: str
    space: str
    yes_at: datetime | None
    last_at: datetime | None
    daily: bool


def all_of(reader: Reader) -> list[SourceRow]:
    """Those whose space is not in the trash, the first one first."""
    rows = reader.all(
        "SELECT s.id, s.path, s.format, p.name, s.yes_at, s.last_at, s.daily FROM sources s "
        "JOIN spaces p ON p.id = s.space AND p.state = 0 ORDER BY s.id"
    )
    return [
        SourceRow(id, path, fmt, space, aware(yes), aware(last), daily)
        for id, path, fmt, space, yes, last, daily in rows
    ]


def say_yes(tx: Tx, path: str, format: str, space: int) -> None:
    """Remember a source; one that is known keeps when it was said and whether it comes in daily."""
    if tx.one("SELECT 1 FROM sources WHERE path = ? AND space = ?", (path, space)) is None:
        values = (tx.next_id("sources"), path, format, space, naive(tx.now))
        tx.run("INSERT INTO sources VALUES (?, ?, ?, ?, ?, NULL, false)", values)
    else:
        tx.run("UPDATE sources SET format = ? WHERE path = ? AND space = ?", (format, path, space))


def came_in(tx: Tx, path: str, space: int) -> None:
    """It was read to its end just now."""
    tx.run("UPDATE sources SET last_at = ? WHERE path = ? AND space = ?", (naive(tx.now), path, space))


def set_daily(tx: Tx, ids: Sequence[int], *, daily: bool) -> None:
    for id in ids:
        tx.run("UPDATE sources SET daily = ? WHERE id = ?", (daily, id))


def drop(tx: Tx, ids: Sequence[int]) -> None:
    """Forget that the person said yes; what came from there stays."""
    for id in ids:
        tx.run("DELETE FROM sources WHERE id = ?", (id,))
