"""Contradictions: what nothing settles, two statements side by side; the person says which one is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication

from mnemoteca.core.clock import Clock
from mnemoteca.core.knowledge.values import Contradiction
from mnemoteca.gui.components.contradiction_card import ContradictionCard
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type
from mnemoteca.gui.theme.turns import Turns

SHOWN = 30  # at a time; the next ones come as these are decided
STEP = 3  # cards that are made before others have their turn


class ContradictionsPage(Leaf):
    """Each goes as soon as it is decided; it can be undone."""

    decided = Signal(int, object)  # its number, Verdict
    memory_wanted = Signal(int)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._found: tuple[Contradiction, ...] | None = None
        self._cards: dict[int, ContradictionCard] = {}
        self._filling = Turns(self)
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._more = Label(theme, "", Type.META, "muted", wrap=True)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._more)
        self._say()

    def set_contradictions(self, found: Sequence[Contradiction]) -> None:
        """These wait to be decided."""
        if self._found is not None and tuple(found) == self._found:
            return
        held = self._at_hand()
        row = list(self._cards).index(held.found.id) if held is not None else 0
        self._found = tuple(found)
        self._drop_gone()
        self._filling.begin(self._make_all(None if held is None else row))
        self._say()

    def first_focus(self) -> None:
        first = next(iter(self._cards.values()), None)
        first.take_keyboard() if first is not None else self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # -- cards
    def _drop_gone(self) -> None:
        there = {each.id for each in (self._found or ())[:SHOWN]}
        for id in set(self._cards) - there:
            gone = self._cards.pop(id)
            self.column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _make_all(self, row: int | None) -> Iterator[bool]:
        """Make those that are new, some at a time; the keyboard goes to the one that came up where one is gone."""
        shown = (self._found or ())[:SHOWN]
        for n, each in enumerate(shown):
            card = self._cards.get(each.id) or self._make(each)
            if self.column.indexOf(card) != n:
                self.column.insertWidget(n, card)
            card.tell(each, self._now())
            if n % STEP == STEP - 1:
                yield False
        self._cards = {each.id: self._cards[each.id] for each in shown}
        if row is not None and self._cards and self._at_hand() is None:
            self._go_to(min(row, len(self._cards) - 1))
        self.filled()

    def _make(self, found: Contradiction) -> ContradictionCard:
        card = ContradictionCard(self._theme, found)
        card.decided.connect(self.decided)
        card.memory_wanted.connect(self.memory_wanted)
        card.step_wanted.connect(self._step)
        self._cards[found.id] = card
        return card

    def _at_hand(self) -> ContradictionCard | None:
        """The card that has the keyboard."""
        held = QApplication.focusWidget()
        return next((each for each in self._cards.values() if held is not None and each.isAncestorOf(held)), None)

    def _step(self, card: ContradictionCard, by: int) -> None:
        row = list(self._cards.values()).index(card) + by
        if 0 <= row < len(self._cards):
            self._go_to(row)

    def _go_to(self, row: int) -> None:
        card = list(self._cards.values())[row]
        card.take_keyboard()
        self.keep_in_sight(card)

    # -- words
    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Contradictions"))
        self.title.setText(self.tr("Contradictions"))
        self.sentence.setText(
            self.tr("Two things that can’t both be so, and that no time tells apart. No text is changed by deciding.")
        )
        self._nothing.setText(self.tr("Nothing contradicts itself."))
        self._nothing.setVisible(self._found == ())
        more = max(0, len(self._found or ()) - SHOWN)
        self._more.setText(self.tr("%Ln more come as these are decided.", "", more) if more else "")
        self._more.setVisible(bool(more))
        for card in self._cards.values():
            card.tell(card.found, self._now())
