"""Bringing a backup back: what happens is said first, and the milder way stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mnemoteca.core.care import BackupInfo
from mnemoteca.core.clock import Clock
from mnemoteca.gui import told_backups
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, SMALL, WIDE, Type

WIDTH = 640


class RestoreBox(Overlay):
    """Asks, then shows that it goes on; closes when it is told to."""

    restore_wanted = Signal(object, bool)  # BackupInfo, whether to back up what is here first

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget) -> None:
        super().__init__(theme, parent, WIDTH)
        self._clock = clock
        self._info: BackupInfo | None = None
        self._memories: int | None = None
        self._aside, self._busy = "", ""
        self._title = Label(theme, "", Type.HEADING, wrap=True)
        self._sentence = Label(theme, "", Type.BODY, "muted", wrap=True)
        self._facts = FactsCard(theme)
        self._cancel, self._restore = Button(theme, "…"), Button(theme, "…")
        self._first = Button(theme, "…", kind=Kind.PRIMARY)
        self._cancel.clicked.connect(self.left)
        self._restore.clicked.connect(lambda: self._go(backup_first=False))
        self._first.clicked.connect(lambda: self._go(backup_first=True))
        self.left.connect(self._leave)
        self._lay_out()

    def ask(self, info: BackupInfo, memories: int | None, aside: str) -> None:
        """Say what happens if this one is brought back; `memories` are those that are here now, where that is known."""
        self._info, self._memories, self._aside, self._busy = info, memories, aside, ""
        self._say()
        self.open_card()

    def show_busy(self, sentence: str) -> None:
        """It goes on; it can't be left now. "" lets it be left again."""
        self._busy = sentence
        self._say()

    def done(self) -> None:
        """It is over, well or not."""
        self._busy = ""
        self.hide()

    def first_focus(self) -> QWidget:
        return self.card if self._busy else self._cancel

    def primary(self) -> QPushButton | None:
        return None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _go(self, *, backup_first: bool) -> None:
        if self._info is not None and not self._busy:
            self.restore_wanted.emit(self._info, backup_first)

    def _leave(self) -> None:
        if not self._busy:
            self.hide()

    def _say(self) -> None:
        if self._info is None:
            return
        now = self._clock.now().astimezone()
        self._title.setText(
            self.tr("Bring back the library of %1?").replace("%1", told_backups.moment(self._info.made_at, now))
        )
        self._sentence.setText(self._busy)
        self._sentence.setVisible(bool(self._busy))
        self._facts.tell(told_backups.consequences(self._info, self._memories, self._aside, now))
        self._cancel.set_face(self.tr("Leave it as it is"))
        self._restore.set_face(self.tr("Bring it back"))
        self._first.set_face(self.tr("Back up first, then bring it back"))
        for button in (self._cancel, self._restore, self._first):
            button.setEnabled(not self._busy)
        self.card.setAccessibleName(self._title.text())

    def _lay_out(self) -> None:
        buttons, column = QHBoxLayout(), QVBoxLayout(self.card)
        buttons.setSpacing(SMALL)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._restore)
        buttons.addWidget(self._first)
        column.setContentsMargins(WIDE, WIDE, WIDE, PAD)
        column.setSpacing(GAP)
        for part in (self._title, self._facts, self._sentence):
            column.addWidget(part)
        column.addSpacing(SMALL)
        column.addLayout(buttons)
