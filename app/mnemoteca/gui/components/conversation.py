"""A conversation as one text that can be selected: the chosen turn on a card, code in boxes, found words marked.

Any number of turns; they are put in by chunks, at the end or at the beginning, as they are asked for. Markdown is
shown as what it means; nothing outside the text is ever asked for. What tools put out is folded to a line; where
several answers stand side by side, the others are a click or a key away.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)

from mnemoteca.core.memory import Memory
from mnemoteca.gui.components.code_block import CodeBox, Colouring, code_boxes, paint_code_box
from mnemoteca.gui.components.folding import SHOWN, STEP, is_foldable
from mnemoteca.gui.components.found_marks import mark_rects
from mnemoteca.gui.components.ground import paint_blocks, paint_card
from mnemoteca.gui.components.painting import box, focus_ring, painted_at
from mnemoteca.gui.components.turns_text import TurnsText
from mnemoteca.gui.finding import Sought, Spans
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL

NEAR = 900  # px to an end from where more turns are asked for
INDENT = 24.0  # of the first line of a card, for its glyph
COPIED_MS = 1600  # that a button says so


class Conversation(TurnsText):
    """Read only; a click chooses a turn, Alt with up or down the next or the previous one.

    Enter opens or folds the chosen one, or offers the addresses in it; Alt with left or right goes to the answer
    beside it.
    """

    turn_chosen = Signal(object)
    branch_wanted = Signal(object)  # the id of a turn on it
    links_wanted = Signal(object, object)  # addresses, and where on the screen
    copied = Signal()
    near_end = Signal(bool)  # True: at the beginning
    end_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._colouring = Colouring(self)
        self._chosen: Memory | None = None
        self._marks: Spans = ()
        self._boxes: list[CodeBox] = []  # in sight
        self._hovered: CodeBox | None = None
        self._just_copied: CodeBox | None = None
        self._soon = _timer(self, 0, self._colour_boxes)
        self._said = _timer(self, COPIED_MS, self._say_no_more)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._rewrite)
        self.rewritten.connect(self._written_anew)
        self._colouring.ready.connect(self._soon.start)
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.document().contentsChanged.connect(self._soon.start)

    # -- turns
    def clear_turns(self) -> None:
        self._chosen, self._marks, self._boxes = None, (), []
        super().clear_turns()

    def set_formatted(self, formatted: bool) -> None:
        """Show Markdown as what it means, or all as it was written."""
        if formatted != self._rendering.formatted:
            self._rendering.formatted = formatted
            self._rewrite()

    def formatted(self) -> bool:
        """Whether Markdown is shown as what it means."""
        return self._rendering.formatted

    def replace(self, memory: Memory) -> None:
        """Fresh state of a turn; its text is the same."""
        for n, turn in enumerate(self._turns):
            if turn.id == memory.id:
                self._turns[n] = memory
        if self._chosen is not None and self._chosen.id == memory.id:
            self._chosen = memory
        self.viewport().update()

    def _written_anew(self, id: int) -> None:
        if self._chosen is not None and self._chosen.id == id:
            self._indent(id, INDENT * self._theme.zoom)

    def _came(self, text: str) -> None:
        """What was found stays where it is, too."""
        at = None if self._chosen is None else self._at(self._chosen.id)
        bar, before = self.verticalScrollBar(), [] if at is None else self._mark_rects(at)
        low = bar.value()
        super()._came(text)
        after = [] if at is None else self._mark_rects(at)
        if before and after and low <= before[0].center().y() <= low + self.viewport().height():
            bar.setValue(round(low + after[0].top() - before[0].top()))

    def _rewrite(self) -> None:
        """The look changed."""
        turns, chosen, marks, at = tuple(self._turns), self._chosen, self._marks, self.verticalScrollBar().value()
        forks = tuple(self._writer.forks.values())
        self._writer.use(self._theme)
        top = self._turns[self._at_y(0)].id if turns else 0
        self.clear_turns()
        self.set_forks(forks)
        if turns:
            self.add_after(turns, top)
        if chosen is not None:
            self.choose(chosen.id, marks, scroll=False)
        self.document().size()
        self.verticalScrollBar().setValue(at)

    # -- the chosen one
    def chosen(self) -> Memory | None:
        return self._chosen

    def choose(self, id: int, marks: Spans | Sought = (), *, scroll: bool = True) -> bool:
        """Put this turn on its card, with what was found in it marked; whether it is here."""
        if self._chosen is not None:
            self._indent(self._chosen.id, 0)
        at = self._at(id)
        self._chosen = None if at is None else self._turns[at]
        self._marks = ()
        if at is not None:
            self._marks = marks.on(self._turns[at]) if isinstance(marks, Sought) else marks
            self._open_for_marks(at)
            self._indent(id, INDENT * self._theme.zoom)
            if scroll:
                self._scroll_to(at)
        self.viewport().update()
        return at is not None

    def _open_for_marks(self, at: int) -> None:
        """Show what was found, where it is folded away or far down in a long text."""
        if not self._marks:
            return
        memory, first = self._turns[at], self._marks[0]
        if self._writer.is_folded(memory):
            self._fold_or_open(at)
        if len(self._writer.text_of(memory)) < first[1] <= len(memory.text):
            self._writer.shown[memory.id] = first[1] + SHOWN
            self._rewrite_turns([at])

    def _fold_or_open(self, at: int) -> None:
        """Open a turn that is folded, or fold it again."""
        self._writer.opened ^= {self._turns[at].id}
        self._rewrite_turn(at)
        self.viewport().update()

    def _show_more(self, at: int) -> None:
        """More of a long text."""
        id = self._turns[at].id
        self._writer.shown[id] = self._writer.shown.get(id, SHOWN) + STEP
        self._rewrite_turns([at])

    def _beside(self, by: int) -> None:
        """Go to the answer beside the chosen one."""
        id = 0 if self._chosen is None else self._chosen.id
        beside = self._writer.forks.get(id, ())
        if beside and 0 <= beside.index(id) + by < len(beside):
            self.branch_wanted.emit(beside[beside.index(id) + by])

    def _follow(self, link: str, place: QPoint) -> bool:
        """Do what a link in the text is for; whether it was one."""
        kind, _, rest = link.partition(":")
        at = self._at(int(rest)) if rest.isdecimal() else None
        if kind == "link":
            self.links_wanted.emit((rest,), place)
        elif kind == "branch" and rest.isdecimal():
            self.branch_wanted.emit(int(rest))
        elif kind == "more" and at is not None:
            self._show_more(at)
        elif kind == "fold" and at is not None:
            self._fold_or_open(at)
            self._choose_by_hand(at, scroll=False)
        else:
            return False
        return True

    def _indent(self, id: int, by: float) -> None:
        at = self._at(id)
        if at is not None:
            self.document().size()  # a change before all is laid out leaves the rest so
            cursor = QTextCursor(self._first_block(at))
            form = cursor.blockFormat()
            form.setTextIndent(by)
            cursor.setBlockFormat(form)

    def _scroll_to(self, at: int) -> None:
        """Bring a turn, and the first of what was found in it, into sight."""
        self.document().size()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        rect = self._rect_of(at)
        mark = next(iter(self._mark_rects(at)), None)
        if rect.top() < bar.value() + SMALL or rect.bottom() > bar.value() + height - SMALL:
            bar.setValue(round(rect.top() - height / 3 if at else 0))
        if mark is not None and not bar.value() + SMALL < mark.center().y() < bar.value() + height - SMALL:
            bar.setValue(round(mark.top() - height / 3))

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

    # -- code
    def copy_code(self) -> bool:
        """Copy the first code of the chosen turn, or else the first in sight; whether there is any."""
        at = None if self._chosen is None else self._at(self._chosen.id)
        if at is not None and self._written[at].codes:
            self._copy(self._written[at].codes[0])
            return True
        if at is None and self._boxes:
            self._copy_box(self._boxes[0])
            return True
        return False

    def _copy_box(self, each: CodeBox) -> None:
        self._just_copied = each
        self._said.start()
        self._copy(self._code_of(each))

    def _copy(self, code: str) -> None:
        QGuiApplication.clipboard().setText(code)
        self.copied.emit()
        self.viewport().update()

    def _say_no_more(self) -> None:
        self._just_copied = None
        self.viewport().update()

    def _code_of(self, each: CodeBox) -> str:
        at = self._at(each.turn)
        return "" if at is None else self._written[at].codes[each.number - 1]

    def _colour_boxes(self) -> None:
        """Give the code that is in sight its colours."""
        high, page = self.verticalScrollBar().value(), self.viewport().height()
        for each in self._find_boxes():
            self._colouring.colour(each, self._code_of(each), self._theme.tokens, high - page, high + 2.0 * page)

    def _find_boxes(self) -> list[CodeBox]:
        top = self.cursorForPosition(QPoint(0, 0)).block()
        low = float(self.verticalScrollBar().value() + self.viewport().height())
        side, zoom = self.side(), self._theme.zoom
        return list(code_boxes(self.document(), top, low, side + self._text_width(), side, zoom)) if self._turns else []

    def _button_at(self, place: QPoint) -> CodeBox | None:
        at = place + QPoint(0, self.verticalScrollBar().value())
        return next((each for each in self._boxes if each.button(self._theme).contains(at)), None)

    def _mark_rects(self, at: int) -> list[QRectF]:
        return list(mark_rects(self.document(), self._starts[at], self._written[at].placed, self._marks))

    # -- painting
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, high = self._theme.tokens, self.verticalScrollBar().value()
        at = None if self._chosen is None else self._at(self._chosen.id)
        self._boxes = self._find_boxes()
        ringed = self.hasFocus() and self._theme.hands.by_key
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -high)
            if at is not None:
                with painted_at(painter, self._rect_of(at), self._theme) as rect:
                    paint_card(painter, rect, self._turns[at], tokens, focused=ringed)
            for each in self._boxes:
                hovered, copied = each.same(self._hovered), each.same(self._just_copied)
                paint_code_box(painter, each, self._theme, hovered=hovered, copied=copied)
            top, low = self.cursorForPosition(QPoint(0, 0)).block(), float(high + self.viewport().height())
            paint_blocks(painter, self.document(), top, low, self.side(), self._text_width(), self._theme)
            for rect in [] if at is None else self._mark_rects(at):
                box(painter, rect, tokens.highlight, 4)
        super().paintEvent(event)
        if at is None and self.hasFocus():
            with QPainter(self.viewport()) as over:
                focus_ring(over, QRectF(self.viewport().rect()), self._theme, 0)

    # -- what a person does
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection() and self._turns:
            if button := self._button_at(place):
                self._copy_box(button)
            elif not self._follow(self.anchorAt(place), event.globalPosition().toPoint()):
                self._choose_by_hand(self._at_y(place.y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        self._hovered, before = self._button_at(place), self._hovered
        if self._hovered is not before:
            self.viewport().update()
        pressed = self._hovered is not None or bool(self.anchorAt(place))
        over = Qt.CursorShape.PointingHandCursor if pressed else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not over:
            self.viewport().setCursor(over)

    def tip_at(self, at: QPoint) -> str:
        """Where a link leads."""
        kind, _, rest = self.anchorAt(at).partition(":")
        return rest if kind == "link" else ""

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
        if at is None:
            return False
        written, memory = self._written[at], self._turns[at]
        if is_foldable(memory):
            self._fold_or_open(at)
        elif self._writer.has_more(memory):
            self._show_more(at)
        elif links := tuple(dict.fromkeys(each.run.to for each in written.placed if each.run.to)):
            top = round(self._top_of(at)) - self.verticalScrollBar().value()
            self.links_wanted.emit(
                links, self.viewport().mapToGlobal(QPoint(self.side(), max(0, top) + self._theme.px(24)))
            )
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)
        self._look()

    def _look(self) -> None:
        """Ask for more where an end comes near; what came into sight gets its colours."""
        bar = self.verticalScrollBar()
        self._soon.start()
        if self._turns and self.isVisible():
            if bar.value() < NEAR:
                self.near_end.emit(True)
            if bar.maximum() - bar.value() < NEAR:
                self.near_end.emit(False)


def _timer(parent: Conversation, ms: int, does: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(ms)
    made.timeout.connect(does)
    return made
