"""A few quiet words with an icon that lead somewhere when they are pressed; hidden where there are none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from mnemoteca.gui.components.painting import area, focus_ring, grown, line_of_text, painter_on, width_of
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.theme.icons import draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import TIGHT, Type

ICON, HEIGHT = 13, 22


class ToldButton(QPushButton):
    """Looks like a remark until it is pointed at."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def tell(self, sentence: str, more: str = "") -> None:
        """Say this; `more` is told to who points at it."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(more)
        tell_tip(self, more)
        self.setVisible(bool(sentence))
        self.updateGeometry()

    def sentence(self) -> str:
        return self.text()

    @grown
    def sizeHint(self) -> QSize:
        words = width_of(self.text(), self._theme.font(Type.META))
        return QSize(round(ICON + 5 + words) + 2 * TIGHT + 1, HEIGHT)

    @grown
    def minimumSizeHint(self) -> QSize:
        return QSize(ICON + 2 * TIGHT, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, rect = self._theme.tokens, area(self, self._theme)
        colour = tokens.text if self.underMouse() or self.hasFocus() else tokens.muted
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_icon(painter, TIGHT, (rect.height() - ICON) / 2, self._icon, colour, ICON)
            words = rect.adjusted(TIGHT + ICON + 5, 0, 0, 0)
            line_of_text(painter, words, self.text(), self._theme.font(Type.META), colour)
            if self.hasFocus():
                focus_ring(painter, rect, self._theme, 4)
