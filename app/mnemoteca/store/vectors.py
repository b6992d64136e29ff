"""The vectors of the memories: a file of rows that only grows, a graph over most of them, and what came since.

The graph is mapped and never changes; the rows behind it are few and are looked through one by one, until it is
quiet and a new graph takes them in. Candidates are scored by their rows, so that every cosine is exact to 0.001.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from usearch.compiled import MetricKind
from usearch.index import search as search_flat

from mnemoteca.core.meaning import Vectors as Embedded
from mnemoteca.store.vectors_files import graph_files, next_path, number_of
from mnemoteca.store.vectors_graph import Graph, add_gently, empty_index, read_covered, save
from mnemoteca.store.vectors_ledger import PASSAGES, Ledger, Mask, keys_of, memories_of
from mnemoteca.store.vectors_rows import MARK, About, Halves, Rows, RowsFile, Unusable, row_of
from mnemoteca.store.wording import Ids

DEPTH = 100  # candidates that are scored at least
EXACT_RATIO = 8  # scoring a row costs an eighth of finding a candidate (app/decisions/71-vectors.md)
FEW = 2_000  # rows that are scored all, whatever else
WASTE = 1_000  # rows of a graph or a file that may be dead, or a quarter of them
_AT_ONCE = 4_096
_BY_NUMPY = 256
_SAME = 0.998  # the cosine of vectors that may as well be one

Scores = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Near:
    """Memories with the passage that is nearest, of how many, and its cosine, the nearest first."""

    ids: Ids
    passages: Ids
    of: Ids
    cosines: Scores


NOTHING_NEAR = Near(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float64))


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of a memory to be kept: which one, of how many; of 0 where there is nothing to embed."""

    memory: int
    number: int
    of: int
    space: int


