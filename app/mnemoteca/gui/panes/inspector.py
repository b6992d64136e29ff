"""The inspector: what is known of the memory at hand, what happens to it next, and what can be done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import Memory, State, Tier
from mnemoteca.gui import words
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.life import AHEAD, LifeLine, life_of
from mnemoteca.gui.components.pulse import Pulse
from mnemoteca.gui.components.sign import Sign
from mnemoteca.gui.counted import counted
from mnemoteca.gui.rows import left_of, pace
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, SMALL, TIGHT, Type

FACTS = 5


class InspectorPane(Ground):
    """One memory, looked at closely; empty where none is chosen."""

    pin_wanted = Signal(object)
    forget_wanted = Signal(object)
    restore_wanted = Signal(object)
    tag_chosen = Signal(str)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self.setMinimumWidth(220)
        self._look, self._clock = theme, clock
        self._memory: Memory | None = None
        self._headings = [Label(theme, "", Type.META_BOLD, "muted") for _ in range(4)]
        self._sign = Sign(theme)
        self._fate = Label(theme, "", Type.TITLE, wrap=True)
        self._life = LifeLine(theme)
        self._present = Label(theme, "", Type.META, "muted", wrap=True)
        self._names = [Label(theme, "", Type.SECOND, "muted") for _ in range(FACTS)]
        self._facts = [Label(theme, "", Type.SECOND, wrap=True).selectable() for _ in range(FACTS)]
        self._tag_area = QWidget()
        self._tags = Flow(self._tag_area)
        self._pin = Button(theme, "…", icon="pin")
        self._forget = Button(theme, "…", icon="archive-x")
        self._restore = Button(theme, "…", icon="archive-restore")
        self._pulse = Pulse(self)
        self._pulse.beat.connect(self._tick)
        self._lay_out()
        self._pin.clicked.connect(lambda: self.pin_wanted.emit(self._memory))
        self._forget.clicked.connect(lambda: self.forget_wanted.emit(self._memory))
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self._memory))
        self._say()

    def set_memory(self, memory: Memory | None) -> None:
        """Look at this memory; None empties the pane."""
        self._memory = memory
        self._say()
        self._set_pace()

    # -- what it says
    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("This memory"))
        said = (self.tr("This memory"), self.tr("Life"), self.tr("What is known of it"), self.tr("Tags"))
        for heading, text in zip(self._headings, said, strict=True):
            heading.setText(text)
        self._body.setVisible(self._memory is not None)
        if self._memory is None:
            for button in (self._pin, self._forget, self._restore):
                button.hide()
            return
        self._tick()
        self._say_facts(self._memory)
        self._say_tags(self._memory)
        self._say_acts(self._memory)

    def _tick(self) -> None:
        """What changes with the time."""
        memory, now = self._memory, self._now()
        if memory is None:
            return
        ring = left_of(memory.tier, memory.tier_until, now) if memory.state is State.ACTIVE else None
        self._sign.show_tier(memory.tier, ring, memory.pinned)
        self._fate.setText(words.fate(memory, now))
        self._life.show_life(memory, now)
        life = life_of(memory, now)
        today, later = (f"{100 * life.present(moment):.0f} %" for moment in (now, now + AHEAD))
        present = self.tr("Today %1 present, in 30 days %2.")
        present = present.replace("%1", today).replace("%2", later)
        self._present.setText(present)
        self._life.setAccessibleName(self.tr("Forgetting curve"))
        self._life.setAccessibleDescription(present)

    def _say_facts(self, memory: Memory) -> None:
        today, locale = self._now().date(), QLocale()
        kept = memory.recorded_at.astimezone(self._now().tzinfo)
        kept_at = words.short_day(kept.date(), today, locale) + " " + words.clock_time(kept, locale)
        facts = [
            (self.tr("Said"), f"{words.when(memory, today, locale)} · {words.speaker(memory)}"),
            (self.tr("Kept"), kept_at),
            (self.tr("Importance"), words.hundredths(memory.importance, locale)),
            (self.tr("Recalled"), self._recalled(memory)),
            (self.tr("Source"), words.source_name(memory.source)),
        ]
        for (name, value), label, fact in zip(facts, self._names, self._facts, strict=True):
            label.setText(name)
            fact.setText(value)
            for part in (label, fact):
                part.setVisible(bool(value))

    def _recalled(self, memory: Memory) -> str:
        if not memory.access_count:
            return self.tr("not yet")
        said = counted.recalled(memory.access_count)
        if memory.last_access is None:
            return said
        last = memory.last_access.astimezone(self._now().tzinfo)
        day = words.short_day(last.date(), self._now().date(), QLocale())
        return said + ", " + self.tr("last on %1").replace("%1", day)

    def _say_tags(self, memory: Memory) -> None:
        self._tags.clear()
        for tag in memory.tags:
            chip = ChipButton(self._look, "#" + tag, name=self.tr("Search the tag %1").replace("%1", tag))
            chip.clicked.connect(lambda _=False, tag=tag: self.tag_chosen.emit(tag))
            self._tags.addWidget(chip)
        self._headings[3].setVisible(bool(memory.tags))
        self._tag_area.setVisible(bool(memory.tags))

    def _say_acts(self, memory: Memory) -> None:
        active = memory.state is State.ACTIVE
        if memory.pinned:
            self._pin.set_face(self.tr("Unpin"), "pin-off")
        else:
            self._pin.set_face(self.tr("Pin"), "pin")
        self._forget.set_face(self.tr("Forget"))
        faded = active and memory.tier is Tier.FADED
        self._restore.set_face(self.tr("Keep again") if faded else self.tr("Restore"))
        self._pin.setVisible(active)
        self._forget.setVisible(active)
        self._restore.setVisible(faded or memory.state is State.TRASHED)

    # -- time
    def _set_pace(self) -> None:
        memory = self._memory
        runs = memory is not None and memory.state is State.ACTIVE and self.isVisible()
        self._pulse.set_pace(pace(memory.tier, memory.tier_until) if memory is not None and runs else 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_pace()

    def hideEvent(self, event: QHideEvent) -> None:
        self._pulse.set_pace(0)
        super().hideEvent(event)

    # -- where it stands
    def _lay_out(self) -> None:
        head, acts = QHBoxLayout(), Flow()
        head.setSpacing(SMALL)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._fate, 1, Qt.AlignmentFlag.AlignVCenter)
        facts = QGridLayout()
        facts.setHorizontalSpacing(GAP)
        facts.setVerticalSpacing(SMALL - 1)
        facts.setColumnStretch(1, 1)
        for n, (name, fact) in enumerate(zip(self._names, self._facts, strict=True)):
            facts.addWidget(name, n, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(fact, n, 1)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.setSpacing(TIGHT)
        for heading, part in zip(self._headings, (_held(head), self._life, _held(facts), self._tag_area), strict=True):
            column.addWidget(heading)
            column.addSpacing(TIGHT)
            column.addWidget(part)
            if part is self._life:
                column.addWidget(self._present)
            column.addSpacing(GAP)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        area.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        acts.setContentsMargins(PAD, SMALL, PAD, PAD)
        for button in (self._pin, self._forget, self._restore):
            acts.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(acts)


def _held(layout: QLayout) -> QWidget:
    """A widget that holds the layout."""
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made
