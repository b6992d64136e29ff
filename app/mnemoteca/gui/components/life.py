"""The life of a memory as a line: its tier, how present it was, is and will be if nobody reads it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnemoteca.core.forgetting import retention
from mnemoteca.core.memory import Memory, Tier
from mnemoteca.gui import words
from mnemoteca.gui.components.painting import CENTRE, LEFT, box, faint, line_of_text
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Tokens, Type

AHEAD = timedelta(days=30)
BAR, CURVE_TOP, CURVE_BOTTOM, HEIGHT = 8.0, 22.0, 78.0, 104
DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Life:
    """When a memory began, was last read, and is now; `sure` where no reading in between is unknown."""

    begun: datetime
    read: datetime | None
    now: datetime
    sure: bool

    def present(self, moment: datetime) -> float:
        """How present it was or will be, 0 to 1."""
        since = self.read if self.read is not None and moment >= self.read else self.begun
        return retention((moment - since).total_seconds() / DAY_S)

    def today(self) -> float:
        """Where today stands between the beginning (0) and the end of what is shown (1)."""
        age = (self.now - self.begun).total_seconds()
        return min(0.73, max(0.1, age / (age + AHEAD.total_seconds())))

    def place(self, moment: datetime) -> float:
        """Where a moment stands, 0 to 1."""
        if moment <= self.now:
            age = (self.now - self.begun).total_seconds()
            return self.today() * ((moment - self.begun).total_seconds() / age if age > 0 else 1.0)
        return self.today() + (1 - self.today()) * ((moment - self.now) / AHEAD)


def life_of(memory: Memory, now: datetime) -> Life:
    """What is known of a memory's life."""
    begun = min(memory.occurred_at or memory.recorded_at, now)
    read = memory.last_access
    if read is not None and not begun < read <= now:
        read = None
    return Life(begun, read, now, memory.access_count <= 1)


class LifeLine(QWidget):
    """The bar of the tier over the curve of forgetting."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._memory: Memory | None = None
        self._now = datetime.fromtimestamp(0, UTC)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_life(self, memory: Memory, now: datetime) -> None:
        self._memory, self._now = memory, now
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._memory is None:
            return
        life = life_of(self._memory, self._now)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._bar(painter, life, self._memory)
            self._curve(painter, life)
            self._days(painter, life)

    def _bar(self, painter: QPainter, life: Life, memory: Memory) -> None:
        tokens, width = self._theme.tokens, float(self.width())
        colour, now = tokens.tier(memory.tier), width * life.today()
        if memory.tier in (Tier.FADED, Tier.ARCHIVE):
            self._dots(painter, 0, width, tokens)
            return
        box(painter, QRectF(0, 0, now - 1, BAR), colour, 2)
        end = width
        if not memory.pinned and memory.tier_until is not None and memory.promotes_at is None:
            end = min(width, width * life.place(max(memory.tier_until, life.now)))
        if end - now > 3:
            box(painter, QRectF(now + 1, 0, end - now - 1, BAR), faint(colour, 0.38), 2)
        if end < width:
            self._dots(painter, max(end, now) + 3, width, tokens)

    def _dots(self, painter: QPainter, start: float, end: float, tokens: Tokens) -> None:
        pen = QPen(QColor(tokens.faded), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(start + 1, BAR / 2), QPointF(end - 1, BAR / 2))

    def _curve(self, painter: QPainter, life: Life) -> None:
        tokens, width = self._theme.tokens, float(self.width())
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(0, CURVE_BOTTOM + 2.5), QPointF(width, CURVE_BOTTOM + 2.5))
        parts = [(life.begun, life.read or life.now)] + ([(life.read, life.now)] if life.read else [])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for n, (start, end) in enumerate(parts):
            unsure = n == 0 and life.read is not None and not life.sure
            painter.setPen(QPen(faint(tokens.text, 0.45 if unsure else 1.0), 1.5))
            painter.drawPath(self._path(life, start, end, start))
        last = life.read or life.begun
        dashes = QPen(QColor(tokens.muted), 1.5)
        dashes.setDashPattern([2, 3])
        painter.setPen(dashes)
        painter.drawPath(self._path(life, life.now, life.now + AHEAD, last))
        now = width * life.today()
        dots = QPen(faint(tokens.accent, 0.8), 1.5)
        dots.setDashPattern([1, 2])
        painter.setPen(dots)
        painter.drawLine(QPointF(now, CURVE_TOP - 6), QPointF(now, CURVE_BOTTOM + 2))
        if life.read is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(self._point(life, life.read, 1.0), 3.5, 3.5)

    def _path(self, life: Life, start: datetime, end: datetime, since: datetime) -> QPainterPath:
        path = QPainterPath()
        for n in range(33):
            moment = start + (end - start) * (n / 32)
            point = self._point(life, moment, retention((moment - since).total_seconds() / DAY_S))
            path.lineTo(point) if n else path.moveTo(point)
        if end == life.read:
            path.lineTo(self._point(life, end, 1.0))
        return path

    def _point(self, life: Life, moment: datetime, present: float) -> QPointF:
        return QPointF(self.width() * life.place(moment), CURVE_BOTTOM - (CURVE_BOTTOM - CURVE_TOP) * present)

    def _days(self, painter: QPainter, life: Life) -> None:
        tokens, font, width = self._theme.tokens, self._theme.font(Type.SMALL), float(self.width())
        line = QRectF(0, CURVE_BOTTOM + 6, width, 18)
        now = width * life.today()
        if now > 84:
            begun = words.short_day(life.begun.astimezone(self._now.tzinfo).date(), self._now.date(), QLocale())
            line_of_text(painter, line, begun, font, tokens.muted, LEFT)
        middle = QRectF(max(0.0, now - 40), line.top(), 80, 18)
        align = CENTRE if now > 40 else LEFT
        line_of_text(painter, middle, self.tr("today"), font, tokens.muted, align)
        end = self.tr("+30 d")
        line_of_text(
            painter, line, end, font, tokens.muted, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
