"""Fading soon: what is about to leave its tier, with the time that is left, and a key for what is to become of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, Qt, Signal

from mnemoteca.core.clock import Clock
from mnemoteca.core.sleep.values import Fading
from mnemoteca.gui import words
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.components.line_card import Card
from mnemoteca.gui.components.lines import Line, Lines
from mnemoteca.gui.rows import left_of, pace, plain_line
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type

KEEP, LET_GO, MERGE = "K", "L", "M"


class FadingPage(Leaf):
    """The first to go comes first; Enter opens it in the reader."""

    keep_wanted = Signal(object)  # Fading
    let_go_wanted = Signal(object)
    merge_wanted = Signal(object)
    memory_wanted = Signal(int)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._fading: tuple[Fading, ...] | None = None
        self._card = Card(theme, Lines(theme, self._line, (KEEP, LET_GO, MERGE)))
        self.lines = self._card.lines
        self._keep, self._let_go = Button(theme, "…", key=KEEP), Button(theme, "…", key=LET_GO)
        self._merge = Button(theme, "…", key=MERGE)
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        for button in (self._keep, self._let_go, self._merge):
            self.acts.addWidget(button)
        self.column.addWidget(self._card)
        self.column.addWidget(self._nothing)
        self._connect()
        self._say()

    def set_fading(self, fading: Sequence[Fading]) -> None:
        """These, the first to go first."""
        self._fading = tuple(fading)
        self.lines.show_things(self._fading)
        self._say()
        self.filled()

    def first_focus(self) -> None:
        there = self.lines if self._fading else self
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _line(self, thing: object) -> Line:
        assert isinstance(thing, Fading)
        now = self._now()
        left = words.span(max(0.0, words.seconds_to(thing.ends_at, now)))
        same = self.tr("says the same as another") if thing.same_as is not None else ""
        ring = left_of(thing.tier, thing.ends_at, now)
        return Line(plain_line(thing.text), left, thing.tier, ring, pace_s=pace(thing.tier, thing.ends_at), quiet=same)

    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Fading soon"))
        self.title.setText(self.tr("Fading soon"))
        self.sentence.setText(
            self.tr(
                "What leaves its tier in the next hours if nobody does anything. It stays in its session and is found."
            )
        )
        count = words.number(len(self._fading), QLocale()) if self._fading else ""
        self._card.tell(self.tr("In the next 6 hours"), count, "")
        self._card.setVisible(bool(self._fading))
        self._nothing.setText(self.tr("Nothing fades in the next hours."))
        self._nothing.setVisible(self._fading == ())
        for button, face in (
            (self._keep, self.tr("Keep")),
            (self._let_go, self.tr("Let go")),
            (self._merge, self.tr("Merge")),
        ):
            button.set_face(face)
            button.setVisible(bool(self._fading))
        self._merge.setAccessibleDescription(self.tr("Lets it fade, and points to the one that says the same"))
        self._allow()

    def _allow(self) -> None:
        thing = self.lines.at_hand()
        self._merge.setEnabled(isinstance(thing, Fading) and thing.same_as is not None)

    def _connect(self) -> None:
        self.lines.opened.connect(lambda thing: self.memory_wanted.emit(thing.memory))
        self.lines.pressed_key.connect(self._key)
        self.lines.selectionModel().currentChanged.connect(lambda now, before: self._allow())
        for button, key in ((self._keep, KEEP), (self._let_go, LET_GO), (self._merge, MERGE)):
            button.clicked.connect(lambda _=False, key=key: self._key(key, self.lines.at_hand()))

    def _key(self, key: str, thing: object) -> None:
        """What is to become of one; it goes from the page at once, so that the key pressed again means the next."""
        if not isinstance(thing, Fading) or (key == MERGE and thing.same_as is None):
            return
        {KEEP: self.keep_wanted, LET_GO: self.let_go_wanted, MERGE: self.merge_wanted}[key].emit(thing)
        self.set_fading([each for each in self._fading or () if each.memory != thing.memory])
