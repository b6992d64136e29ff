"""The outline of the session that is read: its days, questions and headings; one of them is where the reader stands."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from mnemoteca.core.outline import Outline, Point, Sort
from mnemoteca.gui import words
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.painting import box, focus_ring, line_of_text, painted_at
from mnemoteca.gui.components.tip import TipRole
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS, SMALL, TIGHT, Type

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW, STEP, DEEPEST = 28, 14, 5
PointRole = Qt.ItemDataRole.UserRole + 1


class PointsModel(QAbstractListModel):
    """The entries, each said in the language in force."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.points: tuple[Point, ...] = ()
        self.here = -1  # the entry at which the reader stands

    def show(self, points: tuple[Point, ...]) -> None:
        self.beginResetModel()
        self.points, self.here = points, -1
        self.endResetModel()

    def said(self, row: int) -> str:
        point = self.points[row]
        return point.text if point.day is None else words.short_day(point.day, date.min, QLocale())

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.points)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == PointRole:
            return self.points[index.row()]
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, TipRole)
        return self.said(index.row()) if role in spoken else None


class PointDelegate(QStyledItemDelegate):
    """A line, the deeper the further to the right; the one where the reader stands has a bar before it."""

    def __init__(self, theme: Theme, model: PointsModel) -> None:
        super().__init__(model)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._theme.grown(QSize(80, ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with painted_at(painter, QRectF(option.rect), self._theme) as rect:
            self._line(painter, rect.adjusted(TIGHT, 0, -TIGHT, 0), option.state, index.row())

    def _line(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, row: int) -> None:
        tokens, point, here = self._theme.tokens, self._model.points[row], row == self._model.here
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if here or state & QStyle.StateFlag.State_MouseOver or focused:
            box(painter, rect, tokens.selected if here else tokens.hover, RADIUS)
        if here:
            box(painter, QRectF(rect.left() + 3, rect.top() + 7, 3, rect.height() - 14), tokens.accent, 1.5)
        left = GAP + STEP * min(point.depth, DEEPEST)
        kind = Type.META_BOLD if point.sort is Sort.DAY else Type.SECOND
        colour = tokens.muted if point.sort is not Sort.QUESTION else tokens.text
        place = rect.adjusted(left, 0, -SMALL, 0)
        line_of_text(painter, place, self._model.said(row), self._theme.font(kind), tokens.text if here else colour)
        if focused:
            focus_ring(painter, rect, self._theme, RADIUS)


class OutlinePane(Ground):
    """Enter or a click goes to an entry; Esc leaves."""

    point_chosen = Signal(object)
    left = Signal()
    filled = Signal()  # its entries are others now

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._more = False
        self._title = Label(theme, "", Type.META_BOLD, "muted")
        self._title.setContentsMargins(PAD, GAP, PAD, TIGHT)
        self._model = PointsModel(self)
        self.list = theme.dress(QListView())
        self.list.setModel(self._model)
        self.list.setItemDelegate(PointDelegate(theme, self._model))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._chosen)
        self.list.activated.connect(self._chosen)
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._nothing.setContentsMargins(PAD, 0, PAD, GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SMALL)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        self.hide()
        self._words()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def show_outline(self, outline: Outline) -> None:
        """The entries of a session."""
        self._more = outline.more
        self._model.show(outline.points)
        self._words()
        self.filled.emit()

    def high(self) -> int:
        """How high it is with every entry in sight, at 100 %."""
        return 2 * ROW + max(1, self._model.rowCount()) * ROW

    def mark(self, at: int) -> None:
        """The reader stands at this place of the path: the last entry up to there is marked."""
        here = bisect_right(self._model.points, at, key=lambda point: point.at) - 1
        if here != self._model.here:
            self._model.here = here
            self.list.viewport().update()
            if here >= 0 and not self.list.hasFocus():
                self.list.scrollTo(self._model.index(here, 0))
                self.list.setCurrentIndex(self._model.index(here, 0))

    def said(self) -> list[str]:
        """Every entry as it is said."""
        return [self._model.said(row) for row in range(self._model.rowCount())]

    def here(self) -> str:
        """The entry at which the reader stands."""
        return self._model.said(self._model.here) if 0 <= self._model.here < self._model.rowCount() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentIndex().isValid():
            self._chosen(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _chosen(self, index: Index) -> None:
        point = index.data(PointRole)
        if isinstance(point, Point):
            self.point_chosen.emit(point)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("Outline"))
        self.list.setAccessibleName(self.tr("Outline"))
        self._title.setText(self.tr("Outline"))
        empty = not self._model.points
        said = self.tr("There are more; these are the first 5,000.") if self._more else ""
        self._nothing.setText(self.tr("This session has no questions and no headings.") if empty else said)
        self._nothing.setVisible(empty or self._more)
        self.list.setVisible(not empty)
