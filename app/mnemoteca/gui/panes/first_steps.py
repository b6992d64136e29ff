"""What a person may want to settle first, each in one line and none of it needed: language, place, what is here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, RADIUS_CARD, SMALL, WIDE, Type

LANGUAGES = {"en": "English", "pt_BR": "Português (Brasil)"}
MOST_NAMES = 3


class FirstSteps(QWidget):
    """Three lines: what it is, how it stands, what can be done about it."""

    language_chosen = Signal(str)
    sources_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._folder = theme, ""
        self._found: tuple[str, ...] | None = None
        self._names = [Label(theme, "", Type.SECOND, "muted") for _ in range(3)]
        self._where = Label(theme, "", Type.SECOND)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._what = Label(theme, "", Type.SECOND)
        self._see = Button(theme, "…", kind=Kind.LINK)
        self._see.clicked.connect(self.sources_wanted)
        self._languages = {name: ChipButton(theme, said) for name, said in LANGUAGES.items()}
        for name, chip in self._languages.items():
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, name=name: self.language_chosen.emit(name))
        theme.changed.connect(self.update)
        self._lay_out()
        self._words()

    def set_language(self, language: str) -> None:
        """Which one is in force."""
        for name, chip in self._languages.items():
            chip.setChecked(name == language)

    def set_folder(self, folder: Path) -> None:
        """Where the data lives."""
        home = str(Path.home())
        path = str(folder)
        self._folder = "~" + path.removeprefix(home) if path.startswith(home + "/") else path
        tell_tip(self._where, path)
        self._words()

    def set_found(self, names: tuple[str, ...]) -> None:
        """What memories can come from on this machine."""
        self._found = names
        self._words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("To begin with"))
        said = (self.tr("Language"), self.tr("Your memories live in"), self.tr("Found on this computer"))
        for label, text in zip(self._names, said, strict=True):
            label.setText(text)
        self._where.setText(self._folder)
        self._where.setAccessibleName(f"{said[1]} {self._folder}")
        self._what.setText(self._said_found())
        self._see.set_face(self.tr("Look and choose…"))
        self._see.setVisible(self._found is None or bool(self._found))

    def _said_found(self) -> str:
        if self._found is None:
            return self.tr("not looked yet")
        if not self._found:
            return self.tr("nothing that can be brought in by itself")
        named = ", ".join(self._found[:MOST_NAMES])
        more = len(self._found) - MOST_NAMES
        return self.tr("%1 and %2 more").replace("%1", named).replace("%2", str(more)) if more > 0 else named

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(SMALL)
        for chip in self._languages.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(WIDE, GAP + 2, WIDE, GAP + 2)
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(SMALL + 2)
        grid.setColumnStretch(1, 1)
        for row, label in enumerate(self._names):
            grid.addWidget(label, row, 0)
        grid.addLayout(chips, 0, 1, 1, 2)
        grid.addWidget(self._where, 1, 1, 1, 2)
        grid.addWidget(self._what, 2, 1)
        grid.addWidget(self._see, 2, 2)

    def paintEvent(self, _: QPaintEvent) -> None:
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, area(self, self._theme), "", RADIUS_CARD, self._theme.tokens.line)
