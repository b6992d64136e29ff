"""A field for a word or a path: told once it was typed to its end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.theme.tokens import CONTROL


class LineField(QLineEdit):
    """Tells what was typed, with no blanks around it; "" is none."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(CONTROL)
        self._shown = ""
        self.editingFinished.connect(self._finished)

    def show_text(self, text: str) -> None:
        """Show this, without telling anyone."""
        self._shown = text
        self.setText(text)
        tell_tip(self, text)

    def say(self, name: str, none: str) -> None:
        """What it is called, and what stands in it while there is nothing."""
        self.setAccessibleName(name)
        self.setPlaceholderText(none)

    def _finished(self) -> None:
        text = self.text().strip()
        if text != self._shown:
            self._shown = text
            self.entered.emit(text)
