"""How rows of a list are painted: two lines and a glyph, the header of a day, or a skeleton while it is under way."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mnemoteca.gui.components.found_text import draw_found, found_height
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.components.painting import RIGHT, box, focus_ring, line_of_text, painted_at, width_of
from mnemoteca.gui.rows import RowRole, RowValue
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import HEADER_ROW, RADIUS, ROW, SMALL, Type

INSET = 8  # from the pane's edge to a row's box
GLYPH = 27  # from the pane's edge to the middle of the glyph
TEXT = 48
END = 20  # from the right edge to what stands there
HIT_LINES = 2

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints what `RowRole` gives."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.many = False  # more than one row is chosen: each of them has a bar at its edge

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state
        value = index.data(RowRole)
        with painted_at(painter, QRectF(option.rect), self._theme) as rect:
            if value is None:
                self._skeleton(painter, rect)
            elif value.header:
                self._header(painter, rect, value.header)
            else:
                behind = self._ground(painter, rect, state)
                self._row(painter, rect, value, behind)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        value = index.data(RowRole)
        width = option.rect.width()
        return QSize(width, self.height(value, width))

    def height(self, value: RowValue | None, width: int) -> int:
        """How high a row is in a list of this width."""
        if value is None or not (value.header or value.meta):
            return self._theme.px(ROW)
        if value.header:
            return self._theme.px(HEADER_ROW)
        room = width / self._theme.zoom - TEXT - END
        body = found_height(value.second, self._theme.font(Type.BODY), room, HIT_LINES)
        return self._theme.px(12 + 18 + 4 + body + (4 + 18 if value.reasons else 0) + 10)

    def _ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> str:
        tokens, inside = self._theme.tokens, rect.adjusted(INSET, 0, -INSET, 0)
        chosen, looked_at = (
            bool(state & QStyle.StateFlag.State_Selected),
            bool(state & QStyle.StateFlag.State_MouseOver),
        )
        behind = tokens.selected if chosen else tokens.hover if looked_at else tokens.bg
        if behind != tokens.bg:
            box(painter, inside, behind, RADIUS)
        if chosen and self.many:
            box(painter, QRectF(inside.left(), inside.top() + 6, 3, inside.height() - 12), tokens.accent, 1.5)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, inside, self._theme, RADIUS)
        return behind

    def _row(self, painter: QPainter, rect: QRectF, value: RowValue, behind: str) -> None:
        if value.tier is not None:
            centre = QPointF(rect.left() + GLYPH, rect.top() + 21)
            ring, pinned = value.ring, value.pinned
            draw_glyph(painter, centre, self._theme.tokens, value.tier, ring=ring, pinned=pinned, behind=behind)
        if value.meta:
            self._hit(painter, rect.adjusted(TEXT, 12, -END, 0), value)
        else:
            self._two_lines(painter, rect.adjusted(TEXT, 0, -END, 0), value)

    def _two_lines(self, painter: QPainter, rect: QRectF, value: RowValue) -> None:
        tokens, meta = self._theme.tokens, self._theme.font(Type.META)
        for y, words, kind, colour, right in (
            (10.0, value.headline, Type.TITLE, tokens.text, value.right_top),
            (31.0, value.second, Type.SECOND, tokens.muted, value.right_bottom),
        ):
            line = QRectF(rect.left(), rect.top() + y, rect.width(), 21)
            room = width_of(right, meta) + 12 if right else 0
            line_of_text(painter, line, right, meta, tokens.muted, RIGHT)
            line_of_text(painter, line.adjusted(0, 0, -room, 0), words, self._theme.font(kind), colour)

    def _hit(self, painter: QPainter, rect: QRectF, value: RowValue) -> None:
        theme, tokens, meta = self._theme, self._theme.tokens, self._theme.font(Type.META)
        first = QRectF(rect.left(), rect.top(), rect.width(), 18)
        line_of_text(painter, first, value.right_top, meta, tokens.muted, RIGHT)
        room = first.adjusted(0, 0, -width_of(value.right_top, meta) - 12, 0)
        said = line_of_text(painter, room, value.headline, theme.font(Type.SPEAKER), tokens.text)
        line_of_text(painter, room.adjusted(said + SMALL, 0, 0, 0), value.meta, meta, tokens.muted)
        body = QRectF(rect.left(), rect.top() + 22, rect.width(), 200)
        high = draw_found(painter, body, value.second, value.highlights, theme.font(Type.BODY), tokens, HIT_LINES)
        if value.reasons:
            last = QRectF(rect.left(), body.top() + high + 4, rect.width(), 18)
            line_of_text(painter, last, value.reasons, meta, tokens.muted)

    def _header(self, painter: QPainter, rect: QRectF, words: str) -> None:
        line = rect.adjusted(16, 6, -END, 0)
        line_of_text(painter, line, words, self._theme.font(Type.META_BOLD), self._theme.tokens.muted)

    def _skeleton(self, painter: QPainter, rect: QRectF) -> None:
        colour = self._theme.tokens.line
        box(painter, QRectF(rect.left() + GLYPH - 8, rect.top() + 13, 16, 16), colour, 8)
        for y, part in ((16.0, 0.45), (36.0, 0.7)):
            box(painter, QRectF(rect.left() + TEXT, rect.top() + y, (rect.width() - TEXT - END) * part, 9), colour, 4)
