"""Bars over time: painted by hand, a list of bars to screen readers, gone through and brushed by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtCore import QItemSelectionModel as Selecting
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QRegion,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from mnemoteca.core import timeline
from mnemoteca.core.timeline import Span
from mnemoteca.gui import span_words
from mnemoteca.gui.components.density_painter import AXIS, Picture, paint_bars
from mnemoteca.gui.components.painting import area, grown, painter_on
from mnemoteca.gui.components.quiet_focus import take_focus
from mnemoteca.gui.components.tip import TipRole
from mnemoteca.gui.theme.theme import Theme

HEIGHT = 192
CLOSER, FARTHER = 0.6, 1 / 0.6
NOTCH = 120  # of a wheel, in eighths of a degree
NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, TipRole)
Index = QModelIndex | QPersistentModelIndex
Shift = Qt.KeyboardModifier.ShiftModifier


class BarsModel(QAbstractListModel):
    """The bars of a span, each with its time and its count in words."""

    def __init__(self) -> None:
        super().__init__()
        self.stretch: Span | None = None
        self.counts: tuple[int, ...] = ()

    def show(self, span: Span | None, counts: tuple[int, ...]) -> None:
        """Show these; where only counts changed, nothing moves."""
        if span == self.stretch and len(counts) == len(self.counts):
            self.counts = counts
            if counts:
                self.dataChanged.emit(self.index(0, 0), self.index(len(counts) - 1, 0))
            return
        self.beginResetModel()
        self.stretch, self.counts = span, counts
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.counts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.stretch is None or not index.isValid() or role not in NAMES:
            return None
        name = span_words.bar_name(self.stretch.grain, self.stretch.bar(index.row()), QLocale())
        return span_words.with_count(name, self.counts[index.row()])


class Density(QListView):
    """The bars; one is current, some may be brushed. What is wanted of the span is told by signals, with a bar."""

    zoom_wanted = Signal(float, int)  # times as long, around this bar
    inside_wanted = Signal(int)
    move_wanted = Signal(int)  # so many bars
    brushed = Signal(int, int)  # the bars from one to another; -1, -1: none

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self.bars = BarsModel()
        self._brush: Span | None = None
        self._brush_words = ""
        self._anchor = self._pressed = -1
        self._turned = 0
        self._by_key = False  # the bar at hand is marked for who goes by keys
        self.setModel(self.bars)
        self.setObjectName("density")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)  # the brush selects
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.viewport().update)

    # -- what it shows
    def show_bars(self, span: Span, counts: tuple[int, ...]) -> None:
        """Show the bars of a span; the bar at hand stays the one of the same time."""
        former, at = self.bars.stretch, self.at()
        middle = None
        if former is not None and 0 <= at < former.count:
            middle = former.bar(at) + (former.bar(at + 1) - former.bar(at)) / 2
        anew = span != former
        self.bars.show(span, counts)
        if anew and middle is not None:
            self.go(min(span.count - 1, max(0, span.place(middle))))
            self._anchor = -1
        self._select()

    def show_brush(self, brush: Span | None, said: str) -> None:
        """Mark the brushed bars, with these words below them."""
        self._brush, self._brush_words = brush, said
        self._select()

    def at(self) -> int:
        """The bar at hand, -1 where there is none."""
        return self.currentIndex().row()

    def brushed_bars(self) -> tuple[int, int] | None:
        """The first and last bar of the span that are brushed, as far as they are in it."""
        span, brush = self.bars.stretch, self._brush
        if span is None or brush is None:
            return None
        first, last = span.place(brush.start), timeline.over(span.grain, span.start, brush.end).count - 1
        if brush.end <= span.start or first >= span.count:
            return None
        return max(0, first), min(span.count - 1, last)

    def _select(self) -> None:
        held, bars = QItemSelection(), self.brushed_bars()
        if bars is not None:
            held.select(self.bars.index(bars[0], 0), self.bars.index(bars[1], 0))
        self.selectionModel().select(held, Selecting.SelectionFlag.ClearAndSelect)
        self.viewport().update()

    def go(self, bar: int) -> None:
        """Make this the bar at hand."""
        self.selectionModel().setCurrentIndex(self.bars.index(bar, 0), Selecting.SelectionFlag.NoUpdate)
        self.viewport().update()

    # -- keys
    def focusInEvent(self, event: QFocusEvent) -> None:
        wanted = take_focus(self, event)
        self._by_key = event.reason() is not Qt.FocusReason.MouseFocusReason
        if (wanted or self.at() < 0) and self.bars.counts:
            self.go(len(self.bars.counts) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        key, last, at = event.key(), len(self.bars.counts) - 1, max(0, self.at())
        ways = {Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if last < 0:
            event.ignore()
        elif key in ways:
            self._step(at, ways[Qt.Key(key)], bool(event.modifiers() & Shift))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Up):
            self.zoom_wanted.emit(CLOSER, at)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Down):
            self.zoom_wanted.emit(FARTHER, at)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.move_wanted.emit(-last - 1 if key == Qt.Key.Key_PageUp else last + 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.inside_wanted.emit(at)
        elif key == Qt.Key.Key_Space:
            self.brushed.emit(at, at)
        elif key == Qt.Key.Key_Escape and self._brush is not None:
            self.brushed.emit(-1, -1)
        else:
            event.ignore()

    def _step(self, at: int, to: int, brushes: bool) -> None:
        """The next bar; at the edge the span moves along. With Shift what is passed is brushed."""
        span = self.bars.stretch
        assert span is not None
        if not 0 <= to < span.count:
            self.move_wanted.emit(-1 if to < 0 else 1)
            to = min(span.count - 1, max(0, to))
        if brushes:
            held = self.brushed_bars()
            if self._anchor < 0 or held is None or self._anchor not in held:
                self._anchor = at
            self.brushed.emit(self._anchor, to)
        else:
            self._anchor = -1
        self.go(to)

    # -- mouse
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._by_key = False
        if event.button() is Qt.MouseButton.LeftButton and self.bars.counts:
            self._pressed = self._anchor = self._bar_at(event.position().x())
            self.go(self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed >= 0:
            bar = self._bar_at(event.position().x())
            if bar != self._pressed or self._brush is not None:
                self.go(bar)
                self.brushed.emit(self._pressed, bar)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed >= 0:
            bar, self._pressed = self._pressed, -1
            end = self._bar_at(event.position().x())
            self.brushed.emit(bar, end)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = -1
        if self.bars.counts:
            self.inside_wanted.emit(self._bar_at(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        along, turned = event.angleDelta().x(), event.angleDelta().y()
        if abs(along) > abs(turned) or event.modifiers() & Shift:
            self.move_wanted.emit(-round((along or turned) / NOTCH * max(1, len(self.bars.counts) / 20)))
        elif self.bars.counts:
            self._turned += turned
            if abs(self._turned) >= NOTCH:
                closer, self._turned = self._turned > 0, 0
                self.zoom_wanted.emit(CLOSER if closer else FARTHER, self._bar_at(event.position().x()))
        event.accept()

    # -- where bars stand
    def _bar_at(self, x: float) -> int:
        return min(len(self.bars.counts) - 1, max(0, int(x * len(self.bars.counts) / max(1, self.viewport().width()))))

    def visualRect(self, index: Index) -> QRect:
        """The place of a bar, as high as the bars can be."""
        count, width = max(1, len(self.bars.counts)), self.viewport().width()
        left, right = (round(width * (index.row() + n) / count) for n in (0, 1))
        return QRect(left, 0, max(1, right - left), self.viewport().height() - self._theme.px(AXIS))

    def indexAt(self, point: QPoint) -> QModelIndex:
        return self.bars.index(self._bar_at(point.x()), 0) if self.bars.counts else QModelIndex()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """All bars are on the screen."""

    @grown
    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    @grown
    def minimumSizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        span = self.bars.stretch
        with painter_on(self.viewport(), self._theme) as painter:
            if span is None or not self.bars.counts:
                return
            at = self.at() if self.hasFocus() and self._by_key else -1
            picture = Picture(span, self.bars.counts, self.brushed_bars(), self._brush_words, at)
            paint_bars(painter, area(self.viewport(), self._theme), self._theme, picture)
