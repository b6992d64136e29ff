"""Writes turns into a text document: who spoke and when, then the lines, code in its own type.

What can be pressed is a link: `fold:` with a memory's id opens or closes it, `branch:` goes to the turn beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat

from mnemoteca.core.memory import Memory, Role
from mnemoteca.gui import words
from mnemoteca.gui.components.folding import fold_words, is_foldable
from mnemoteca.gui.components.turn_text import Line, lines_of
from mnemoteca.gui.counted import counted
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type

BETWEEN = 26.0  # from one turn to the next
CODE_MARGIN = 12.0
CODE, CHIPS = 1, 2  # the states of blocks: a line of code, a line of chips
CHIP = QTextFormat.Property.UserProperty.value + 1  # of the characters of a chip: how manieth it is
FOLDED = 16.0  # from the turn before to one that is folded
_GAP, _HALF = "\N{EM SPACE}", "\N{EN SPACE}"
LINE, CODE_LINE = 21.0, 20.0


class TurnWriter:
    """The formats of one scheme, and how a turn is put in; which are opened, and what stands beside them."""

    def __init__(self, theme: Theme) -> None:
        self.opened: set[int] = set()  # of what can be folded
        self.forks: dict[int, tuple[int, ...]] = {}  # the ids that stand side by side, by each of them
        self.use(theme)

    def use(self, theme: Theme) -> None:
        """Take the look of a theme as it is now."""
        tokens = theme.tokens
        self._speaker = _chars(theme, Type.SPEAKER, tokens.text)
        self._time = _chars(theme, Type.META, tokens.muted)
        self._body = _chars(theme, Type.BODY, tokens.text)
        self._code = _chars(theme, Type.CODE, tokens.text)
        self._chip = _chars(theme, Type.META, tokens.text)
        self._quiet = _chars(theme, Type.META, tokens.faint)

    def is_folded(self, memory: Memory) -> bool:
        """Whether only a line of it is shown."""
        return is_foldable(memory) and memory.id not in self.opened

    def lead(self, memory: Memory) -> int:
        """How many blocks stand before the first line of a turn."""
        return 2 if _chips(memory) else 1

    def write(self, cursor: QTextCursor, turns: Sequence[Memory], *, in_empty: bool) -> list[int]:
        """Write the turns at the cursor (`in_empty`: its block is empty and becomes the first of them); the
        number of blocks of each."""
        counts = []
        for memory in turns:
            counts.append(self._turn(cursor, memory, in_empty=in_empty))
            in_empty = False
        return counts

    def _turn(self, cursor: QTextCursor, memory: Memory, *, in_empty: bool) -> int:
        folded = self.is_folded(memory)
        self._head(cursor, memory, in_empty=in_empty)
        if folded:
            return 1
        self._chips(cursor, memory)
        lines = lines_of(memory.text)
        if memory.role is Role.TOOL:
            lines = tuple(replace(line, code=True) for line in lines)
        self._lines(cursor, lines)
        count = self.lead(memory) + len(lines)
        if memory.length > len(memory.text):
            self._block(cursor, _block(LINE, 6), self._time)
            cursor.insertText("… " + counted.characters(memory.length))
            return count + 1
        return count

    def _lines(self, cursor: QTextCursor, lines: Sequence[Line]) -> None:
        for n, line in enumerate(lines):
            if line.code:
                above, below = _beside_code(lines, n - 1), _beside_code(lines, n + 1)
                self._block(cursor, _block(CODE_LINE, above, below, CODE_MARGIN), self._code, CODE)
            else:
                self._block(cursor, _block(LINE, 2 if n == 0 else 0), self._body)
            cursor.insertText(line.text)

    def _block(self, cursor: QTextCursor, form: QTextBlockFormat, chars: QTextCharFormat, state: int = 0) -> None:
        cursor.insertBlock(form, chars)
        cursor.block().setUserState(state)

    def _head(self, cursor: QTextCursor, memory: Memory, *, in_empty: bool) -> None:
        form = _block(LINE, FOLDED if is_foldable(memory) else BETWEEN)
        if in_empty:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(self._speaker)
        else:
            cursor.insertBlock(form, self._speaker)
        cursor.block().setUserState(0)
        if is_foldable(memory):
            self._fold_line(cursor, memory)
        else:
            cursor.insertText(words.speaker(memory), self._speaker)
            if time := words.time_of(memory, QLocale()):
                cursor.insertText("  " + time, self._time)
        self._fork(cursor, memory)

    def _fold_line(self, cursor: QTextCursor, memory: Memory) -> None:
        name, more = fold_words(memory)
        mark = "▸ " if self.is_folded(memory) else "▾ "
        cursor.insertText(mark + name, _link(self._speaker, f"fold:{memory.id}"))
        cursor.insertText(" " + more, _link(self._time, f"fold:{memory.id}"))

    def _fork(self, cursor: QTextCursor, memory: Memory) -> None:
        """Which of the turns at this place it is, with what leads to the others."""
        beside = self.forks.get(memory.id, ())
        if not beside:
            return
        at = beside.index(memory.id)
        said = QCoreApplication.translate("Conversation", "%1 of %2", "of the answers at this place, which is shown")
        cursor.insertText(_GAP, self._time)
        self._step(cursor, "‹", beside[at - 1] if at else None)
        cursor.insertText(f" {said.replace('%1', str(at + 1)).replace('%2', str(len(beside)))} ", self._time)
        self._step(cursor, "›", beside[at + 1] if at + 1 < len(beside) else None)

    def _step(self, cursor: QTextCursor, sign: str, to: int | None) -> None:
        cursor.insertText(f" {sign} ", self._quiet if to is None else _link(self._speaker, f"branch:{to}"))

    def _chips(self, cursor: QTextCursor, memory: Memory) -> None:
        if not (chips := _chips(memory)):
            return
        self._block(cursor, _block(LINE, 6, 4), self._time, CHIPS)
        for n, text in enumerate(chips):
            form = QTextCharFormat(self._chip)
            form.setProperty(CHIP, n + 1)
            cursor.insertText(_HALF if n == 0 else _GAP + _HALF, self._time)
            cursor.insertText(text, form)


def _chips(memory: Memory) -> tuple[str, ...]:
    """The model that spoke, and what was attached."""
    return tuple(" ".join(text.split())[:80] for text in (memory.model, *memory.attachments) if text.strip())


def _link(form: QTextCharFormat, to: str) -> QTextCharFormat:
    made = QTextCharFormat(form)
    made.setAnchor(True)
    made.setAnchorHref(to)
    return made


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
