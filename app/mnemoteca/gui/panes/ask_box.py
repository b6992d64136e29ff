"""A card that asks for one line, such as a name: Enter takes it, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, SMALL, WIDE, Type

WIDTH = 440


class AskBox(Overlay):
    """Asks, and hands what was typed to whoever asked."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over, WIDTH, 2, 3)
        self._does: Callable[[str], object] | None = None
        self._title = Label(theme, "", Type.SECTION)
        self._help = Label(theme, "", Type.META, "muted", wrap=True)
        self.field = theme.dress(QLineEdit())
        self.field.setFixedHeight(CONTROL)
        self._cancel = Button(theme, "…", kind=Kind.QUIET)
        self._do = Button(theme, "…", kind=Kind.PRIMARY)
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._do)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(GAP)
        for part in (self._title, self._help, self.field):
            column.addWidget(part)
        column.addLayout(foot)
        self.field.textChanged.connect(lambda text: self._do.setEnabled(bool(text.strip())))
        self._do.clicked.connect(self._taken)
        self._cancel.clicked.connect(self.hide)
        self.left.connect(self.hide)
        self._words()

    def ask(self, title: str, name: str, does: Callable[[str], object], *, text: str = "", help: str = "") -> None:
        """Ask for a line; `name` is what the button says, `text` what stands in the field at first."""
        self._does = does
        self._title.setText(title)
        self._help.setText(help)
        self._help.setVisible(bool(help))
        self._do.set_face(name)
        self._do.setEnabled(bool(text.strip()))
        self.setAccessibleName(title)
        self.field.setAccessibleName(title)
        self.field.setText(text)
        self.field.selectAll()
        self.open_card()

    def first_focus(self) -> QWidget:
        return self.field

    def primary(self) -> QPushButton | None:
        return self._do

    def _taken(self) -> None:
        text, does = self.field.text().strip(), self._does
        self.hide()
        if text and does is not None:
            does(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self._cancel.set_face(self.tr("Cancel"))
