"""A list model of things and of what is said of them, which grows while a person reads on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

ValueRole = int(Qt.ItemDataRole.UserRole) + 1
NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Said(Protocol):
    """What a row shows; `spoken` is all of it for screen readers."""

    @property
    def spoken(self) -> str: ...


Value = TypeVar("Value", bound=Said)


class SaidModel(QAbstractListModel, Generic[Value]):
    """Things with what is said of each, worked out once; more are asked for when the last comes into sight."""

    more_wanted = Signal()

    def __init__(self, say: Callable[[object], Value], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self.values: list[Value] = []
        self.things: list[object] = []
        self.more = False

    def show(self, things: Sequence[object], *, more: bool = False) -> None:
        """Show these; with `more` there are others behind them."""
        self.more = more
        if list(things) == self.things:
            self.say()
            return
        self.beginResetModel()
        self.things = list(things)
        self.values = [self._say(thing) for thing in things]
        self.endResetModel()

    def add(self, things: Sequence[object], *, more: bool) -> None:
        """These come behind those that are shown."""
        self.more, at = more, len(self.things)
        if things:
            self.beginInsertRows(NOWHERE, at, at + len(things) - 1)
            self.things += things
            self.values += [self._say(thing) for thing in things]
            self.endInsertRows()

    def say(self) -> None:
        """What is said of them changed: the language, the time, what is marked."""
        self.values = [self._say(thing) for thing in self.things]
        if self.values:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.values) - 1, 0))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.values)

    def canFetchMore(self, parent: Index) -> bool:
        return self.more

    def fetchMore(self, parent: Index) -> None:
        if self.more:
            self.more = False
            self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value = self.values[index.row()]
        return value if role == ValueRole else value.spoken if role in NAMES else None
