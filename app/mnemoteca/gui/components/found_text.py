"""A text over a few lines, with the words that were found marked by a box behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from mnemoteca.gui.components.painting import box
from mnemoteca.gui.theme.tokens import Tokens

LEADING = 1.5  # of the font's size, from line to line


def line_height(font: QFont) -> float:
    """From one line to the next."""
    return round(font.pixelSize() * LEADING)


def utf16(text: str, at: int) -> int:
    """Where the character `at` stands as Qt counts."""
    return at + sum(1 for sign in text[:at] if ord(sign) > 0xFFFF)


def place_on_line(line: QTextLine, place: int) -> float:
    """Where a place of the text stands on its line, from its left."""
    found: object = line.cursorToX(place)
    value = found[0] if isinstance(found, tuple) else found  # Qt gives the place it took, too
    return float(value) if isinstance(value, int | float) else 0.0


def _lines(text: str, font: QFont, width: float, most: int) -> tuple[QTextLayout, list[QTextLine], bool]:
    """The layout (to be kept while its lines are used), its first lines, and whether the text ends with them."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[QTextLine] = []
    while (line := layout.createLine()).isValid() and len(lines) < most:
        line.setLineWidth(max(1.0, width))
        lines.append(line)
    whole = not line.isValid()
    layout.endLayout()
    return layout, lines, whole


def found_height(text: str, font: QFont, width: float, most: int) -> float:
    """How high at most `most` lines of the text are."""
    _layout, lines, _ = _lines(text, font, width, most)
    return max(1, len(lines)) * line_height(font)


def draw_found(
    painter: QPainter,
    rect: QRectF,
    text: str,
    spans: Sequence[tuple[int, int]],
    font: QFont,
    tokens: Tokens,
    most: int,
    colour: str = "",
) -> float:
    """Draw at most `most` lines, the last cut with an ellipsis; the height they take."""
    _layout, lines, whole = _lines(text, font, rect.width(), most)
    step = line_height(font)
    metrics = QFontMetricsF(font)
    marks = [(utf16(text, start), utf16(text, end)) for start, end in spans]
    painter.setFont(font)
    units = text.encode("utf-16-le")
    for n, line in enumerate(lines):
        top = rect.top() + n * step
        for start, end in marks:
            _mark(painter, line, QPointF(rect.left(), top), step, start, end, tokens)
        begin = line.textStart()
        last = n == len(lines) - 1 and not whole
        part = units[2 * begin :] if last else units[2 * begin : 2 * (begin + line.textLength())]
        words = part.decode("utf-16-le", "replace")
        if last:
            words = metrics.elidedText(words[:400], Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(QColor(colour or tokens.text))
        painter.drawText(QPointF(rect.left(), top + (step + metrics.ascent() - metrics.descent()) / 2), words)
    return max(1, len(lines)) * step


def _mark(painter: QPainter, line: QTextLine, at: QPointF, step: float, start: int, end: int, tokens: Tokens) -> None:
    low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
    if low < high:
        left, right = (place_on_line(line, place) for place in (low, high))
        box(painter, QRectF(at.x() + left - 2, at.y() + 1, right - left + 4, step - 2), tokens.highlight, 4)
