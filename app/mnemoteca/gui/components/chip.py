"""Chips: a word or two in a rounded box, as a sign or to be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from mnemoteca.gui.components.ampersand import name_button
from mnemoteca.gui.components.painting import area, box, focus_ring, grown, line_of_text, painter_on, width_of
from mnemoteca.gui.theme.icons import draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type

HEIGHT = 24
ICON = 13
WIDEST = 190  # a longer text is cut


def chip_size(theme: Theme, text: str, icon: str) -> QSize:
    """How much room a chip takes."""
    return QSize(round(width_of(text, theme.font(Type.META)) + 20 + (ICON + 6 if icon else 0) + 2), HEIGHT)


def draw_chip(painter: QPainter, rect: QRectF, theme: Theme, text: str, icon: str, fill: str = "") -> None:
    """A chip in `rect`."""
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box(painter, rect, fill or tokens.raised, HEIGHT / 2, tokens.edge)
    x = rect.left() + 10
    if icon:
        draw_icon(painter, x, rect.center().y() - ICON / 2, icon, tokens.text, ICON)
        x += ICON + 6
    line_of_text(
        painter, QRectF(x, rect.top(), rect.right() - x - 8, rect.height()), text, theme.font(Type.META), tokens.text
    )


class Chip(QLabel):
    """A chip that tells something."""

    def __init__(self, theme: Theme, text: str = "", icon: str = "") -> None:
        super().__init__(text)
        self._theme, self._icon = theme, icon
        self._size = chip_size(theme, text, icon)  # at 100 %
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)

    def tell(self, text: str, icon: str = "") -> None:
        """Change what it tells; nothing at all hides it."""
        self._icon = icon or self._icon
        self._size = chip_size(self._theme, text, self._icon)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()

    @grown
    def sizeHint(self) -> QSize:
        return self._size.boundedTo(QSize(WIDEST, HEIGHT))

    @grown
    def minimumSizeHint(self) -> QSize:
        return QSize(min(64, self._size.width()), HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        with painter_on(self, self._theme) as painter:
            draw_chip(painter, area(self, self._theme), self._theme, self.text(), self._icon)


class ChipButton(QPushButton):
    """A chip that can be pressed, such as a tag."""

    def __init__(self, theme: Theme, text: str, icon: str = "", name: str = "") -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        name_button(self, text)
        self.setAccessibleName(name or text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def tell(self, text: str, name: str = "", icon: str | None = None) -> None:
        self._icon = self._icon if icon is None else icon
        name_button(self, text)
        self.setAccessibleName(name or text)
        self.updateGeometry()

    @grown
    def sizeHint(self) -> QSize:
        return chip_size(self._theme, self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, rect = self._theme.tokens, area(self, self._theme)
        with painter_on(self, self._theme) as painter:
            fill = tokens.selected if self.underMouse() or self.isChecked() else ""
            draw_chip(painter, rect, self._theme, self.text(), self._icon, fill)
            if self.hasFocus():
                focus_ring(painter, rect, self._theme, HEIGHT / 2)
