"""Somebody or something: names, what is known over time, where it is spoken of and with whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.knowledge.values import Entity, EntityName, Neighbour
from mnemoteca.core.memory import Memory
from mnemoteca.gui import known_words, words
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.empty import Empty
from mnemoteca.gui.components.evidence import EvidenceList
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.components.named_rows import NamedRows, NamedValue
from mnemoteca.gui.counted import counted
from mnemoteca.gui.known import Stated
from mnemoteca.gui.known_words import EvidenceValue
from mnemoteca.gui.panes.entity_field import EntityField
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, SMALL, WIDE, Type

FACTS, MEMORIES, NEIGHBOURS = range(3)
FIELD = 220


class EntityCard(Ground):
    """One of three lists is shown; who it is about, and what they hold, is given from outside."""

    opened = Signal(object)  # EvidenceValue
    neighbour_opened = Signal(object)  # Entity
    graph_wanted = Signal(object)  # Entity
    merge_wanted = Signal(object, object)  # who stays, and who is the same
    split_wanted = Signal(object)  # EntityName
    more_wanted = Signal()  # memories

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme, "surface")
        self._clock = clock
        self.entity: Entity | None = None
        self._title = Label(theme, "", Type.PAGE, wrap=True)
        self._kind = Label(theme, "", Type.SECOND, "muted")
        self._graph = Button(theme, "…", icon="waypoints")
        self._called = Label(theme, "", Type.META, "muted")
        self._names, self._chips = QWidget(), list[ChipButton]()
        self._flow = Flow(self._names)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.same = EntityField(theme)
        self._merge = Button(theme, "…", icon="merge")
        self.facts = EvidenceList(theme, self._fact, ground="surface")
        self.memories = EvidenceList(theme, self._memory, ground="surface")
        self.neighbours = NamedRows(theme, self._neighbour)
        self._nothing = Empty(theme)
        self._told = [False, False, False]  # before a list is told, it does not say that it is empty
        self._parts = [ChipButton(theme, "…") for _ in range(3)]
        self._group = QButtonGroup(self)
        self._lay_out(theme)
        self._connect()
        self.show_entity(None)

    # -- what it is given
    def show_entity(self, entity: Entity | None) -> None:
        """Show this one; what is known of another goes."""
        if entity is None or self.entity is None or entity.id != self.entity.id:
            self._told = [False, False, False]
            self.same.show_entity(None)
            self.facts.evidence.show(())
            self.memories.evidence.show(())
            self.neighbours.named.show(())
        self.entity = entity
        self._say()

    def show_facts(self, found: Sequence[Stated]) -> None:
        """What is known, and what was, the newest first."""
        self._told[FACTS] = True
        self.facts.evidence.show(found)
        self._show_what_is_there()

    def show_memories(self, found: Sequence[Memory], *, more: bool) -> None:
        """Those that speak of it, the newest first."""
        self._told[MEMORIES] = True
        self.memories.evidence.show(found, more=more)
        self._show_what_is_there()

    def show_neighbours(self, found: Sequence[Neighbour]) -> None:
        """Who and what it is spoken of with, the closest first."""
        self._told[NEIGHBOURS] = True
        self.neighbours.named.show(found)
        self._show_what_is_there()

    # -- inside
    def _connect(self) -> None:
        self._graph.clicked.connect(lambda: self.graph_wanted.emit(self.entity))
        self._merge.clicked.connect(self._merge_them)
        self.same.chosen.connect(lambda _: self._say())
        self.same.entered.connect(self._merge_them)
        for number, chip in enumerate(self._parts):
            chip.setCheckable(True)
            chip.setAutoExclusive(True)  # told as one of a group, which it is
            chip.clicked.connect(self._show_what_is_there)
            self._group.addButton(chip, number)
        self._parts[FACTS].setChecked(True)
        for shown in (self.facts, self.memories):
            shown.opened.connect(self.opened)
        self.memories.evidence.more_wanted.connect(self.more_wanted)
        self.neighbours.opened.connect(lambda thing: self.neighbour_opened.emit(thing.entity))

    def _merge_them(self) -> None:
        if self.entity is not None and self.same.entity is not None and self.same.entity.id != self.entity.id:
            self.merge_wanted.emit(self.entity, self.same.entity)
            self.same.show_entity(None)
            self._say()

    def _fact(self, thing: object) -> EvidenceValue:
        assert isinstance(thing, Stated)
        return known_words.fact_value(thing.fact, thing.memory, self._clock.now().astimezone(), QLocale())

    def _memory(self, thing: object) -> EvidenceValue:
        assert isinstance(thing, Memory)
        names = [] if self.entity is None else [name.name for name in self.entity.names]
        return known_words.memory_value(thing, names, self._clock.now().astimezone(), QLocale())

    def _neighbour(self, thing: object) -> NamedValue:
        assert isinstance(thing, Neighbour)
        entity = thing.entity
        name, kind = known_words.name(entity), known_words.kind(entity.kind)
        together = counted.together(thing.memories)
        return NamedValue(known_words.icon(entity.kind), name, kind, together, spoken=f"{name}, {kind}, {together}")

    def _show_what_is_there(self) -> None:
        part = self._group.checkedId()
        shown = (self.facts, self.memories, self.neighbours)[part]
        empty = self._told[part] and not shown.model().rowCount()
        self._nothing.tell(
            (
                self.tr("No facts are known."),
                self.tr("No memory speaks of it by name."),
                self.tr("It is spoken of together with nobody and nothing."),
            )[part]
        )
        self._stack.setCurrentIndex(3 if empty else part)

    # -- words
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            for shown in (self.facts, self.memories):
                shown.evidence.say()
            self.neighbours.named.say()
        super().changeEvent(event)

    def _say(self) -> None:
        entity = self.entity
        self._graph.set_face(self.tr("Show in the graph"))
        self._merge.set_face(self.tr("They are one"))
        self._merge.setEnabled(self.same.entity is not None)
        self.same.say(self.tr("Who is the same?"), self.tr("Is the same as…"))
        for chip, said in zip(
            self._parts, (self.tr("Facts"), self.tr("Memories"), self.tr("Spoken of with")), strict=True
        ):
            chip.tell(said)
        self._page.setCurrentIndex(0 if entity is not None else 1)
        self._choose.tell(self.tr("Choose somebody or something to see what is known."))
        if entity is None:
            self.setAccessibleName(self.tr("Who and what"))
            return
        self.setAccessibleName(known_words.name(entity))
        self._title.setText(known_words.name(entity))
        self._kind.setText(" · ".join((known_words.kind(entity.kind), counted.memories(entity.memories))))
        self._say_names(entity.names)
        self.facts.setAccessibleName(self.tr("Facts"))
        self.memories.setAccessibleName(self.tr("Memories"))
        self.neighbours.setAccessibleName(self.tr("Spoken of with"))
        self._show_what_is_there()

    def _say_names(self, names: Sequence[EntityName]) -> None:
        """Where there are several: each can be said to be somebody else's."""
        self._flow.clear()
        self._chips = []
        for each in names if len(names) > 1 else ():
            said = f"{each.name} · {words.number(each.memories, QLocale())}"
            chip = ChipButton(
                self._theme, said, "split", self.tr("%1 is somebody else’s name").replace("%1", each.name)
            )
            chip.clicked.connect(lambda _=False, each=each: self.split_wanted.emit(each))
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self._called.setText(self.tr("Its names; a click on one says that it is somebody else’s:"))
        self._called.setVisible(len(names) > 1)
        self._names.setVisible(len(names) > 1)

    def _lay_out(self, theme: Theme) -> None:
        head, said, one, parts = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._title)
        said.addWidget(self._kind)
        head.setSpacing(SMALL)
        head.addLayout(said, 1)
        head.addWidget(self._graph, 0, Qt.AlignmentFlag.AlignTop)
        self.same.setMaximumWidth(theme.px(FIELD))
        one.setSpacing(SMALL)
        one.addWidget(self.same, 1)
        one.addWidget(self._merge)
        one.addStretch(1)
        parts.setSpacing(SMALL - 2)
        for chip in self._parts:
            parts.addWidget(chip)
        parts.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(WIDE, PAD + 4, WIDE, GAP)
        top.setSpacing(GAP)
        top.addLayout(head)
        top.addWidget(self._called)
        top.addWidget(self._names)
        top.addLayout(one)
        top.addLayout(parts)
        below = QWidget()
        self._stack = QStackedLayout()
        for part in (self.facts, self.memories, self.neighbours, self._nothing):
            self._stack.addWidget(part)
        room = QHBoxLayout(below)
        room.setContentsMargins(SMALL, SMALL, 0, 0)
        room.addLayout(self._stack)
        whole, self._choose = QWidget(), Empty(theme)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Divider(theme))
        column.addWidget(below, 1)
        self._page = QStackedLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(whole)
        self._page.addWidget(self._choose)
