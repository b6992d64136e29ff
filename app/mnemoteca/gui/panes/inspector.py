"""The inspector: what is known of the memory or session at hand, what happens to it next, and what can be done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.life import MemoryLife, SessionFacts
from mnemoteca.core.memory import Memory, Session, State, Tier
from mnemoteca.core.processed import NameFound
from mnemoteca.core.sleep.outlook import Course
from mnemoteca.gui import told_life, words
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.fact_rows import FactRows
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.life import AHEAD, EBBINGHAUS, LifeLine, life_of
from mnemoteca.gui.components.pulse import Pulse
from mnemoteca.gui.components.sign import Sign
from mnemoteca.gui.panes.names_part import NamesPart
from mnemoteca.gui.panes.session_part import SessionPart
from mnemoteca.gui.panes.tags_part import TagsPart
from mnemoteca.gui.rows import left_of, pace
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, SMALL, TIGHT, Type


class InspectorPane(Ground):
    """One memory or one session, looked at closely; empty where neither is chosen."""

    pin_wanted = Signal(object)
    forget_wanted = Signal(object)
    restore_wanted = Signal(object)
    search_wanted = Signal(str)  # what stands in the search field then
    why_wanted = Signal(object)
    memory_wanted = Signal(object)  # one that was made during the session

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self.setMinimumWidth(220)
        self._look, self._clock = theme, clock
        self._memory: Memory | None = None
        self._told: MemoryLife | None = None
        self._names: tuple[NameFound, ...] = ()
        self._course: Course | None = None
        self._session: Session | None = None
        self._session_facts: SessionFacts | None = None
        self._commits: tuple[Memory, ...] = ()
        self._headings = [Label(theme, "", Type.META_BOLD, "muted") for _ in range(6)]
        self._sign = Sign(theme)
        self._fate = Label(theme, "", Type.TITLE, wrap=True)
        self._life = LifeLine(theme)
        self._present = Label(theme, "", Type.META, "muted", wrap=True)
        self._why, self._from = FactRows(theme), FactRows(theme)
        self._of_session = SessionPart(theme)
        self._of_session.tag_chosen.connect(self._search_tag)
        self._of_session.memory_wanted.connect(self.memory_wanted)
        self.names, self.tags = NamesPart(theme), TagsPart(theme)
        self.names.search_wanted.connect(lambda name: self.search_wanted.emit(f'"{name}"'))
        self.tags.tag_chosen.connect(self._search_tag)
        self._ask_why = Button(theme, "…", kind=Kind.LINK)
        self._ask_why.clicked.connect(lambda: self.why_wanted.emit(self._memory))
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

    @property
    def memory(self) -> Memory | None:
        """The memory that is looked at."""
        return self._memory

    def set_memory(self, memory: Memory | None) -> None:
        """Look at this memory; None empties the pane. What is told of its life stays where it is the same one."""
        if memory is None or self._told is None or self._told.id != memory.id:
            self._told, self._course, self._names = None, None, ()
        self._memory, self._session = memory, None
        self._say()
        self._set_pace()

    def set_life(self, told: MemoryLife) -> None:
        """What happened to the memory at hand."""
        if self._memory is not None and self._memory.id == told.id:
            self._told = told
            self._say()

    def set_names(self, memory: int, names: tuple[NameFound, ...]) -> None:
        """The names that the memory at hand speaks of."""
        if self._memory is not None and self._memory.id == memory:
            self._names = names
            self._say_names(self._memory)

    def set_course(self, course: Course) -> None:
        """By which rule the memory at hand is forgotten."""
        if self._memory is not None and self._memory.id == course.id:
            self._course = course
            self._say()

    def set_session(self, session: Session) -> None:
        """Look at this session, of which no memory is chosen."""
        if self._session is None or self._session.id != session.id:
            self._session_facts, self._commits = None, ()
        self._memory, self._session = None, session
        self._say()
        self._set_pace()

    def set_facts(self, facts: SessionFacts) -> None:
        """What the session at hand holds."""
        if self._session is not None and self._session.id == facts.id:
            self._session_facts = facts
            self._say()

    def set_commits(self, session: int, commits: tuple[Memory, ...]) -> None:
        """The commits that were made during the session at hand."""
        if self._session is not None and self._session.id == session:
            self._commits = commits
            self._say()

    # -- what it says
    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("This memory") if self._session is None else self.tr("This session"))
        said = (
            self.tr("This memory"),
            self.tr("Life"),
            self.tr("Why it is remembered"),
            self.tr("Where it came from"),
            self.tr("Speaks of"),
            self.tr("Tags"),
        )
        for heading, text in zip(self._headings, said, strict=True):
            heading.setText(text)
        self._body.setVisible(self._memory is not None or self._session is not None)
        self._of_memory.setVisible(self._memory is not None)
        self._of_session.setVisible(self._session is not None)
        if self._session is not None:
            self._of_session.show_session(self._session, self._session_facts, self._commits, self._now())
        if self._memory is None:
            for button in (self._pin, self._forget, self._restore):
                button.hide()
            return
        self._tick()
        self._say_facts(self._memory)
        self._say_names(self._memory)
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
        curve = self._course.curve if self._course is not None else EBBINGHAUS
        self._life.show_life(memory, now, self._told, curve)
        life = life_of(memory, now, self._told, curve)
        present = told_life.presence(
            memory, life.present(now), life.present(now + AHEAD), life.if_recalled(now + AHEAD)
        )
        self._present.setText(present)
        self._life.setAccessibleName(self.tr("Forgetting curve"))
        recalled = self.tr("Recalled: %1.").replace("%1", told_life.recalled(memory, self._told, now, QLocale()))
        spoken = (present, told_life.stood_in(life.stages), recalled)
        self._life.setAccessibleDescription(" ".join(filter(None, spoken)))

    def _say_facts(self, memory: Memory) -> None:
        now, locale = self._now(), QLocale()
        self._why.tell(told_life.why(memory, self._told, now, locale))
        self._from.tell(told_life.came_from(memory, self._told, now, locale))
        both = self._why, self._from
        for part in both:
            part.set_names_width(max(each.names_width() for each in both))

    def _say_names(self, memory: Memory) -> None:
        self.names.show_names(self._names, may_change=memory.state is State.ACTIVE)
        self._headings[4].setVisible(bool(self._names))
        self.names.setVisible(bool(self._names))

    def _say_tags(self, memory: Memory) -> None:
        active = memory.state is State.ACTIVE
        suggested = [tag for tag in (self._told.suggested if self._told else ()) if tag not in memory.tags]
        self.tags.show_tags(memory.tags, suggested, may_change=active)
        self._headings[5].setVisible(active or bool(memory.tags))
        self.tags.setVisible(active or bool(memory.tags))

    def _search_tag(self, tag: str) -> None:
        self.search_wanted.emit(f"tag:{tag}")

    def _say_acts(self, memory: Memory) -> None:
        active = memory.state is State.ACTIVE
        if memory.pinned:
            self._pin.set_face(self.tr("Unpin"), "pin-off")
        else:
            self._pin.set_face(self.tr("Pin"), "pin")
        self._forget.set_face(self.tr("Forget"))
        self._ask_why.set_face(self.tr("Why do I remember this?"))
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
        self._body = QWidget()
        self._of_memory = QWidget()
        column = QVBoxLayout(self._of_memory)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        parts = (_held(head), self._life, self._why, self._from, self.names, self.tags)
        for heading, part in zip(self._headings, parts, strict=True):
            column.addWidget(heading)
            column.addSpacing(TIGHT)
            column.addWidget(part)
            if part is self._life:
                column.addWidget(self._present)
            if part is self._why:
                column.addWidget(self._ask_why, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(GAP)
        both = QVBoxLayout(self._body)
        both.setContentsMargins(PAD, PAD, PAD, PAD)
        both.addWidget(self._of_memory)
        both.addWidget(self._of_session)
        both.addStretch(1)
        area = self._theme.dress(QScrollArea())
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
