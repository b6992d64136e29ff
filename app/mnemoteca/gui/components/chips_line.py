"""The boxes behind a line of chips in a conversation."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextLine

from mnemoteca.gui.components.painting import box
from mnemoteca.gui.components.turn_writer import CHIP
from mnemoteca.gui.theme.tokens import SMALL, Tokens

_BESIDE, _HIGH = 7.0, 20.0


def paint_chips(painter: QPainter, block: QTextBlock, origin: QPointF, tokens: Tokens) -> None:
    """A box behind each chip of a block that stands at `origin`."""
    for start, end in _spans(block):
        for line in _lines(block, start, end):
            left, right = (
                _x(line, max(start, line.textStart())),
                _x(line, min(end, line.textStart() + line.textLength())),
            )
            top = origin.y() + line.y() + (line.height() - _HIGH) / 2
            rect = QRectF(origin.x() + left - _BESIDE, top, right - left + 2 * _BESIDE, _HIGH)
            box(painter, rect, tokens.raised, SMALL + 2, tokens.edge)


def _spans(block: QTextBlock) -> Iterator[tuple[int, int]]:
    """From where to where each chip stands in its block."""
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        if piece.charFormat().intProperty(CHIP):
            start = piece.position() - block.position()
            yield start, start + piece.length()
        at += 1


def _lines(block: QTextBlock, start: int, end: int) -> Iterator[QTextLine]:
    layout = block.layout()
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        if start < line.textStart() + line.textLength() and end > line.textStart():
            yield line


def _x(line: QTextLine, place: int) -> float:
    """Where a place stands on its line; Qt gives the place it took, too."""
    found: object = line.cursorToX(place)
    value = found[0] if isinstance(found, tuple) else found
    return float(value) if isinstance(value, int | float) else 0.0
