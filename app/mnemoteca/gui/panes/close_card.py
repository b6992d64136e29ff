"""What the first close says: whether the program stays in the tray, or stops."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, SMALL, WIDE, Type

WIDTH = 520


class CloseCard(Overlay):
    """One sentence and two ways; Esc leaves the window open."""

    chosen = Signal(bool)  # whether it stays

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, WIDTH)
        self._title = Label(theme, "", Type.HEADING, wrap=True)
        self._sentence = Label(theme, "", Type.BODY, "muted", wrap=True)
        self._stop, self._stay = Button(theme, "…"), Button(theme, "…", kind=Kind.PRIMARY)
        self._stop.clicked.connect(lambda: self._choose(stays=False))
        self._stay.clicked.connect(lambda: self._choose(stays=True))
        self.left.connect(self.hide)
        self._lay_out()
        self._say()

    def first_focus(self) -> QWidget:
        return self._stay

    def primary(self) -> QPushButton | None:
        return self._stay

    def fit(self) -> None:
        """As high as its sentences, in whatever language."""
        layout = self.card.layout()
        if layout is not None:
            self.card.setFixedHeight(layout.heightForWidth(self.card.width()))

    def _choose(self, *, stays: bool) -> None:
        self.hide()
        self.chosen.emit(stays)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Close the window"))
        self._title.setText(self.tr("Mnemoteca stays in the tray"))
        self._sentence.setText(
            self.tr(
                "So a note is one key away, and memories rise and fade on time. If it stops, what is due is done at "
                "the next start. You can change this in the settings."
            )
        )
        self._stay.set_face(self.tr("Stay in the tray"))
        self._stop.set_face(self.tr("Stop now"))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addStretch(1)
        foot.addWidget(self._stop)
        foot.addWidget(self._stay)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(SMALL)
        column.addLayout(foot)
