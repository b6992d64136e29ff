"""Plots in cards, painted by hand: bars of days, a line of growth, curves of forgetting. Each says itself in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from mnemoteca.core.forgetting import retention
from mnemoteca.core.tier_days import TierDay
from mnemoteca.gui.components.painting import (
    LEFT,
    RIGHT,
    area,
    box,
    faint,
    focus_ring,
    grown,
    line_of_text,
    painter_on,
    width_of,
)
from mnemoteca.gui.components.quiet_focus import take_focus
from mnemoteca.gui.components.spoken import SpokenAs
from mnemoteca.gui.components.tip import TipRole, tell_tip
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import PAD, RADIUS_CARD, SMALL, TIGHT, Type

HEIGHT = 168
TITLE, AXIS = 40.0, 26.0  # above and below what is plotted
GAPPED = 1.5  # between the parts of a bar
DAYS_AHEAD = 30
READ_ON = (10, 20)  # of the curve of what is read again
NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, TipRole)
Index = QModelIndex | QPersistentModelIndex


def draw_card(painter: QPainter, rect: QRectF, theme: Theme, title: str, focused: bool) -> QRectF:
    """The card and its title; where to plot."""
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box(painter, rect, tokens.surface, RADIUS_CARD, tokens.line)
    if focused:
        focus_ring(painter, rect, theme, RADIUS_CARD)
    head = QRectF(rect.left() + PAD, rect.top() + 12, rect.width() - 2 * PAD, 18)
    line_of_text(painter, head, title, theme.font(Type.META_BOLD), tokens.muted)
    plot = rect.adjusted(PAD, TITLE, -PAD, -AXIS)
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())
    return plot


def draw_ends(painter: QPainter, plot: QRectF, theme: Theme, first: str, last: str) -> None:
    """What stands below the plot at its left and its right."""
    line, small = QRectF(plot.left(), plot.bottom() + 4, plot.width(), 18), theme.font(Type.SMALL)
    line_of_text(painter, line, first, small, theme.tokens.muted, LEFT)
    line_of_text(painter, line, last, small, theme.tokens.muted, RIGHT)


class DaysModel(QAbstractListModel):
    """The days, each in words."""

    def __init__(self, say: Callable[[TierDay], str]) -> None:
        super().__init__()
        self._say = say
        self.days: tuple[TierDay, ...] = ()

    def show(self, days: tuple[TierDay, ...]) -> None:
        """Show these; where there are as many as before, nothing moves."""
        if days and len(days) == len(self.days):
            self.days = days
            self.dataChanged.emit(self.index(0, 0), self.index(len(days) - 1, 0))
            return
        self.beginResetModel()
        self.days = days
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._say(self.days[index.row()]) if index.isValid() and role in NAMES else None


class DaysPlot(QListView):
    """A bar a day: below what rose to long, then to medium, then what faded. Arrows go from day to day."""

    def __init__(self, theme: Theme, say: Callable[[TierDay], str]) -> None:
        super().__init__()
        theme.dress(self)
        self._theme, self._title, self._ends, self._legend = theme, "", ("", ""), ("", "", "")
        self.days = DaysModel(say)
        self.setModel(self.days)
        self.setObjectName("days")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.viewport().update)

    def show_days(self, days: tuple[TierDay, ...]) -> None:
        """Plot these; the day at hand stays."""
        if days != self.days.days:
            self.days.show(days)
            self.viewport().update()

    def say(self, title: str, description: str, ends: tuple[str, str], legend: tuple[str, str, str]) -> None:
        """Its title, the whole in words, the ends of its axis, and what the three colours are."""
        self._title, self._ends, self._legend = title, ends, legend
        self.setAccessibleName(title)
        self.setAccessibleDescription(description)
        self.viewport().update()

    def _go(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(self.days.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if (take_focus(self, event) or not self.currentIndex().isValid()) and self.days.days:
            self._go(len(self.days.days) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, at = len(self.days.days) - 1, self.currentIndex().row()
        ways = {Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if event.key() in ways and last >= 0:
            self._go(min(last, max(0, ways[Qt.Key(event.key())])))
        else:
            event.ignore()

    def _plot(self) -> QRectF:
        """Where the bars stand, at 100 %."""
        return area(self.viewport(), self._theme).adjusted(PAD, TITLE, -PAD, -AXIS)

    def _slot(self, row: int) -> QRectF:
        plot = self._plot()
        wide = plot.width() / max(1, len(self.days.days))
        return QRectF(plot.left() + row * wide, plot.top(), wide, plot.height())

    def visualRect(self, index: Index) -> QRect:
        """The place of a day."""
        slot, zoom = self._slot(index.row()), self._theme.zoom
        return QRectF(slot.topLeft() * zoom, slot.size() * zoom).toRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        plot, count = self._plot(), len(self.days.days)
        at = QPointF(point) / self._theme.zoom
        if not count or not plot.contains(at):
            return QModelIndex()
        return self.days.index(min(count - 1, int((at.x() - plot.left()) * count / plot.width())), 0)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """All days are on the screen."""

    @grown
    def sizeHint(self) -> QSize:
        return QSize(380, HEIGHT)

    @grown
    def minimumSizeHint(self) -> QSize:
        return QSize(220, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        with painter_on(self.viewport(), self._theme) as painter:
            plot = draw_card(painter, area(self.viewport(), self._theme), self._theme, self._title, self.hasFocus())
            self._draw_legend(painter, plot)
            draw_ends(painter, plot, self._theme, *self._ends)
            most = max((day.to_long + day.to_medium + day.faded for day in self.days.days), default=0) or 1
            for n, day in enumerate(self.days.days):
                self._draw_day(painter, self._slot(n), plot, day, most)
            if self.hasFocus() and self.currentIndex().isValid():
                at = self._slot(self.currentIndex().row()).adjusted(0, -2, 0, 2)
                focus_ring(painter, at, self._theme, 4)

    def _draw_day(self, painter: QPainter, slot: QRectF, plot: QRectF, day: TierDay, most: int) -> None:
        tokens, bottom = self._theme.tokens, plot.bottom() - 1
        wide = min(14.0, slot.width() * 0.62)
        for count, colour in ((day.to_long, tokens.long), (day.to_medium, tokens.medium), (day.faded, tokens.faded)):
            if count:
                high = max(3.0, (plot.height() - 6) * count / most)
                part = QRectF(slot.center().x() - wide / 2, bottom - high, wide, high - GAPPED)
                box(painter, part, colour, 2)
                bottom -= high

    def _draw_legend(self, painter: QPainter, plot: QRectF) -> None:
        tokens, small = self._theme.tokens, self._theme.font(Type.SMALL)
        right = plot.right()
        for words, colour in reversed(list(zip(self._legend, (tokens.long, tokens.medium, tokens.faded), strict=True))):
            wide = width_of(words, small) + 2
            if right - wide - 14 < plot.left() + 120:
                return
            line_of_text(painter, QRectF(right - wide, 12, wide, 18), words, small, tokens.muted)
            box(painter, QRectF(right - wide - 12, 17, 8, 8), colour, 2)
            right -= wide + 12 + PAD


class Curve(SpokenAs, QWidget):
    """A card with lines in it, that says them in words; one can go there by Tab to hear it."""

    spoken_role = QAccessible.Role.Chart

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._title, self._ends = theme, "", ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def say(self, title: str, description: str, ends: tuple[str, str]) -> None:
        """Its title, the whole in words, and the ends of its axis."""
        self._title, self._ends = title, ends
        self.setAccessibleName(title)
        self.setAccessibleDescription(description)
        tell_tip(self, description)
        self.update()

    @grown
    def sizeHint(self) -> QSize:
        return QSize(220, HEIGHT)

    @grown
    def minimumSizeHint(self) -> QSize:
        return QSize(150, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        with painter_on(self, self._theme) as painter:
            plot = draw_card(painter, area(self, self._theme), self._theme, self._title, self.hasFocus())
            draw_ends(painter, plot, self._theme, *self._ends)
            self.plot(painter, plot)

    def plot(self, painter: QPainter, plot: QRectF) -> None:
        """Draw the lines."""


class GrowthPlot(Curve):
    """How much was kept by the end of each day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._kept: tuple[int, ...] = ()
        self._said = ""

    def show_days(self, kept: tuple[int, ...], said: str) -> None:
        """The counts of the days, and the last of them in words."""
        self._kept, self._said = kept, said
        self.update()

    def plot(self, painter: QPainter, plot: QRectF) -> None:
        if len(self._kept) < 2:
            return
        tokens, low, high = self._theme.tokens, min(self._kept), max(self._kept)
        area = plot.adjusted(0, 16, 0, 0)
        path = QPainterPath()
        for n, count in enumerate(self._kept):
            part = (count - low) / (high - low) if high > low else 0.5
            x = area.left() + area.width() * n / (len(self._kept) - 1)
            at = QPointF(x, area.bottom() - 3 - (area.height() - 6) * part)
            path.lineTo(at) if n else path.moveTo(at)
        under = QPainterPath(path)
        under.lineTo(area.bottomRight())
        under.lineTo(area.bottomLeft())
        painter.fillPath(under, faint(tokens.accent, 0.12))
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        line_of_text(
            painter, QRectF(plot.left(), plot.top() - 4, plot.width(), 18), self._said, self._theme.font(Type.META),
            tokens.text, RIGHT,
        )  # fmt: skip


