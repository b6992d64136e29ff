"""Which row of the vectors' file holds what, and which rows count: arrays in memory, some 40 bytes a row."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np

from mnemoteca.store.vectors_rows import MARK, Rows
from mnemoteca.store.wording import Ids

PASSAGE_BITS = np.uint64(16)
PASSAGES = np.uint64(0xFFFF)
_LOOSE = 4_096  # rows behind the sorted ones that are looked through one by one
_TYPES = {"key": np.uint64, "of": np.uint32, "change": np.int64, "space": np.uint32, "current": bool, "shown": bool}

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Keys = np.ndarray[Any, np.dtype[np.uint64]]


def keys_of(ids: Ids, passages: Ids) -> Keys:
    """The keys of passages of memories."""
    return (ids.astype(np.uint64) << PASSAGE_BITS) | passages.astype(np.uint64)


def memories_of(keys: Keys) -> Ids:
    """The memories that the keys belong to."""
    return (keys >> PASSAGE_BITS).astype(np.int64)


class Ledger:
    """A row counts as current while no later embedding of its memory began, and as shown while that is active."""

    def __init__(self, rows: Rows, hidden: Collection[int] = ()) -> None:
        self.count = 0
        self._columns: dict[str, np.ndarray[Any, Any]] = {name: np.empty(0, kind) for name, kind in _TYPES.items()}
        self._sorted_keys: Keys = np.empty(0, np.uint64)
        self._sorted_rows: Ids = np.empty(0, np.int64)
        self._sorted_upto = 0
        self._take(rows, _last_begun(rows["key"]), hidden)
        self.sort()

    def column(self, name: str) -> np.ndarray[Any, Any]:
        """A column as far as it is filled."""
        return self._columns[name][: self.count]

    @property
    def live(self) -> Mask:
        """The rows that may be found."""
        found: Mask = self.column("current") & self.column("shown") & (self.column("of") > 0)
        return found

    @property
    def change(self) -> int:
        """The highest change that any row tells; 0 without rows."""
        return int(self.column("change").max(initial=0))

    @property
    def mark(self) -> int:
        """The change up to which everything was seen to, as far as it was written down."""
        marks = self.column("key") == MARK
        return int(self.column("change")[marks].max(initial=0))

    def add(self, rows: Rows, hidden: Collection[int]) -> None:
        """Take in rows that were appended; a memory whose first passage is among them begins anew."""
        keys = rows["key"]
        begun = memories_of(keys[((keys & PASSAGES) == 0) & (keys != MARK)])
        self._columns["current"][self.rows_of(begun)] = False
        self._take(rows, keys != MARK, hidden)
        if self.count - self._sorted_upto > _LOOSE:
            self.sort()

    def _take(self, rows: Rows, current: Mask, hidden: Collection[int]) -> None:
        end = self.count + len(rows)
        if end > len(self._columns["key"]):
            for name, column in self._columns.items():
                grown = np.zeros(max(1_024, end + end // 4), column.dtype)
                grown[: self.count] = column[: self.count]
                self._columns[name] = grown
        new = slice(self.count, end)
        for name in ("key", "of", "change", "space"):
            self._columns[name][new] = rows[name]
        self._columns["current"][new] = current
        memories = memories_of(np.asarray(rows["key"]))
        self._columns["shown"][new] = ~np.isin(memories, np.fromiter(hidden, np.int64)) if hidden else True
        self.count = end

    def sort(self) -> None:
        """Put the keys of the current rows in order, for looking them up."""
        rows = np.flatnonzero(self.column("current"))
        keys = self.column("key")[rows]
        order = np.argsort(keys, kind="stable")
        self._sorted_keys, self._sorted_rows, self._sorted_upto = keys[order], rows[order], self.count

    def rows_of(self, ids: Ids) -> Ids:
        """The current rows of these memories, in no order."""
        first = np.searchsorted(self._sorted_keys, keys_of(ids, np.zeros(len(ids), np.int64)))
        last = np.searchsorted(self._sorted_keys, keys_of(ids + 1, np.zeros(len(ids), np.int64)))
        counts = last - first
        spots = np.repeat(first - (np.cumsum(counts) - counts), counts) + np.arange(counts.sum())
        rows = self._sorted_rows[spots]
        if self.count > self._sorted_upto:
            loose = memories_of(self.column("key")[self._sorted_upto :])
            rows = np.concatenate([rows, self._sorted_upto + np.flatnonzero(np.isin(loose, ids))])
        found: Ids = rows[self._columns["current"][rows]]
        return found

    def rows_at(self, keys: Keys) -> Ids:
        """The current rows with these keys, in no order; keys without one are left out."""
        if not len(self._sorted_keys):
            return np.empty(0, np.int64)
        spots = np.minimum(np.searchsorted(self._sorted_keys, keys), len(self._sorted_keys) - 1)
        rows = self._sorted_rows[spots[self._sorted_keys[spots] == keys]]
        found: Ids = rows[self._columns["current"][rows]]
        return found

    def all_rows_of(self, ids: Ids) -> Ids:
        """Every row of these memories, outdated ones too."""
        keys = self.column("key")
        found: Ids = np.flatnonzero(np.isin(memories_of(keys), ids) & (keys != MARK))
        return found

    def erase(self, rows: Ids) -> None:
        """These rows hold nothing any more."""
        self._columns["key"][rows], self._columns["current"][rows] = MARK, False
        self._columns["of"][rows] = self._columns["change"][rows] = 0
        self.sort()

    def hide(self, ids: Ids, *, hidden: bool) -> None:
        """Have these memories not found, or found again."""
        self._columns["shown"][self.rows_of(ids)] = not hidden

    def hide_all_but(self, ids: Ids) -> Ids:
        """Have only these memories found; returns those that are hidden now."""
        memories = memories_of(self.column("key"))
        shown = np.isin(memories, ids)
        self._columns["shown"][: self.count] = shown
        hidden: Ids = np.unique(memories[~shown & self.column("current")])
        return hidden

    def begun(self, among: Ids | None = None) -> tuple[Ids, Mask, Ids]:
        """The memories (all, or among these) with current rows, sorted: id, whether it is whole, its oldest change."""
        rows = np.flatnonzero(self.column("current")) if among is None else np.sort(self.rows_of(among))
        ids, firsts, which, counts = np.unique(
            memories_of(self.column("key")[rows]), return_index=True, return_inverse=True, return_counts=True
        )
        needed = self.column("of")[rows][firsts].astype(np.int64)
        whole: Mask = (counts >= needed) | (needed == 0)
        oldest = np.full(len(ids), np.iinfo(np.int64).max)
        np.minimum.at(oldest, which, self.column("change")[rows])
        return ids, whole, oldest

    def passages(self, ids: Ids) -> Ids:
        """How many passages of each of these memories are here."""
        here = np.sort(memories_of(self.column("key")[self.rows_of(np.unique(ids))]))
        counts: Ids = np.searchsorted(here, ids, "right") - np.searchsorted(here, ids)
        return counts


def _last_begun(keys: Keys) -> Mask:
    """Which rows are not followed by a new beginning of their memory."""
    if not len(keys):
        return np.empty(0, bool)
    ids, inverse = np.unique(memories_of(keys), return_inverse=True)
    begins = np.flatnonzero((keys & PASSAGES) == 0)
    last = np.full(len(ids), len(keys), np.int64)  # a memory that never began counts nowhere
    last[inverse[begins]] = -1
    np.maximum.at(last, inverse[begins], begins)
    found: Mask = (np.arange(len(keys)) >= last[inverse]) & (keys != MARK)
    return found
