"""What is painted under the words of a conversation: the chosen turn's card, boxes, bars of quotes, lines across."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

from mnemoteca.core.memory import Memory
from mnemoteca.gui.components.chips_line import paint_chips, paint_inline_code
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.components.painting import box
from mnemoteca.gui.components.turn_formats import BAR, CHIPS, INLINE, QUOTES, RULE
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import FOCUS, RADIUS_CARD, Tokens

CARD = 12  # from the text to the edge of its card


def paint_card(painter: QPainter, rect: QRectF, memory: Memory, tokens: Tokens, *, focused: bool) -> None:
    """The card behind the chosen turn, which takes `rect`, with the glyph of its tier."""
    card = rect.adjusted(-CARD, -CARD + 4, CARD, CARD + 2)
    edge = tokens.accent if focused else tokens.edge
    box(painter, card, tokens.raised, RADIUS_CARD, edge, FOCUS if focused else 1)
    centre = QPointF(rect.left() + 8, rect.top() + 13)
    draw_glyph(painter, centre, tokens, memory.tier, pinned=memory.pinned, behind=tokens.raised, size=20)


def paint_blocks(
    painter: QPainter, document: QTextDocument, top: QTextBlock, low: float, side: float, width: float, theme: Theme
) -> None:
    """What belongs to the blocks from `top` to where the document is `low` px long."""
    layout, block, tokens = document.documentLayout(), top, theme.tokens
    while block.isValid() and (rect := layout.blockBoundingRect(block)).top() < low:
        form = block.blockFormat()
        if block.userState() == CHIPS:
            paint_chips(painter, block, rect.topLeft(), theme)
        elif block.userState() == RULE:
            box(painter, QRectF(side, rect.center().y(), width, 1), tokens.line, 0)
        if form.hasProperty(QUOTES):
            _paint_bars(painter, block, rect, form.intProperty(QUOTES), theme)
        if form.hasProperty(INLINE):
            paint_inline_code(painter, block, rect.topLeft(), tokens)
        block = block.next()


def _paint_bars(painter: QPainter, block: QTextBlock, rect: QRectF, quotes: int, theme: Theme) -> None:
    """The bars beside a quote; they go on where the block before is of it, too."""
    layout, form, zoom = block.layout(), block.blockFormat(), theme.zoom
    if not layout.lineCount():
        return
    joined = block.previous().isValid() and block.previous().blockFormat().hasProperty(QUOTES)
    first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
    top = rect.top() + first.y() - (form.topMargin() + 4 * zoom if joined else 0)
    bottom = rect.top() + last.y() + last.height() + 2
    left = rect.left() + form.leftMargin() - BAR * zoom * min(quotes, 8)
    for n in range(min(quotes, 8)):  # as far as they go to the right
        box(painter, QRectF(left + (BAR * n + 2) * zoom, top, 3 * zoom, bottom - top), theme.tokens.edge, 1.5)
