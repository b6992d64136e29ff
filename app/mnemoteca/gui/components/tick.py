"""What can be ticked, and what can be chosen one of: a box or a dot, words, and a quieter line below them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from mnemoteca.gui.components.painting import area, box, focus_ring, line_of_text, painter_on, width_of
from mnemoteca.gui.theme.icons import draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL, TIGHT, Type

SIGN = 16
TEXT = SIGN + SMALL + 2  # where the words begin
LINE, MORE = 22, 18


class _Face:
    """How either of them is measured and painted."""

    def __init__(self, theme: Theme, button: QAbstractButton, *, round: bool) -> None:
        self._theme, self._button, self._round = theme, button, round
        self.more = ""
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(button.update)

    def size(self) -> QSize:
        theme, button = self._theme, self._button
        wide = max(width_of(button.text(), theme.font(Type.BODY)), width_of(self.more, theme.font(Type.META)))
        width = round(TEXT + wide + SMALL) if wide else SIGN + 2
        return theme.grown(QSize(width, 2 * TIGHT + LINE + (MORE if self.more else 0)))

    def least(self) -> QSize:
        return QSize(min(self._theme.px(160), self.size().width()), self.size().height())

    def tell(self, text: str, more: str) -> None:
        button, self.more = self._button, more
        button.setText(text)
        button.setAccessibleName(text)
        button.setAccessibleDescription(more)
        button.updateGeometry()
        button.update()

    def paint(self) -> None:
        tokens, theme, button = self._theme.tokens, self._theme, self._button
        room = area(button, theme)
        with painter_on(button, theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._sign(painter, QRectF(1, TIGHT + (LINE - SIGN) / 2, SIGN, SIGN))
            colour = tokens.text if button.isEnabled() else tokens.faint
            words = QRectF(TEXT, TIGHT, room.width() - TEXT - 2, LINE)
            line_of_text(painter, words, button.text(), theme.font(Type.BODY), colour)
            if self.more:
                below = QRectF(TEXT, TIGHT + LINE, words.width(), MORE)
                line_of_text(painter, below, self.more, theme.font(Type.META), tokens.muted)
            if button.hasFocus():
                focus_ring(painter, room, theme, 6)

    def _sign(self, painter: QPainter, at: QRectF) -> None:
        tokens, on = self._theme.tokens, self._button.isChecked()
        radius = SIGN / 2 if self._round else 4.0
        enabled = self._button.isEnabled()
        fill = (tokens.accent if enabled else tokens.faint) if on else tokens.surface
        box(painter, at, fill, radius, "" if on else tokens.faint)
        if on and self._round:
            painter.setBrush(QColor(tokens.on_accent))
            painter.drawEllipse(QPointF(at.center()), 3.0, 3.0)
        elif on:
            draw_icon(painter, at.left() + 2, at.top() + 2, "check", tokens.on_accent, SIGN - 4)


class Tick(QCheckBox):
    """A box that can be ticked."""

    def __init__(self, theme: Theme, text: str = "", more: str = "") -> None:
        super().__init__(text)
        self._face = _Face(theme, self, round=False)
        self.tell(text, more)

    def tell(self, text: str, more: str = "") -> None:
        """Change what it says."""
        self._face.tell(text, more)

    def sizeHint(self) -> QSize:
        return self._face.size()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._face.paint()


class Choice(QRadioButton):
    """One of several, of which one is chosen."""

    def __init__(self, theme: Theme, text: str = "", more: str = "") -> None:
        super().__init__(text)
        self._face = _Face(theme, self, round=True)
        self.tell(text, more)

    def tell(self, text: str, more: str = "") -> None:
        """Change what it says."""
        self._face.tell(text, more)

    def sizeHint(self) -> QSize:
        return self._face.size()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._face.paint()
