"""How a memory is painted as a card of its tier: sign, two lines of text, and below them what happens next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mnemoteca.core.memory import Tier
from mnemoteca.gui.components.found_text import draw_found, found_height
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.components.painting import box, line_of_text, painted_at, width_of
from mnemoteca.gui.rows import RowRole, RowValue
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import FOCUS, RADIUS_CARD, SMALL, Type

TEXT, TOP, LINES = 47, 12, 2
META = 20
Index = QModelIndex | QPersistentModelIndex


def keep_words() -> str:
    """What is clicked to keep what would fade."""
    return QCoreApplication.translate("Cards", "keep")


class CardDelegate(QStyledItemDelegate):
    """Paints what `RowRole` gives as a card."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width() / self._theme.zoom
        value: RowValue = index.data(RowRole)
        body = found_height(value.headline, self._theme.font(Type.BODY), width - TEXT - 14, LINES)
        return self._theme.grown(QSize(60, round(TOP + body + 4 + META + 10) + SMALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value: RowValue = index.data(RowRole)
        with painted_at(painter, QRectF(option.rect), self._theme) as rect:
            self._card(painter, rect.adjusted(0, 0, 0, -SMALL), option.state, value)

    def _card(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag, value: RowValue) -> None:
        tokens = self._theme.tokens
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        looked_at = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = tokens.accent if chosen else tokens.edge if looked_at else tokens.line
        box(painter, card, tokens.surface, RADIUS_CARD, edge, FOCUS if chosen else 1)
        centre = QPointF(card.left() + 25, card.top() + TOP + 11)
        tier = value.tier or Tier.SHORT
        draw_glyph(painter, centre, tokens, tier, ring=value.ring, pinned=value.pinned, behind=tokens.surface)
        body = card.adjusted(TEXT, TOP, -14, 0)
        high = draw_found(painter, body, value.headline, (), self._theme.font(Type.BODY), tokens, LINES)
        self._below(painter, QRectF(body.left(), body.top() + high + 4, body.width(), META), value)

    def _below(self, painter: QPainter, line: QRectF, value: RowValue) -> None:
        tokens, meta = self._theme.tokens, self._theme.font(Type.META)
        end = line_of_text(painter, line, value.second, meta, tokens.muted)
        if value.fading:
            dot = " · "
            line_of_text(painter, line.adjusted(end, 0, 0, 0), dot, meta, tokens.muted)
            after = line.adjusted(end + width_of(dot, meta), 0, 0, 0)
            line_of_text(painter, after, keep_words(), meta, tokens.accent)

    def keep_rect(self, rect: QRectF, value: RowValue) -> QRectF:
        """Where in the card at `rect` keeping is clicked, both at 100 %; empty where it isn't offered."""
        if not value.fading:
            return QRectF()
        meta = self._theme.font(Type.META)
        body = found_height(value.headline, self._theme.font(Type.BODY), rect.width() - TEXT - 14, LINES)
        left = rect.left() + TEXT + width_of(value.second + " · ", meta)
        return QRectF(left - 4, rect.top() + TOP + body + 2, width_of(keep_words(), meta) + 8, META + 6)

    def keeps_at(self, rect: QRectF, value: RowValue, at: QPointF) -> bool:
        """Whether a click at this place keeps what stands on the card of the item at `rect`."""
        zoom = self._theme.zoom
        card = QRectF(QPointF(0, 0), rect.size() / zoom).adjusted(0, 0, 0, -SMALL)
        return self.keep_rect(card, value).contains((at - rect.topLeft()) / zoom)
