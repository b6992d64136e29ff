"""What covers the window while a file is held over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mnemoteca.gui.components.painting import CENTRE, area, faint, line_of_text, painter_on
from mnemoteca.gui.theme.icons import draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import RADIUS_CARD, WIDE, Type

ICON = 32


class DropVeil(QWidget):
    """Says what dropping does; the mouse goes through it to the window."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def begin(self) -> None:
        """A file came over the window."""
        self.setAccessibleName(self.tr("Drop to bring these in"))
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def end(self) -> None:
        """It was dropped, or went."""
        self.hide()

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, inside = self._theme.tokens, area(self, self._theme).adjusted(WIDE, WIDE, -WIDE, -WIDE)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(area(self, self._theme), faint(tokens.bg, 0.9))
            painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(inside, RADIUS_CARD, RADIUS_CARD)
            middle = inside.center()
            draw_icon(painter, middle.x() - ICON / 2, middle.y() - ICON - 8, "file-down", tokens.accent, ICON)
            line = QRectF(inside.left(), middle.y() + 8, inside.width(), 28)
            words = self.tr("Drop to bring these in")
            line_of_text(painter, line, words, self._theme.font(Type.SECTION), tokens.text, CENTRE)
