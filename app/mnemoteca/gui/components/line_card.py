"""A card of lines: a heading with a count, the lines, what there is to say where there are none, and a foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.lines import Lines
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import PAD, RADIUS_CARD, SMALL, Type

OUT = 8  # lines stand out to the left and right of their card’s words, so that signs are in line with the heading


class Card(QWidget):
    """A heading with a count, lines, and what there is to say where there are none."""

    def __init__(self, theme: Theme, lines: Lines) -> None:
        super().__init__()
        self._theme, self.lines = theme, lines
        self._title = Label(theme, "", Type.SECTION)
        self._detail = Label(theme, "", Type.META, "muted")
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(SMALL)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._title)
        head.addWidget(self._detail, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD - OUT, PAD - 2, PAD - OUT, PAD - 2)
        column.setSpacing(SMALL)
        for part in (head, self.foot):
            part.setContentsMargins(OUT, 0, OUT, 0)
        self._nothing.setContentsMargins(OUT, 0, OUT, 0)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(lines)
        column.addLayout(self.foot)
        column.addStretch(1)
        theme.changed.connect(self.update)

    def tell(self, title: str, detail: str, nothing: str) -> None:
        self._title.setText(title)
        self._detail.setText(detail)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not self.lines.model().rowCount())
        self.lines.setAccessibleName(title)
        self.lines.say()

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, area(self, self._theme), tokens.surface, RADIUS_CARD, tokens.line)
