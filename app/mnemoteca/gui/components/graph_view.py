"""A graph: painted by hand, a list of its parts to screen readers, gone through, moved and zoomed by mouse and keys."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtCore import QItemSelectionModel as Selecting
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QSizePolicy

from mnemoteca.gui.components.graph_painter import BELOW, HIGH, Scene, names_shown, paint_graph, radius_of
from mnemoteca.gui.components.painting import area, grown, painter_on
from mnemoteca.gui.components.quiet_focus import take_focus
from mnemoteca.gui.components.tip import TipRole
from mnemoteca.gui.theme.theme import Theme

NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, TipRole)
CLOSER, NOTCH = 1.25, 120  # of one notch of a wheel, in eighths of a degree
LEAST, MOST, USUAL = 12.0, 420.0, 120.0  # pixels from one part to the next
ACROSS, DOWN = 90.0, 54.0  # around the whole of it
PAN = 60.0  # pixels, by a key
AROUND = 240.0  # pixels around what is in sight that are painted, too, so that it can be moved
NEAR = 5.0  # a click so close to a part is on it
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class PartsModel(QAbstractListModel):
    """The parts, each in words."""

    def __init__(self) -> None:
        super().__init__()
        self.said: tuple[str, ...] = ()

    def show(self, said: Sequence[str]) -> None:
        """These, from now on."""
        self.beginResetModel()
        self.said = tuple(said)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.said)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.said[index.row()] if index.isValid() and role in NAMES else None


class GraphView(QListView):
    """One part may be at hand; `chosen` and `opened` tell its number."""

    chosen = Signal(int)
    opened = Signal(int)
    left = Signal()  # Esc

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self.scene = Scene()
        self._places: tuple[tuple[float, float], ...] = ()
        self._scale, self._middle = USUAL, (0.0, 0.0)  # pixels of one link; what is in the middle
        self._whole = True  # all of it is shown, and stays so when the view grows
        self._pressed: QPointF | None = None
        self._moved = self._by_key = False
        self._names: dict[int, float] | None = None
        self._sheet, self._painted_at = QPixmap(), (0.0, 0.0)  # what was painted, and what was in its middle
        self._made_of: tuple[object, ...] = ()
        self.parts = PartsModel()
        self.setModel(self.parts)
        self.setObjectName("graph")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._look_anew)

    # -- what it shows
    def show_scene(self, scene: Scene, places: Sequence[tuple[float, float]], said: Sequence[str]) -> None:
        """Show these parts at these places, all of them in sight; `said` is each in words."""
        self.scene, self._places = scene, tuple(places)
        self._names = None
        self.parts.show(said)
        self.fit()

    def say(self, scene: Scene, said: Sequence[str]) -> None:
        """The same parts in another language."""
        at = self.at()
        self.scene, self._names = scene, None
        self.parts.show(said)
        if at >= 0:
            self._make_current(at)
        self.viewport().update()

    def at(self) -> int:
        """The part at hand, -1 where there is none."""
        return self.currentIndex().row()

    def choose(self, part: int) -> None:
        """Make this the part at hand, and bring it into sight; -1: none is."""
        if part < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif part < len(self.scene.parts):
            self._make_current(part)
            self._bring_into_sight(part)
        self._names = None
        self.viewport().update()

    def _make_current(self, part: int) -> None:
        flag = Selecting.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.parts.index(part, 0), flag)

    def fit(self) -> None:
        """Bring all of it into sight."""
        self._whole, sight = True, area(self.viewport(), self._theme)
        across, down = [x for x, _ in self._places], [y for _, y in self._places]
        if self._places:
            self._middle = (min(across) + max(across)) / 2, (min(down) + max(down)) / 2
            wide, high = max(across) - min(across), max(down) - min(down)
            fits = [(sight.width() - 2 * ACROSS) / wide if wide else USUAL,
                    (sight.height() - 2 * DOWN) / high if high else USUAL]  # fmt: skip
            self._scale = max(LEAST, min(USUAL, *fits))
        self._names = None
        self.viewport().update()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Closer or farther; what is at `around` (px at 100 %) stays there."""
        sight = area(self.viewport(), self._theme)
        fixed = sight.center() if around is None else around
        before = self._place_at(fixed)
        self._scale = max(LEAST, min(MOST, self._scale * factor))
        after = self._place_at(fixed)
        self._middle = self._middle[0] + before[0] - after[0], self._middle[1] + before[1] - after[1]
        self._whole, self._names = False, None
        self.viewport().update()

    def pan(self, by: QPointF) -> None:
        """Move it by so many pixels (at 100 %)."""
        self._middle = self._middle[0] - by.x() / self._scale, self._middle[1] - by.y() / self._scale
        self._whole = False
        self.viewport().update()

    # -- keys
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = event.reason() is not Qt.FocusReason.MouseFocusReason
        if take_focus(self, event) and self.scene.parts:
            self.choose(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        key, at, count = event.key(), self.at(), len(self.scene.parts)
        if key in WAYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, down = WAYS[Qt.Key(key)]
            self.pan(QPointF(-PAN * across, -PAN * down))
        elif key in WAYS and count:
            self._go(0 if at < 0 else self._next(at, WAYS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and count:
            self._go((at + (1 if key == Qt.Key.Key_PageDown else -1)) % count)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and count:
            self._go(0 if key == Qt.Key.Key_Home else count - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(CLOSER)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / CLOSER)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self.opened.emit(at)
        elif key == Qt.Key.Key_Escape and at >= 0:
            self.left.emit()
        else:
            event.ignore()

    def _go(self, part: int) -> None:
        if part != self.at():
            self.choose(part)
            self.chosen.emit(part)

    def _next(self, at: int, way: tuple[int, int]) -> int:
        """The part that lies closest in this direction; the same one where none does."""
        x, y = self._places[at]
        best, least = at, math.inf
        for n, (other_x, other_y) in enumerate(self._places):
            along = (other_x - x) * way[0] + (other_y - y) * way[1]
            aside = abs((other_x - x) * way[1]) + abs((other_y - y) * way[0])
            if along > 1e-6 and aside <= 2.5 * along and (far := along + 2 * aside) < least:
                best, least = n, far
        return best

    # -- mouse
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._by_key = False
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            over = self.indexAt(event.position().toPoint()).isValid()
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        by = event.position() - self._pressed
        if self._moved or by.manhattanLength() >= QApplication.startDragDistance():
            self._moved, self._pressed = True, event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(by / self._theme.zoom)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._moved:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            return
        part = self.indexAt(event.position().toPoint()).row()
        if part >= 0:
            self._go(part)
        elif self.at() >= 0:
            self.left.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        part = self.indexAt(event.position().toPoint()).row()
        if part >= 0:
            self.opened.emit(part)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / NOTCH
        if turned:
            self.zoom(CLOSER**turned, event.position() / self._theme.zoom)
        event.accept()

    # -- where parts stand
    def points(self) -> list[QPointF]:
        """Where each part stands on the screen, in pixels at 100 %."""
        centre = area(self.viewport(), self._theme).center()
        left, top = centre.x() - self._middle[0] * self._scale, centre.y() - self._middle[1] * self._scale
        return [QPointF(left + x * self._scale, top + y * self._scale) for x, y in self._places]

    def _place_at(self, point: QPointF) -> tuple[float, float]:
        by = point - area(self.viewport(), self._theme).center()
        return self._middle[0] + by.x() / self._scale, self._middle[1] + by.y() / self._scale

    def _bring_into_sight(self, part: int) -> None:
        at, sight = self.points()[part], area(self.viewport(), self._theme).adjusted(40, 30, -40, -40)
        if sight.width() > 0 and sight.height() > 0 and not sight.contains(at):
            x, y = min(max(at.x(), sight.left()), sight.right()), min(max(at.y(), sight.top()), sight.bottom())
            self.pan(QPointF(x - at.x(), y - at.y()))

    def visualRect(self, index: Index) -> QRect:
        """The place of a part, with its name below."""
        if not 0 <= index.row() < len(self._places):
            return QRect()
        at, zoom = self.points()[index.row()], self._theme.zoom
        reach = radius_of(self.scene.parts[index.row()])
        rect = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach + BELOW + HIGH)
        return QRectF(rect.topLeft() * zoom, rect.size() * zoom).toRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The part at a place of the view, the nearest of several."""
        where, best, least = QPointF(point) / self._theme.zoom, -1, math.inf
        for n, at in enumerate(self.points()):
            far = math.hypot(at.x() - where.x(), at.y() - where.y())
            if far <= radius_of(self.scene.parts[n]) + NEAR and far < least:
                best, least = n, far
        return self.parts.index(best, 0) if best >= 0 else QModelIndex()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """Choosing a part brings it into sight."""

    @grown
    def sizeHint(self) -> QSize:
        return QSize(600, 480)

    @grown
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole:
            self.fit()

    def _look_anew(self) -> None:
        if self._whole:
            self.fit()
        self._names = None
        self.viewport().update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """What was painted once is only moved while nothing but its place changed."""
        if not self.scene.parts:
            return
        if self._names is None:
            first = [self.at()] if self.at() >= 0 else []
            self._names = names_shown(self.scene, self.points(), self._theme, first)
        sight, ringed = area(self.viewport(), self._theme), self.hasFocus() and self._by_key
        made_of = (
            self._scale, sight.width(), sight.height(), self.at(), ringed, self._theme.hands.by_key, self._theme.zoom,
            self.devicePixelRatioF(), id(self._theme.tokens), id(self.scene), id(self._names),
        )  # fmt: skip
        moved = self._shift()
        if made_of != self._made_of or max(abs(moved.x()), abs(moved.y())) > AROUND:
            self._made_of, self._painted_at, moved = made_of, self._middle, QPointF()
            self._sheet = self._painted(sight, ringed=ringed)
        with painter_on(self.viewport(), self._theme) as painter:
            painter.drawPixmap(QPointF(moved.x() - AROUND, moved.y() - AROUND), self._sheet)

    def _shift(self) -> QPointF:
        """How far the picture was moved since it was painted, in pixels at 100 %."""
        by = self._painted_at[0] - self._middle[0], self._painted_at[1] - self._middle[1]
        return QPointF(by[0] * self._scale, by[1] * self._scale)

    def _sheet_size(self, sight: QRectF) -> tuple[float, float]:
        return sight.width() + 2 * AROUND, sight.height() + 2 * AROUND

    def _painted(self, sight: QRectF, *, ringed: bool) -> QPixmap:
        """The picture with what lies around it."""
        grain = self.devicePixelRatioF() * self._theme.zoom
        wide, high = self._sheet_size(sight)
        sheet = QPixmap(round(wide * grain), round(high * grain))
        sheet.fill(QColor(self._theme.tokens.bg))
        points = [at + QPointF(AROUND, AROUND) for at in self.points()]
        with QPainter(sheet) as painter:
            painter.scale(grain, grain)
            whole = QRectF(0, 0, wide, high)
            names = self._names or {}
            paint_graph(painter, whole, self._theme, self.scene, points, names, self.at(), ringed=ringed)
        sheet.setDevicePixelRatio(grain)
        return sheet
