"""Reading the numbered changes."""

from __future__ import annotations

from mnemoteca.core.changes import By, Change, Happened
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import aware


def after(reader: Reader, number: int, limit: int) -> list[Change]:
    """The changes numbered above `number`, in order, at most `limit`."""
    rows = reader.all(
        'SELECT c.number, c."at", c.kind, c.id, coalesce(p.name, \'\'), c."by" FROM changes c '
        "LEFT JOIN spaces p ON p.id = c.space WHERE c.number > ? AND c.number <= ? ORDER BY c.number",
        (number, number + limit),
    )
    found = []
    for n, at, kind, id, space, by in rows:
        moment = aware(at)
        assert moment is not None
        found.append(Change(n, moment, Happened(kind), id, space, By(by)))
    return found


def last_number(reader: Reader) -> int:
    """The number of the last change; 0 where there is none."""
    row = reader.one("SELECT coalesce(max(number), 0) FROM changes")
    return 0 if row is None else int(row[0])


def moved_counts(reader: Reader, space: int) -> dict[tuple[Happened, int], int]:
    """How often memories were promoted into, faded or were evicted from each tier (by its code)."""
    kinds = "'promoted', 'faded', 'evicted'"
    rows = reader.all(
        f"SELECT kind, detail, count(*) FROM changes WHERE space = ? AND kind IN ({kinds}) GROUP BY ALL", (space,)
    )
    return {(Happened(kind), detail): count for kind, detail, count in rows if detail is not None}


def promoted_since(reader: Reader, space: int, moment: object) -> int:
    """How many promotions there were from a moment (naive UTC) on."""
    row = reader.one(
        "SELECT count(*) FROM changes WHERE space = ? AND kind = 'promoted' AND \"at\" >= ?", (space, moment)
    )
    return 0 if row is None else int(row[0])
