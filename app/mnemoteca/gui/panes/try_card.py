"""Trying models: the same note through two of them, side by side on a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Kind
from mnemoteca.core.model_trial import Trial
from mnemoteca.gui import told_models
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.choice_field import ChoiceField
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.line_field import LineField
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, SMALL, TIGHT, Type


class _Side(QWidget):
    """What one model made of the note."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.choice = theme.dress(ChoiceField(theme))
        self._figures = Label(theme, "", Type.META, "muted", wrap=True)
        self._text = Label(theme, "", Type.SECOND, "text", wrap=True).selectable()
        self._doubt = Label(theme, "", Type.META, "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for part in (self.choice, self._figures, self._text, self._doubt):
            column.addWidget(part)
        column.addStretch(1)

    def tell(self, trial: Trial | None, waits: str) -> None:
        self._figures.setText(waits if trial is None else told_models.figures_of(trial, QLocale()))
        self._text.setText("" if trial is None else trial.text)
        self._doubt.setText("" if trial is None else told_models.doubt(trial))
        for label in (self._figures, self._text, self._doubt):
            label.setVisible(bool(label.text()))

    def offer(self, names: Sequence[tuple[str, str]], at: int) -> None:
        """These ids with their names; what was chosen stays chosen where it is still there, else the one at `at`."""
        before = self.choice.currentData()
        self.choice.clear()
        for id, name in names:
            self.choice.addItem(name, id)
        spot = self.choice.findData(before) if before is not None else -1
        self.choice.setCurrentIndex(spot if spot >= 0 else min(at, len(names) - 1))


class TryCard(QWidget):
    """Shown where a model that writes is installed; nothing that is tried is kept."""

    try_wanted = Signal(object, str)  # ids, the note

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._models: tuple[InstalledModel, ...] = ()
        self._trials: tuple[Trial, ...] = ()
        self._waits = False
        self._title = Label(theme, "", Type.META_BOLD, "muted")
        self._note = theme.dress(LineField())
        self._try = Button(theme, "…")
        self._sides = (_Side(theme), _Side(theme))
        self._lay_out()
        self._try.clicked.connect(self._wanted)
        self._note.returnPressed.connect(self._wanted)
        self.set_models(())
        theme.changed.connect(self.update)

    def set_models(self, models: Sequence[InstalledModel]) -> None:
        """What is installed."""
        there = tuple(each for each in models if each.whole and each.kind is Kind.GENERATE)
        if there != self._models or not there:
            self._models = there
            self._offer()
        self.setVisible(bool(there))
        self._say()

    def set_trials(self, trials: tuple[Trial, ...]) -> None:
        """What came of it."""
        self._trials, self._waits = trials, False
        self._say()

    def fail(self) -> None:
        """Nothing came of it; why is said elsewhere."""
        self.set_trials(())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._offer()
            self._say()
        super().changeEvent(event)

    # -- inside
    def _wanted(self) -> None:
        if self._waits:
            return
        self._trials, self._waits = (), True
        self._say()
        ids = tuple(str(side.choice.currentData()) for side in self._sides)
        self.try_wanted.emit(ids, self._note.text().strip() or self._note.placeholderText())

    def _offer(self) -> None:
        names = [(each.id, each.name) for each in self._models]
        none = ("", self.tr("No model: the best sentences"))
        self._sides[0].offer(names, 0)
        self._sides[1].offer([*names, none], len(names))

    def _say(self) -> None:
        self._title.setText(self.tr("Try it: the same note through two models"))
        sample = self.tr("Decided: Rua da Aurora. We move on 15 January, and I'll ask Marcos about the truck.")
        self._note.say(self.tr("The note that is tried"), sample)
        self._try.set_face(self.tr("Try"))
        self._try.setEnabled(not self._waits)
        names = (self.tr("The first model"), self.tr("The second model"))
        for n, (side, name) in enumerate(zip(self._sides, names, strict=True)):
            side.choice.setAccessibleName(name)
            side.tell(self._trials[n] if n < len(self._trials) else None, self.tr("Writing…") if self._waits else "")

    def _lay_out(self) -> None:
        asked, sides, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        asked.setSpacing(SMALL)
        asked.addWidget(self._note, 1)
        asked.addWidget(self._try)
        sides.setSpacing(GAP)
        for side in self._sides:
            sides.addWidget(side, 1)
        whole.setContentsMargins(PAD, PAD - 2, PAD, PAD - 2)
        whole.setSpacing(SMALL)
        whole.addWidget(self._title)
        whole.addLayout(asked)
        whole.addLayout(sides)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, area(self, self._theme), tokens.surface, RADIUS_CARD, tokens.line)
