"""Purging: what goes and where else it stands is said first, the milder way stands beside it, a word confirms it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mnemoteca.core.purging import PurgePreview
from mnemoteca.gui import told_purges
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.components.tick import Tick
from mnemoteca.gui.counted import counted
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, PAD, SMALL, WIDE, Type

WIDTH = 560


class PurgeCard(Overlay):
    """Asks; nothing goes until the word is typed."""

    purge_wanted = Signal(bool, bool)  # whether to remove files that can't be opened; to take all with its name
    forget_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, WIDTH)
        self._seen: PurgePreview | None = None
        self._title = Label(theme, "", Type.HEADING, wrap=True)
        self._sentence = Label(theme, "", Type.BODY, "muted", wrap=True)
        self._facts = FactsCard(theme)
        self._unreadable, self._named = Tick(theme), Tick(theme)
        self._confirm = Label(theme, "", Type.META, "muted")
        self.field = theme.dress(QLineEdit())
        self.field.setFixedHeight(CONTROL)
        self._cancel, self._forget = Button(theme, "…", kind=Kind.QUIET), Button(theme, "…", icon="archive-x")
        self._purge = Button(theme, "…", icon="trash-2")
        self.field.textChanged.connect(lambda _: self._allow())
        self._cancel.clicked.connect(self.hide)
        self._forget.clicked.connect(self._milder)
        self._purge.clicked.connect(self._go)
        self.left.connect(self.hide)
        self._lay_out()

    def ask(self, seen: PurgePreview, *, can_forget: bool) -> None:
        """Say what would go, and ask; `can_forget`: the trash is a way, too."""
        self._seen = seen
        self.field.clear()
        for tick, offered in ((self._unreadable, bool(seen.unreadable)), (self._named, seen.named > 0)):
            tick.setChecked(False)
            tick.setVisible(offered)
        self._forget.setVisible(can_forget)
        self._say()
        self.open_card()

    def first_focus(self) -> QWidget:
        return self.field

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def word(self) -> str:
        """What has to be typed: of everything about an entity its name."""
        return (self._seen.about if self._seen is not None else "") or self.tr(
            "purge", "the word that is typed to confirm"
        )

    def _allow(self) -> None:
        self._purge.setEnabled(self.field.text().strip().casefold() == self.word().casefold())

    def _go(self) -> None:
        self.hide()
        self.purge_wanted.emit(self._unreadable.isChecked(), self._named.isChecked())

    def _milder(self) -> None:
        self.hide()
        self.forget_wanted.emit()

    def _say(self) -> None:
        if self._seen is None:
            return
        about, memories = self._seen.about, counted.memories(self._seen.memories)
        title = self.tr("Purge everything about “%1”?").replace("%1", about)
        self._title.setText(title if about else self.tr("Purge %1?").replace("%1", memories))
        self._sentence.setText(
            self.tr(
                "This can’t be undone. Afterwards nothing in this library, its indexes or its backups holds these "
                "texts. A receipt without any text keeps an import from bringing them back."
            )
        )
        self._facts.tell(told_purges.consequences(self._seen))
        self._unreadable.tell(self.tr("Remove the copies that can’t be opened"))
        self._named.tell(told_purges.named(self._seen))
        self._confirm.setText(self.tr("Type “%1” to confirm").replace("%1", self.word()))
        self.field.setAccessibleName(self._confirm.text())
        self._cancel.set_face(self.tr("Cancel"))
        self._forget.set_face(self.tr("Forget instead"))
        self._purge.set_face(self.tr("Purge"))
        self._allow()
        self.card.setAccessibleName(self._title.text())

    def _lay_out(self) -> None:
        buttons, column = QHBoxLayout(), QVBoxLayout(self.card)
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        for button in (self._cancel, self._forget, self._purge):
            buttons.addWidget(button)
        column.setContentsMargins(WIDE, WIDE, WIDE, PAD)
        column.setSpacing(GAP)
        for part in (
            self._title,
            self._sentence,
            self._facts,
            self._unreadable,
            self._named,
            self._confirm,
            self.field,
        ):
            column.addWidget(part)
        column.addSpacing(SMALL)
        column.addLayout(buttons)
