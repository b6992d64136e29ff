"""The SQL of work that ended two processes of a model and is not tried again."""

from __future__ import annotations

from mnemoteca.core.writing import SetApart
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import naive

MOST = 1_000  # the last ones


def all(reader: Reader) -> list[SetApart]:
    """All of it, the oldest first."""
    return [SetApart(*row) for row in reader.all('SELECT work, model, reason FROM set_apart ORDER BY "at"')]


def insert(tx: Tx, each: SetApart) -> None:
    """One more; the oldest goes when there are too many."""
    tx.run("DELETE FROM set_apart WHERE work = ?", (each.work,))
    tx.run("INSERT INTO set_apart VALUES (?, ?, ?, ?)", (each.work, each.model, each.reason, naive(tx.now)))
    tx.run(f'DELETE FROM set_apart WHERE work NOT IN (SELECT work FROM set_apart ORDER BY "at" DESC LIMIT {MOST})')


def clear(tx: Tx) -> None:
    """It may all be tried again."""
    tx.run("DELETE FROM set_apart")
