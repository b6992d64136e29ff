"""A field for a folder: it can be typed, or chosen."""

from __future__ import annotations

import os

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from mnemoteca.gui.components.button import icon_button
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, TIGHT


class FolderField(QWidget):
    """Tells the folder once it was typed to its end or chosen; "" is none."""

    entered = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._path = ""
        self._line = theme.dress(QLineEdit())
        self._line.setFixedHeight(CONTROL)
        self._choose = icon_button(theme, "folder-open", "…")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self._line, 1)
        row.addWidget(self._choose)
        self.setFocusProxy(self._line)
        self._line.editingFinished.connect(lambda: self._enter(self._line.text().strip()))
        self._choose.clicked.connect(self._ask)

    def show_path(self, path: str) -> None:
        """Show this folder, without telling anyone."""
        self._path = path
        self._line.setText(path)
        tell_tip(self._line, path)

    def say(self, name: str, choose: str, none: str) -> None:
        """What it is called, what its button is, and what stands in it while there is no folder."""
        self._line.setAccessibleName(name)
        self._choose.set_name(choose)
        self._line.setPlaceholderText(none)

    def _enter(self, path: str) -> None:
        if path != self._path:
            self._path = path
            self.entered.emit(path)

    def _ask(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, self._choose.accessibleName(), self._path or os.path.expanduser("~")
        )
        if path:
            self.show_path(path)
            self.entered.emit(path)
