"""A column of cards: the memories of one tier, each with the time that remains."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import Memory
from mnemoteca.gui.components.card_delegate import CardDelegate
from mnemoteca.gui.components.drop_place import carried
from mnemoteca.gui.components.pulse import Pulse, quickest
from mnemoteca.gui.components.quiet_focus import take_focus
from mnemoteca.gui.rows import RowRole, card_row
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL

Index = QModelIndex | QPersistentModelIndex
NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class CardsModel(QAbstractListModel):
    """The memories of a column."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.memories: tuple[Memory, ...] = ()

    def show(self, memories: tuple[Memory, ...]) -> None:
        """Show these; where only what is said of them changed, the column stands still."""
        if [m.id for m in memories] == [m.id for m in self.memories]:
            self.memories = memories
            if memories:
                self.dataChanged.emit(self.index(0, 0), self.index(len(memories) - 1, 0))
            return
        self.beginResetModel()
        self.memories = memories
        self.endResetModel()

    def now(self) -> datetime:
        return self._clock.now().astimezone()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.memories)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (RowRole, *NAMES):
            return None
        row = card_row(self.memories[index.row()], self.now(), QLocale())
        return row if role == RowRole else row.spoken


class Cards(QListView):
    """The cards of one tier; one of them may be chosen."""

    chosen = Signal(object)
    opened = Signal(object)
    keep_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    dragged = Signal(bool)  # a card began to be dragged, or it came to an end

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self.entries = CardsModel(clock)
        self._delegate = CardDelegate(theme, self)
        self._pulse = Pulse(self)
        self._pulse.beat.connect(self._beat)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setModel(self.entries)
        self.setItemDelegate(self._delegate)
        self.setObjectName("cards")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        theme.changed.connect(self.viewport().update)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.entries.memories[index.row()]))

    def show_memories(self, memories: tuple[Memory, ...]) -> None:
        former = self.at_hand()
        self.entries.show(memories)
        self.updateGeometry()
        if former is not None and self.at_hand() is None:
            self.choose(former.id)
        self._set_pace()

    def at_hand(self) -> Memory | None:
        """The memory that is chosen."""
        row = self.currentIndex().row()
        return self.entries.memories[row] if 0 <= row < len(self.entries.memories) else None

    def choose(self, id: int) -> bool:
        """Choose the card of this memory; whether it is here."""
        for row, memory in enumerate(self.entries.memories):
            if memory.id == id:
                self.setCurrentIndex(self.entries.index(row, 0))
                return True
        self.setCurrentIndex(QModelIndex())
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        if take_focus(self, event) and self.entries.memories:
            self.setCurrentIndex(self.entries.index(0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.entries.memories[current.row()])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            if self._delegate.keeps_at(QRectF(self.visualRect(index)), index.data(RowRole), event.position()):
                self.keep_wanted.emit(self.entries.memories[index.row()])
                return
        super().mouseReleaseEvent(event)

    def startDrag(self, _: Qt.DropAction) -> None:
        """The card at hand goes with the mouse until it is dropped."""
        memory = self.at_hand()
        if memory is None:
            return
        drag, card = QDrag(self), self.visualRect(self.currentIndex()).adjusted(0, 0, 0, -self._theme.px(SMALL))
        drag.setMimeData(carried(memory))
        drag.setPixmap(self.viewport().grab(card))
        drag.setHotSpot(QPoint(card.width() // 3, card.height() // 2))
        self.dragged.emit(True)
        drag.exec(Qt.DropAction.MoveAction)
        self.dragged.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        memory = self.at_hand()
        if memory is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(memory)
        elif memory is None and event.key() == Qt.Key.Key_End:  # from nowhere Qt goes to the first
            self.setCurrentIndex(self.entries.index(self.entries.rowCount() - 1, 0))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_wanted.emit(self.entries.memories[index.row()], at)

    def _rows_on_screen(self) -> list[QModelIndex]:
        seen = self.viewport().rect()
        indexes = [self.entries.index(row, 0) for row in range(self.entries.rowCount())]
        return [index for index in indexes if self.visualRect(index).intersects(seen)]

    def _beat(self) -> None:
        for index in self._rows_on_screen():
            self.viewport().update(self.visualRect(index))

    def _set_pace(self) -> None:
        paces = [index.data(RowRole).pace_s for index in self._rows_on_screen()] if self.isVisible() else []
        self._pulse.set_pace(quickest(paces))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_pace()

    def hideEvent(self, event: QHideEvent) -> None:
        self._pulse.set_pace(0)
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        """As high as all its cards."""
        heights = (self.sizeHintForIndex(self.entries.index(row, 0)).height() for row in range(self.entries.rowCount()))
        return QSize(240, sum(heights) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._set_pace()
