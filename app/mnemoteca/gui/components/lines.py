"""A short list of lines: a sign (of the tier, an icon, + or −), one line of text, a word at the right; for cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mnemoteca.core.memory import Tier
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.components.painting import CENTRE, RIGHT, box, focus_ring, line_of_text, painted_at, width_of
from mnemoteca.gui.components.pulse import Pulse
from mnemoteca.gui.components.tip import TipRole
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import RADIUS, SMALL, Type

LineRole = Qt.ItemDataRole.UserRole + 1
LINE, SIGN, TEXT = 33, 18.0, 36
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, TipRole)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `ring` is what is left of its time, 1 to 0; `pace_s` how often it changes by itself, 0: never.

    In place of the tier stands an `icon`, or a `sign` of what became of it: +, ~ or −. `quiet` goes on after the text.
    """

    text: str
    right: str
    tier: Tier | None = None
    ring: float | None = None
    pinned: bool = False
    pace_s: int = 0
    icon: str = ""
    sign: str = ""
    quiet: str = ""


class LinesModel(QAbstractListModel):
    """Things, and how each is said as a line at the moment it is asked for."""

    def __init__(self, said: Callable[[object], Line], parent: QObject) -> None:
        super().__init__(parent)
        self._said = said
        self.things: tuple[object, ...] = ()

    def show(self, things: Sequence[object]) -> None:
        if tuple(things) != self.things:
            self.beginResetModel()
            self.things = tuple(things)
            self.endResetModel()

    def line(self, row: int) -> Line:
        return self._said(self.things[row])

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.line(index.row())
        if role == LineRole:
            return line
        said = ", ".join(part for part in (line.text, line.quiet, line.right) if part)
        return said if role in SPOKEN else None


class LineDelegate(QStyledItemDelegate):
    """Paints what `LineRole` gives."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._theme.grown(QSize(100, LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LineRole)
        with painted_at(painter, QRectF(option.rect), self._theme) as rect:
            self._line(painter, rect, option.state, line)

    def _line(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, line: Line) -> None:
        tokens = self._theme.tokens
        behind = tokens.surface
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_Active:
            behind = tokens.selected
        elif state & QStyle.StateFlag.State_MouseOver:
            behind = tokens.hover
        if behind != tokens.surface:
            box(painter, rect, behind, RADIUS)
        self._sign(painter, rect, behind, line)
        meta = self._theme.font(Type.META)
        right = rect.adjusted(0, 0, -SMALL, 0)
        line_of_text(painter, right, line.right, meta, tokens.muted, RIGHT)
        words = rect.adjusted(TEXT, 0, -(width_of(line.right, meta) + 3 * SMALL if line.right else SMALL), 0)
        used = line_of_text(painter, words, line.text, self._theme.font(Type.BODY), tokens.text)
        if line.quiet:
            rest = words.adjusted(used, 0, 0, 0)
            line_of_text(painter, rest, " · " + line.quiet, self._theme.font(Type.SECOND), tokens.muted)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect, self._theme, RADIUS)

    def _sign(self, painter: QPainter, rect: QRectF, behind: str, line: Line) -> None:
        tokens, at = self._theme.tokens, QPointF(rect.left() + SMALL + SIGN / 2, rect.center().y())
        if line.tier is not None:
            draw_glyph(painter, at, tokens, line.tier, ring=line.ring, pinned=line.pinned, behind=behind, size=SIGN)
        elif line.icon:
            draw_icon(painter, at.x() - SIZE / 2, at.y() - SIZE / 2, line.icon, tokens.muted)
        elif line.sign:
            room = QRectF(at.x() - SIGN / 2, rect.top(), SIGN, rect.height())
            colour = {"+": tokens.medium, "~": tokens.long}.get(line.sign, tokens.faded)
            line_of_text(painter, room, line.sign, self._theme.font(Type.TITLE), colour, CENTRE)


def _same(one: object, other: object) -> bool:
    """Whether two lines are of the same thing, whatever is said of it by now."""
    id = getattr(one, "id", None)
    return one == other if id is None else type(one) is type(other) and id == getattr(other, "id", None)


class Lines(QListView):
    """As high as its lines; Enter or a click opens one, letters do what `keys` say."""

    opened = Signal(object)
    pressed_key = Signal(str, object)

    def __init__(self, theme: Theme, said: Callable[[object], Line], keys: Sequence[str] = ()) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self.setObjectName("lines")
        self._keys = {key.upper() for key in keys}
        self._model = LinesModel(said, self)
        self.setModel(self._model)
        self.setItemDelegate(LineDelegate(theme, self))
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pulse = Pulse(self)
        self._pulse.beat.connect(self.viewport().update)
        self.clicked.connect(self._open)
        theme.changed.connect(self.viewport().update)
        self.show_things(())

    def show_things(self, things: Sequence[object]) -> None:
        """Show these; the one at hand stays so, and where it is gone the next one is."""
        at, former = self.currentIndex().row(), self._model.things
        self._model.show(things)
        self.setFixedHeight(self._theme.px(LINE) * len(things))
        if 0 <= at < len(former) and things:
            there = next((row for row, thing in enumerate(things) if _same(thing, former[at])), at)
            self.setCurrentIndex(self._model.index(min(there, len(things) - 1), 0))
        self.say()

    def say(self) -> None:
        """The language or the time changed."""
        paces = [self._model.line(row).pace_s for row in range(self._model.rowCount())]
        self._pulse.set_pace(min((pace for pace in paces if pace), default=0))
        self.viewport().update()

    def at_hand(self) -> object | None:
        """What is chosen, else the first."""
        row = max(0, self.currentIndex().row())
        return self._model.things[row] if row < len(self._model.things) else None

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.things[index.row()])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif letter in self._keys and self.at_hand() is not None:
            if not event.isAutoRepeat():  # held down, it would go on to the next one
                self.pressed_key.emit(letter, self.at_hand())
        else:
            super().keyPressEvent(event)
