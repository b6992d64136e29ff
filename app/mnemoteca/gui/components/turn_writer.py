"""Writes turns into a text document: who spoke and when, then the lines, code in its own type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor

from mnemoteca.core.memory import Memory
from mnemoteca.gui import words
from mnemoteca.gui.components.turn_text import Line, lines_of
from mnemoteca.gui.counted import counted
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type

BETWEEN = 26.0  # from one turn to the next
CODE_MARGIN = 12.0
CODE = 1  # the state of a block that is a line of code
LINE, CODE_LINE = 21.0, 20.0


class TurnWriter:
    """The formats of one scheme, and how a turn is put in."""

    def __init__(self, theme: Theme) -> None:
        tokens = theme.tokens
        self._speaker = _chars(theme, Type.SPEAKER, tokens.text)
        self._time = _chars(theme, Type.META, tokens.muted)
        self._body = _chars(theme, Type.BODY, tokens.text)
        self._code = _chars(theme, Type.CODE, tokens.text)

    def write(self, cursor: QTextCursor, turns: Sequence[Memory], *, in_empty: bool) -> list[int]:
        """Write the turns at the cursor (`in_empty`: its block is empty and becomes the first of them); the
        number of blocks of each."""
        counts = []
        for memory in turns:
            counts.append(self._turn(cursor, memory, in_empty=in_empty))
            in_empty = False
        return counts

    def _turn(self, cursor: QTextCursor, memory: Memory, *, in_empty: bool) -> int:
        self._head(cursor, memory, in_empty=in_empty)
        lines = lines_of(memory.text)
        for n, line in enumerate(lines):
            if line.code:
                above, below = _beside_code(lines, n - 1), _beside_code(lines, n + 1)
                cursor.insertBlock(_block(CODE_LINE, above, below, CODE_MARGIN), self._code)
                cursor.block().setUserState(CODE)
            else:
                cursor.insertBlock(_block(LINE, 2 if n == 0 else 0), self._body)
                cursor.block().setUserState(0)
            cursor.insertText(line.text)
        if memory.length > len(memory.text):
            cursor.insertBlock(_block(LINE, 6), self._time)
            cursor.block().setUserState(0)
            cursor.insertText("… " + counted.characters(memory.length))
            return len(lines) + 2
        return len(lines) + 1

    def _head(self, cursor: QTextCursor, memory: Memory, *, in_empty: bool) -> None:
        form = _block(LINE, BETWEEN)
        if in_empty:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(self._speaker)
        else:
            cursor.insertBlock(form, self._speaker)
        cursor.block().setUserState(0)
        cursor.insertText(words.speaker(memory), self._speaker)
        time = words.time_of(memory, QLocale())
        if time:
            cursor.insertText("  " + time, self._time)


def _beside_code(lines: Sequence[Line], at: int) -> float:
    """How far a line of code stands from its neighbour: code follows code, a blank line is room enough."""
    if not 0 <= at < len(lines):
        return 16.0
    if lines[at].code:
        return 0.0
    return 19.0 if lines[at].text.strip() else 4.0


def _chars(theme: Theme, kind: Type, colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(theme.font(kind))
    form.setForeground(QColor(colour))
    return form


def _block(high: float, above: float = 0, below: float = 0, beside: float = 0) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(high, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    form.setTopMargin(above)
    form.setBottomMargin(below)
    form.setLeftMargin(beside)
    form.setRightMargin(beside)
    return form
