"""The timeline: how memories spread over time, and those of the time that is brushed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QAbstractItemModel, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout

from mnemoteca.core.clock import Clock
from mnemoteca.core.glance import Grain
from mnemoteca.core.timeline import Span
from mnemoteca.gui import span_words, words
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.density import Density
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.counted import counted
from mnemoteca.gui.panes.list_pane import ListPane
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, SMALL, WIDE, Type


class TimelinePage(Ground):
    """Bars over a list; which bars, and what is listed, is given from outside."""

    grain_chosen = Signal(object)  # Grain

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self.bars = Density(theme)
        self.list = ListPane(theme)
        self._span: Span | None = None
        self._brush: Span | None = None
        self._count: int | None = None
        self._missing = 0
        self._title = Label(theme, "", Type.PAGE)
        self._undated = Label(theme, "", Type.META, "muted")
        self._grains = {grain: ChipButton(theme, "…") for grain in Grain}
        self._group = QButtonGroup(self)
        for grain, chip in self._grains.items():
            chip.setCheckable(True)
            chip.setAutoExclusive(True)  # told as one of a group, which it is
            chip.clicked.connect(lambda _=False, grain=grain: self.grain_chosen.emit(grain))
            self._group.addButton(chip)
        self._lay_out(theme)
        self._say()

    def set_model(self, model: QAbstractItemModel) -> None:
        """What the list shows."""
        self.list.set_model(model)

    def set_bars(self, span: Span, counts: tuple[int, ...], undated: int) -> None:
        """The bars of a span; so many memories have no date."""
        anew, self._span, self._missing = span != self._span, span, undated
        self._grains[span.grain].setChecked(True)
        self.bars.show_bars(span, counts)
        self._say()
        if anew:
            self._announce(span_words.grain_name(span.grain) + ", " + self._name(span))

    def set_brush(self, brush: Span | None) -> None:
        """The time that is brushed; how many memories it holds is told when the list is there."""
        self._brush, self._count = brush, None
        self._say()

    def set_count(self, count: int) -> None:
        """How many memories are listed."""
        if count != self._count:
            self._count = count
            self._say()
            if self._brush is not None:
                self._announce(span_words.with_count(self._name(self._brush), count))

    def first_focus(self) -> None:
        """Give the keyboard to the bars."""
        self.bars.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- words
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def _name(self, span: Span) -> str:
        return span_words.span_name(span, self._today(), QLocale())

    def _announce(self, sentence: str) -> None:
        if self.bars.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.bars, sentence))

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))
        self._title.setText(self.tr("Timeline"))
        self._undated.setText(span_words.undated(self._missing))
        for grain, chip in self._grains.items():
            chip.tell(span_words.grain_name(grain))
        count = "" if self._count is None else counted.memories(self._count)
        brush = "" if self._brush is None else self._name(self._brush)
        self.bars.show_brush(self._brush, " · ".join(part for part in (brush, count) if part))
        whole = "" if self._count is None else words.number(self._count, QLocale())
        self.list.set_title(brush[:1].upper() + brush[1:] or self.tr("All memories"), count if brush else whole)
        self.list.set_empty(self.tr("Nothing is from that time."), self.tr("Esc takes the choice of a time back."))
        self.bars.setAccessibleName(self._spoken(brush))
        self.bars.setAccessibleDescription(self._keys())

    def _spoken(self, brush: str) -> str:
        shown = self.tr("Memories over time") if self._span is None else self.tr("Memories over time, %1").replace(
            "%1", self._name(self._span)
        )  # fmt: skip
        return shown + (", " + self.tr("chosen: %1").replace("%1", brush) if brush else "")

    def _keys(self) -> str:
        return self.tr(
            "Arrows go from bar to bar, with Shift they choose a time. Enter or + looks closer, − further away, "
            "Page up and Page down earlier and later, Esc takes the choice back."
        )

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._title)
        head.addSpacing(SMALL)
        head.addWidget(self._undated, 1, Qt.AlignmentFlag.AlignBottom)
        for grain in Grain:
            head.addWidget(self._grains[grain])
        upper = QVBoxLayout()
        upper.setContentsMargins(WIDE + 4, PAD + 4, WIDE + 4, GAP)
        upper.setSpacing(GAP)
        upper.addLayout(head)
        upper.addWidget(self.bars)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper)
        whole.addWidget(Divider(theme))
        below = QHBoxLayout()
        below.setContentsMargins(GAP, 0, GAP, 0)
        below.addWidget(self.list)
        whole.addLayout(below, 1)
        for one, other in pairwise((*self._grains.values(), self.bars, self.list)):
            self.setTabOrder(one, other)
