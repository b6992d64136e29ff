"""Writes the blocks of a text into a document, and notes where each run came to stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFrameFormat, QTextTableFormat

from mnemoteca.gui.components.markdown_values import Block, Kind, Run, Style
from mnemoteca.gui.components.turn_formats import (
    CODE,
    CODE_HEAD,
    CODE_LINE,
    CODE_MARGIN,
    CODE_NO,
    HEADINGS,
    INLINE,
    LANGUAGE,
    OF_TURN,
    RULE,
    Letters,
    block_format,
    format_of,
    left_of,
    link,
)
from mnemoteca.gui.theme.tokens import Tokens, Type

LINE_OF_TABLE = 18.0
_ALIGNED = {"right": Qt.AlignmentFlag.AlignRight, "center": Qt.AlignmentFlag.AlignHCenter}


@dataclass(frozen=True, slots=True)
class Placed:
    """A run that stands in the document: in which block of its turn, from which of its units as Qt counts."""

    block: int
    at: int
    run: Run


class BlocksWriter:
    """Writes behind the cursor; `placed` tells afterwards where the runs stand, counted from block `origin`."""

    def __init__(self, cursor: QTextCursor, letters: Letters, tokens: Tokens, id: int, origin: int) -> None:
        self._cursor, self._letters, self._tokens, self._id = cursor, letters, tokens, id
        self._origin = origin
        self._empty = False  # the cursor's block is the one that follows a table
        self.placed: list[Placed] = []
        self.codes: list[str] = []

    def write(self, blocks: Sequence[Block]) -> None:
        """Write these."""
        for n, block in enumerate(blocks):
            before = blocks[n - 1] if n else None
            after = blocks[n + 1] if n + 1 < len(blocks) else None
            match block.kind:
                case Kind.CODE:
                    self._code(block, before, after)
                case Kind.TABLE:
                    self._table(block, first=n == 0)
                case _:
                    self._words(block, first=n == 0)

    def _begin(self, form: QTextBlockFormat, chars: QTextCharFormat, state: int = 0) -> None:
        form = self._letters.block(form)
        if self._empty:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(chars)
            self._empty = False
        else:
            self._cursor.insertBlock(form, chars)
        self._cursor.block().setUserState(state)

    def _words(self, block: Block, *, first: bool) -> None:
        kind = HEADINGS.get(block.level, Type.TITLE) if block.kind is Kind.HEADING else Type.BODY
        colour = "muted" if block.quotes else "text"
        if block.kind is Kind.REMARK:
            kind, colour = Type.META, "muted"
        self._begin(format_of(block, first), self._letters.of(kind, colour), RULE if block.kind is Kind.RULE else 0)
        if block.sign:
            self._cursor.insertText(block.sign + "\t", self._letters.of(Type.BODY, "muted"))
        for run in block.runs:
            self._run(run, kind, colour)

    def _run(self, run: Run, kind: Type, colour: str, style: Style = Style.PLAIN) -> None:
        form = self._letters.of(kind, colour, run.style | style)
        if run.to:
            form = link(form, "link:" + run.to)
        if run.start >= 0:
            place = Placed(self._cursor.blockNumber() - self._origin, self._cursor.positionInBlock(), run)
            self.placed.append(place)
        self._cursor.insertText(run.text.replace("\n", "\u2028").replace("\r", " "), form)

    def _code(self, block: Block, before: Block | None, after: Block | None) -> None:
        self.codes.append(block.code)
        chars, left, last = self._letters.of(Type.CODE), left_of(block) + CODE_MARGIN, len(block.lines) - 1
        for n, line in enumerate(block.lines):
            above = _beside(before) + CODE_HEAD if n == 0 else 0.0
            below = _beside(after) if n == last else 0.0
            form = block_format(CODE_LINE, above, below, left, CODE_MARGIN)
            if n == 0:
                form.setProperty(CODE_NO, len(self.codes))
                form.setProperty(LANGUAGE, block.language)
                form.setProperty(OF_TURN, self._id)
            self._begin(form, chars, CODE)
            if line.start >= 0:
                self.placed.append(Placed(self._cursor.blockNumber() - self._origin, 0, line))
            self._cursor.insertText(line.text, chars)

    def _table(self, block: Block, *, first: bool) -> None:
        columns = max((len(row.cells) for row in block.rows), default=0)
        if not columns:
            return
        if not self._empty:
            self._begin(block_format(1.0, 0 if first else 4), self._letters.of(Type.SMALL))
        table = self._cursor.insertTable(len(block.rows), columns, self._table_format(left_of(block)))
        for n, row in enumerate(block.rows):
            for m, runs in enumerate(row.cells):
                cell = table.cellAt(n, m)
                self._cursor.setPosition(cell.firstPosition())
                form = block_format(LINE_OF_TABLE)
                aligned = block.aligned[m] if m < len(block.aligned) else ""
                form.setAlignment(_ALIGNED.get(aligned, Qt.AlignmentFlag.AlignLeft))
                if any(run.style & Style.CODE for run in runs):
                    form.setProperty(INLINE, 1)
                self._cursor.setBlockFormat(self._letters.block(form))
                for run in runs:
                    self._run(run, Type.SECOND, "text", Style.BOLD if n == 0 else Style.PLAIN)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._empty = True

    def _table_format(self, left: float) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QColor(self._tokens.line))
        form.setBorder(1)
        form.setBorderCollapse(True)
        zoom = self._letters.zoom
        form.setCellPadding(6 * zoom)
        form.setCellSpacing(0)
        form.setTopMargin(6 * zoom)
        form.setBottomMargin(6 * zoom)
        form.setLeftMargin(left * zoom)
        form.setHeaderRowCount(1)
        return form


def _beside(block: Block | None) -> float:
    """How far a code block stands from its neighbour: a blank line is room enough."""
    if block is None:
        return 16.0
    if block.kind is Kind.TEXT and not any(run.text.strip() for run in block.runs):
        return 4.0
    return 19.0
