"""Beside the graph: what the answer is, and the sentences that it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.knowledge.values import Entity
from mnemoteca.gui import known_words
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.evidence import EvidenceList
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.counted import counted
from mnemoteca.gui.known import Stated, Stepped
from mnemoteca.gui.known_words import EvidenceValue
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, SMALL, Type


class EvidencePane(Ground):
    """Shows a way with its steps, or one entity with its facts."""

    opened = Signal(object)  # EvidenceValue
    around_wanted = Signal(object)  # Entity

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme, "surface")
        self._clock = clock
        self._heading = Label(theme, "", Type.META_BOLD, "muted")
        self._title = Label(theme, "", Type.SECTION, wrap=True)
        self._sentence = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._around = Button(theme, "…", icon="waypoints")
        self.list = EvidenceList(theme, self._value, ground="surface", bars=True)
        self._foot = Label(theme, "", Type.META, "muted", wrap=True)
        self._about: Entity | None = None  # who could be looked around
        self._says = ""
        self._way: tuple[Entity, ...] = ()
        self.list.opened.connect(self.opened)
        self._around.clicked.connect(lambda: self.around_wanted.emit(self._about))
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Nobody is asked about."""
        self._tell((), None, "none", ())

    def show_way(self, way: Sequence[Entity], steps: Sequence[Stepped], about: Entity | None) -> None:
        """The shortest evidence from one to another; none where no steps are given. `about`: whom to offer."""
        self._tell(way, about, "way" if steps else "no way", steps)

    def show_entity(self, entity: Entity, facts: Sequence[Stated], about: Entity | None) -> None:
        """What is known of one."""
        self._tell((entity,), about, "entity" if facts else "no facts", facts)

    def order(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in its order."""
        return self._around, self.list

    def title(self) -> str:
        """What the answer is."""
        return self._title.text()

    def _tell(self, way: Sequence[Entity], about: Entity | None, says: str, things: Sequence[object]) -> None:
        self._way, self._about, self._says = tuple(way), about, says
        self.list.evidence.show(things)
        self.list.setVisible(bool(things))
        self._say()

    def _value(self, thing: object) -> EvidenceValue:
        now = self._clock.now().astimezone()
        if isinstance(thing, Stepped):
            return known_words.step_value(thing.step, thing.memory, now, QLocale())
        assert isinstance(thing, Stated)
        return known_words.fact_value(thing.fact, thing.memory, now, QLocale())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            self.list.evidence.say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Evidence"))
        heading, title, sentence = self._answer()
        self._heading.setText(heading)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.list.setAccessibleName(title)
        self.list.setAccessibleDescription(self.tr("Enter opens a sentence where it was said."))
        name = "" if self._about is None else known_words.name(self._about)
        self._around.set_face(self.tr("Look around %1").replace("%1", name))
        self._around.setVisible(self._about is not None)
        says = {
            "way": self.tr("Every edge stands on a sentence. Click one to read it where it was said."),
            "entity": self.tr("Every fact stands on a sentence. Click one to read it where it was said."),
        }
        self._foot.setText(says.get(self._says, ""))

    def _answer(self) -> tuple[str, str, str]:
        """A heading, what the answer is, and a sentence about it."""
        shortest, known = self.tr("The shortest evidence"), self.tr("What is known")
        match self._says:
            case "way":
                return shortest, known_words.way(self._way), ""
            case "no way":
                ends = (known_words.name(each) for each in (self._way[0], self._way[-1]))
                title = self.tr("Nothing leads from %1 to %2.")
                for sign, name in zip(("%1", "%2"), ends, strict=True):
                    title = title.replace(sign, name)
                return shortest, title, self.tr("No chain of memories names one with the other, as of that day.")
            case "entity":
                return known, self._name(), self._kind()
            case "no facts":
                nothing = self.tr("No facts are known, as of that day.")
                return known, self._name(), self._kind() + "\n" + nothing
            case _:
                help = self.tr(
                    "Name somebody or something to see what it is spoken of with. Name two to see the sentences that "
                    "lead from one to the other."
                )
                return self.tr("Ask the graph"), self.tr("How are two linked?"), help

    def _name(self) -> str:
        return known_words.name(self._way[0]) if self._way else ""

    def _kind(self) -> str:
        entity = self._way[0]
        return " · ".join((known_words.kind(entity.kind), counted.memories(entity.memories)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD + 2, SMALL, PAD)
        column.setSpacing(SMALL)
        for part in (self._heading, self._title, self._sentence):
            column.addWidget(part)
        column.addWidget(self._around, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(GAP - SMALL)
        column.addWidget(self.list, 100)
        column.addStretch(1)
        column.addWidget(self._foot)
