"""The life of a memory as a line: its tier, how present it was, is and will be, and would be if recalled now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.life import MemoryLife, Stage, stages
from mnemoteca.core.memory import Memory, Tier
from mnemoteca.core.sleep.outlook import CURVES, Recall
from mnemoteca.gui import words
from mnemoteca.gui.components.painting import CENTRE, LEFT, area, box, faint, grown, line_of_text, painter_on
from mnemoteca.gui.components.spoken import SpokenAs
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Tokens, Type

AHEAD = timedelta(days=30)
BAR, CURVE_TOP, CURVE_BOTTOM, HEIGHT = 8.0, 22.0, 78.0, 104
LEAST = 6.0  # a tier of a short time is this wide
MOST_RECALLS = 60  # of which each begins the curve anew; of those before them only the tiers tell
STEPS = 32  # of the curve to come; of what was, one every so many pixels
STEP_PX = 6.0
EBBINGHAUS = "ebbinghaus"


@dataclass(frozen=True, slots=True)
class Life:
    """When a memory began, was recalled and by whom, and is now, and the tiers it stood in; `curve` is the rule.

    `sure` where no recall is missing: of a memory of which only the last one is known, others may have been before it.
    """

    begun: datetime
    recalls: tuple[Recall, ...]
    now: datetime
    sure: bool
    stages: tuple[Stage, ...] = ()
    curve: str = EBBINGHAUS

    @property
    def reads(self) -> tuple[datetime, ...]:
        """When it was recalled."""
        return tuple(at for at, _ in self.recalls)

    def present(self, moment: datetime) -> float:
        """How present it was or will be, 0 to 1."""
        return CURVES[self.curve](self.begun, self.recalls, moment)

    def present_since(self, start: datetime, moment: datetime) -> float:
        """The same, had it not been recalled after `start`."""
        return CURVES[self.curve](self.begun, [each for each in self.recalls if each[0] <= start], moment)

    def if_recalled(self, moment: datetime) -> float:
        """How present it will be if the person recalls it now."""
        return CURVES[self.curve](self.begun, [*self.recalls, (self.now, By.PERSON)], moment)

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


def life_of(memory: Memory, now: datetime, told: MemoryLife | None = None, curve: str = EBBINGHAUS) -> Life:
    """What is known of a memory's life: from itself alone its last recall, from what is told of it all of them."""
    begun = min(memory.occurred_at or memory.recorded_at, now)
    last = {memory.last_access: By.PERSON} if memory.last_access is not None else {}
    known = {e.at: e.by for e in told.events if e.kind is Happened.ACCESSED} if told is not None else {}
    recalls = sorted((at, by) for at, by in (last | known).items() if begun < at <= now)
    sure = MOST_RECALLS >= len(recalls) >= memory.access_count
    kept = min(max(memory.recorded_at, begun), now)
    events = told.events if told is not None else ()
    stood = stages(events, memory.tier, kept, now)
    return Life(begun, tuple(recalls[-MOST_RECALLS:]), now, sure, stood, curve)