class Vectors:
    """The open vectors of one model. Any thread may search; one at a time may change them."""

    def __init__(self, rows: RowsFile, graph: Graph | None) -> None:
        self._rows = rows
        self._graph = graph
        self._lock = threading.Lock()
        self._hidden: set[int] = set()
        self._ledger = Ledger(rows.mapped())
        rows.rest()

    @classmethod
    def open(cls, path: Path) -> Vectors:
        """The vectors in a file of rows, with the newest graph over it that is sound; raises `Unusable`."""
        rows = RowsFile.open(path)
        for candidate in graph_files(path.parent):
            with suppress(Unusable):
                covered = read_covered(candidate)
                if covered.of == path.name and covered.rows <= rows.count:
                    return cls(rows, Graph.open(candidate, rows.about.width))
        return cls(rows, None)

    @classmethod
    def make(cls, folder: Path, about: About) -> Vectors:
        """New, empty ones."""
        return cls(RowsFile.make(next_path(folder, "rows"), about), None)

    # -- how they stand

    @property
    def about(self) -> About:
        return self._rows.about

    @property
    def path(self) -> Path:
        return self._rows.path

    @property
    def change(self) -> int:
        """The highest change that they know of."""
        return self._ledger.change

    @property
    def mark(self) -> int:
        """The change up to which everything was seen to when that was last written down."""
        return self._ledger.mark

    @property
    def count(self) -> int:
        """How many vectors may be found."""
        return int(self._ledger.live.sum())

    @property
    def loose(self) -> int:
        """Rows that no graph holds."""
        return self._ledger.count - (self._graph.rows if self._graph else 0)

    @property
    def merged(self) -> int:
        """Rows that the graph holds."""
        return self._graph.rows if self._graph else 0

    @property
    def grown_old(self) -> bool:
        """Whether so much of the graph is dead that a new one had better be made from the rows."""
        if self._graph is None:
            return False
        alive = int((self._ledger.column("current")[: self._graph.rows]).sum())
        return len(self._graph) - alive > max(WASTE, len(self._graph) // 4)

    def complete(self, among: Ids | None = None) -> Ids:
        """The memories (all, or among these) that have all their vectors, hidden ones too; sorted."""
        with self._lock:
            ids, whole, _ = self._ledger.begun(among)
        return ids[whole]

    def older_than(self, ids: Ids, change: int) -> Ids:
        """Those of the memories whose text was read before this change."""
        with self._lock:
            known, _, oldest = self._ledger.begun(ids)
        return known[oldest < change]

    def ids(self) -> Ids:
        """The memories that may be found; sorted."""
        with self._lock:
            return np.unique(memories_of(self._ledger.column("key")[self._ledger.live]))

    def passages(self, ids: Ids) -> Ids:
        """How many passages of each of these memories are here."""
        with self._lock:
            return self._ledger.passages(ids)

    # -- changing

    def add(self, passages: Sequence[Passage], vectors: Embedded, change: int) -> None:
        """Keep vectors of passages whose texts were read at `change`; they are on the disk when this returns.

        A vector that is none raises `ValueError`, and nothing of it is kept.
        """
        lengths = np.linalg.norm(vectors.astype(np.float64), axis=1)
        real = np.array([each.of > 0 for each in passages], bool)
        if vectors.shape != (len(passages), self.about.width) or not np.all(np.abs(lengths[real] - 1.0) < 0.01):
            raise ValueError("these are not unit vectors")
        rows = np.zeros(len(passages), row_of(self.about.width))
        ids = np.array([each.memory for each in passages], np.int64)
        rows["key"] = keys_of(ids, np.array([each.number for each in passages], np.int64))
        rows["of"] = [each.of for each in passages]
        rows["space"] = [each.space for each in passages]
        rows["change"], rows["vector"] = change, vectors
        self._append(rows)

    def write_mark(self, change: int) -> None:
        """Write down that everything up to `change` was seen to."""
        rows = np.zeros(1, row_of(self.about.width))
        rows["key"], rows["change"] = MARK, change
        self._append(rows)

    def _append(self, rows: Rows) -> None:
        self._rows.append(rows)
        with self._lock:
            self._ledger.add(rows, self._hidden)

    def remove(self, ids: Ids) -> None:
        """Have these memories not found from now on; their vectors stay until `compact`."""
        with self._lock:
            self._hidden |= set(ids.tolist())
            self._ledger.hide(ids, hidden=True)

    def bring_back(self, ids: Ids) -> None:
        """Have these memories found again, as far as they have vectors."""
        with self._lock:
            self._hidden -= set(ids.tolist())
            self._ledger.hide(ids, hidden=False)

    def keep_only(self, ids: Ids) -> None:
        """Have these memories found and no others; ids in any order."""
        with self._lock:
            self._hidden = set(self._ledger.hide_all_but(ids).tolist())

    # -- searching

    def search(self, vector: Embedded, n: int, space: int | None = None, allowed: Ids | None = None) -> Near:
        """The `n` nearest memories, of one space and of those that are allowed, each by its best passage."""
        with self._lock:
            passing = self._passing(space, allowed)
            count = int(passing.sum())
            everything, deep = self._ledger.count, max(DEPTH, n + n // 4)
            while count > max(FEW, EXACT_RATIO * deep * everything // max(1, count)):
                rows = self._candidates(vector, min(everything, deep * everything // count))
                near = _best(self._cosines(vector, rows[passing[rows]]), n)
                if len(near.ids) >= n:
                    return near
                deep *= 2
            return _best(self._cosines(vector, np.flatnonzero(passing)), n)

    def scores(self, vector: Embedded, ids: Ids) -> Scores:
        """The cosine of each memory's best passage, in the order of `ids`; NaN where there is none."""
        found: Scores = np.full(len(ids), np.nan)
        with self._lock:
            rows = self._ledger.rows_of(np.unique(ids))
            near = _best(self._cosines(vector, rows[self._ledger.live[rows]]), len(ids))
        order = np.argsort(near.ids)
        known = near.ids[order]
        if len(known):
            spots = np.minimum(np.searchsorted(known, ids), len(known) - 1)
            here = known[spots] == ids
            found[here] = near.cosines[order][spots[here]]
        return found

    def vectors_of(self, id: int) -> Embedded:
        """The vectors of a memory's passages, in no order, shape (passages, width)."""
        with self._lock:
            rows = self._ledger.rows_of(np.array([id], np.int64))
            rows = rows[self._ledger.live[rows]]
            return self._rows.vectors_at(rows).astype(np.float32)

    def like(self, id: int, n: int, space: int | None = None, allowed: Ids | None = None) -> Near:
        """The memories nearest to this one (to the mean of its passages), itself left out."""
        own = self.vectors_of(id)
        if not len(own):
            return NOTHING_NEAR
        mean = own.mean(axis=0)
        near = self.search((mean / max(1e-6, float(np.linalg.norm(mean)))).astype(np.float32), n + 1, space, allowed)
        others = near.ids != id
        return Near(near.ids[others][:n], near.passages[others][:n], near.of[others][:n], near.cosines[others][:n])

    def unfindable(self, ids: Ids) -> Ids:
        """Those of the memories that the search does not lead to from a vector of their own."""
        lost = []
        for id in ids.tolist():
            near = self.search(own[0], 10) if len(own := self.vectors_of(id)) else NOTHING_NEAR
            if len(own) and id not in near.ids and (not len(near.ids) or near.cosines[-1] < _SAME):
                lost.append(id)
        return np.array(lost, np.int64)

    def _passing(self, space: int | None, allowed: Ids | None) -> Mask:
        passing = self._ledger.live
        if space is not None:
            passing &= self._ledger.column("space") == space
        if allowed is not None:
            named = np.zeros(len(passing), bool)
            named[self._ledger.rows_of(np.unique(allowed))] = True
            passing &= named
        return passing

    def _candidates(self, vector: Embedded, deep: int) -> Ids:
        """The current rows of about the `deep` nearest vectors, and as many of those that no graph holds."""
        rows, held = self._rows.mapped(), self._graph.rows if self._graph else 0
        loose = rows["vector"][held : self._ledger.count]  # more may be on the disk by now
        found = [self._ledger.rows_at(self._graph.near(vector, deep))] if self._graph else []
        if len(loose):
            near = _flat(loose, vector, min(deep, len(loose)))
            found.append(held + np.asarray(near.keys).reshape(-1).astype(np.int64))
        return np.unique(np.concatenate([np.empty(0, np.int64), *found]))

    def _cosines(self, vector: Embedded, rows: Ids) -> tuple[Ids, Ids, Scores]:
        """The keys of rows, of how many passages each is, and their exact cosines."""
        cosines: Scores = np.empty(len(rows))
        for start in range(0, len(rows), _AT_ONCE):
            part = self._rows.vectors_at(rows[start : start + _AT_ONCE])
            cosines[start : start + _AT_ONCE] = _products(part, vector)
        return self._ledger.column("key")[rows], self._ledger.column("of")[rows], cosines

    # -- the graph, and tidying up

    def merge(self, pace: Callable[[], None] = lambda: None, *, anew: bool = False) -> None:
        """Make a graph that holds all rows; meanwhile everything goes on. `pace` is called every few vectors.

        It may wait, or give it up by raising: the graph that was there goes on then. `anew`: nothing is taken over
        from that one, whose file goes.
        """
        with self._lock:
            rows, upto = self._rows.mapped(), self._ledger.count
            begin = None if anew or self.grown_old else self._graph
            first = begin.rows if begin else 0
            wanted = first + np.flatnonzero(
                self._ledger.column("current")[first:] & (self._ledger.column("of")[first:] > 0)
            )
        if begin is None and not len(wanted) and not anew:
            return
        index = begin.grown() if begin else empty_index(self.about.width)
        add_gently(index, rows, wanted, pace)
        graph = save(index, next_path(self.path.parent, "usearch"), self.path.name, upto)
        with self._lock:
            self._ledger.sort()
            old, self._graph = self._graph, graph
        del index, old
        for path in graph_files(self.path.parent):
            if number_of(path) < number_of(graph.path):
                _remove(path)

    def erase(self, ids: Ids) -> None:
        """Write over the vectors of these memories, in whatever state; `merge` anew is to follow."""
        with self._lock:
            rows = self._ledger.all_rows_of(ids)
            self._rows.erase(rows)
            self._ledger.erase(rows)
            self._hidden -= set(ids.tolist())

    def rows_of_any(self, ids: Ids) -> int:
        """How many vectors of these memories are on the disk, in whatever state."""
        with self._lock:
            return len(self._ledger.all_rows_of(ids))

    def forget_graph(self) -> None:
        """Go without the graph; the next `merge` makes it anew from the rows."""
        with self._lock:
            self._graph = None

    def compact(self, ids: Ids) -> None:
        """Write the rows anew with the vectors of these memories alone, in any state; `merge` is to follow."""
        with self._lock:
            mapped = self._rows.mapped()
            memories = memories_of(self._ledger.column("key"))
            stays = np.flatnonzero(self._ledger.column("current") & np.isin(memories, ids))
            marks = np.flatnonzero(self._ledger.column("key") == MARK)[-1:]
            new = RowsFile.make(next_path(self.path.parent, "rows"), self.about, mapped[np.append(stays, marks)])
            old, self._rows, self._graph = self._rows, new, None
            self._ledger = Ledger(new.mapped(), self._hidden)
        old.close()
        _remove(old.path)

    def wasted(self, ids: Ids) -> bool:
        """Whether so many rows belong to none of these memories, or are outdated, that `compact` is worth it."""
        with self._lock:
            current = self._ledger.column("current")
            stays = int((current & np.isin(memories_of(self._ledger.column("key")), ids)).sum())
            return self._ledger.count - stays > max(WASTE, self._ledger.count // 4)

    def rest(self) -> None:
        """Let the pages of the vectors go that were looked at."""
        with self._lock:
            self._rows.rest()

    def close(self) -> None:
        """Let the files go; who still searches finds nothing."""
        with self._lock:
            self._ledger = Ledger(np.empty(0, row_of(self.about.width)))
            self._rows.close()
            self._graph = None

    def discard(self) -> None:
        """Let the files go and remove them."""
        name = self.path.name
        self.close()
        _remove(self.path)
        for path in graph_files(self.path.parent):
            with suppress(Unusable):
                if read_covered(path).of == name:
                    _remove(path)


def _products(vectors: Halves, vector: Embedded) -> Scores:
    """The product of each with the vector; of many by the engine, to which half precision is no trouble."""
    if len(vectors) <= _BY_NUMPY:
        return (vectors.astype(np.float32) @ vector).astype(np.float64)
    found: Scores = np.empty(len(vectors))
    near = _flat(vectors, vector, len(vectors))
    found[np.asarray(near.keys).reshape(-1).astype(np.int64)] = 1.0 - np.asarray(near.distances).reshape(-1)
    return found


def _flat(vectors: Halves, vector: Embedded, count: int) -> Any:
    return search_flat(vectors, vector.astype(np.float16), count, MetricKind.IP, exact=True, threads=1)


def _best(scored: tuple[Any, Ids, Scores], n: int) -> Near:
    """The `n` best memories, each by its best passage."""
    keys, of, cosines = scored
    order = np.argsort(-cosines, kind="stable")
    memories = memories_of(keys[order])
    _, firsts = np.unique(memories, return_index=True)
    chosen = np.sort(firsts)[:n]
    passages = (keys[order][chosen] & PASSAGES).astype(np.int64)
    return Near(memories[chosen], passages, of[order][chosen].astype(np.int64), cosines[order][chosen])


def _remove(path: Path) -> None:
    with suppress(OSError):  # a file that is still mapped elsewhere goes with the next start
        path.unlink(missing_ok=True)
