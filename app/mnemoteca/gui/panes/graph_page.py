"""The graph as an answer: how two are linked, or what one is linked to; painted or as a list, as of any day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.knowledge.values import Entity, GraphPicture
from mnemoteca.gui import graph_words, known_words, words
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.empty import Empty
from mnemoteca.gui.components.graph_view import GraphView
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.components.named_rows import NamedRows, NamedValue
from mnemoteca.gui.components.slider import Slider
from mnemoteca.gui.components.spoken import announce
from mnemoteca.gui.panes.entity_field import EntityField
from mnemoteca.gui.panes.evidence_pane import EvidencePane
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, INSPECTOR, PAD, SMALL, WIDE, Type

MONTH = 30  # days, that a page of the slider is
FIELD = 210


class GraphPage(Ground):
    """Two fields over the picture, and beside it the evidence; what is shown is given from outside."""

    asked = Signal()  # who is in the fields, the kinds or the day changed
    part_chosen = Signal(object)  # Entity, or None
    part_opened = Signal(object)  # Entity
    more_wanted = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self.start, self.end = EntityField(theme), EntityField(theme)
        self._to = Label(theme, "", Type.BODY, "muted")
        self._ask = Button(theme, "…", icon="route")
        self._listed = Button(theme, "…", icon="list")
        self._kinds = {kind: ChipButton(theme, "…", known_words.icon(kind)) for kind in known_words.KINDS}
        self._more = Button(theme, "…", kind=Kind.LINK)
        self.view, self.rows = GraphView(theme), NamedRows(theme, self._row)
        self._empty = Empty(theme)
        self._when, self._day = Label(theme, "", Type.META, "muted"), Label(theme, "", Type.META, "muted")
        self.slider = Slider(theme)
        self.evidence = EvidencePane(theme, clock)
        self._picture: GraphPicture | None = None
        self._values: dict[int, NamedValue] = {}
        self._asked_of = 0
        self._first: date | None = None
        self._lay_out(theme)
        self._connect()
        self._say()

    # -- what it is given
    def show_picture(self, picture: GraphPicture, asked: int) -> None:
        """Show this; the first `asked` parts are what was asked about."""
        same = self._picture is not None and self._picture.spots == picture.spots
        self._picture, self._asked_of = picture, asked
        scene, rows = graph_words.scene(picture, asked), list(graph_words.rows(picture, asked))
        self._values = {spot.entity.id: row for spot, row in zip(picture.spots, rows, strict=True)}
        said = [row.spoken for row in rows]
        if same:
            self.view.say(scene, said)
        else:
            self.view.show_scene(scene, [(spot.x, spot.y) for spot in picture.spots], said)
        self.rows.named.show([spot.entity for spot in picture.spots])
        self._show_what_is_there()

    def set_more(self, there_is_more: bool) -> None:
        """Whether more could stand around."""
        self._more.setVisible(there_is_more)

    def set_first_day(self, first: date | None) -> None:
        """The day from which on something was said; the slider goes from there to today."""
        today = self._clock.now().astimezone().date()
        now = self.day() is None
        self._first = min(first, today) if first is not None else None
        days = (today - self._first).days if self._first is not None else 0
        self.slider.blockSignals(True)
        value = self.slider.value()
        self.slider.setRange(0, max(1, days))
        self.slider.setValue(self.slider.maximum() if now else value)
        self.slider.blockSignals(False)
        self.slider.setEnabled(days > 0)
        self._say_day()

    def day(self) -> date | None:
        """As of which day; None: as of now."""
        if self._first is None or self.slider.value() >= self.slider.maximum():
            return None
        return self._first + timedelta(days=self.slider.value())

    def kinds(self) -> tuple[str, ...]:
        """The kinds that are wanted; none: all."""
        return tuple(kind for kind, chip in self._kinds.items() if chip.isChecked())

    def forget(self) -> None:
        """The space is another: nobody is asked about."""
        for field in (self.start, self.end):
            field.show_entity(None)
        self.slider.setValue(self.slider.maximum())
        self._picture, self._asked_of = None, 0
        self.evidence.clear()

    def leave_part(self) -> None:
        """No part is at hand any more."""
        self.view.choose(-1)
        self.rows.choose(-1)
        self.part_chosen.emit(None)

    def entity(self, part: int) -> Entity | None:
        """Who or what a part is."""
        spots = self._picture.spots if self._picture is not None else ()
        return spots[part].entity if 0 <= part < len(spots) else None

    def first_focus(self) -> None:
        """Give the keyboard to the first field."""
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def as_list(self) -> bool:
        """Whether it is shown as a list."""
        return self._listed.isChecked()

    def tell(self, sentence: str) -> None:
        """Have screen readers say what the answer is."""
        announce(self.view, sentence)

    # -- inside
    def _connect(self) -> None:
        for field in (self.start, self.end):
            field.chosen.connect(lambda _: self.asked.emit())
            field.entered.connect(self.asked)
        self._ask.clicked.connect(self.asked)
        self._listed.setCheckable(True)
        self._listed.toggled.connect(self._turn)
        for chip in self._kinds.values():
            chip.setCheckable(True)
            chip.toggled.connect(lambda _: self.asked.emit())
        self._more.clicked.connect(self.more_wanted)
        self.slider.valueChanged.connect(self._slid)
        self.view.chosen.connect(lambda part: self.part_chosen.emit(self.entity(part)))
        self.view.opened.connect(lambda part: self.part_opened.emit(self.entity(part)))
        self.view.left.connect(self.leave_part)
        self.rows.chosen.connect(self.part_chosen)
        self.rows.opened.connect(self.part_opened)

    def _slid(self) -> None:
        self._say_day()
        self.asked.emit()

    def _turn(self, listed: bool) -> None:
        """Painted, or as a list; what is at hand stays so, and the keyboard goes along."""
        row = self.view.at() if listed else self.rows.currentIndex().row()
        (self.rows if listed else self.view).choose(row)
        self._show_what_is_there()

    def _row(self, thing: object) -> NamedValue:
        assert isinstance(thing, Entity)
        return self._values[thing.id]

    def _show_what_is_there(self) -> None:
        empty = self._picture is not None and not self._picture.spots
        self._stack.setCurrentIndex(2 if empty else 1 if self.as_list() else 0)

    # -- words
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            if self._picture is not None:
                self.show_picture(self._picture, self._asked_of)
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Graph"))
        self.start.say(self.tr("Who, or what?"), self.tr("Who, or what?"))
        self.end.say(self.tr("And who, or what?"), self.tr("Anybody"))
        self._to.setText(self.tr("to", "from one to another"))
        self._ask.set_face(self.tr("How are they linked?"))
        self._listed.set_face(self.tr("As a list"))
        self._more.set_face(self.tr("Show more"))
        for kind, chip in self._kinds.items():
            chip.tell(known_words.kinds(kind))
        self._when.setText(self.tr("As of"))
        self.view.setAccessibleName(self.tr("Graph"))
        self.view.setAccessibleDescription(
            self.tr(
                "Arrows go from one to the next, with Shift they move the picture. Enter looks around one, + and − "
                "zoom, 0 shows all, Esc goes back to the answer."
            )
        )
        self.rows.setAccessibleName(self.tr("Graph, as a list"))
        self.rows.setAccessibleDescription(self.tr("Enter looks around one."))
        self._empty.tell(
            self.tr("Nobody and nothing is known by name here."),
            self.tr("Names are found in what you write and bring in; an earlier day or a kind may hide them."),
        )
        self._say_day()

    def _say_day(self) -> None:
        day, today = self.day(), self._clock.now().astimezone().date()
        said = words.short_day(today if day is None else day, today, QLocale())
        self._day.setText(self.tr("today") if day is None else said)
        self.slider.setAccessibleName(self.tr("As of %1").replace("%1", self._day.text()))

    # -- layout
    def _lay_out(self, theme: Theme) -> None:
        head, narrow, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setSpacing(SMALL)
        for field in (self.start, self.end):
            field.setMinimumWidth(theme.px(110))
            field.setMaximumWidth(theme.px(FIELD))
        head.addWidget(self.start, 3)
        head.addWidget(self._to)
        head.addWidget(self.end, 3)
        head.addWidget(self._ask)
        head.addStretch(1)
        head.addWidget(self._listed)
        narrow.setSpacing(SMALL - 2)
        for chip in self._kinds.values():
            narrow.addWidget(chip)
        narrow.addStretch(1)
        narrow.addWidget(self._more)
        below.setSpacing(GAP)
        below.addWidget(self._when)
        below.addWidget(self.slider, 1)
        below.addWidget(self._day)
        around = QWidget()
        self._stack = QStackedLayout(around)
        for part in (self.view, self.rows, self._empty):
            self._stack.addWidget(part)
        left = QVBoxLayout()
        left.setContentsMargins(WIDE, PAD + 2, WIDE, GAP)
        left.setSpacing(GAP)
        left.addLayout(head)
        left.addLayout(narrow)
        left.addWidget(around, 1)
        left.addLayout(below)
        self.slider.setPageStep(MONTH)
        self.slider.setRange(0, 1)
        self.slider.setValue(1)
        self.evidence.setFixedWidth(theme.px(INSPECTOR + 68))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(Divider(theme, upright=True))
        whole.addWidget(self.evidence)
        order = (self.start, self.end, self._ask, self._listed, *self._kinds.values(), self._more, self.view, self.rows,
                 self.slider, *self.evidence.order())  # fmt: skip
        for one, other in pairwise(order):
            self.setTabOrder(one, other)
