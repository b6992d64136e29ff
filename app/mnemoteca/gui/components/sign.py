"""The sign of a tier as a part of its own: beside a heading, at the space's name."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from mnemoteca.core.memory import Tier
from mnemoteca.gui.components.glyph import SIZE, draw_glyph
from mnemoteca.gui.components.painting import area, painter_on
from mnemoteca.gui.theme.theme import Theme


class Sign(QWidget):
    """A glyph; its words stand beside it, so it is silent."""

    def __init__(self, theme: Theme, tier: Tier = Tier.LONG, size: float = SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._tier, self._ring, self._pinned = tier, None, False
        self.setFixedSize(QSize(round(size) + 6, round(size) + 6))
        theme.changed.connect(self.update)

    _ring: float | None

    def show_tier(self, tier: Tier, ring: float | None = None, pinned: bool = False) -> None:
        self._tier, self._ring, self._pinned = tier, ring, pinned
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        centre = area(self, self._theme).center()
        with painter_on(self, self._theme) as painter:
            draw_glyph(
                painter,
                centre,
                self._theme.tokens,
                self._tier,
                ring=self._ring,
                pinned=self._pinned,
                size=self._size,
            )