class ForgettingPlot(Curve):
    """How present a memory stays that nobody reads, and one that is read twice."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._names = ("", "")

    def name_curves(self, unread: str, read: str) -> None:
        self._names = (unread, read)
        self.update()

    def plot(self, painter: QPainter, plot: QRectF) -> None:
        tokens, small = self._theme.tokens, self._theme.font(Type.SMALL)
        for colour, readings in ((tokens.long, READ_ON), (tokens.text, ())):
            painter.setPen(QPen(QColor(colour), 1.75))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(forgetting_path(plot, readings))
        unread, read = self._names
        low = QRectF(plot.left() + plot.width() * 0.2, plot.bottom() - 17, plot.width() * 0.6, 14)
        line_of_text(painter, low, unread, small, tokens.muted)
        wide = width_of(read, small) + TIGHT
        high = QRectF(plot.right() - wide, plot.top() - SMALL, wide, 14)
        line_of_text(painter, high, read, small, tokens.text)


def forgetting_path(plot: QRectF, readings: tuple[int, ...]) -> QPainterPath:
    """The curve over thirty days, beginning anew at each reading."""
    path = QPainterPath(QPointF(plot.left(), plot.top()))
    for quarter in range(1, DAYS_AHEAD * 4 + 1):
        day = quarter / 4
        since = max((read for read in readings if read < day), default=0)
        x = plot.left() + plot.width() * day / DAYS_AHEAD
        if since and day - since <= 0.25:
            path.lineTo(QPointF(plot.left() + plot.width() * since / DAYS_AHEAD, plot.top()))
        path.lineTo(QPointF(x, plot.bottom() - plot.height() * retention(day - since)))
    return path
