"""A list of names: the sign of its kind, the name, what there is to be said of it, and a number at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mnemoteca.gui.components.painting import RIGHT, box, focus_ring, line_of_text, painted_at, width_of
from mnemoteca.gui.components.quiet_focus import take_focus
from mnemoteca.gui.components.said_model import Index, SaidModel, ValueRole
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, RADIUS, SMALL, Type

ROW, TEXT = 40, 44


@dataclass(frozen=True, slots=True)
class NamedValue:
    """One row; `marked`: it is part of the answer. `spoken` is all of it for screen readers."""

    icon: str
    name: str
    detail: str = ""
    right: str = ""
    marked: bool = False
    spoken: str = ""


class NamedDelegate(QStyledItemDelegate):
    """Paints what `ValueRole` gives."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._theme.grown(QSize(100, ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with painted_at(painter, QRectF(option.rect), self._theme) as rect:
            self._row(painter, rect.adjusted(SMALL, 0, -SMALL, 0), option.state, index.data(ValueRole))

    def _row(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, value: NamedValue) -> None:
        tokens, theme = self._theme.tokens, self._theme
        if state & QStyle.StateFlag.State_Selected:
            box(painter, rect, tokens.selected, RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, tokens.hover, RADIUS)
        colour = tokens.accent if value.marked else tokens.muted
        draw_icon(painter, rect.left() + GAP, rect.center().y() - SIZE / 2, value.icon, colour)
        meta = theme.font(Type.META)
        line_of_text(painter, rect.adjusted(0, 0, -GAP, 0), value.right, meta, tokens.muted, RIGHT)
        room = rect.adjusted(TEXT - SMALL, 0, -GAP - width_of(value.right, meta) - GAP, 0)
        end = line_of_text(painter, room, value.name, theme.font(Type.TITLE), tokens.text)
        if value.detail and room.width() - end > 3 * GAP:
            line_of_text(painter, room.adjusted(end + GAP, 1, 0, 1), value.detail, meta, tokens.muted)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect, theme, RADIUS)


class NamedRows(QListView):
    """One of the names may be chosen; Enter or a double click opens it."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, say: Callable[[object], NamedValue]) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self.named = SaidModel(say, self)
        self.setModel(self.named)
        self.setItemDelegate(NamedDelegate(theme, self))
        self.setObjectName("rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.named.things[index.row()]))
        theme.changed.connect(self._look_anew)

    def at_hand(self) -> object | None:
        """What is chosen."""
        row = self.currentIndex().row()
        return self.named.things[row] if 0 <= row < len(self.named.things) else None

    def choose(self, row: int) -> None:
        """Choose a row; -1: none."""
        self.setCurrentIndex(self.named.index(row, 0) if row >= 0 else QModelIndex())
        if row < 0:
            self.clearSelection()

    def first_focus(self) -> None:
        """Give it the keyboard, and choose the first where none is chosen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self.named.rowCount():
            self.choose(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if take_focus(self, event) and self.named.rowCount():
            self.choose(0)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.named.things[current.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        thing = self.at_hand()
        if thing is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(thing)
        else:
            super().keyPressEvent(event)

    def _look_anew(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
