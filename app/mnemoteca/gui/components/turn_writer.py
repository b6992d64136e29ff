"""Writes turns into a text document: who spoke and when, then the text as it is read, code in its own type.

What can be pressed is a link: `fold:` with a memory's id opens or closes it, `more:` shows more of it, `branch:` goes
to the turn beside it, `link:` is an address in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QTextCharFormat, QTextCursor

from mnemoteca.core.memory import Memory, Role
from mnemoteca.gui import words
from mnemoteca.gui.components.blocks_writer import BlocksWriter, Placed
from mnemoteca.gui.components.folding import MOST, SHOWN, fold_words, is_foldable, part
from mnemoteca.gui.components.markdown_blocks import plain_blocks
from mnemoteca.gui.components.rendering import Rendering
from mnemoteca.gui.components.turn_formats import CHIP, CHIPS, LINE, Letters, block_format, link
from mnemoteca.gui.counted import counted
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type

BETWEEN = 26.0  # from one turn to the next
FOLDED = 16.0  # from the turn before to one that is folded
_GAP, _HALF = "\N{EM SPACE}", "\N{EN SPACE}"


@dataclass(frozen=True, slots=True)
class Written:
    """A turn in the document: how many blocks it takes, where its runs stand, what its code boxes hold."""

    blocks: int
    placed: tuple[Placed, ...] = ()
    codes: tuple[str, ...] = ()


class TurnWriter:
    """The formats of one scheme, and how a turn is put in; which are opened, and what stands beside them."""

    def __init__(self, theme: Theme, rendering: Rendering) -> None:
        self._rendering = rendering
        self.opened: set[int] = set()  # of what can be folded
        self.shown: dict[int, int] = {}  # how many characters of a long one
        self.forks: dict[int, tuple[int, ...]] = {}  # the ids that stand side by side, by each of them
        self.use(theme)

    def use(self, theme: Theme) -> None:
        """Take the look of a theme as it is now."""
        self._letters, self._tokens = Letters(theme), theme.tokens
        self._speaker = self._letters.of(Type.SPEAKER)
        self._time = self._letters.of(Type.META, "muted")
        self._chip = self._letters.of(Type.META)
        self._quiet = self._letters.of(Type.META, "faint")

    def is_folded(self, memory: Memory) -> bool:
        """Whether only a line of it is shown."""
        return is_foldable(memory) and memory.id not in self.opened

    def text_of(self, memory: Memory) -> str:
        """The part of its text that is shown."""
        return part(memory.text, min(MOST, self.shown.get(memory.id, SHOWN)))

    def has_more(self, memory: Memory) -> bool:
        """Whether more of a long text can be shown."""
        shown = self.shown.get(memory.id, SHOWN)
        return shown < min(memory.length, MOST)

    def write(
        self, cursor: QTextCursor, turns: Sequence[Memory], *, in_empty: bool, near: int | None = None
    ) -> list[Written]:
        """Write the turns at the cursor (`in_empty`: its block is empty and becomes the first of them); those
        `near` this one of them are in sight first."""
        self._rendering.begin()
        order = range(len(turns)) if not near else sorted(range(len(turns)), key=lambda n: abs(n - near))
        for n in order:
            if not self.is_folded(turns[n]) and turns[n].role is not Role.TOOL:
                self._rendering.prepare(self.text_of(turns[n]))
        written = []
        for memory in turns:
            written.append(self._turn(cursor, memory, in_empty=in_empty))
            in_empty = False
        return written

    def _turn(self, cursor: QTextCursor, memory: Memory, *, in_empty: bool) -> Written:
        self._head(cursor, memory, in_empty=in_empty)
        if self.is_folded(memory):
            return Written(1)
        first = cursor.blockNumber()
        self._chips(cursor, memory)
        text = self.text_of(memory)
        tool = memory.role is Role.TOOL
        writer = BlocksWriter(cursor, self._letters, self._tokens, memory.id, first)
        writer.write(plain_blocks(text, code=True) if tool else self._rendering.blocks(text))
        if memory.length > len(text):
            self._more(cursor, memory)
        return Written(cursor.blockNumber() - first + 1, tuple(writer.placed), tuple(writer.codes))

    def _more(self, cursor: QTextCursor, memory: Memory) -> None:
        """What leads to the rest of a long text."""
        cursor.insertBlock(self._letters.block(block_format(LINE, 8)), self._time)
        if self.shown.get(memory.id, SHOWN) < MOST:
            said = QCoreApplication.translate("Conversation", "Show more")
            cursor.insertText(said, link(self._letters.of(Type.SPEAKER, "accent"), f"more:{memory.id}"))
            cursor.insertText("  " + counted.characters(memory.length), self._time)
        else:
            said = QCoreApplication.translate(
                "Conversation", "This is the beginning of a very long text. Copy the text to read it whole elsewhere."
            )
            cursor.insertText(said, self._time)

    def _head(self, cursor: QTextCursor, memory: Memory, *, in_empty: bool) -> None:
        form = self._letters.block(block_format(LINE, FOLDED if is_foldable(memory) else BETWEEN))
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
        cursor.insertText(mark + name, link(self._speaker, f"fold:{memory.id}"))
        cursor.insertText(" " + more, link(self._time, f"fold:{memory.id}"))

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
        cursor.insertText(f" {sign} ", self._quiet if to is None else link(self._speaker, f"branch:{to}"))

    def _chips(self, cursor: QTextCursor, memory: Memory) -> None:
        """The model that spoke, and what was attached."""
        chips = [" ".join(text.split())[:80] for text in (memory.model, *memory.attachments) if text.strip()]
        if not chips:
            return
        cursor.insertBlock(self._letters.block(block_format(LINE, 6, 7)), self._time)
        cursor.block().setUserState(CHIPS)
        for n, text in enumerate(chips):
            form = QTextCharFormat(self._chip)
            form.setProperty(CHIP, n + 1)
            cursor.insertText(_HALF if n == 0 else _GAP + _HALF, self._time)
            cursor.insertText(text, form)
