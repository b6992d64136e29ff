"""Panes side by side, a line of one pixel between them that can be moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QSplitter, QWidget

from mnemoteca.gui.theme.theme import Theme


class Split(QSplitter):
    """None of the panes can be drawn to nothing."""

    def __init__(self, theme: Theme, *panes: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setHandleWidth(1)
        for n, pane in enumerate(panes):
            self.addWidget(pane)
            self.setCollapsible(n, False)
            self.handle(n).setAutoFillBackground(True)
        self._paint()
        theme.changed.connect(self._paint)

    def _paint(self) -> None:
        for n in range(self.count()):
            handle = self.handle(n)
            palette = QPalette(handle.palette())
            palette.setColor(QPalette.ColorRole.Window, QColor(self._theme.tokens.line))
            handle.setPalette(palette)
