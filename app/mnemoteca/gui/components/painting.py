"""What every painted part does: boxes with round corners, single lines of text, the ring of the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import FOCUS

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Themed(Protocol):
    """What is painted by a theme."""

    _theme: Theme


T = TypeVar("T", bound=Themed)


def grown(size: Callable[[T], QSize]) -> Callable[[T], QSize]:
    """A size hint that is told at 100 %, as large as it is now."""

    def now(self: T) -> QSize:
        return self._theme.grown(size(self))

    return now


@contextmanager
def painter_on(widget: QWidget, theme: Theme) -> Iterator[QPainter]:
    """A painter to whom all sizes are those at 100 %."""
    with QPainter(widget) as painter:
        painter.scale(theme.zoom, theme.zoom)
        yield painter


def area(widget: QWidget, theme: Theme) -> QRectF:
    """The place of the whole widget, to such a painter."""
    return QRectF(0, 0, widget.width() / theme.zoom, widget.height() / theme.zoom)


@contextmanager
def painted_at(painter: QPainter, rect: QRectF, theme: Theme) -> Iterator[QRectF]:
    """Paint in this place of a view with sizes at 100 %; the place as it is then."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(theme.zoom, theme.zoom)
    yield QRectF(0, 0, rect.width() / theme.zoom, rect.height() / theme.zoom)
    painter.restore()


def box(painter: QPainter, rect: QRectF, fill: str | QColor, radius: float, edge: str = "", width: float = 1.0) -> None:
    """A filled box with round corners, and with an edge inside it where one is given."""
    painter.setPen(Qt.PenStyle.NoPen if not edge else QPen(QColor(edge), width))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = width / 2 if edge else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def focus_ring(painter: QPainter, rect: QRectF, theme: Theme, radius: float, colour: str = "") -> None:
    """Two pixels of accent (or `colour`), inside the rectangle; who goes by the mouse sees none."""
    if theme.hands.by_key:
        box(painter, rect, "", radius, colour or theme.tokens.accent, FOCUS)


def line_of_text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """One line of text, cut with an ellipsis where it doesn't fit; its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


def width_of(words: str, font: QFont) -> float:
    """How wide a line of text is."""
    return QFontMetricsF(font).horizontalAdvance(words)


def faint(colour: str, alpha: float) -> QColor:
    """A colour, let through by `alpha`."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made
