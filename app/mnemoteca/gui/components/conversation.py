"""A conversation as one text that can be selected: the chosen turn on a card, code in boxes, found words marked.

Any number of turns; they are put in by chunks, at the end or at the beginning, as they are asked for. What tools put
out is folded to a line; where several answers stand side by side, the others are a click or a key away.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from mnemoteca.core.memory import Memory
from mnemoteca.gui.components.chips_line import paint_chips
from mnemoteca.gui.components.folding import is_foldable
from mnemoteca.gui.components.found_text import utf16
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.components.painting import box, focus_ring
from mnemoteca.gui.components.turn_text import lines_of
from mnemoteca.gui.components.turn_writer import CHIPS, CODE, TurnWriter
from mnemoteca.gui.rows import Spans
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import FOCUS, RADIUS_CARD, SMALL

SIDE = 44  # from the pane's edge to the text
CARD = 12  # from the text to the edge of its card
WIDEST = 560  # of the text: 72 characters
NEAR = 900  # px to an end from where more turns are asked for
INDENT = 24.0  # of the first line of a card, for its glyph


class Conversation(QTextEdit):
    """Read only; a click chooses a turn, Alt with up or down the next or the previous one.

    Enter opens or folds the chosen one, Alt with left or right goes to the answer beside it.
    """

    turn_chosen = Signal(object)
    branch_wanted = Signal(object)  # the id of a turn on it
    near_end = Signal(bool)  # True: at the beginning
    end_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._writer = TurnWriter(theme)
        self._turns: list[Memory] = []
        self._blocks: list[int] = []  # of each turn
        self._starts: list[int] = []  # the number of each turn's first block
        self._chosen: Memory | None = None
        self._marks: Spans = ()
        self._set_up()
        theme.changed.connect(self._rewrite)
        self.verticalScrollBar().valueChanged.connect(self._look)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        by_mouse, by_key = Qt.TextInteractionFlag.TextSelectableByMouse, Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(by_mouse | by_key)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)

    # -- turns
    def turns(self) -> list[Memory]:
        return self._turns

    def clear_turns(self) -> None:
        self._turns, self._blocks, self._chosen, self._marks = [], [], None, ()
        self._writer.forks.clear()
        self._count()
        self.clear()
        self._set_margins()

    def set_forks(self, forks: tuple[tuple[int, ...], ...]) -> None:
        """Which turns stand side by side, among those that will be put in."""
        self._writer.forks |= {id: beside for beside in forks for id in beside}

    def add_after(self, turns: tuple[Memory, ...]) -> None:
        """Put these after those that are there."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._blocks += self._writer.write(cursor, turns, in_empty=not self._turns)
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
        counts = self._writer.write(cursor, turns, in_empty=True)
        cursor.endEditBlock()
        self._turns, self._blocks = [*turns, *self._turns], [*counts, *self._blocks]
        self._count()
        bar = self.verticalScrollBar()
        self.document().size()
        bar.setValue(bar.value() + round(self._top_of(len(turns)) - before))

    def replace(self, memory: Memory) -> None:
        """Fresh state of a turn; its text is the same."""
        for n, turn in enumerate(self._turns):
            if turn.id == memory.id:
                self._turns[n] = memory
        if self._chosen is not None and self._chosen.id == memory.id:
            self._chosen = memory
        self.viewport().update()

    def _count(self) -> None:
        self._starts = [0, *accumulate(self._blocks)][: len(self._blocks)]

    def _rewrite(self) -> None:
        """The look changed."""
        turns, chosen, marks, at = tuple(self._turns), self._chosen, self._marks, self.verticalScrollBar().value()
        forks = tuple(self._writer.forks.values())
        self._writer.use(self._theme)
        self.clear_turns()
        self.set_forks(forks)
        if turns:
            self.add_after(turns)
        if chosen is not None:
            self.choose(chosen.id, marks, scroll=False)
        self.document().size()
        self.verticalScrollBar().setValue(at)

    # -- the chosen one
    def chosen(self) -> Memory | None:
        return self._chosen

    def choose(self, id: int, marks: Spans = (), *, scroll: bool = True) -> bool:
        """Put this turn on its card, with what was found in it marked; whether it is here."""
        if self._chosen is not None:
            self._indent(self._chosen.id, 0)
        at = self._at(id)
        self._chosen = None if at is None else self._turns[at]
        self._marks = marks
        if at is not None:
            if marks and self._writer.is_folded(self._turns[at]):
                self._fold_or_open(at)
            self._indent(id, INDENT)
            if scroll:
                self._scroll_to(at)
        self.viewport().update()
        return at is not None

    def _fold_or_open(self, at: int) -> None:
        """Open a turn that is folded, or fold it again."""
        memory = self._turns[at]
        self._writer.opened ^= {memory.id}
        cursor = QTextCursor(self._first_block(at))
        last = self.document().findBlockByNumber(self._starts[at] + self._blocks[at] - 1)
        cursor.beginEditBlock()
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._blocks[at] = self._writer.write(cursor, (memory,), in_empty=True)[0]
        cursor.endEditBlock()
        self._count()
        if self._chosen is not None and self._chosen.id == memory.id:
            self._indent(memory.id, INDENT)
        self.viewport().update()

    def _beside(self, by: int) -> None:
        """Go to the answer beside the chosen one."""
        id = 0 if self._chosen is None else self._chosen.id
        beside = self._writer.forks.get(id, ())
        if beside and 0 <= beside.index(id) + by < len(beside):
            self.branch_wanted.emit(beside[beside.index(id) + by])

    def _follow(self, link: str) -> bool:
        """Do what a link in the text is for; whether it was one."""
        kind, _, id = link.partition(":")
        at = self._at(int(id)) if id.isdecimal() else None
        if kind == "branch" and id.isdecimal():
            self.branch_wanted.emit(int(id))
        elif kind == "fold" and at is not None:
            self._fold_or_open(at)
            self._choose_by_hand(at, scroll=False)
        else:
            return False
        return True

    def _at(self, id: int) -> int | None:
        return next((n for n, turn in enumerate(self._turns) if turn.id == id), None)

    def _indent(self, id: int, by: float) -> None:
        at = self._at(id)
        if at is not None:
            cursor = QTextCursor(self._first_block(at))
            form = cursor.blockFormat()
            form.setTextIndent(by)
            cursor.setBlockFormat(form)

    def _scroll_to(self, at: int) -> None:
        """Bring a turn into sight, where it isn't."""
        self.document().size()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        rect = self._rect_of(at)
        if rect.top() < bar.value() + SMALL or rect.bottom() > bar.value() + height - SMALL:
            bar.setValue(round(rect.top() - height / 3 if at else 0))

    def _step(self, by: int) -> None:
        at = None if self._chosen is None else self._at(self._chosen.id)
        new = 0 if at is None else at + by
        if 0 <= new < len(self._turns):
            self._choose_by_hand(new)

    def _choose_by_hand(self, at: int, *, scroll: bool = True) -> None:
        memory = self._turns[at]
        marks = self._marks if memory is self._chosen and not self._writer.is_folded(memory) else ()
        self.choose(memory.id, marks, scroll=scroll)
        self.turn_chosen.emit(memory)

    # -- where things stand
    def _first_block(self, at: int) -> QTextBlock:
        return self.document().findBlockByNumber(self._starts[at])

    def _box_of(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    def _top_of(self, at: int) -> float:
        return self._box_of(self._first_block(at)).top() if at < len(self._turns) else 0.0

    def _rect_of(self, at: int) -> QRectF:
        """Where a turn stands in the document, from the text's left to its right edge."""
        first = self._box_of(self._first_block(at))
        last = self._box_of(self.document().findBlockByNumber(self._starts[at] + self._blocks[at] - 1))
        return QRectF(SIDE, first.top(), self._text_width(), last.bottom() - first.top())

    def _text_width(self) -> float:
        return max(120.0, min(float(WIDEST), self.viewport().width() - 2.0 * SIDE))

    def _set_margins(self) -> None:
        form = self.document().rootFrame().frameFormat()
        right = self.viewport().width() - SIDE - self._text_width()
        if (form.leftMargin(), form.rightMargin()) != (SIDE, right):
            form.setLeftMargin(SIDE)
            form.setRightMargin(right)
            form.setTopMargin(22)
            form.setBottomMargin(40)
            self.document().rootFrame().setFrameFormat(form)

    # -- painting
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        at = None if self._chosen is None else self._at(self._chosen.id)
        if at is not None:
            self._paint_card(painter, at)
        self._paint_boxes(painter)
        if at is not None:
            self._paint_marks(painter, at)
        painter.end()
        super().paintEvent(event)
        if at is None and self.hasFocus():
            with QPainter(self.viewport()) as over:
                focus_ring(over, QRectF(self.viewport().rect()), self._theme.tokens.accent, 0)

    def _paint_card(self, painter: QPainter, at: int) -> None:
        tokens, memory, rect = self._theme.tokens, self._turns[at], self._rect_of(at)
        card = rect.adjusted(-CARD, -CARD + 4, CARD, CARD + 2)
        focused = self.hasFocus()
        edge = tokens.accent if focused else tokens.edge
        box(painter, card, tokens.raised, RADIUS_CARD, edge, FOCUS if focused else 1)
        centre = QPointF(rect.left() + 8, rect.top() + 13)
        draw_glyph(painter, centre, tokens, memory.tier, pinned=memory.pinned, behind=tokens.raised, size=20)

    def _paint_boxes(self, painter: QPainter) -> None:
        """Behind code and chips."""
        tokens, low = self._theme.tokens, float(self.verticalScrollBar().value())
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.previous().isValid() and block.userState() == CODE and block.previous().userState() == CODE:
            block = block.previous()
        while block.isValid() and self._box_of(block).top() < low + self.viewport().height():
            first = last = block
            while block.isValid() and block.userState() == CODE:
                last, block = block, block.next()
            if first.userState() == CODE:
                rect = QRectF(SIDE, self._box_of(first).top() - 9, self._text_width(), 0)
                rect.setBottom(self._box_of(last).bottom() + 12)
                box(painter, rect, tokens.code, SMALL, tokens.line)
            else:
                if block.userState() == CHIPS:
                    paint_chips(painter, block, self._box_of(block).topLeft(), tokens)
                block = block.next()

    def _paint_marks(self, painter: QPainter, at: int) -> None:
        memory = self._turns[at]
        if not self._marks or self._writer.is_folded(memory):
            return
        block = self.document().findBlockByNumber(self._starts[at] + self._writer.lead(memory))
        for line in lines_of(memory.text):
            for start, end in self._marks:
                low, high = max(start, line.start), min(end, line.end)
                if low < high:
                    self._mark(painter, block, *(utf16(line.text, place - line.start) for place in (low, high)))
            block = block.next()

    def _mark(self, painter: QPainter, block: QTextBlock, start: int, end: int) -> None:
        origin, layout = self._box_of(block).topLeft(), block.layout()
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if low < high:
                left, right = (_x(line.cursorToX(place)) for place in (low, high))
                rect = QRectF(origin.x() + left - 2, origin.y() + line.y() + 1, right - left + 4, line.height() - 1)
                box(painter, rect, self._theme.tokens.highlight, 4)

    # -- what a person does
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection() and self._turns:
            if self._follow(self.anchorAt(event.position().toPoint())):
                return
            number = self.cursorForPosition(event.position().toPoint()).blockNumber()
            self._choose_by_hand(max(0, bisect_right(self._starts, number) - 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = (
            Qt.CursorShape.PointingHandCursor
            if self.anchorAt(event.position().toPoint())
            else Qt.CursorShape.IBeamCursor
        )
        if self.viewport().cursor().shape() is not over:
            self.viewport().setCursor(over)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0) if alt else 0
        aside = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0) if alt else 0
        if step or aside:
            self._step(step) if step else self._beside(aside)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._open_chosen():
            return
        if event.key() == Qt.Key.Key_End:
            self.end_wanted.emit()
        super().keyPressEvent(event)

    def _open_chosen(self) -> bool:
        at = None if self._chosen is None else self._at(self._chosen.id)
        if at is None or not is_foldable(self._turns[at]):
            return False
        self._fold_or_open(at)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)
        self._look()

    def _look(self) -> None:
        """Ask for more where an end comes near."""
        bar = self.verticalScrollBar()
        if self._turns and self.isVisible():
            if bar.value() < NEAR:
                self.near_end.emit(True)
            if bar.maximum() - bar.value() < NEAR:
                self.near_end.emit(False)


def _x(found: tuple[float, int] | float | object) -> float:
    """Where a place of the text stands on its line; Qt gives the place it took, too."""
    value = found[0] if isinstance(found, tuple) else found
    return float(value) if isinstance(value, (int, float)) else 0.0
