"""How far something has come: a thin bar, quiet while the end isn't known."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.theme.theme import Theme

HEIGHT = 4


class Bar(QProgressBar):
    """A bar of four pixels."""

    def __init__(self, theme: Theme, width: int = 120) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(width, 12))
        self.setRange(0, 1000)
        self.setTextVisible(False)
        theme.changed.connect(self.update)

    def tell(self, done: int, total: int) -> None:
        """So much of so much; a total of 0 is unknown."""
        self.setRange(0, 1000 if total else 0)
        if total:
            self.setValue(round(1000 * min(done, total) / total))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, room = self._theme.tokens, area(self, self._theme)
        whole = QRectF(0, (room.height() - HEIGHT) / 2, room.width(), HEIGHT)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, whole, tokens.track, HEIGHT / 2)
            if self.maximum() == 0:
                whole.setWidth(room.width() / 4)
            else:
                whole.setWidth(max(float(HEIGHT), room.width() * self.value() / self.maximum()))
            box(painter, whole, tokens.accent, HEIGHT / 2)
