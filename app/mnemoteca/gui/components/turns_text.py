"""Turns as one text document that can be selected: written by chunks, written anew in place, measured.

Nothing outside the text is ever asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from mnemoteca.core.memory import Memory
from mnemoteca.gui.components.rendering import Rendering
from mnemoteca.gui.components.selected_text import selected_text
from mnemoteca.gui.components.turn_writer import TurnWriter, Written
from mnemoteca.gui.theme.theme import Theme

SIDE = 44  # from the pane's edge to the text
WIDEST = 560  # of the text: 72 characters


class TurnsText(QTextEdit):
    """Read only; what is on the screen stands still while turns are put in or change their look."""

    rewritten = Signal(object)  # the id of a turn

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self._rendering = Rendering(self)
        self._writer = TurnWriter(theme, self._rendering)
        self._turns: list[Memory] = []
        self._written: list[Written] = []  # of each turn
        self._starts: list[int] = []  # the number of each turn's first block
        self._set_up()
        self._rendering.ready.connect(self._came)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        by_mouse, by_key = Qt.TextInteractionFlag.TextSelectableByMouse, Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(by_mouse | by_key)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing is ever loaded, from nowhere."""
        return None

    # -- turns
    def turns(self) -> list[Memory]:
        return self._turns

    def clear_turns(self) -> None:
        """Nothing is here any more."""
        self._turns, self._written = [], []
        self._writer.forks.clear()
        self._rendering.drop()
        self._count()
        self.clear()
        self._set_margins()

    def set_forks(self, forks: tuple[tuple[int, ...], ...]) -> None:
        """Which turns stand side by side, among those that will be put in."""
        self._writer.forks |= {id: beside for beside in forks for id in beside}

    def add_after(self, turns: tuple[Memory, ...], near: int = 0) -> None:
        """Put these after those that are there; the one with the id `near` will be looked at."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        at = next((n for n, turn in enumerate(turns) if turn.id == near), 0)
        self._written += self._writer.write(cursor, turns, in_empty=not self._turns, near=at)
        cursor.endEditBlock()
        self._turns += turns
        self._count()

    def add_before(self, turns: tuple[Memory, ...]) -> None:
        """Put these before those that are there; what is on the screen stays where it is."""
        before = self._top_of(0)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = cursor.block()
        cursor.insertBlock(block.blockFormat(), block.charFormat())
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        written = self._writer.write(cursor, turns, in_empty=True, near=len(turns) - 1)
        cursor.endEditBlock()
        self._turns, self._written = [*turns, *self._turns], [*written, *self._written]
        self._count()
        bar = self.verticalScrollBar()
        self.document().size()
        bar.setValue(bar.value() + round(self._top_of(len(turns)) - before))

    def _count(self) -> None:
        self._starts = [0, *accumulate(each.blocks for each in self._written)][: len(self._written)]

    def _rewrite_turns(self, those: list[int]) -> None:
        """Write turns anew, what is on the screen stays where it is."""
        bar = self.verticalScrollBar()
        high, anchor = bar.value(), self._at_y(0)
        if anchor + 1 < len(self._turns) and self._top_of(anchor + 1) < high + self.viewport().height():
            anchor += 1  # of the one at the upper edge only a part is in sight
        before = self._top_of(anchor)
        for at in those:
            self._rewrite_turn(at)
        self.document().size()
        bar.setValue(high + round(self._top_of(anchor) - before))
        self.viewport().update()

    def _rewrite_turn(self, at: int) -> None:
        memory, cursor = self._turns[at], QTextCursor(self._first_block(at))
        last = self._last_block(at)
        cursor.beginEditBlock()
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._written[at] = self._writer.write(cursor, (memory,), in_empty=True)[0]
        cursor.endEditBlock()
        self._count()
        self.rewritten.emit(memory.id)

    def _came(self, text: str) -> None:
        """A text can be shown as what it is by now."""
        those = [
            n
            for n, turn in enumerate(self._turns)
            if self._written[n].blocks > 1 and turn.text[:64] == text[:64] and self._writer.text_of(turn) == text
        ]
        if those:
            self._rewrite_turns(those)

    def _at(self, id: int) -> int | None:
        return next((n for n, turn in enumerate(self._turns) if turn.id == id), None)

    # -- where things stand
    def _first_block(self, at: int) -> QTextBlock:
        return self.document().findBlockByNumber(self._starts[at])

    def _last_block(self, at: int) -> QTextBlock:
        return self.document().findBlockByNumber(self._starts[at] + self._written[at].blocks - 1)

    def _box_of(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    def _top_of(self, at: int) -> float:
        return self._box_of(self._first_block(at)).top() if at < len(self._turns) else 0.0

    def _at_y(self, y: int) -> int:
        """The turn at this height of the viewport."""
        number = self.cursorForPosition(QPoint(self.side(), y)).blockNumber()
        return max(0, bisect_right(self._starts, number) - 1)

    def _rect_of(self, at: int) -> QRectF:
        """Where a turn stands in the document, from the text's left to its right edge."""
        first, last = self._box_of(self._first_block(at)), self._box_of(self._last_block(at))
        return QRectF(self.side(), first.top(), self._text_width(), last.bottom() - first.top())

    def _text_width(self) -> float:
        return max(120.0, min(float(self._theme.px(WIDEST)), self.viewport().width() - 2.0 * self.side()))

    def side(self) -> int:
        """From the pane's edge to the text."""
        return self._theme.px(SIDE)

    def _set_margins(self) -> None:
        form = self.document().rootFrame().frameFormat()
        side, px = self.side(), self._theme.px
        right = self.viewport().width() - side - self._text_width()
        if (form.leftMargin(), form.rightMargin()) != (side, right):
            form.setLeftMargin(side)
            form.setRightMargin(right)
            form.setTopMargin(px(22))
            form.setBottomMargin(px(40))
            self.document().rootFrame().setFrameFormat(form)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Words alone."""
        data = QMimeData()
        data.setText(selected_text(self.document(), self.textCursor()))
        return data
