"""A conversation that is searched: everything found in it is marked, the place at hand more than the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from mnemoteca.gui.components.conversation import Conversation
from mnemoteca.gui.components.folding import SHOWN
from mnemoteca.gui.components.found_text import utf16
from mnemoteca.gui.finding import Spans
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL

Span = tuple[int, int]


class Searched(Conversation):
    """Marks what was found, by the ids of turns; they may come later, or never."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._found: Mapping[int, Spans] = {}
        self._at_hand: tuple[int, Span] | None = None
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(0)
        self._marking.timeout.connect(self._mark)
        self.verticalScrollBar().valueChanged.connect(self._mark_soon)
        self.document().contentsChanged.connect(self._mark_soon)
        theme.changed.connect(self._mark_soon)

    def mark_found(self, found: Mapping[int, Spans]) -> None:
        """Mark these from now on; no place is at hand."""
        self._found, self._at_hand = found, None
        self._mark()

    def show_place(self, id: int, span: Span) -> bool:
        """Bring this place into sight, opened where it is folded away; whether its turn is here."""
        at = self._at(id)
        if at is None:
            return False
        self._at_hand = (id, span)
        self._open_for(at, span)
        self.document().size()
        self._bring(at, next(self._cursors(at, (span,)), None))
        self._mark()
        return True

    def top_turn(self) -> int:
        """How manieth of those that are here the first turn in sight is."""
        return self._at_y(3 * SMALL) if self._turns else 0

    def _open_for(self, at: int, span: Span) -> None:
        memory = self._turns[at]
        if span[1] and self._writer.is_folded(memory):
            self._fold_or_open(at)
        if len(self._writer.text_of(memory)) < span[1] <= len(memory.text):
            self._writer.shown[memory.id] = span[1] + SHOWN
            self._rewrite_turns([at])

    def _bring(self, at: int, place: QTextCursor | None) -> None:
        """Scroll to a place in a turn; where it doesn't stand as it is, to the turn's beginning."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if place is None:
            bar.setValue(round(self._top_of(at)) - SMALL)
            return
        rect = self.cursorRect(place)
        if not SMALL < rect.top() < height - 6 * SMALL:
            bar.setValue(bar.value() + rect.top() - height // 3)

    def _mark_soon(self) -> None:
        if self._found and not self._marking.isActive():
            self._marking.start()

    def _mark(self) -> None:
        """Mark what is in sight, and as much around it as can be scrolled to before this is done again."""
        tokens, marked = self._theme.tokens, []
        if self._found and self._turns:
            high = self.viewport().height()
            for at in range(self._at_y(-high), self._at_y(2 * high) + 1):
                id = self._turns[at].id
                for span, cursor in self._found_in(at, self._found.get(id, ())):
                    each = QTextEdit.ExtraSelection()
                    each.cursor = cursor
                    here = self._at_hand == (id, span)
                    form = cursor.charFormat()
                    form.setBackground(QColor(tokens.accent if here else tokens.highlight))
                    form.setForeground(QColor(tokens.on_accent if here else tokens.highlight_text))
                    each.format = form
                    marked.append(each)
        self.setExtraSelections(marked)

    def _found_in(self, at: int, spans: Spans) -> Iterator[tuple[Span, QTextCursor]]:
        return ((span, cursor) for span in spans for cursor in self._cursors(at, (span,)))

    def _cursors(self, at: int, spans: Spans) -> Iterator[QTextCursor]:
        """What of a turn's text stands where, as selections; a span over several runs is several."""
        placed = [each for each in self._written[at].placed if each.run.start >= 0]
        starts = [each.run.start for each in placed]
        for start, end in spans:
            for each in placed[max(0, bisect_right(starts, start) - 1) :]:
                low, high = max(start, each.run.start), min(end, each.run.start + len(each.run.text))
                if each.run.start >= end:
                    break
                if low < high:
                    block = self.document().findBlockByNumber(self._starts[at] + each.block)
                    begin, stop = (each.at + utf16(each.run.text, place - each.run.start) for place in (low, high))
                    made = QTextCursor(block)
                    made.setPosition(block.position() + begin)
                    made.setPosition(block.position() + stop, QTextCursor.MoveMode.KeepAnchor)
                    yield made
