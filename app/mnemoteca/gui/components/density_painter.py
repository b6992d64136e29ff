"""How bars over time are painted: the brush behind them, the bars, and below them what begins where."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from mnemoteca.core import timeline
from mnemoteca.core.timeline import Span
from mnemoteca.gui import span_words
from mnemoteca.gui.components.painting import LEFT, box, faint, focus_ring, line_of_text, width_of
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import RADIUS, SMALL, Type

AXIS = 32  # below the bars
TOP = 12
REST = 0.82  # how strongly bars outside the brush are painted: 3:1 against the ground
WIDEST = 26.0


@dataclass(frozen=True, slots=True)
class Picture:
    """The bars of a span with their counts, which are brushed (first, last), in what words, and which is at hand."""

    span: Span
    counts: tuple[int, ...]
    brushed: tuple[int, int] | None
    brush_words: str
    at: int


def paint_bars(painter: QPainter, rect: QRectF, theme: Theme, picture: Picture) -> None:
    """All of it in `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot = rect.adjusted(0, 0, 0, -AXIS)
    if picture.brushed is not None:
        box(painter, _slot(plot, picture, *picture.brushed), theme.tokens.selected, RADIUS / 2)
    painter.setPen(QPen(QColor(theme.tokens.line), 1))
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())
    _bars(painter, plot, theme, picture)
    if picture.at >= 0:
        focus_ring(painter, _slot(plot, picture, picture.at, picture.at).adjusted(-2, 0, 2, 0), theme, 3)
    _axis(painter, QRectF(rect.left(), plot.bottom() + 6, rect.width(), AXIS - 8), theme, picture)


def _slot(plot: QRectF, picture: Picture, first: int, last: int) -> QRectF:
    wide = plot.width() / len(picture.counts)
    return QRectF(plot.left() + first * wide, plot.top(), (last - first + 1) * wide, plot.height())


def _bars(painter: QPainter, plot: QRectF, theme: Theme, picture: Picture) -> None:
    tokens, most = theme.tokens, max(picture.counts, default=0) or 1
    first, last = picture.brushed or (-1, -2)
    rest = faint(tokens.faded, REST)
    for n, count in enumerate(picture.counts):
        if not count:
            continue
        slot = _slot(plot, picture, n, n)
        wide = max(1.0, min(WIDEST, slot.width() * 0.7))
        high = max(3.0, (plot.height() - TOP) * count / most)
        bar = QRectF(slot.center().x() - wide / 2, plot.bottom() - high, wide, high)
        box(painter, bar, tokens.accent if first <= n <= last else rest, min(3.0, wide / 3))


def _axis(painter: QPainter, line: QRectF, theme: Theme, picture: Picture) -> None:
    tokens, small = theme.tokens, theme.font(Type.SMALL)
    taken = QRectF()
    if picture.brushed is not None and picture.brush_words:
        bold = theme.font(Type.META_BOLD)
        wide = width_of(picture.brush_words, bold) + 2
        left = _slot(line, picture, *picture.brushed).center().x() - wide / 2
        taken = QRectF(max(line.left(), min(left, line.right() - wide)), line.top(), wide, line.height())
        line_of_text(painter, taken, picture.brush_words, bold, tokens.accent)
    free = line.left()
    marks = timeline.marks(picture.span) or (0,)
    for n in marks:
        name = span_words.mark_name(picture.span.grain, picture.span.bar(n), n == marks[0], QLocale())
        wide = width_of(name, small) + 2
        place = QRectF(_slot(line, picture, n, n).left(), line.top(), wide, line.height())
        if place.left() < free or place.right() > line.right():
            continue
        if taken.adjusted(-SMALL, 0, SMALL, 0).intersects(place):
            continue
        line_of_text(painter, place, name, small, tokens.muted, LEFT)
        free = place.right() + 2 * SMALL
