"""The hits of a question as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mnemoteca.core.memory import Memory
from mnemoteca.core.recall import Hit

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractTableModel):
    """Hits, best first; `row_of` makes the value that the delegate paints."""

    def __init__(self, row_of: Callable[[Hit], object], role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_of, self._role = row_of, role
        self.hits: tuple[Hit, ...] = ()

    def set_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these; where they are the same memories in the same order, only what is painted changes."""
        same = [hit.memory.id for hit in hits] == [hit.memory.id for hit in self.hits]
        if same and hits:
            self.hits = hits
            self.dataChanged.emit(self.index(0, 0), self.index(len(hits) - 1, 0))
            return
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def header_items(self) -> list[int]:
        return []

    def entry(self, item: int) -> Memory | None:
        return self.hits[item].memory if 0 <= item < len(self.hits) else None

    def item_of(self, id: int) -> int | None:
        """Where the hit of this memory stands."""
        return next((n for n, hit in enumerate(self.hits) if hit.memory.id == id), None)

    def takes_many(self) -> bool:
        return True

    def row_spans(self, items: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Every item is a row."""
        return list(items)

    def ids_at_hand(self, first: int, last: int) -> tuple[int, ...] | None:
        return tuple(hit.memory.id for hit in self.hits[first : last + 1])

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (self._role, Qt.ItemDataRole.DisplayRole):
            return None
        hit = self.hits[index.row()]
        return self._row_of(hit) if role == self._role else hit.memory.text
