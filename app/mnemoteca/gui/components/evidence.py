"""Evidence as a list: what it says, the quoted sentence with its words marked, and by whom and where it was said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mnemoteca.gui.components.found_text import draw_found, found_height, line_height
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.components.painting import box, focus_ring, painted_at
from mnemoteca.gui.components.quiet_focus import take_focus
from mnemoteca.gui.components.said_model import Index, SaidModel, ValueRole
from mnemoteca.gui.known_words import EvidenceValue
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import RADIUS, SMALL, Type

TEXT, TOP, GAP, BELOW = 16.0, 9.0, 3.0, 8.0
LINES = {"title": 2, "quote": 4, "meta": 2}
BAR = 2.0
SIGN = 16.0
WIDEST = 720.0  # of the words: about 72 characters


class EvidenceDelegate(QStyledItemDelegate):
    """Paints what `ValueRole` gives; with `bars`, a bar of accent stands before each."""

    def __init__(self, theme: Theme, ground: str, *, bars: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._ground, self._bars = theme, ground, bars
        self._heights: dict[tuple[str, str, int, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        value: EvidenceValue = index.data(ValueRole)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        key = value.title, value.quote + value.meta, width, round(100 * self._theme.zoom)
        if key not in self._heights:
            if len(self._heights) > 5_000:
                self._heights.clear()
            self._heights[key] = self._theme.px(self._height(value, width / self._theme.zoom))
        return QSize(60, self._heights[key])

    def _height(self, value: EvidenceValue, width: float) -> int:
        room = min(WIDEST, width - TEXT - SMALL)
        title = found_height(value.title, self._theme.font(Type.TITLE), room, LINES["title"])
        quote = found_height(value.quote, self._theme.font(Type.BODY), room, LINES["quote"])
        meta = found_height(value.meta, self._theme.font(Type.META), room - SIGN - 6, LINES["meta"])
        return round(TOP + title + GAP + quote + GAP + meta + BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with painted_at(painter, QRectF(option.rect), self._theme) as rect:
            self._row(painter, rect, option.state, index.data(ValueRole))

    def _row(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, value: EvidenceValue) -> None:
        tokens, theme = self._theme.tokens, self._theme
        chosen, looked_at = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver
        behind = getattr(tokens, "selected" if state & chosen else "hover" if state & looked_at else self._ground)
        if state & (chosen | looked_at):
            box(painter, rect.adjusted(2 * BAR if self._bars else 0, 0, 0, 0), behind, RADIUS)
        if self._bars:
            box(painter, QRectF(rect.left(), rect.top() + 4, BAR, rect.height() - 8), tokens.accent, BAR / 2)
        room = QRectF(rect.left() + TEXT, rect.top() + TOP, min(WIDEST, rect.width() - TEXT - SMALL), rect.height())
        colour = tokens.muted if value.quiet else tokens.text
        high = draw_found(painter, room, value.title, (), theme.font(Type.TITLE), tokens, LINES["title"], colour)
        room.adjust(0, high + GAP, 0, 0)
        body = theme.font(Type.BODY)
        high = draw_found(painter, room, value.quote, value.marks, body, tokens, LINES["quote"], colour)
        meta = theme.font(Type.META)
        line = QRectF(room.left(), room.top() + high + GAP, room.width(), 2 * line_height(meta))
        if value.tier is not None:
            at = QPointF(line.left() + SIGN / 2, line.top() + line_height(meta) / 2)
            draw_glyph(painter, at, tokens, value.tier, ring=value.ring, pinned=value.pinned, behind=behind, size=SIGN)
            line.adjust(SIGN + 6, 0, 0, 0)
        draw_found(painter, line, value.meta, (), meta, tokens, LINES["meta"], tokens.muted)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect, theme, RADIUS)


class EvidenceList(QListView):
    """Enter or a click opens a piece of evidence where it stands."""

    opened = Signal(object)  # EvidenceValue

    def __init__(
        self, theme: Theme, say: Callable[[object], EvidenceValue], *, ground: str = "bg", bars: bool = False
    ) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self.evidence = SaidModel(say, self)
        self.setModel(self.evidence)
        self.setItemDelegate(EvidenceDelegate(theme, ground, bars=bars, parent=self))
        self.setObjectName("rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(0)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._open)
        theme.changed.connect(self._look_anew)

    def at_hand(self) -> object | None:
        """What is chosen."""
        row = self.currentIndex().row()
        return self.evidence.things[row] if 0 <= row < len(self.evidence.things) else None

    def first_focus(self) -> None:
        """Give it the keyboard, and choose the first where none is chosen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self.evidence.rowCount():
            self.setCurrentIndex(self.evidence.index(0, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if take_focus(self, event) and self.evidence.rowCount():
            self.setCurrentIndex(self.evidence.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.evidence.values[index.row()])

    def _look_anew(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
