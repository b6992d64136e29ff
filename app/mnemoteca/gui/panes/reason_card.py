"""Why something is remembered: where it came from, what promoted it, what it rests on and what rests on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.sleep.values import Quote
from mnemoteca.core.sleep.why import Ref, Why
from mnemoteca.gui import told_why
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.fact_rows import FactRows
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.lines import Line, Lines
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.rows import one_line
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, LARGE, SMALL, TIGHT, WIDE, Type

WIDTH = 620
LONGEST = 280  # characters of the text that is asked about
OTHERS = 200  # px of the window that stay around what scrolls


class ReasonCard(Overlay):
    """Each line leads on: to a memory, or to why a digest, a pattern or a fact is there."""

    memory_wanted = Signal(int)
    reason_wanted = Signal(str, int)  # of what kind, its number
    run_wanted = Signal(int)

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget) -> None:
        super().__init__(theme, parent, WIDTH)
        self._clock = clock
        self._found: Why | None = None
        self._title = Label(theme, "", Type.HEADING, wrap=True)
        self._text = Label(theme, "", Type.BODY, "muted", wrap=True)
        self._facts = FactRows(theme)
        self._headings = tuple(Label(theme, "", Type.META_BOLD, "muted") for _ in range(2))
        self.rests_on, self.rested_on_by = Lines(theme, self._quote_line), Lines(theme, self._ref_line)
        self._same, self._echo = Button(theme, "…", kind=Kind.LINK), Button(theme, "…", kind=Kind.LINK)
        self._run, self._read = Button(theme, "…", icon="moon-star"), Button(theme, "…")
        self._close = Button(theme, "…", kind=Kind.PRIMARY)
        self._connect()
        self._lay_out()

    def show_reason(self, found: Why) -> None:
        """Say why this is there."""
        self._found = found
        self.rests_on.show_things(found.rests_on)
        self.rested_on_by.show_things(found.rested_on_by)
        self._say()
        self.fit()
        self.open_card()

    @property
    def found(self) -> Why | None:
        """What it tells of."""
        return self._found

    def first_focus(self) -> QWidget:
        return self._close

    def primary(self) -> QPushButton | None:
        return self._close

    def fit(self) -> None:
        """As high as what it says, where there is room."""
        self._inside.activate()
        wanted = self._inside.sizeHint().height()
        room = self.height() - self._theme.px(OTHERS)
        self._area.setFixedHeight(max(self._theme.px(LARGE), min(wanted, room)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # -- words
    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def _quote_line(self, thing: object) -> Line:
        assert isinstance(thing, Quote)
        return Line(f"“{one_line(thing.text)}”", "", icon="quote")

    def _ref_line(self, thing: object) -> Line:
        assert isinstance(thing, Ref)
        return told_why.ref_line(thing, self._now().date())

    def _say(self) -> None:
        found = self._found
        self._title.setText(self.tr("Why do I remember this?"))
        self.card.setAccessibleName(self._title.text())
        self._close.set_face(self.tr("Close"))
        self._read.set_face(self.tr("Read it"))
        if found is None:
            return
        text = one_line(found.text)
        shown = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
        self._text.setText(f"{told_why.kind(found)}: “{shown}”" if shown else told_why.kind(found))
        self._facts.tell(told_why.facts(found, self._now()))
        for heading, words, lines in zip(
            self._headings, (self.tr("It rests on"), self.tr("What rests on it")), (self.rests_on, self.rested_on_by),
            strict=True,
        ):  # fmt: skip
            heading.setText(words)
            lines.setAccessibleName(words)
            lines.say()
            for part in (heading, lines):
                part.setVisible(bool(lines.model().rowCount()))
        self._same.set_face(self.tr("Another memory says the same, and was kept"))
        self._same.setVisible(found.same_as is not None)
        self._echo.set_face(self.tr("An assistant’s echo of another memory: nothing is learned from it"))
        self._echo.setVisible(found.echo_of is not None)
        self._run.set_face(self.tr("Show the run"))
        self._run.setVisible(self._of_run() > 0)
        self._read.setVisible(found.kind == "memory")

    def _of_run(self) -> int:
        """The run that made it, or that last promoted it; 0 where none did."""
        found = self._found
        if found is None:
            return 0
        return found.run or next((each.run for each in reversed(found.promoted) if each.run), 0)

    # -- inside
    def _connect(self) -> None:
        self.rests_on.opened.connect(lambda quote: self._leave(lambda: self.memory_wanted.emit(quote.memory)))
        self.rested_on_by.opened.connect(self._go_on)
        self._same.clicked.connect(lambda: self._on(self._found.same_as if self._found else None))
        self._echo.clicked.connect(lambda: self._on(self._found.echo_of if self._found else None))
        self._run.clicked.connect(lambda: self._leave(lambda: self.run_wanted.emit(self._of_run())))
        self._read.clicked.connect(self._read_it)
        self._close.clicked.connect(self.hide)
        self.left.connect(self.hide)

    def _go_on(self, ref: Ref) -> None:
        self.reason_wanted.emit(ref.kind, ref.id)

    def _on(self, memory: int | None) -> None:
        if memory is not None:
            self.reason_wanted.emit("memory", memory)

    def _read_it(self) -> None:
        found = self._found
        if found is not None:
            self._leave(lambda: self.memory_wanted.emit(found.id))

    def _leave(self, then: Callable[[], object]) -> None:
        self.hide()
        then()

    def _lay_out(self) -> None:
        self._body = QWidget()
        inside = self._inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(TIGHT)
        inside.addWidget(self._facts)
        for part in (self._same, self._echo):
            inside.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        for heading, lines in zip(self._headings, (self.rests_on, self.rested_on_by), strict=True):
            heading.setContentsMargins(0, SMALL, 0, 0)
            inside.addWidget(heading)
            inside.addWidget(lines)
        inside.addStretch(1)
        self._area = self._theme.dress(QScrollArea())
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._body)
        self._area.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        buttons, column = QHBoxLayout(), QVBoxLayout(self.card)
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        for button in (self._run, self._read, self._close):
            buttons.addWidget(button)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(GAP)
        for row in (self._title, self._text, self._area):
            column.addWidget(row)
        column.addLayout(buttons)
