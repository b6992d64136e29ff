"""History: what the person did in the space at hand, the newest first, with the way back down to each of it."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt, Signal

from mnemoteca.core.changes import Undoable
from mnemoteca.core.clock import Clock
from mnemoteca.gui import told_acts, told_backups
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.entries import Entries, Entry
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type
from mnemoteca.gui.told_acts import deeds


class HistoryPage(Leaf):
    """What was undone stays listed until something else is done."""

    undo_wanted = Signal(int)  # the act down to which

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._acts: tuple[Undoable, ...] | None = None
        self._list = Entries(theme)
        self._list.focused.connect(self.keep_in_sight)
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self.column.addWidget(self._list)
        self.column.addWidget(self._nothing)
        self._say()

    def set_acts(self, acts: tuple[Undoable, ...]) -> None:
        """These, the newest first."""
        self._acts = acts

        def make(key: Hashable) -> Entry:
            button = Button(self._theme, "…", icon="undo-2")
            button.clicked.connect(lambda: self.undo_wanted.emit(int(str(key))))
            return Entry(self._theme, "check", (button,))

        self._list.show_keys([each.act for each in acts], make)
        self._say()
        self.filled()

    def first_focus(self) -> None:
        (self._list.first_button() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("History"))
        self.title.setText(self.tr("History"))
        self.sentence.setText(
            self.tr("What you did in this space. Undoing goes from the newest down; what you undid can be done again.")
        )
        self._nothing.setText(self.tr("Nothing was done in this space yet."))
        self._nothing.setVisible(self._acts == ())
        for act, entry in zip(self._acts or (), self._list.entries(), strict=True):
            self._tell(act, entry)
        buttons = [button for entry in self._list.entries() for button in entry.buttons]
        for button in buttons:  # one below the other, and the times before them, too
            button.setMinimumWidth(max(each.sizeHint().width() for each in buttons))

    def _tell(self, act: Undoable, entry: Entry) -> None:
        count = told_acts.undoes(self._acts or (), act)
        said = deeds.said(act.kind, act.count)
        moment = told_backups.moment(act.at, self._clock.now().astimezone())
        entry.tell(said, self.tr("undone") if act.undone else "", moment)
        entry.show_sign(told_acts.ICONS.get(act.kind, "check"), words="muted" if act.undone else "text")
        (button,) = entry.buttons
        button.set_face(self.tr("Undo") if count == 1 else deeds.undo_down(count))
        button.set_name(f"{button.text()}: {said}")
        button.setVisible(count > 0)
