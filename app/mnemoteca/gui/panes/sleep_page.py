"""Sleep: the runs beside the one at hand, a dry run, and how far one is that works."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.reports import RunInfo
from mnemoteca.gui import told_sleep
from mnemoteca.gui.components.bar import Bar
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.empty import Empty
from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.components.split import Split
from mnemoteca.gui.components.spoken import announce
from mnemoteca.gui.panes.run_list import RunList
from mnemoteca.gui.panes.run_pane import RunPane
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import LIST, PAD, SMALL, Type

LEAST = 240  # pixels of the list


class SleepPage(Ground):
    """Nothing is applied but by the person's hand; runs by themselves stand in the list like any other."""

    dry_run_wanted = Signal()
    cancel_wanted = Signal()
    run_chosen = Signal(int)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme)
        self._clock = clock
        self._runs: tuple[RunInfo, ...] | None = None
        self._working = ""
        self._title, self._count = Label(theme, "", Type.SECTION), Label(theme, "", Type.META, "muted")
        self._dry_run, self._cancel = Button(theme, "…", icon="eye"), Button(theme, "…")
        self._doing, self._bar = Label(theme, "", Type.SECOND, "muted", wrap=True), Bar(theme)
        self.list = RunList(theme, self._said)
        self._nothing = Empty(theme)
        self.run = RunPane(theme, clock)
        self._lay_out(theme)
        self._dry_run.clicked.connect(self.dry_run_wanted)
        self._cancel.clicked.connect(self.cancel_wanted)
        self.list.chosen.connect(self.run_chosen)
        self._say()

    def set_runs(self, runs: Sequence[RunInfo], at: int) -> None:
        """The newest first; the one numbered `at` is at hand. What waited on the button goes on in the list."""
        more, self._runs = len(runs) > len(self._runs or ()), tuple(runs)
        self.list.show_runs(self._runs, at)
        self._say()
        if more and self._dry_run.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_working(self, sentence: str) -> None:
        """What goes on just now; "" when nothing does."""
        if sentence and sentence != self._working:
            announce(self, sentence)
        self._working = sentence
        self._say()

    def first_focus(self) -> None:
        there = self.list if self._runs else self._dry_run
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def _said(self, run: RunInfo) -> tuple[str, str, str, str]:
        return (
            told_sleep.headline(run),
            told_sleep.when(run, self._now()),
            told_sleep.summary(run),
            told_sleep.took(run),
        )

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Sleep"))
        self._title.setText(self.tr("Sleep"))
        self._count.setText(told_sleep.figures.runs(len(self._runs)) if self._runs else "")
        self._dry_run.set_face(self.tr("Dry run"))
        self._dry_run.setAccessibleDescription(self.tr("Shows what a run would do; nothing is changed."))
        self._cancel.set_face(self.tr("Cancel"))
        self.list.setAccessibleName(self.tr("Runs"))
        self._doing.setText(self._working)
        self._bar.setAccessibleName(self._working)
        self._bar.tell(0, 0)
        self._at_work.setVisible(bool(self._working))
        self._nothing.tell(
            self.tr("No run yet."),
            self.tr(
                "Every half hour, and by night, what is new is gone through. A dry run shows it before it is done."
            ),
        )
        self._nothing.setVisible(self._runs == ())
        self.list.setVisible(self._runs != ())

    def _lay_out(self, theme: Theme) -> None:
        left = QWidget()
        left.setMinimumWidth(LEAST)
        head = QHBoxLayout()
        head.setContentsMargins(PAD, 0, PAD, 0)
        head.setSpacing(SMALL)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._dry_run)
        self._at_work = QWidget()
        at_work = QHBoxLayout(self._at_work)
        at_work.setContentsMargins(PAD, 0, PAD, SMALL)
        at_work.setSpacing(SMALL)
        at_work.addWidget(self._doing, 1)
        at_work.addWidget(self._bar)
        at_work.addWidget(self._cancel)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self._at_work)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        both = Split(theme, left, self.run)
        both.setStretchFactor(1, 1)
        both.setSizes([LIST, 3 * LIST])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(both)
