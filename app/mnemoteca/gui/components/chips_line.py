"""The boxes behind chips and behind code among words, in a conversation."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextLine

from mnemoteca.gui.components.found_text import place_on_line
from mnemoteca.gui.components.painting import box
from mnemoteca.gui.components.turn_formats import CHIP, INLINE
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Tokens

_BESIDE, _HIGH = 7.0, 20.0


def paint_chips(painter: QPainter, block: QTextBlock, origin: QPointF, theme: Theme) -> None:
    """A box behind each chip of a block that stands at `origin`."""
    tokens, beside, high = theme.tokens, _BESIDE * theme.zoom, _HIGH * theme.zoom
    for start, end in _spans(block, CHIP):
        for line in _lines(block, start, end):
            left, right = (
                place_on_line(line, max(start, line.textStart())),
                place_on_line(line, min(end, line.textStart() + line.textLength())),
            )
            top = origin.y() + line.y() + (line.height() - high) / 2
            rect = QRectF(origin.x() + left - beside, top, right - left + 2 * beside, high)
            box(painter, rect, tokens.raised, high / 2, tokens.edge)


def paint_inline_code(painter: QPainter, block: QTextBlock, origin: QPointF, tokens: Tokens) -> None:
    """A box behind each piece of code among the words of a block."""
    for start, end in _spans(block, INLINE):
        for line in _lines(block, start, end):
            low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            left, right = place_on_line(line, low), place_on_line(line, high)
            rect = QRectF(origin.x() + left - 2, origin.y() + line.y() + 1, right - left + 4, line.height() - 2)
            box(painter, rect, tokens.code, 4, tokens.line)


def _spans(block: QTextBlock, what: int) -> Iterator[tuple[int, int]]:
    """From where to where each piece with this property stands in its block."""
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        if piece.charFormat().intProperty(what):
            start = piece.position() - block.position()
            yield start, start + piece.length()
        at += 1


def _lines(block: QTextBlock, start: int, end: int) -> Iterator[QTextLine]:
    layout = block.layout()
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        if start < line.textStart() + line.textLength() and end > line.textStart():
            yield line
