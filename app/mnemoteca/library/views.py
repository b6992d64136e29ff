"""Open lists that stay right: ordered arrays of ids, brought up to date after each commit."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mnemoteca.core import views
from mnemoteca.core.errors import NotFound
from mnemoteca.core.memory import ROW_TEXT
from mnemoteca.core.text import fold
from mnemoteca.core.views import MAX_IDS, Group, ListQuery, Place, Rows, View, ViewChanged
from mnemoteca.library.body import Body
from mnemoteca.library.looking import page
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import changes, lists, memories, sessions
from mnemoteca.store.tables.codes import among
from mnemoteca.store.tables.lists import UNDATED, Ids

MANY = 2_000  # more changed ids than this, and a list is read anew
_DAY_US = 86_400_000_000


@dataclass(slots=True)
class Open:
    """An open list: ids, sort keys and offsets, the newest first; grouped otherwise than by day, with its labels."""

    query: ListQuery
    space: int
    ids: Ids
    keys: Ids
    offsets: Ids
    change: int
    labels: tuple[str, ...] = ()

    def days(self) -> tuple[tuple[int, str], ...]:
        """Where a new local day begins: (row, day)."""
        if not len(self.ids):
            return ()
        if self.labels:
            firsts = (row for row, label in enumerate(self.labels) if not row or label != self.labels[row - 1])
            return tuple((row, self.labels[row]) for row in firsts)
        local = np.where(self.keys > UNDATED + 1, (self.keys + self.offsets * 60_000_000) // _DAY_US, UNDATED)
        starts = np.flatnonzero(np.concatenate(([True], local[1:] != local[:-1])))
        return tuple((int(row), _day(int(local[row]))) for row in starts)


def _day(number: int) -> str:
    return "" if number == UNDATED else str(np.datetime64(number, "D"))


class Views(Body):
    """The part of the library that keeps lists."""

    open_lists: dict[int, Open]
    views_lock: threading.Lock
    view_numbers: Iterator[int]  # never one twice: a late close of an old list must not close another's

    def open_view(self, query: ListQuery) -> View:
        with self.store.read() as reader:
            number = changes.last_number(reader)
            space = self.space_id(reader, query.space)
            opened = self._read_anew(reader, query, space, number)
        with self.views_lock:
            view = next(self.view_numbers)
            self.open_lists[view] = opened
        return View(view, len(opened.ids), number, opened.days())

    def rows(self, view: int, start: int, limit: int) -> Rows:
        with self.views_lock:
            opened = self._opened(view)
            ids = opened.ids[page(start, limit)].tolist()
        with self.store.read() as reader:
            lives = self.lives(reader)
            if opened.query.place is Place.SESSIONS:
                return Rows(start, sessions=tuple(sessions.by_ids(reader, ids, lives)))
            return Rows(start, tuple(memories.by_ids(reader, ids, ROW_TEXT, lives)))

    def ids(self, view: int, start: int = 0, limit: int = MAX_IDS) -> views.Ids:
        with self.views_lock:
            opened = self._opened(view)
            found = opened.ids[page(start, limit, MAX_IDS)].tolist()
            return views.Ids(start, len(opened.ids), tuple(found))

    def close_view(self, view: int) -> None:
        with self.views_lock:
            self.open_lists.pop(view, None)

    def follow_views(self, first: int, last: int) -> None:
        """Bring every open list up to date with the changes `first` to `last`, and tell what changed in it."""
        with self.views_lock:
            numbers = list(self.open_lists)
        if not numbers:
            return
        with self.store.read() as reader:
            rows = reader.all(
                "SELECT DISTINCT id, kind FROM changes WHERE number BETWEEN ? AND ? AND kind NOT LIKE 'session%' "
                "AND kind NOT LIKE 'space%' AND kind NOT IN ('setting', 'consolidated')",
                (first, last),
            )
            changed = sorted({row[0] for row in rows})
            edited = [row[0] for row in rows if row[1] == "edited"]
            changed = sorted({*changed, *_formers(reader, edited)})
            purged = any(row[1] == "purged" for row in rows)
            for view in numbers:
                self._follow(reader, view, changed, last, purged=purged)

    def _follow(self, reader: Reader, view: int, changed: Sequence[int], last: int, *, purged: bool) -> None:
        with self.views_lock:
            opened = self.open_lists.get(view)
        if opened is None or opened.change >= last or not changed:
            return
        of_sessions = opened.query.place is Place.SESSIONS
        ids = _sessions_of(reader, changed) if of_sessions else list(changed)
        if len(ids) > MANY or _is_grouped(opened.query) or (purged and of_sessions):  # nobody knows whose they were
            news = self._read_anew(reader, opened.query, opened.space, last)
            told = _replaced(view, opened, news)
        else:
            news, told = _moved(view, opened, ids, self._ordered(reader, opened.query, opened.space, ids), last)
        with self.views_lock:
            if view in self.open_lists:
                self.open_lists[view] = news
        if told.removed or told.inserted or told.touched or told.count != len(opened.ids):
            self.push(told)

    def _read_anew(self, reader: Reader, query: ListQuery, space: int, change: int) -> Open:
        ids, keys, offsets = self._ordered(reader, query, space)
        if not _is_grouped(query) or not len(ids):
            return Open(query, space, ids, keys, offsets, change)
        labels = lists.labels(reader, query.group, ids.tolist())
        order = sorted(range(len(ids)), key=lambda row: (not labels[row], fold(labels[row]), labels[row]))  # is stable
        told = tuple(labels[row] for row in order)
        return Open(query, space, ids[order], keys[order], offsets[order], change, told)

    def _ordered(
        self, reader: Reader, query: ListQuery, space: int, only: list[int] | None = None
    ) -> tuple[Ids, Ids, Ids]:
        where, params = lists.condition(query.place, space, query.filters, self.clock.now())
        return lists.ordered(reader, query.place, where, params, only)

    def _opened(self, view: int) -> Open:
        if view not in self.open_lists:
            raise NotFound("no_view")
        return self.open_lists[view]


def _is_grouped(query: ListQuery) -> bool:
    """Whether its rows stand otherwise than by day."""
    return query.place is Place.SESSIONS and query.group is not Group.DAY


def _moved(view: int, old: Open, ids: list[int], present: tuple[Ids, Ids, Ids], last: int) -> tuple[Open, ViewChanged]:
    """The list after `ids` changed, of which `present` now belong to it; and what to tell."""
    now = {int(i): (int(k), int(o)) for i, k, o in zip(*present, strict=True)}
    at = np.flatnonzero(np.isin(old.ids, np.array(ids, np.int64)))
    stays = {int(old.ids[p]) for p in at if now.get(int(old.ids[p]), (None,))[0] == int(old.keys[p])}
    out = [int(p) for p in at if int(old.ids[p]) not in stays]
    kept = np.ones(len(old.ids), bool)
    kept[out] = False
    arrays = [old.ids[kept], old.keys[kept], old.offsets[kept]]
    fresh = sorted(((k, i, o) for i, (k, o) in now.items() if i not in stays), reverse=True)
    inserted = []
    for key, id, offset in fresh:
        spot = _spot(arrays[1], arrays[0], key, id)
        arrays = [np.insert(a, spot, v) for a, v in zip(arrays, (id, key, offset), strict=True)]
        inserted.append(spot)
    news = Open(old.query, old.space, arrays[0], arrays[1], arrays[2], last)
    touched = np.flatnonzero(np.isin(news.ids, np.array(sorted(stays), np.int64)))
    told = ViewChanged(
        view,
        last,
        len(news.ids),
        tuple(sorted(out, reverse=True)),
        tuple(sorted(inserted)),
        tuple(map(int, touched)),
        news.days(),
    )
    return news, told


def _spot(keys: Ids, ids: Ids, key: int, id: int) -> int:
    """Where (key, id) belongs in arrays that descend by key, then by id."""
    low = int(np.searchsorted(-keys, -key, "left"))
    high = int(np.searchsorted(-keys, -key, "right"))
    return low + int(np.searchsorted(-ids[low:high], -id, "left"))


def _replaced(view: int, old: Open, news: Open) -> ViewChanged:
    """A list that was read anew: told by its count alone; its rows are to be fetched again."""
    return ViewChanged(view, news.change, len(news.ids), days=news.days(), touched=(-1,))


def _formers(reader: Reader, edited: list[int]) -> list[int]:
    """The other versions of the memories that were edited."""
    if not edited:
        return []
    roots = [row[0] for row in reader.all(f"SELECT version_of FROM memories WHERE {among('id', edited)}") if row[0]]
    if not roots:
        return []
    return [row[0] for row in reader.all(f"SELECT id FROM memories WHERE {among('version_of', roots)}")] + roots


def _sessions_of(reader: Reader, changed: Sequence[int]) -> list[int]:
    """The sessions of these memories."""
    return [r[0] for r in reader.all(f"SELECT DISTINCT session FROM memories WHERE {among('id', list(changed))}")]
