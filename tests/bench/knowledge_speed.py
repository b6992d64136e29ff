"""What is known, at 50,000 entities and 500,000 mentions: neighbourhoods, paths, facts; the library in one process.

Names are spoken of as names are: few of them often, most of them seldom.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

import numpy as np

from mnemoteca.core.clock import SystemClock, stopwatch
from mnemoteca.library.library import LocalLibrary
from mnemoteca.store.engine import Tx
from tests.bench.desk import Desk
from tests.bench.table import Row, single, timed
from tests.unit.store.given import MEMORY, memory_row

ENTITIES, MENTIONS, MEMORIES = 50_000, 500_000, 170_000
QUESTIONS = 200
MOST_MS = 50  # of a neighbourhood and of a path, the 95th percentile


def knowing(desk: Desk) -> Iterator[Row]:
    """Neighbourhoods, paths and facts of names drawn by chance, some of them spoken of very often."""
    folder = desk.folder.parent / "knowledge"
    shutil.rmtree(folder, ignore_errors=True)
    library = LocalLibrary.open(folder, SystemClock())
    try:
        dice = np.random.default_rng(7)
        named = library.store.write(lambda tx: _fill(tx, dice))
        drawn = [int(id) for id in dice.choice(named, 2 * QUESTIONS)]
        first = _took(lambda: library.neighbourhood(drawn[0]))
        yield single("the first look at the graph, which makes it", MENTIONS, 1000 * first, "ms")
        halves = list(zip(drawn[::2], drawn[1::2], strict=True))
        around = [_took(partial(library.neighbourhood, one)) for one, _ in halves]
        yield timed("neighbourhood of a name (mentions)", MENTIONS, around, p95=MOST_MS)
        ways = [_took(partial(library.evidence_path, one, other)) for one, other in halves]
        yield timed("path between two names (mentions)", MENTIONS, ways, p95=MOST_MS)
        told = [_took(partial(library.facts, entity=one)) for one, _ in halves]
        yield timed("facts of a name (mentions)", MENTIONS, told)
    finally:
        library.close()
        shutil.rmtree(folder, ignore_errors=True)


def _took(ask: Callable[[], object]) -> float:
    began = stopwatch()
    ask()
    return stopwatch() - began


def _fill(tx: Tx, dice: np.random.Generator) -> list[int]:
    """Memories, names and mentions; the names that are spoken of."""
    start = tx.now - timedelta(days=3650)
    text = "Ana met Marcos in Recife, and they spoke of the move."
    columns = (*MEMORY, "occurred_at")
    rows = ([*memory_row(id, text), start + timedelta(minutes=30 * id)] for id in range(1, MEMORIES + 1))
    tx.append("memories", columns, rows)
    ids = range(1, ENTITIES + 1)
    tx.append("entities", ("id", "space", "kind"), ((id, 1, "person") for id in ids))
    names = ((id, 1, "person", f"name {id}", f"Name {id}", id, False) for id in ids)
    tx.append("aliases", ("id", "space", "kind", "folded", "shown", "entity", "by_hand"), names)
    often = np.minimum(dice.zipf(1.3, MENTIONS), ENTITIES)
    seldom = dice.integers(1, ENTITIES + 1, MENTIONS)
    spoken = np.where(dice.random(MENTIONS) < 0.5, often, seldom)
    memories = np.sort(dice.integers(1, MEMORIES + 1, MENTIONS))
    mentions = ((m, n, 0, 3) for m, n in zip(memories.tolist(), spoken.tolist(), strict=True))
    tx.append("mentions", ("memory", "alias", "start", "end"), mentions)
    return [int(id) for id in np.unique(spoken)]
