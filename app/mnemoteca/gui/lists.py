"""A list of the library in the window: an open view, fetched by what is looked at, kept right by news."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from mnemoteca.core.errors import Problem
from mnemoteca.core.memory import Memory, Session
from mnemoteca.core.views import Ids, ListQuery, Place, Rows, View, ViewChanged
from mnemoteca.gui.calls import Call, Caller, quiet
from mnemoteca.gui.pages import PAGE, Pages
from mnemoteca.gui.shape import Shape, Step, follows, moved, steps

Index = QModelIndex | QPersistentModelIndex
Entry = Memory | Session
FRESHEN_MS = 150  # while an import brings many changes, what is on the screen is fetched again this often


class ListModel(QAbstractTableModel):
    """One column; an item is a day header, an entry, or an entry that is still on its way.

    `row_of` makes the value that the delegate paints from an entry, `header_of` from a day.
    """

    opened = Signal(int)  # how many rows
    counted = Signal(int)
    replacing = Signal()  # the model is about to be reset to the same list, much changed
    replaced = Signal()

    def __init__(
        self,
        link: Caller,
        row_of: Callable[[Entry], object],
        header_of: Callable[[str], object],
        role: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._row_of, self._header_of, self._role = link, row_of, header_of, role
        self._shape = Shape(0)
        self._pages: Pages[Entry] = Pages()
        self._view: int | None = None
        self._query: ListQuery | None = None
        self._opening = 0  # which opening is the one that counts
        self._early: list[ViewChanged] = []
        self._seen = (0, 40)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fetch)

    # -- what is listed
    def show(self, query: ListQuery) -> None:
        """List this; the former list stays on the screen until the new one is there."""
        self._close_view()
        self._query = query
        self._opening += 1
        call = self._link.call("open_view", query=query)
        call.then(partial(self._opened, self._opening)).failed(quiet)

    def reopen(self) -> None:
        """The service is there again, or pushes were dropped: open the same list anew."""
        if self._query is not None:
            self.show(self._query)

    def forget_view(self) -> None:
        """The service that held the view is gone: nothing is to be closed there."""
        self._view = None
        self._opening += 1

    def close(self) -> None:
        """List nothing, and follow nothing."""
        self._opening += 1
        self._close_view()
        self._query = None

    def _close_view(self) -> None:
        if self._view is not None:
            self._link.call("close_view", view=self._view).failed(quiet)
        self._view = None
        self._early = []

    def _opened(self, opening: int, view: View) -> None:
        if opening != self._opening:  # something else is listed by now: what the service opened is closed again
            self._link.call("close_view", view=view.view).failed(quiet)
            return
        self.beginResetModel()
        self._pages.clear()
        self._view, self._shape = view.view, Shape(view.count, view.days)
        self.endResetModel()
        for news in self._early:
            self.hear(news)
        self._early = []
        self.opened.emit(view.count)
        self.counted.emit(self._shape.count)
        self._fetch()

    # -- news
    def hear(self, news: ViewChanged) -> None:
        """What changed in an open view: ours or another's."""
        if self._view is None:
            self._early.append(news)  # it may be that of the view whose opening is under way
        if news.view != self._view:
            return
        if not follows(self._shape, news):
            self.reopen()
            return
        found = steps(self._shape, news)
        if found is None:
            self._replace(news)
        for step in found or ():
            self._take(step)
        self._pages.changed()
        self.counted.emit(self._shape.count)
        if not self._soon.isActive():
            self._soon.start(FRESHEN_MS if len(news.inserted) > 1 else 0)

    def _replace(self, news: ViewChanged) -> None:
        """Too much changed to be told row by row; what is at hand moves along."""
        self.replacing.emit()
        self.beginResetModel()
        self._pages.place(moved(sorted(self._pages.rows), news))
        self._shape = Shape(news.count, news.days)
        self.endResetModel()
        self.replaced.emit()

    def _take(self, step: Step) -> None:
        if step.inserts:
            self.beginInsertRows(QModelIndex(), step.first, step.last)
        else:
            self.beginRemoveRows(QModelIndex(), step.first, step.last)
        self._shape = step.after
        self._pages.shift(step)
        if step.inserts:
            self.endInsertRows()
        else:
            self.endRemoveRows()

    # -- pages
    def look_at(self, first: int, last: int) -> None:
        """The items from `first` to `last` are on the screen; what is missing of them is fetched first."""
        self._seen = (first, last)
        if not self._soon.isActive():
            self._soon.start(0)

    def _fetch(self) -> None:
        if self._view is None or not self._shape.count:
            return
        first, last = (min(max(0, item), self._shape.items() - 1) for item in self._seen)
        self._pages.look_at(self._row_near(first), self._row_near(last))
        for start in self._pages.wanted(self._shape.count):
            generation = self._pages.asked(start)
            call: Call[Any] = self._link.call("rows", view=self._view, start=start, limit=PAGE)
            call.then(partial(self._came, generation)).failed(partial(self._failed, start, generation))

    def _row_near(self, item: int) -> int:
        """The row at this item, or the one below the header there."""
        row = self._shape.row_at(item)
        return row if row is not None else min(self._shape.row_at(item + 1) or 0, self._shape.count - 1)

    def _came(self, generation: int, rows: Rows) -> None:
        fresh = self._pages.came(rows.start, generation, rows.sessions or rows.memories)
        if fresh:
            first, last = self._shape.item_of(fresh[0]), self._shape.item_of(min(fresh[-1], self._shape.count - 1))
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
        self._fetch()

    def _failed(self, start: int, generation: int, problem: Problem) -> None:
        self._pages.failed(start, generation)
        if problem.key == "no_view":
            self.reopen()

    # -- what Qt asks
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._shape.items()

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (self._role, Qt.ItemDataRole.DisplayRole):
            return None
        day = self._shape.day_at(index.row())
        if day is not None:
            value = self._header_of(day)
        else:
            entry = self.entry(index.row())
            value = None if entry is None else self._row_of(entry)
        return value if role == self._role else str(value or "")

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._shape.day_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def header_items(self) -> list[int]:
        """The items that are day headers."""
        return list(self._shape.headers())

    def entry(self, item: int) -> Entry | None:
        """The memory or session at an item; None for a header and for what is still on its way."""
        row = self._shape.row_at(item)
        return None if row is None else self._pages.rows.get(row)

    def item_of(self, id: int) -> int | None:
        """Where the entry with this id stands, as far as it is at hand."""
        found = next((row for row, entry in self._pages.rows.items() if entry.id == id), None)
        return None if found is None else self._shape.item_of(found)

    def item_of_day(self, day: date) -> tuple[int, date] | None:
        """The first item of the newest day that is not after this one, else of the oldest; None where no day is known.

        Lists begin with what is newest, and end with what has no date.
        """
        known = [(row, date.fromisoformat(told)) for row, told in self._shape.days if told]
        found = next(((row, there) for row, there in known if there <= day), known[-1] if known else None)
        return None if found is None else (self._shape.item_of(found[0]), found[1])

    # -- many at once
    def takes_many(self) -> bool:
        """Memories can be chosen together; sessions one by one."""
        return self._query is not None and self._query.place is not Place.SESSIONS

    def row_spans(self, items: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The rows in these spans of items, as (first, last), ascending; a span of headers alone is none."""
        found = []
        for first, last in items:
            low = self._shape.row_at(first)
            high = self._shape.row_at(last)
            low = self._shape.row_at(first + 1) if low is None and first < last else low
            high = self._shape.row_at(last - 1) if high is None and first < last else high
            if low is not None and high is not None and low <= high:
                found.append((low, high))
        return found

    def ids_at_hand(self, first: int, last: int) -> tuple[int, ...] | None:
        """The ids of these rows; None where one of them is still on its way."""
        if last - first >= len(self._pages.rows):
            return None
        found = [self._pages.rows.get(row) for row in range(first, last + 1)]
        ids = tuple(each.id for each in found if each is not None)
        return ids if len(ids) == len(found) else None

    def ask_ids(self, first: int, last: int) -> Call[Ids] | None:
        """Ask which ids these rows have; None where no list is open."""
        if self._view is None:
            return None
        return self._link.call("ids", view=self._view, start=first, limit=last - first + 1)

    def mark(self) -> int:
        """Another number whenever the list has changed."""
        return self._pages.generation

    def agrees(self, ids: Ids) -> bool:
        """Whether these are the ids of the rows as they are known here."""
        known = ((row - ids.start, entry.id) for row, entry in self._pages.rows.items())
        return ids.count == self._shape.count and all(
            ids.ids[place] == id for place, id in known if 0 <= place < len(ids.ids)
        )

    @property
    def count(self) -> int:
        """How many entries the list has."""
        return self._shape.count
