"""One run as a difference: what it learned, what it keeps for good, what it let go; and the way to apply or undo it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.reports import RunState
from mnemoteca.core.sleep.values import Digest, Pattern, Proposal, ProposalKind, RunDifference
from mnemoteca.gui import told_sleep
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.chip import Chip
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.components.line_card import Card
from mnemoteca.gui.components.lines import Line, Lines
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, SMALL, Type

CHIPS = 8


class RunPane(Leaf):
    """The run at hand; nothing of it while none is."""

    apply_wanted = Signal(int)
    undo_wanted = Signal(int, bool)  # whether with what rests on it
    opened = Signal(object)  # Digest, Pattern or Proposal: its evidence is wanted
    decide_wanted = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._seen: RunDifference | None = None
        self._open = 0  # contradictions that wait for the person
        self._apply, self._undo = Button(theme, "…", kind=Kind.PRIMARY), Button(theme, "…", icon="undo-2")
        self._standing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._chips = [Chip(theme) for _ in range(CHIPS)]
        self._learned = Card(theme, Lines(theme, self._learned_line))
        self._kept = Card(theme, Lines(theme, self._move_line))
        self._gone = Card(theme, Lines(theme, self._move_line))
        self._decide = Card(theme, Lines(theme, self._decide_line))
        self._rest = Label(theme, "", Type.META, "muted", wrap=True)
        self._put_together()
        self._connect()
        self._say()

    def show_run(self, seen: RunDifference | None) -> None:
        """Show this one."""
        self._seen = seen
        moves = seen.proposals if seen is not None else ()
        kept = [each for each in moves if each.kind is ProposalKind.PROMOTE]
        gone = [each for each in moves if each.kind in (ProposalKind.MERGE, ProposalKind.FADE)]
        self._learned.lines.show_things((*seen.digests, *seen.patterns) if seen is not None else ())
        self._kept.lines.show_things(kept)
        self._gone.lines.show_things(gone)
        self._say()

    def show_open(self, contradictions: int) -> None:
        """So many contradictions wait for the person."""
        self._open = contradictions
        self._decide.lines.show_things((contradictions,) if contradictions else ())
        self._say()

    @property
    def run(self) -> int:
        """The number of the run at hand, 0 where none is."""
        return 0 if self._seen is None else self._seen.run.run

    def first_focus(self) -> None:
        there = next((each for each in (self._apply, self._undo) if not each.isHidden()), self)
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # -- lines
    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def _learned_line(self, thing: object) -> Line:
        if isinstance(thing, Digest):
            return told_sleep.digest_line(thing, self._now().date())
        assert isinstance(thing, Pattern)
        return told_sleep.pattern_line(thing)

    def _move_line(self, thing: object) -> Line:
        assert isinstance(thing, Proposal)
        return told_sleep.move_line(thing)

    def _decide_line(self, thing: object) -> Line:
        assert isinstance(thing, int)
        return Line(told_sleep.figures.contradictions(thing), self.tr("decide"), icon="scale")

    # -- words
    def _say(self) -> None:
        self.setAccessibleName(self.tr("Run"))
        seen = self._seen
        for part in (self.title, self.sentence, self._learned, self._kept, self._gone, self._decide, self._rest):
            part.setVisible(seen is not None)
        self._offer(seen)
        self._say_standing(seen)
        if seen is None:
            return
        run = seen.run
        self.title.setText(told_sleep.headline(run))
        self.sentence.setText(told_sleep.sentence(run, self._now()))
        nothing = self.tr("Nothing new to learn.")
        self._learned.tell(self.tr("Learned"), "", nothing)
        self._kept.tell(self.tr("Kept for good"), "", "")
        self._gone.tell(self.tr("Let go"), "", "")
        self._decide.tell(self.tr("For you to decide"), "", "")
        for card in (self._kept, self._gone, self._decide):
            card.setVisible(bool(card.lines.model().rowCount()))
        self._rest.setText(self._left_alone(seen))

    def _offer(self, seen: RunDifference | None) -> None:
        """What can be done to the run; a keyboard that was on one of the buttons goes to the one that is there now."""
        held = self._apply.hasFocus() or self._undo.hasFocus()
        state = None if seen is None else seen.run.state
        self._apply.set_face(self.tr("Apply"))
        self._undo.set_face(
            self.tr("Undo with what rests on it") if seen is not None and seen.rests else self.tr("Undo this run")
        )
        self._apply.setVisible(state is RunState.PROPOSED)
        self._undo.setVisible(state is RunState.APPLIED)
        if held and not (self._apply.hasFocus() or self._undo.hasFocus()):
            self.first_focus()

    def _say_standing(self, seen: RunDifference | None) -> None:
        told = [] if seen is None else told_sleep.chips(seen.run)
        for n, chip in enumerate(self._chips):
            icon, words = told[n] if n < len(told) else ("", "")
            chip.tell(words, icon)
        parts = (told_sleep.standing(seen.run), told_sleep.resting(seen.rests)) if seen is not None else ()
        self._standing.setText(" ".join(filter(None, parts)))
        self._standing.setVisible(bool(self._standing.text()))

    def _left_alone(self, seen: RunDifference) -> str:
        """What it took in and doesn't touch, so that the sum is seen to be equal; and what isn't shown."""
        run, locale = seen.run, self.locale()
        told = self.tr("Of %1 taken in: %2 kept for good, %3 faded, %4 left in Medium, %5 only read.")
        for n, count in enumerate((run.taken, run.promoted, run.faded, run.left, run.kept), 1):
            told = told.replace(f"%{n}", locale.toString(count))
        return told

    # -- inside
    def _connect(self) -> None:
        self._apply.clicked.connect(lambda: self.apply_wanted.emit(self.run))
        self._undo.clicked.connect(
            lambda: self.undo_wanted.emit(self.run, bool(self._seen is not None and self._seen.rests))
        )
        for card in (self._learned, self._kept, self._gone):
            card.lines.opened.connect(self.opened)
        self._decide.lines.opened.connect(lambda _: self.decide_wanted.emit())

    def _put_together(self) -> None:
        for button in (self._apply, self._undo):
            self.acts.addWidget(button)
        chips = QWidget()
        flow = Flow(chips)
        for chip in self._chips:
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            flow.addWidget(chip)
        self.column.addWidget(chips)
        self.column.addWidget(self._standing)
        cards = QVBoxLayout()
        cards.setContentsMargins(0, SMALL, 0, 0)
        cards.setSpacing(GAP)
        for part in (self._learned, self._kept, self._gone, self._decide, self._rest):
            cards.addWidget(part)
        self.column.addLayout(cards)
