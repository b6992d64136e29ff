"""A field with one of several values, and the sign that there are others."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from mnemoteca.gui.components.painting import area, painter_on
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL


class ChoiceField(QComboBox):
    """The wheel goes through its values where it has the keyboard; else it scrolls the page around it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.dress(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens, rect = self._theme.tokens, area(self, self._theme)
        colour = tokens.muted if self.isEnabled() else tokens.faint
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_icon(painter, rect.right() - SMALL - SIZE, (rect.height() - SIZE) / 2, "chevron-down", colour)
