"""A field for one key: what is pressed in it stands there; Backspace takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit

from mnemoteca.gui.theme.tokens import CONTROL


class KeyField(QKeySequenceEdit):
    """Tells the key as settings write it, once it was pressed; "" is none."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setFixedHeight(CONTROL)
        self._shown = ""
        self.editingFinished.connect(self._finished)

    def show_key(self, key: str) -> None:
        """Show this key, without telling anyone."""
        self._shown = key
        self.setKeySequence(QKeySequence(key))

    def say(self, name: str, none: str) -> None:
        """What it is called, and what stands in it while there is no key."""
        self.setAccessibleName(name)
        for line in self.findChildren(QLineEdit):
            line.setAccessibleName(name)
            line.setPlaceholderText(none)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab and Esc leave it, as any field; Backspace empties it."""
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if bare and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.clear()
            self._finished()
        elif bare and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        elif bare and event.key() == Qt.Key.Key_Escape:
            self.show_key(self._shown)
        else:
            super().keyPressEvent(event)

    def _finished(self) -> None:
        key = self.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if key != self._shown:
            self._shown = key
            self.entered.emit(key)
