"""The rows of the palette: an icon, the name with the letters that were typed lit up, a detail, and the keys."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mnemoteca.gui.components.painting import CENTRE, box, line_of_text, painted_at, width_of
from mnemoteca.gui.matching import Choice, Found
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS, SMALL, Type

FoundRole = Qt.ItemDataRole.UserRole + 1
ROW, CAP = 39, 19
TEXT = PAD + SIZE + GAP
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ChoicesModel(QAbstractListModel):
    """What was found, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: list[Found] = []

    def show(self, found: list[Found]) -> None:
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        return self._found[row].choice if 0 <= row < len(self._found) else None

    def row_of(self, id: str) -> int:
        """Where the choice of this id stands; the first row where it no longer does."""
        return next((row for row, found in enumerate(self._found) if found.choice.id == id), 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role == FoundRole:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (found.choice.text, found.choice.detail, *found.choice.keys[:1]) if part)
        return None


class ChoiceDelegate(QStyledItemDelegate):
    """Paints what `FoundRole` gives."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._theme.grown(QSize(100, ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with painted_at(painter, QRectF(option.rect), self._theme) as row:
            self._row(painter, row, option.state, index.data(FoundRole))

    def _row(self, painter: QPainter, row: QRectF, state: QStyle.StateFlag, found: Found) -> None:
        tokens, choice = self._theme.tokens, found.choice
        if state & QStyle.StateFlag.State_Selected:
            box(painter, row.adjusted(SMALL, 0, -SMALL, 0), tokens.selected, RADIUS)
        draw_icon(painter, PAD + 3, row.top() + (ROW - SIZE) / 2, choice.icon, tokens.muted)
        right = row.right() - PAD - 2
        for key in reversed(QKeySequence(choice.keys[0]).toString(NATIVE).split("+") if choice.keys else []):
            right = self._cap(painter, key, right, row)
        room = QRectF(TEXT + 3, row.top(), right - TEXT - SMALL, ROW)
        end = self._name(painter, found, room)
        if choice.detail:
            meta = self._theme.font(Type.META)
            line_of_text(painter, room.adjusted(end + GAP, 0, 0, 0), choice.detail, meta, tokens.muted)

    def _name(self, painter: QPainter, found: Found, room: QRectF) -> float:
        """The name, the letters that were typed in bold; how wide it came out."""
        at, end = 0, 0.0
        plain, bold = self._theme.font(Type.BODY), self._theme.font(Type.TITLE)
        for start, stop in (*found.spans, (len(found.choice.text),) * 2):
            for piece, font in ((found.choice.text[at:start], plain), (found.choice.text[start:stop], bold)):
                if piece and end < room.width():
                    line_of_text(painter, room.adjusted(end, 0, 0, 0), piece, font, self._theme.tokens.text)
                    end += width_of(piece, font)
            at = stop
        return min(end, room.width())

    def _cap(self, painter: QPainter, key: str, right: float, row: QRectF) -> float:
        """One key, at the right; where the next one ends."""
        small, tokens = self._theme.font(Type.SMALL), self._theme.tokens
        wide = width_of(key, small) + 13
        cap = QRectF(QPointF(right - wide, row.top() + (ROW - CAP) / 2), QPointF(right, row.top() + (ROW + CAP) / 2))
        box(painter, cap, tokens.raised, 5, tokens.edge)
        line_of_text(painter, cap, key, small, tokens.muted, CENTRE)
        return right - wide - SMALL


NATIVE = QKeySequence.SequenceFormat.NativeText
