"""The three tiers side by side, with the time that remains and what happens next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import Memory, Tier
from mnemoteca.core.recall import TierStats
from mnemoteca.core.sleep.outlook import Outlook
from mnemoteca.core.tier_days import TierDay
from mnemoteca.gui import tier_words, words
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.cards import Cards
from mnemoteca.gui.components.chip import Chip
from mnemoteca.gui.components.drop_place import DropPlace, DropSign
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.pulse import Pulse
from mnemoteca.gui.components.sign import Sign
from mnemoteca.gui.counted import counted
from mnemoteca.gui.panes.tier_plots import TierPlots
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, SMALL, WIDE, Type

COLUMNS = (Tier.SHORT, Tier.MEDIUM, Tier.LONG)
FULL = {Tier.SHORT: 0.62, Tier.MEDIUM: 0.8, Tier.LONG: None}  # of the rings in the headings


class Column(DropPlace):
    """One tier: its name and span, its cards, and a way to the rest."""

    more_wanted = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, tier: Tier) -> None:
        super().__init__(theme, lambda other: other in COLUMNS and COLUMNS.index(other) < COLUMNS.index(tier))
        self.tier, self.total = tier, 0
        self._told = False  # before its memories are told, it does not say that there are none
        self.promotes = True  # what matters rises by itself in this space
        self.cards = Cards(theme, clock)
        self._sign = Sign(theme, tier, 24)
        self._sign.show_tier(tier, FULL[tier])
        self._name = Label(theme, "", Type.SECTION)
        self._detail = Label(theme, "", Type.META, "muted")
        self._next = Label(theme, "", Type.META, "muted", wrap=True)
        self._next.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._next.setMinimumHeight(2 * self._next.fontMetrics().lineSpacing())  # the columns stand in line
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._more = Button(theme, "…", kind=Kind.LINK)
        self._more.clicked.connect(lambda: self.more_wanted.emit(self.tier))
        self._lay_out()
        self.say()

    def show_memories(self, memories: tuple[Memory, ...], total: int) -> None:
        self.total, self._told = total, True
        self.cards.show_memories(memories)
        self.say()

    def say(self) -> None:
        """Everything said of the tier, in the language in force."""
        name = words.tier_name(self.tier)
        self._name.setText(name)
        self._detail.setText(" · ".join((counted.memories(self.total), words.tier_span(self.tier))))
        self.cards.setAccessibleName(name)
        self._next.setText(self._what_next())
        self.cards.setAccessibleDescription(self._what_next())
        shown = len(self.cards.entries.memories)
        self._more.set_face(self.tr("Show more"))
        self._more.setVisible(0 < shown < self.total)
        self._nothing.setText(self._why_empty())
        self._nothing.setVisible(self._told and not self.total)
        self.cards.setVisible(bool(self.total))

    def _what_next(self) -> str:
        if not self.promotes and self.tier is Tier.SHORT:
            return self.tr("Nothing rises by itself here: what you do not promote fades.")
        if not self.promotes and self.tier is Tier.MEDIUM:
            return self.tr("Nothing rises by itself here: what you do not keep for good fades, unless it is pinned.")
        if self.tier is Tier.SHORT:
            return self.tr("What matters, or is read twice, rises within half a minute; the rest fades.")
        if self.tier is Tier.MEDIUM:
            return self.tr("What matters much, or was read twice, rises at the next sleep; the rest fades.")
        return self.tr("Nothing here fades, until you let it go.")

    def _why_empty(self) -> str:
        if self.tier is Tier.SHORT:
            return self.tr("Nothing came in during the last five minutes.")
        if self.tier is Tier.MEDIUM:
            return self.tr("Nothing waits here today.")
        return self.tr("Nothing is kept for good yet.")

    def _lay_out(self) -> None:
        head, said = QHBoxLayout(), QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self._name)
        said.addWidget(self._detail)
        head.setSpacing(SMALL - 2)
        head.addWidget(self._sign)
        head.addLayout(said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._next)
        column.addWidget(self._nothing)
        column.addWidget(self.cards, 100)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


class TiersPage(Ground):
    """Short, medium and long, and what is known of them."""

    memory_chosen = Signal(object)
    memory_opened = Signal(object)
    keep_wanted = Signal(object)
    rise_wanted = Signal(int, int)  # the id, how many tiers
    let_go_wanted = Signal(int)
    pin_wanted = Signal(int)
    more_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._stats: TierStats | None = None
        self._wanted: Tier | None = None  # whose cards get the keyboard once they are there
        self._title = Label(theme, "", Type.PAGE)
        self._outlook: Outlook | None = None
        self._in_a_year = Label(theme, "", Type.META, "muted")
        self._promoted = Chip(theme, "", "arrow-up-right")
        self._sleep = Chip(theme, "", "moon-star")
        self._columns = {tier: Column(theme, clock, tier) for tier in COLUMNS}
        self._plots = TierPlots(theme, clock)
        self._let_go = DropSign(theme, "feather", lambda tier: True)
        self._pin = DropSign(theme, "pin", lambda tier: True)
        self._let_go.dropped.connect(self.let_go_wanted)
        self._pin.dropped.connect(self.pin_wanted)
        self._pulse = Pulse(self)
        self._pulse.beat.connect(self._say)
        for column in self._columns.values():
            self._connect(column)
        self._lay_out()
        self._say()

    def set_stats(self, stats: TierStats) -> None:
        """The figures of the tiers."""
        self._stats = stats
        for tier, count in ((Tier.SHORT, stats.short), (Tier.MEDIUM, stats.medium), (Tier.LONG, stats.long)):
            self._columns[tier].total = count.count
        self._say()

    def set_promotes(self, by_itself: bool) -> None:
        """Whether what matters rises by itself in this space."""
        for column in self._columns.values():
            column.promotes = by_itself
        self._say()

    def set_column(self, tier: Tier, memories: tuple[Memory, ...], total: int) -> None:
        """The first memories of a tier, of so many."""
        self._columns[tier].show_memories(memories, total)
        self._give_keyboard()

    def set_days(self, days: tuple[TierDay, ...]) -> None:
        """The last days of the tiers, today last."""
        self._plots.set_days(days)

    def set_outlook(self, outlook: Outlook) -> None:
        """How much of what stands in the tiers will be there in a year."""
        self._outlook = outlook
        self._say()

    def focus_tier(self, tier: Tier) -> None:
        """Give the keyboard to the cards of a tier, as soon as they are there."""
        self._wanted = tier
        self._give_keyboard()

    def first_focus(self) -> None:
        """Give the keyboard to the cards that are wanted, else to those with the chosen one, else to the first."""
        held = [tier for tier, column in self._columns.items() if column.cards.at_hand() is not None]
        filled = [tier for tier, column in self._columns.items() if column.cards.entries.memories]
        self._wanted = self._wanted or next(iter(held + filled), None)
        self._give_keyboard()

    def _give_keyboard(self) -> None:
        cards = None if self._wanted is None else self._columns[self._wanted].cards
        if cards is None or not cards.isVisible() or not cards.entries.memories:
            return
        self._wanted = None
        if not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):  # the person types by now
            cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, id: int) -> None:
        """Choose the card of this memory."""
        for column in self._columns.values():
            column.cards.choose(id)

    def chosen(self) -> Memory | None:
        """The memory whose card is chosen."""
        return next((m for column in self._columns.values() if (m := column.cards.at_hand()) is not None), None)

    def _connect(self, column: Column) -> None:
        column.cards.chosen.connect(lambda memory: self._chose(column, memory))
        column.cards.opened.connect(self.memory_opened)
        column.cards.keep_wanted.connect(self.keep_wanted)
        column.cards.menu_wanted.connect(self.menu_wanted)
        column.cards.dragged.connect(self._dragged)
        column.dropped.connect(lambda id: self._dropped(column, id))
        column.more_wanted.connect(self.more_wanted)

    def _chose(self, column: Column, memory: Memory) -> None:
        """One card of the page is chosen."""
        for other in self._columns.values():
            if other is not column:
                other.cards.choose(0)
        self.memory_chosen.emit(memory)

    def _dragged(self, begins: bool) -> None:
        """While a card is dragged, the places to let go and to pin stand where the plots are."""
        self._below.setCurrentIndex(1 if begins else 0)

    def _dropped(self, onto: Column, id: int) -> None:
        shown = (memory for column in self._columns.values() for memory in column.cards.entries.memories)
        memory = next((each for each in shown if each.id == id), None)
        if memory is not None and memory.tier in COLUMNS:
            self.rise_wanted.emit(id, COLUMNS.index(onto.tier) - COLUMNS.index(memory.tier))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pulse.set_pace(60)

    def hideEvent(self, event: QHideEvent) -> None:
        self._wanted = None
        self._pulse.set_pace(0)
        super().hideEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Tiers"))
        self._title.setText(self.tr("Tiers"))
        for column in self._columns.values():
            column.say()
        self._let_go.say(self.tr("Drop to let go"))
        self._pin.say(self.tr("Drop to pin"))
        self._plots.say()
        stats = self._stats
        self._promoted.tell(counted.promoted_today(stats.promoted_today) if stats else "")
        sleep = ""
        sleeps = self._columns[Tier.MEDIUM].promotes  # by itself it does only where memories rise by themselves
        if sleeps and stats is not None and stats.next_run_at is not None:
            left = words.seconds_to(stats.next_run_at, self._clock.now())
            sleep = self.tr("next sleep in %1").replace("%1", words.span(left)) if left > 0 else self.tr("asleep now")
        self._sleep.tell(sleep)
        known = self._outlook is not None and self._outlook.in_tiers > 0
        self._in_a_year.setText(tier_words.in_a_year(self._outlook) if self._outlook is not None and known else "")

    def _lay_out(self) -> None:
        head, row = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._in_a_year)
        head.addWidget(self._promoted)
        head.addWidget(self._sleep)
        row.setSpacing(GAP + SMALL)
        for column in self._columns.values():
            column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            row.addWidget(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(WIDE + 4, PAD + 4, WIDE + 4, PAD)
        whole.setSpacing(PAD)
        whole.addLayout(head)
        whole.addLayout(row, 1)
        places, signs = QWidget(), QHBoxLayout()
        places.setLayout(signs)
        signs.setContentsMargins(0, 0, 0, 0)
        signs.setSpacing(GAP + SMALL)
        signs.addWidget(self._let_go)
        signs.addWidget(self._pin)
        self._below = QStackedWidget()
        self._below.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._below.addWidget(self._plots)
        self._below.addWidget(places)
        whole.addWidget(self._below)
