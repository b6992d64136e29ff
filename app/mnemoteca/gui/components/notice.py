"""A sentence across the window that stays until it is dealt with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mnemoteca.gui.components.button import Button, Kind, icon_button
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, painter_on
from mnemoteca.gui.components.spoken import announce
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, TIGHT, Type


class Notice(QWidget):
    """Hidden until there is something to say."""

    acted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._trouble = theme, False
        self._sentence = Label(theme, "", Type.SECOND, wrap=True)
        self._action = Button(theme, "", kind=Kind.LINK)
        self._action.clicked.connect(self.acted)
        self._close = icon_button(theme, "x", "")
        self._close.clicked.connect(self._go)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD + SIZE + GAP, TIGHT, GAP, TIGHT)
        layout.setSpacing(GAP)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        theme.changed.connect(self.update)
        self._words()
        self.hide()

    def set_notice(self, sentence: str, action: str = "", trouble: bool = False) -> None:
        """Say this, with one thing that can be done."""
        self._trouble = trouble
        self._sentence.setText(sentence)
        self._action.set_face(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        announce(self, sentence)

    def clear(self) -> None:
        self.hide()

    def _go(self) -> None:
        self.hide()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self._close.set_name(self.tr("Close this message"))

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, rect = self._theme.tokens, area(self, self._theme)
        with painter_on(self, self._theme) as painter:
            painter.fillRect(rect, QColor(tokens.raised))
            painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), QColor(tokens.line))
            name = "circle-alert" if self._trouble else "check"
            draw_icon(painter, PAD, (rect.height() - SIZE) / 2, name, tokens.text)
