"""What a note is written in, whatever it stands on: its text, what was understood of it, its weight, its pin."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.linked import links_in
from mnemoteca.core.memory import DEFAULT_SPACE, Tier
from mnemoteca.core.tags import tags_in
from mnemoteca.core.tiers import HAND_NOTE_FLOOR, LONG_IMPORTANCE
from mnemoteca.gui import words
from mnemoteca.gui.components.button import Button, Kind, icon_button
from mnemoteca.gui.components.chip import Chip, ChipButton
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.sign import Sign
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.panes.note_field import LESS_KEY, LONGEST, MORE_KEY, PIN_KEY, NoteField
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, SMALL, Type

IMPORTANCES = (0.7, 0.8, 0.9, 1.0)
CHIPS = 6
Understood = tuple[tuple[str, str], ...]  # text and icon of each chip


class Saved(StrEnum):
    """What became of what is typed."""

    TYPING = "typing"
    SAVED = "saved"
    TROUBLE = "trouble"


class CaptureCard(QWidget):
    """The inside of the box; it tells what is wanted, and shows what became of it."""

    edited = Signal()
    keep_wanted = Signal()
    left = Signal()
    named = Signal(str)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self._theme, self._clock = theme, clock
        self._space, self._saved, self._why = DEFAULT_SPACE, Saved.TYPING, ""
        self._importance = HAND_NOTE_FLOOR
        self._quiet = False
        self._shown: Understood = ()
        self._sign = Sign(theme, Tier.MEDIUM, 18)
        self._sign.show_tier(Tier.MEDIUM, 1.0)
        self._fate = Label(theme, "", Type.META)
        self._state = Label(theme, "", Type.META, "muted")
        self.field = NoteField(theme, self._today)
        self._chip_area = QWidget()
        self._chips = Flow(self._chip_area)
        self._chips.setContentsMargins(0, 4, 0, 4)
        self._weight = ChipButton(theme, "…")
        self._pin = icon_button(theme, "pin", "")
        self._pin.setCheckable(True)
        self.keep = Button(theme, "…", kind=Kind.PRIMARY, key="Ctrl ↵")
        self._lay_out()
        self._connect()
        self._words()

    # -- what it is given
    def set_draft(self, text: str, pinned: bool, importance: float = HAND_NOTE_FLOOR) -> None:
        """Put this into the box, without telling anyone."""
        self._quiet = True
        if text != self.field.toPlainText():
            self.field.setPlainText(text)
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._pin.setChecked(pinned)
        self._importance = min(1.0, max(HAND_NOTE_FLOOR, importance))
        self._quiet = False
        self._words()

    def text(self) -> str:
        return self.field.toPlainText()

    def pinned(self) -> bool:
        return self._pin.isChecked()

    def importance(self) -> float:
        return self._importance

    def understood(self) -> Understood:
        """The chips that are shown: text and icon of each."""
        return self._shown

    def set_space(self, name: str) -> None:
        """Where the note will be kept."""
        self._space = name
        self._words()

    def set_saved(self, saved: Saved, why: str = "") -> None:
        """What became of what is typed, and why where it could not be saved; that is told until it is typed on."""
        if saved is Saved.SAVED and self._saved is Saved.TROUBLE:
            return
        self._saved, self._why = saved, why
        self._words()

    # -- inside
    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._changed)
        self.field.keep.connect(self.keep.click)
        self.field.left.connect(self.left)
        self.field.pin_wanted.connect(self._pin.toggle)
        self.field.weight_wanted.connect(self._step)
        self._pin.toggled.connect(self._changed)
        self.keep.clicked.connect(self.keep_wanted)
        self._weight.clicked.connect(self._choose_weight)

    def _changed(self) -> None:
        self._words()
        if not self._quiet:
            self.edited.emit()

    def _choose_weight(self) -> None:
        menu = self._theme.dress(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value in IMPORTANCES:
            said = words.hundredths(value, QLocale())
            said = self.tr("%1, kept for good").replace("%1", said) if value >= LONG_IMPORTANCE else said
            menu.addAction(said).triggered.connect(lambda _=False, value=value: self._weigh(value))
        menu.popup(self._weight.mapToGlobal(self._weight.rect().bottomLeft()))

    def _step(self, by: int) -> None:
        """The next heavier or lighter of what can be chosen."""
        further = [each for each in IMPORTANCES if (each - self._importance) * by > 1e-9]
        if further:
            self._weigh(min(further) if by > 0 else max(further))

    def _weigh(self, value: float) -> None:
        self._importance = value
        self._changed()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
            self.field.colours.rehighlight()
        super().changeEvent(event)

    def _words(self) -> None:
        for_good = self._pin.isChecked() or self._importance >= LONG_IMPORTANCE
        fate = self.tr("kept for good") if for_good else self.tr("stays a day, or for good if it proves useful")
        new = self.tr("New note")
        if self._space != DEFAULT_SPACE:
            new = self.tr("New note in %1").replace("%1", self._space)
        self.named.emit(new)
        self.setAccessibleName(new)
        self._fate.setText(new + " · " + fate)
        self._state.setText(self._said_state())
        self.field.day_first = not QLocale().dateFormat(QLocale.FormatType.ShortFormat).startswith("M")
        self.field.setAccessibleName(new)
        self.field.setPlaceholderText(self.tr("Write something down"))
        self._pin.set_name(self.tr("Pin: never fades"))
        tell_tip(self._pin, f"{self.tr('Pin: never fades')} ({_native(PIN_KEY)})")
        weight = self.tr("importance %1").replace("%1", words.hundredths(self._importance, QLocale()))
        self._weight.tell(weight)
        tell_tip(self._weight, f"{_native(MORE_KEY)}, {_native(LESS_KEY)}")
        self.keep.set_face(self.tr("Keep"))
        self.keep.setEnabled(bool(self.text().strip()))
        self._show_chips()

    def _said_state(self) -> str:
        match self._saved:
            case Saved.TROUBLE:
                return self.tr("not saved: %1").replace("%1", self._why)
            case Saved.SAVED if self.text():
                return self.tr("saved")
            case _:
                return self.tr("saved as you type")

    def _show_chips(self) -> None:
        """What was understood: days, links, tags."""
        text, today = self.text()[:LONGEST], self._today()
        days = tuple((words.short_day(day, today, QLocale()), "calendar-days") for day in self.field.days())
        links = tuple((name, "link") for name in links_in(text))
        wanted: Understood = (*days, *links, *(("#" + tag, "") for tag in tags_in(text)))
        if len(wanted) > CHIPS:
            wanted = (*wanted[:CHIPS], ("…", ""))
        if wanted != self._shown:
            self._shown = wanted
            self._chips.clear()
            for said, icon in wanted:
                self._chips.addWidget(Chip(self._theme, said, icon))

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._sign)
        head.addWidget(self._fate)
        head.addStretch(1)
        head.addWidget(self._state)
        foot.setSpacing(SMALL)
        foot.addWidget(self._chip_area, 1)
        for part in (self._weight, self._pin, self.keep):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, GAP, PAD, PAD)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addLayout(foot)


def _native(keys: str) -> str:
    """Keys as this platform writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
