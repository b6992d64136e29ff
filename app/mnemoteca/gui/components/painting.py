"""What every painted part does: boxes with round corners, single lines of text, the ring of the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from mnemoteca.gui.theme.tokens import FOCUS

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def box(painter: QPainter, rect: QRectF, fill: str | QColor, radius: float, edge: str = "", width: float = 1.0) -> None:
    """A filled box with round corners, and with an edge inside it where one is given."""
    painter.setPen(Qt.PenStyle.NoPen if not edge else QPen(QColor(edge), width))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = width / 2 if edge else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def focus_ring(painter: QPainter, rect: QRectF, colour: str, radius: float) -> None:
    """Two pixels of accent, inside the rectangle."""
    box(painter, rect, "", radius, colour, FOCUS)


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
