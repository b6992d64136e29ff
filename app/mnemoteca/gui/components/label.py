"""Words on their own: headings, sentences, muted remarks; plain text always."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type


class Label(QLabel):
    """A text in a kind of type and the colour of a token; nothing in it is ever taken as markup."""

    def __init__(
        self, theme: Theme, text: str = "", kind: Type = Type.BODY, colour: str = "text", *, wrap: bool = False
    ) -> None:
        super().__init__(text)
        self._theme, self._colour = theme, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(kind))
        self.setWordWrap(wrap)
        self._paint()
        theme.changed.connect(self._paint)

    def set_colour(self, colour: str) -> None:
        """Another token's colour."""
        self._colour = colour
        self._paint()

    def selectable(self) -> Label:
        """Its text can be selected and copied."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return self

    def _paint(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(self._theme.tokens, self._colour)))
        self.setPalette(palette)


class Divider(QWidget):
    """A line of one pixel."""

    def __init__(self, theme: Theme, *, upright: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setAutoFillBackground(True)
        self.setFixedWidth(1) if upright else self.setFixedHeight(1)
        self._paint()
        theme.changed.connect(self._paint)

    def _paint(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(self._theme.tokens.line))
        self.setPalette(palette)


class Ground(QWidget):
    """A pane's ground in the colour of a token."""

    def __init__(self, theme: Theme, colour: str = "bg", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._ground = theme, colour
        self.setAutoFillBackground(True)
        self._fill()
        theme.changed.connect(self._fill)

    def _fill(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(getattr(self._theme.tokens, self._ground)))
        self.setPalette(palette)