class LifeLine(SpokenAs, QWidget):
    """The bar of the tier over the curve of forgetting."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._memory: Memory | None = None
        self._told: MemoryLife | None = None
        self._rule = EBBINGHAUS
        self._now = datetime.fromtimestamp(0, UTC)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_life(self, memory: Memory, now: datetime, told: MemoryLife | None = None, curve: str = EBBINGHAUS) -> None:
        """Show this life, by the rule named `curve`."""
        self._memory, self._now, self._told, self._rule = memory, now, told, curve
        self.update()

    @grown
    def sizeHint(self) -> QSize:
        return QSize(220, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._memory is None:
            return
        life = life_of(self._memory, self._now, self._told, self._rule)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._bar(painter, life, self._memory)
            self._curve(painter, life)
            self._days(painter, life)

    def _wide(self) -> float:
        return area(self, self._theme).width()

    def _bar(self, painter: QPainter, life: Life, memory: Memory) -> None:
        tokens, width = self._theme.tokens, self._wide()
        now = width * life.today()
        at = self._past(painter, life, now)
        if memory.tier in (Tier.FADED, Tier.ARCHIVE):
            self._dots(painter, at, width, tokens)
            return
        box(painter, QRectF(at, 0, max(2.0, now - at - 1), BAR), tokens.tier(memory.tier), 2)
        end = width
        if not memory.pinned and memory.tier_until is not None and memory.promotes_at is None:
            end = min(width, width * life.place(max(memory.tier_until, life.now)))
        if end - now > 3:
            box(painter, QRectF(now + 1, 0, end - now - 1, BAR), faint(tokens.tier(memory.tier), 0.38), 2)
        if end < width:
            self._dots(painter, max(end, now) + 3, width, tokens)

    def _past(self, painter: QPainter, life: Life, now: float) -> float:
        """The tiers before the present one, each wide enough to be seen; where the present one begins."""
        tokens, at, behind = self._theme.tokens, 0.0, len(life.stages) - 1
        if life.stages and life.stages[0].begin > life.begun:
            at = min(self._wide() * life.place(life.stages[0].begin), now - LEAST)
            self._dots(painter, 0, max(2.0, at - 2), tokens)
        for n, stage in enumerate(life.stages[:-1]):
            room = now - (behind - n) * LEAST  # what is to come needs room, too
            end = max(at + LEAST, min(self._wide() * life.place(stage.end), room))
            if stage.tier in (Tier.FADED, Tier.ARCHIVE):
                self._dots(painter, at, end - 2, tokens)
            else:
                box(painter, QRectF(at, 0, end - at - 1.5, BAR), tokens.tier(stage.tier), 2)
            at = end
        return at

    def _dots(self, painter: QPainter, start: float, end: float, tokens: Tokens) -> None:
        pen = QPen(QColor(tokens.faded), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(start + 1, BAR / 2), QPointF(end - 1, BAR / 2))

    def _curve(self, painter: QPainter, life: Life) -> None:
        tokens, width = self._theme.tokens, self._wide()
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(0, CURVE_BOTTOM + 2.5), QPointF(width, CURVE_BOTTOM + 2.5))
        edges = [life.begun, *life.reads, life.now]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for n, (start, end) in enumerate(pairwise(edges)):
            unsure = n == 0 and bool(life.reads) and not life.sure
            painter.setPen(QPen(faint(tokens.text, 0.45 if unsure else 1.0), 1.5))
            painter.drawPath(self._was(life, start, end))
        for colour, pattern, ahead in (
            (tokens.accent, [1.0, 3.0], life.if_recalled),
            (tokens.muted, [2.0, 3.0], life.present),
        ):
            dashes = QPen(QColor(colour), 1.5)
            dashes.setDashPattern(pattern)
            painter.setPen(dashes)
            painter.drawPath(self._ahead(life, ahead))
        now = width * life.today()
        dots = QPen(faint(tokens.accent, 0.8), 1.5)
        dots.setDashPattern([1, 2])
        painter.setPen(dots)
        painter.drawLine(QPointF(now, CURVE_TOP - 6), QPointF(now, CURVE_BOTTOM + 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        for read in life.reads:
            painter.drawEllipse(self._point(life, read, life.present(read)), 3.5, 3.5)

    def _was(self, life: Life, start: datetime, end: datetime) -> QPainterPath:
        """From one recall to the next, and up to where that lifted it."""
        path = QPainterPath(self._point(life, start, life.present_since(start, start)))
        steps = max(2, round(self._wide() * (life.place(end) - life.place(start)) / STEP_PX))
        for n in range(1, steps + 1):
            moment = start + (end - start) * (n / steps)
            path.lineTo(self._point(life, moment, life.present_since(start, moment)))
        path.lineTo(self._point(life, end, life.present(end)))
        return path

    def _ahead(self, life: Life, present: Callable[[datetime], float]) -> QPainterPath:
        """What will be, if nothing else happens."""
        path = QPainterPath(self._point(life, life.now, present(life.now)))
        for n in range(1, STEPS + 1):
            moment = life.now + AHEAD * (n / STEPS)
            path.lineTo(self._point(life, moment, present(moment)))
        return path

    def _point(self, life: Life, moment: datetime, present: float) -> QPointF:
        return QPointF(self._wide() * life.place(moment), CURVE_BOTTOM - (CURVE_BOTTOM - CURVE_TOP) * present)

    def _days(self, painter: QPainter, life: Life) -> None:
        tokens, font, width = self._theme.tokens, self._theme.font(Type.SMALL), self._wide()
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
