"""Who and what is spoken of: a list that narrows as one types, and beside it the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.knowledge.values import SELF, Entity
from mnemoteca.gui import known_words, words
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.empty import Empty
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.named_rows import NamedRows, NamedValue
from mnemoteca.gui.components.split import Split
from mnemoteca.gui.counted import counted
from mnemoteca.gui.panes.entity_card import EntityCard
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, LIST, PAD, SMALL, Type

SOON_MS = 90  # after a key


class FindField(QLineEdit):
    """Down goes to what was found, Esc empties it."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class EntitiesPage(Ground):
    """The names, most spoken of first, of all kinds or of one."""

    narrowed = Signal()
    more_wanted = Signal()
    chosen = Signal(object)  # Entity

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._title = Label(theme, "", Type.SECTION)
        self._count = Label(theme, "", Type.META, "muted")
        self.search = theme.dress(FindField())
        self.search.setFixedHeight(CONTROL)
        self._kinds = {kind: ChipButton(theme, "…", known_words.icon(kind)) for kind in known_words.KINDS}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.rows = NamedRows(theme, self._row)
        self._nothing = Empty(theme)
        self.card = EntityCard(theme, clock)
        self._known: int | None = None
        self._told = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.narrowed)
        self._lay_out(theme)
        self._connect()
        self._say()

    def set_count(self, entities: int) -> None:
        """How many are known in all."""
        self._known = entities
        self._count.setText(words.number(entities, QLocale()) if entities else "")

    def show_entities(self, found: Sequence[Entity], *, more: bool) -> None:
        """Show these; the one that was chosen stays so."""
        held = self.rows.at_hand()
        self._told = True
        self.rows.blockSignals(True)
        self.rows.named.show(found, more=more)
        at = next((n for n, each in enumerate(found) if isinstance(held, Entity) and each.id == held.id), -1)
        self.rows.choose(at)
        self.rows.blockSignals(False)
        self._show_what_is_there()

    def add_entities(self, found: Sequence[Entity], *, more: bool) -> None:
        """These come behind."""
        self.rows.named.add(found, more=more)

    def narrowing(self) -> tuple[str, str]:
        """What is typed, and the kind that is wanted; "" for all."""
        kind = next((kind for kind, chip in self._kinds.items() if chip.isChecked()), "")
        return self.search.text().strip(), kind

    def first_focus(self) -> None:
        """Give the keyboard to the field."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside
    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.search.down.connect(self.rows.first_focus)
        for chip in self._kinds.values():
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, chip=chip: self._narrow(chip))
        self.rows.chosen.connect(self.chosen)
        self.rows.opened.connect(lambda _: self.card.facts.first_focus())
        self.rows.named.more_wanted.connect(self.more_wanted)

    def _narrow(self, pressed: ChipButton) -> None:
        """One kind at a time; a second press takes it back."""
        for chip in self._kinds.values():
            if chip is not pressed:
                chip.setChecked(False)
        self.narrowed.emit()

    def _row(self, thing: object) -> NamedValue:
        assert isinstance(thing, Entity)
        name, kind = known_words.name(thing), known_words.kind(thing.kind)
        others = [each.name for each in thing.names if each.name != thing.name] if thing.kind != SELF else []
        also = self.tr("also %1").replace("%1", ", ".join(others[:3])) if others else ""
        count = words.number(thing.memories, QLocale())
        spoken = ", ".join(part for part in (name, kind, also, counted.memories(thing.memories)) if part)
        detail = also or (kind if thing.kind != SELF else "")
        return NamedValue(known_words.icon(thing.kind), name, detail, count, spoken=spoken)

    def _show_what_is_there(self) -> None:
        empty = self._told and not self.rows.named.rowCount()
        if self.narrowing() == ("", ""):
            self._nothing.tell(
                self.tr("Nobody and nothing is known by name yet."),
                self.tr("What you write and bring in is read for names."),
            )
        else:
            self._nothing.tell(self.tr("Nothing found."), self.tr("Try fewer letters, or all kinds."))
        self._stack.setCurrentIndex(1 if empty else 0)

    # -- words
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            self.rows.named.say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Who and what"))
        self._title.setText(self.tr("Who and what"))
        self.search.setPlaceholderText(self.tr("Find a name"))
        self.search.setAccessibleName(self.tr("Find a name"))
        for kind, chip in self._kinds.items():
            chip.tell(known_words.kinds(kind))
        self.rows.setAccessibleName(self.tr("Who and what"))
        self.rows.setAccessibleDescription(self.tr("Enter goes to what is known of the one that is chosen."))
        self._show_what_is_there()

    def _lay_out(self, theme: Theme) -> None:
        head, chips = QHBoxLayout(), Flow()
        head.setSpacing(SMALL)
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBaseline)
        for chip in self._kinds.values():
            chips.addWidget(chip)
        chips.setContentsMargins(0, 0, 0, 0)
        around, left = QWidget(), QWidget()
        self._stack = QStackedLayout(around)
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._nothing)
        top = QVBoxLayout()
        top.setContentsMargins(PAD, 14, PAD, SMALL)
        top.setSpacing(SMALL + 2)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addLayout(chips)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(around, 1)
        left.setMinimumWidth(theme.px(260))
        self.card.setMinimumWidth(theme.px(300))
        both = Split(theme, left, self.card)
        both.setStretchFactor(1, 1)
        both.setSizes([LIST, 3 * LIST])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(both)
