"""A key as it stands on the keyboard, beside what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from mnemoteca.gui.components.painting import CENTRE, area, box, grown, line_of_text, painter_on, width_of
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type


class Keycap(QLabel):
    """The name of a key in a small box."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__(keys)
        self._theme = theme
        theme.changed.connect(self.update)

    @grown
    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self.text(), self._theme.font(Type.SMALL))) + 13, 19)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, whole = self._theme.tokens, area(self, self._theme)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            cap = QRectF(0, (whole.height() - 19) / 2, whole.width(), 19)
            box(painter, cap, tokens.raised, 5, tokens.edge)
            line_of_text(painter, cap, self.text(), self._theme.font(Type.SMALL), tokens.muted, CENTRE)
