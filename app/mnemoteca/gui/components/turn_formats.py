"""The formats of a conversation's document: of letters by their look, of blocks by what they are."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextFormat, QTextOption

from mnemoteca.gui.components.markdown_values import Block, Kind, Style
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type

_USER = QTextFormat.Property.UserProperty.value
CHIP = _USER + 1  # of the characters of a chip: how manieth it is
CODE_NO = _USER + 2  # of the first line of a code block: how manieth of its turn, from 1
LANGUAGE = _USER + 3  # of that line
OF_TURN = _USER + 4  # of that line: the id of its memory
QUOTES = _USER + 5  # of a block: how many bars stand beside it
INLINE = _USER + 6  # of characters that are code among words, and of a block that has such
CODE, CHIPS, RULE = 1, 2, 3  # the states of blocks: a line of code, a line of chips, a line across

LINE, CODE_LINE = 21.0, 20.0
CODE_MARGIN = 12.0
CODE_HEAD = 22.0  # above the code, for its language and the button that copies it
STEP, BAR = 22.0, 16.0  # to the right, of a list and of a quote
HEADINGS = {1: Type.HEADING, 2: Type.SECTION}
_DEEPEST = 8  # lists that still go to the right


class Letters:
    """Formats of letters in the look of a theme, each made once; and of blocks, as large as they are there."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[tuple[Type, str, Style], QTextCharFormat] = {}

    def of(self, kind: Type, colour: str = "text", style: Style = Style.PLAIN) -> QTextCharFormat:
        """Letters of a type in the colour of a token, with this style."""
        key = (kind, colour, style)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    @property
    def zoom(self) -> float:
        return self._theme.zoom

    def block(self, form: QTextBlockFormat) -> QTextBlockFormat:
        """A format of blocks as large as it is now."""
        zoom = self._theme.zoom
        if zoom == 1.0:
            return form
        form.setLineHeight(form.lineHeight() * zoom, form.lineHeightType())
        form.setTopMargin(form.topMargin() * zoom)
        form.setBottomMargin(form.bottomMargin() * zoom)
        form.setLeftMargin(form.leftMargin() * zoom)
        form.setRightMargin(form.rightMargin() * zoom)
        form.setTextIndent(form.textIndent() * zoom)
        form.setTabPositions([QTextOption.Tab(tab.position * zoom, tab.type) for tab in form.tabPositions()])
        return form

    def _make(self, kind: Type, colour: str, style: Style) -> QTextCharFormat:
        form = QTextCharFormat()
        font = self._theme.shown_font(Type.CODE if style & Style.CODE else kind)
        form.setFont(font)
        form.setForeground(QColor(getattr(self._theme.tokens, _colour(colour, style))))
        if style & Style.BOLD:
            form.setFontWeight(max(600, font.weight()))
        if style & Style.ITALIC:
            form.setFontItalic(True)
        if style & Style.STRUCK:
            form.setFontStrikeOut(True)
        if style & Style.CODE:
            form.setProperty(INLINE, 1)
        return form


def _colour(colour: str, style: Style) -> str:
    if style & Style.LINK:
        return "accent"
    return "muted" if style & Style.QUIET else colour


def link(form: QTextCharFormat, to: str) -> QTextCharFormat:
    """The same letters, as something to press."""
    made = QTextCharFormat(form)
    made.setAnchor(True)
    made.setAnchorHref(to)
    return made


def block_format(
    high: float, above: float = 0, below: float = 0, left: float = 0, right: float = 0
) -> QTextBlockFormat:
    """A block whose lines are at least this high."""
    form = QTextBlockFormat()
    form.setLineHeight(high, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    form.setTopMargin(above)
    form.setBottomMargin(below)
    form.setLeftMargin(left)
    form.setRightMargin(right)
    return form


def left_of(block: Block) -> float:
    """How far to the right lists and quotes move a block."""
    return STEP * min(block.depth, _DEEPEST) + BAR * min(block.quotes, _DEEPEST)


def format_of(block: Block, first: bool) -> QTextBlockFormat:
    """The format of a paragraph, a heading, a remark or a line across; `first` of its turn."""
    above = 2.0 if first else 0.0 if block.tight and not block.depth else 3.0 if block.tight else 10.0
    if block.kind is Kind.HEADING and not first:
        above = 20.0 if block.level <= 2 else 14.0
    form = block_format(LINE, above, 0, left_of(block))
    if block.sign:
        form.setTextIndent(-STEP + 4)
        form.setTabPositions([QTextOption.Tab(STEP - 4, QTextOption.TabType.LeftTab)])
    if block.quotes:
        form.setProperty(QUOTES, block.quotes)
    if any(run.style & Style.CODE for run in block.runs):
        form.setProperty(INLINE, 1)
    if block.kind is Kind.HEADING:
        form.setHeadingLevel(block.level)
    return form
