"""Forgetting what something hangs on: what goes with it is said first; it can be undone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mnemoteca.core.sleep.why import Consequences
from mnemoteca.gui import told_forgetting
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.counted import counted
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, SMALL, WIDE, Type

WIDTH = 520


class ForgetCard(Overlay):
    """Asks; Enter forgets, Esc leaves everything as it is."""

    forget_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, WIDTH)
        self._seen: Consequences | None = None
        self._title = Label(theme, "", Type.HEADING, wrap=True)
        self._sentence = Label(theme, "", Type.BODY, "muted", wrap=True)
        self._facts = FactsCard(theme)
        self._cancel, self._forget = Button(theme, "…", kind=Kind.QUIET), Button(theme, "…", icon="archive-x")
        self._cancel.clicked.connect(self.hide)
        self._forget.clicked.connect(self._go)
        self.left.connect(self.hide)
        buttons, column = QHBoxLayout(), QVBoxLayout(self.card)
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        for button in (self._cancel, self._forget):
            buttons.addWidget(button)
        column.setContentsMargins(WIDE, WIDE, WIDE, PAD)
        column.setSpacing(GAP)
        for part in (self._title, self._sentence, self._facts):
            column.addWidget(part)
        column.addSpacing(SMALL)
        column.addLayout(buttons)

    def ask(self, seen: Consequences) -> None:
        """Say what would go, and ask."""
        self._seen = seen
        self._say()
        self.open_card()

    def first_focus(self) -> QWidget:
        return self._forget

    def primary(self) -> QPushButton | None:
        return self._forget

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _go(self) -> None:
        self.hide()
        self.forget_wanted.emit()

    def _say(self) -> None:
        if self._seen is None:
            return
        self._title.setText(self.tr("Forget %1?").replace("%1", counted.memories(self._seen.memories)))
        self._sentence.setText(
            self.tr("It goes to the trash, and with it what was learned from it. Restoring it brings all of that back.")
        )
        self._facts.tell(told_forgetting.consequences(self._seen))
        self._cancel.set_face(self.tr("Cancel"))
        self._forget.set_face(self.tr("Forget"))
        self.card.setAccessibleName(self._title.text())
