"""Boxes around code in a conversation: their frame, the language, the button that copies, and the colours inside."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QThreadPool, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout
from shiboken6 import isValid

from mnemoteca.gui.components.code_colours import Span, colours, language_name
from mnemoteca.gui.components.painting import box, line_of_text, painted_at, width_of
from mnemoteca.gui.components.rendering import Work
from mnemoteca.gui.components.turn_formats import CODE, CODE_HEAD, CODE_MARGIN, CODE_NO, LANGUAGE, OF_TURN
from mnemoteca.gui.theme.icons import draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL, Tokens, Type

KEPT = 300  # coloured blocks
_ICON = 13


@dataclass(frozen=True, slots=True)
class CodeBox:
    """One box in sight: the turn that it is of, how manieth of it, and where it stands in the document."""

    turn: int
    number: int
    language: str
    rect: QRectF
    first: QTextBlock
    last: QTextBlock

    def same(self, other: CodeBox | None) -> bool:
        return other is not None and (self.turn, self.number) == (other.turn, other.number)

    def button(self, theme: Theme) -> QRectF:
        """Where the button that copies stands."""
        zoom = theme.zoom
        wide = max(width_of(said, theme.font(Type.META)) for said in (_copy(), _copied())) + _ICON + 22
        return QRectF(self.rect.right() - (wide + 5) * zoom, self.rect.top() + 4 * zoom, wide * zoom, CODE_HEAD * zoom)


def first_of(block: QTextBlock) -> QTextBlock:
    """The first line of the code that a block is of; the block itself where it isn't code."""
    while block.userState() == CODE and not block.blockFormat().hasProperty(CODE_NO) and block.previous().isValid():
        block = block.previous()
    return block


def code_boxes(
    document: QTextDocument, top: QTextBlock, low: float, right: float, side: float, zoom: float
) -> Iterator[CodeBox]:
    """The boxes from the block `top` to where the document is `low` px long, in their order."""
    layout = document.documentLayout()
    block = first_of(top)
    while block.isValid() and layout.blockBoundingRect(block).top() < low:
        form = block.blockFormat()
        if block.userState() != CODE or not form.hasProperty(CODE_NO):
            block = block.next()
            continue
        first = last = block
        block = block.next()
        while block.isValid() and block.userState() == CODE and not block.blockFormat().hasProperty(CODE_NO):
            last, block = block, block.next()
        left = side + form.leftMargin() - CODE_MARGIN * zoom
        upper = layout.blockBoundingRect(first).top() - (CODE_HEAD + 8) * zoom
        rect = QRectF(left, upper, right - left, layout.blockBoundingRect(last).bottom() + 12 * zoom - upper)
        number, turn = form.intProperty(CODE_NO), int(form.property(OF_TURN))
        yield CodeBox(turn, number, form.stringProperty(LANGUAGE), rect, first, last)


def paint_code_box(painter: QPainter, each: CodeBox, theme: Theme, *, hovered: bool, copied: bool) -> None:
    """The frame with what stands above the code."""
    tokens, font = theme.tokens, theme.font(Type.META)
    with painted_at(painter, each.rect, theme) as rect:
        box(painter, rect, tokens.code, SMALL, tokens.line)
        button = each.button(theme)
        button = QRectF((button.topLeft() - each.rect.topLeft()) / theme.zoom, button.size() / theme.zoom)
        _paint_head(painter, rect, button, each, font, tokens, looked_at=hovered or copied, copied=copied)


def _paint_head(
    painter: QPainter, rect: QRectF, button: QRectF, each: CodeBox, font: QFont, tokens: Tokens, *,
    looked_at: bool, copied: bool,
) -> None:  # fmt: skip
    if looked_at:
        box(painter, button, tokens.raised, 6, tokens.edge)
    colour = tokens.text if looked_at else tokens.muted
    icon = "check" if copied else "copy"
    draw_icon(painter, button.left() + 8, button.center().y() - _ICON / 2, icon, colour, _ICON)
    said = _copied() if copied else _copy()
    line_of_text(painter, button.adjusted(8 + _ICON + 6, 0, 0, 0), said, font, colour)
    if each.language:
        name = QRectF(rect.left() + CODE_MARGIN, button.top(), button.left() - 20, CODE_HEAD)
        line_of_text(painter, name, language_name(each.language), font, tokens.muted)


def _copy() -> str:
    return QCoreApplication.translate("Conversation", "Copy")


def _copied() -> str:
    return QCoreApplication.translate("Conversation", "Copied")


class Colouring(QObject):
    """Gives code its colours once it is in sight; which letters have which is found on another thread."""

    _made = Signal(str, str, object)
    ready = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[tuple[str, str], Sequence[tuple[Span, ...]]] = OrderedDict()
        self._under_way: set[tuple[str, str]] = set()
        self.pool = QThreadPool(self)
        self.pool.setMaxThreadCount(1)
        self._made.connect(self._keep)

    def colour(self, each: CodeBox, code: str, tokens: Tokens, low: float, high: float) -> None:
        """Give the lines of a box between two heights their colours where they are known; else they are asked for."""
        if not each.language:
            return
        key = (code, each.language)
        if key in self._kept:
            _apply(each, self._kept[key], tokens, low, high)
        elif key not in self._under_way:
            self._under_way.add(key)
            self.pool.start(Work(lambda: colours(*key), lambda made: self._tell(key, made)))

    def _tell(self, key: tuple[str, str], made: object) -> None:
        if isValid(self):
            self._made.emit(*key, made)

    def _keep(self, code: str, language: str, lines: Sequence[tuple[Span, ...]]) -> None:
        self._under_way.discard((code, language))
        self._kept[code, language] = lines
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.ready.emit()


def _apply(each: CodeBox, lines: Sequence[tuple[Span, ...]], tokens: Tokens, low: float, high: float) -> None:
    """Colour what is between two heights, and isn't yet; nothing moves by it."""
    block, document = each.first, each.first.document()
    for spans in lines:
        top = document.documentLayout().blockBoundingRect(block).top()
        if spans and low < top < high and not block.layout().formats():
            block.layout().setFormats([_range(*span, tokens) for span in spans])
            document.markContentsDirty(block.position(), block.length())
        if block == each.last or top > high:
            return
        block = block.next()


def _range(start: int, end: int, name: str, tokens: Tokens) -> QTextLayout.FormatRange:
    made, form = QTextLayout.FormatRange(), QTextCharFormat()
    form.setForeground(QColor(getattr(tokens, name)))
    made.start, made.length, made.format = start, end - start, form
    return made
