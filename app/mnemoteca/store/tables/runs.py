"""The table of runs: each consolidation with its account of what it took in."""

from __future__ import annotations

from datetime import datetime

from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import aware, naive


def insert(tx: Tx, space: int, taken: int, promoted: int, faded: int, left: int) -> int:
    """Write down a run with what became of the memories it took in; its number."""
    run = tx.next_id("runs")
    tx.run("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?)", (run, space, naive(tx.now), taken, promoted, faded, left))
    return run


def last_whole(reader: Reader, space: int) -> datetime | None:
    """When a run last looked at all of MEDIUM: one that left something. What only ends what is over leaves nothing."""
    rows = reader.all('SELECT max("at") FROM runs WHERE space = ? AND "left" > 0', (space,))
    return aware(rows[0][0])
