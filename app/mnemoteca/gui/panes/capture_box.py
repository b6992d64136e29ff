"""Writing a note over the window: what is typed stays when the box is closed, and Ctrl+Enter keeps it."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.panes.capture_card import CaptureCard
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SEARCH


class CaptureBox(Overlay):
    """The note stands on a card of its own, `note`."""

    def __init__(self, theme: Theme, parent: QWidget, clock: Clock) -> None:
        super().__init__(theme, parent, SEARCH, 2, 3)
        self.note = CaptureCard(theme, clock)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        self.setAccessibleName(self.note.accessibleName())
        self.note.named.connect(self.setAccessibleName)
        self.note.left.connect(self.hide)
        self.left.connect(self.hide)

    def open_box(self) -> None:
        """Show it, ready for typing."""
        self.open_card()

    def first_focus(self) -> QWidget:
        return self.note.field

    def primary(self) -> QPushButton | None:
        return None  # Enter alone keeps nothing: it might be meant for the text

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.hide()
