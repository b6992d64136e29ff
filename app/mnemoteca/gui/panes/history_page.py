"""History: what the person did in the space at hand, the newest first, with the way back down to each of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from PySide6.QtCore import QEvent, Qt, Signal

from mnemoteca.core.changes import Undoable
from mnemoteca.core.clock import Clock
from mnemoteca.gui import told_acts, told_backups
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.entries import Entries, Entry
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type
from mnemoteca.gui.theme.turns import Turns
from mnemoteca.gui.told_acts import deeds

MORE = 50  # acts that are shown at first, and at each wish for older ones
STEP = 5  # that are made or told before others have their turn


class HistoryPage(Leaf):
    """What was undone stays listed until something else is done."""

    undo_wanted = Signal(int)  # the act down to which

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._acts: tuple[Undoable, ...] | None = None
        self._most = MORE
        self._told: dict[int, tuple[str, ...]] = {}  # what each entry says
        self._telling = Turns(self)
        self._list = Entries(theme)
        self._list.focused.connect(self.keep_in_sight)
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._older = Button(theme, "…", kind=Kind.LINK)
        self._older.clicked.connect(self._show_older)
        self.column.addWidget(self._list)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)
        self._say()

    def set_acts(self, acts: tuple[Undoable, ...]) -> None:
        """These, the newest first."""
        self._acts = acts
        self._say()

    def first_focus(self) -> None:
        (self._list.first_button() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._told = {}
            self._say()
        super().changeEvent(event)

    def _show_older(self) -> None:
        self._most += MORE
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("History"))
        self.title.setText(self.tr("History"))
        self.sentence.setText(
            self.tr("What you did in this space. Undoing goes from the newest down; what you undid can be done again.")
        )
        self._nothing.setText(self.tr("Nothing was done in this space yet."))
        self._nothing.setVisible(self._acts == ())
        self._older.set_face(self.tr("Show older ones"))
        self._older.setVisible(len(self._acts or ()) > self._most)
        self._telling.begin(self._tell_all())

    def _tell_all(self) -> Iterator[bool]:
        """Make and tell some entries a step; those that are there stay there meanwhile."""
        acts, there = (self._acts or ())[: self._most], set(self._list.keys())
        undone = told_acts.undoes(acts)
        self._told = {act.act: self._told[act.act] for act in acts if act.act in self._told}
        self._list.show_keys([act.act for act in acts if act.act in there], self._make)
        for end in range(STEP, len(acts) + STEP, STEP):
            self._list.show_keys([act.act for n, act in enumerate(acts) if n < end or act.act in there], self._make)
            for act, count in zip(acts[end - STEP : end], undone[end - STEP : end], strict=True):
                self._tell(act, count)
            yield False
        self._line_up()
        self.filled()

    def _make(self, key: Hashable) -> Entry:
        button = Button(self._theme, "…", icon="undo-2")
        button.clicked.connect(lambda: self.undo_wanted.emit(int(str(key))))
        return Entry(self._theme, "check", (button,))

    def _line_up(self) -> None:
        """The buttons stand one below the other, and so do the times before them."""
        buttons = [button for entry in self._list.entries() for button in entry.buttons]
        widest = max((button.sizeHint().width() for button in buttons), default=0)
        for button in buttons:
            if button.minimumWidth() != widest:
                button.setMinimumWidth(widest)

    def _tell(self, act: Undoable, count: int) -> None:
        """`count`: how many acts are undone down to this one, 0 where it is undone already."""
        said = deeds.said(act.kind, act.count)
        undone = self.tr("undone") if act.undone else ""
        moment = told_backups.moment(act.at, self._clock.now().astimezone())
        face = self.tr("Undo") if count == 1 else deeds.undo_down(count)
        told = (said, undone, moment, face if count else "")
        if self._told.get(act.act) == told:
            return
        self._told[act.act] = told
        entry = self._list.entry(act.act)
        entry.tell(said, undone, moment)
        entry.show_sign(told_acts.ICONS.get(act.kind, "check"), words="muted" if act.undone else "text")
        (button,) = entry.buttons
        button.set_face(face)
        button.set_name(f"{face}: {said}")
        button.setVisible(count > 0)
