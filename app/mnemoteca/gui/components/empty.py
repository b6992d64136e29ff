"""What is said where there is nothing to show: a sentence and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mnemoteca.gui.components.label import Label
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import LARGE, TIGHT, Type


class Empty(QWidget):
    """Two lines in the middle of the upper part."""

    def __init__(self, theme: Theme, header: int = 0) -> None:
        """`header`: as high as what stands above a list beside it, so that both are in line."""
        super().__init__()
        self._sentence = Label(theme, "", Type.TITLE, wrap=True)
        self._next = Label(theme, "", Type.SECOND, "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, LARGE + header, LARGE, LARGE)
        layout.setSpacing(TIGHT)
        layout.addStretch(1)
        for label in (self._sentence, self._next):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(2)

    def tell(self, sentence: str, next_step: str = "") -> None:
        self._sentence.setText(sentence)
        self._next.setText(next_step)
        self._next.setVisible(bool(next_step))
        self.setAccessibleName(" ".join(part for part in (sentence, next_step) if part))

    def sentence(self) -> str:
        """What it says, without the next step."""
        return self._sentence.text()

    def says_something(self) -> bool:
        return bool(self._sentence.text())
