"""The facts: what is so, each with the sentence that says so, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.knowledge.relations import RELATIONS
from mnemoteca.gui import known_words, words
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.choice_field import ChoiceField
from mnemoteca.gui.components.empty import Empty
from mnemoteca.gui.components.evidence import EvidenceList
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.known import Stated
from mnemoteca.gui.known_words import EvidenceValue
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, PAD, SMALL, WIDE, Type


class FactsPage(Ground):
    """A list of facts, of all relations or of one; what is over is shown where it is wanted."""

    narrowed = Signal(str, bool)  # the relation, "" for all; whether also what is over
    more_wanted = Signal()
    opened = Signal(object)  # EvidenceValue

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._title = Label(theme, "", Type.PAGE)
        self._count = Label(theme, "", Type.META, "muted")
        self._relations = ChoiceField(theme)
        self._relations.setFixedHeight(CONTROL)
        self._relations.setMinimumWidth(theme.px(190))
        self._over = ChipButton(theme, "…")
        self._over.setCheckable(True)
        self.list = EvidenceList(theme, self._value)
        self._empty = Empty(theme)
        self._known: int | None = None
        self._told = False  # before the facts are told, it does not say that there are none
        self._lay_out(theme)
        self._say()
        self._relations.currentIndexChanged.connect(self._narrow)
        self._over.toggled.connect(self._narrow)
        self.list.evidence.more_wanted.connect(self.more_wanted)
        self.list.opened.connect(self.opened)

    def set_count(self, facts: int) -> None:
        """How many hold in all."""
        self._known = facts
        self._say_count()

    def show_facts(self, found: Sequence[Stated], *, more: bool) -> None:
        """Show these; with `more` there are others behind them."""
        self._told = True
        self.list.evidence.show(found, more=more)
        self._show_what_is_there()

    def add_facts(self, found: Sequence[Stated], *, more: bool) -> None:
        """These come behind."""
        self.list.evidence.add(found, more=more)

    def narrowing(self) -> tuple[str, bool]:
        """The relation that is chosen, and whether what is over is shown, too."""
        return str(self._relations.currentData() or ""), self._over.isChecked()

    def first_focus(self) -> None:
        """Give the keyboard to the list."""
        if self.list.evidence.rowCount() or not self._told:
            self.list.first_focus()
        else:
            self._relations.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self) -> None:
        self.narrowed.emit(*self.narrowing())

    def _value(self, thing: object) -> EvidenceValue:
        assert isinstance(thing, Stated)
        return known_words.fact_value(thing.fact, thing.memory, self._clock.now().astimezone(), QLocale())

    # -- words
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            self.list.evidence.say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Facts"))
        self._title.setText(self.tr("Facts"))
        self._relations.setAccessibleName(self.tr("Relation"))
        self._over.tell(self.tr("Also what is over"))
        self.list.setAccessibleName(self.tr("Facts"))
        self.list.setAccessibleDescription(self.tr("Enter opens a fact at the sentence that says so."))
        self._say_relations()
        self._say_count()
        self._show_what_is_there()

    def _say_relations(self) -> None:
        chosen = self._relations.currentData()
        self._relations.blockSignals(True)
        self._relations.clear()
        self._relations.addItem(self.tr("All relations"), "")
        said: dict[str, str] = {}
        for name in RELATIONS:  # two that say the same are told apart by their objects alone: the first stands for it
            said.setdefault(known_words.relation(name).rstrip(":"), name)
        for text, name in sorted(said.items()):
            self._relations.addItem(text, name)
        self._relations.setCurrentIndex(max(0, self._relations.findData(chosen)))
        self._relations.blockSignals(False)

    def _say_count(self) -> None:
        self._count.setText("" if not self._known else words.number(self._known, QLocale()))

    def _show_what_is_there(self) -> None:
        nothing = self._told and not self.list.evidence.rowCount()
        if self.narrowing() == ("", False):
            self._empty.tell(
                self.tr("No facts are known yet."),
                self.tr("What you write and bring in is read for facts, such as who lives where and who likes what."),
            )
        else:
            self._empty.tell(self.tr("No such fact is known."), self.tr("Choose another relation, or all."))
        self._stack.setCurrentIndex(1 if nothing else 0)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(WIDE + 4, PAD + 4, WIDE + 4, GAP)
        head.setSpacing(SMALL)
        head.addWidget(self._title)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._over)
        head.addWidget(self._relations)
        below = QWidget()
        self._stack = QStackedLayout()
        room = QHBoxLayout(below)
        room.setContentsMargins(GAP, SMALL, 0, 0)
        room.addLayout(self._stack)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(Divider(theme))
        whole.addWidget(below, 1)
        self.setTabOrder(self._over, self._relations)
        self.setTabOrder(self._relations, self.list)
