"""Every setting that is declared, under its heading, searchable; what differs from its default can be reset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from mnemoteca.core.settings import SETTINGS, Setting, Value
from mnemoteca.gui import settings_words as said
from mnemoteca.gui.components.choice_field import ChoiceField
from mnemoteca.gui.components.findable import FindablePage, FindableRow
from mnemoteca.gui.components.folder_field import FolderField
from mnemoteca.gui.components.key_field import KeyField
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.line_field import LineField
from mnemoteca.gui.components.tick import Tick
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, SMALL, Type

FIELD, FOLDER = 180, 300


class Number(QDoubleSpinBox):
    """A number with its unit, without decimals that say nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setDecimals(1)

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(int(value)) if value == int(value) else super().textFromValue(value)


class SettingRow(FindableRow):
    """One setting: what it is, its value, and the way back to its default."""

    changed = Signal(str, object)  # name, value

    def __init__(self, theme: Theme, setting: Setting) -> None:
        super().__init__(theme)
        self.setting, self._value = setting, setting.default
        self._help = Label(theme, "", Type.META, "muted", wrap=True)
        self._field = self._make_field(theme)
        self._reset.clicked.connect(lambda: self.changed.emit(setting.name, setting.default))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP, 0, GAP)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(self._reset)
        row.addWidget(self._field, 0, Qt.AlignmentFlag.AlignRight)
        self._title.setBuddy(self._field)  # of a choice Qt tells only the value
        self.say()

    def show_value(self, value: Value) -> None:
        """Show the value in force, without telling anyone."""
        self._value = value
        with QSignalBlocker(self._field):
            if isinstance(self._field, Tick):
                self._field.setChecked(bool(value))
            elif isinstance(self._field, FolderField):
                self._field.show_path(str(value))
            elif isinstance(self._field, LineField):
                self._field.show_text(str(value))
            elif isinstance(self._field, KeyField):
                self._field.show_key(str(value))
            elif isinstance(self._field, QComboBox):
                self._field.setCurrentIndex(self._field.findData(value))
            elif isinstance(self._field, QSpinBox):
                self._field.setValue(round(self._shown(value)))
            elif isinstance(self._field, Number):
                self._field.setValue(self._shown(value))
        self._reset.setVisible(value != self.setting.default)

    def findable(self) -> str:
        return " ".join((self._title.text(), self._help.text(), said.heading(self.setting.name)))

    def say(self) -> None:
        name = self.setting.name
        self._title.setText(said.title(name))
        self._help.setText(said.help_of(name))
        self._field.setAccessibleName(self._title.text())
        self._field.setAccessibleDescription(self._help.text())
        self._reset.set_name(self.tr("Reset %1").replace("%1", self._title.text()))
        if isinstance(self._field, QComboBox):
            for row, value in enumerate(self.setting.choices):
                self._field.setItemText(row, said.choice(value))
        elif isinstance(self._field, FolderField):
            self._field.say(self._title.text(), self.tr("Choose a folder…"), self.tr("none"))
        elif isinstance(self._field, LineField):
            self._field.say(self._title.text(), self.tr("none"))
        elif isinstance(self._field, KeyField):
            self._field.say(self._title.text(), self.tr("no key"))
        elif isinstance(self._field, (QSpinBox, Number)):
            self._field.setSuffix(said.unit(name))
            self._field.setLocale(QLocale())

    def _make_field(self, theme: Theme) -> QWidget:
        setting = self.setting
        if isinstance(setting.default, bool):
            tick = Tick(theme)
            tick.toggled.connect(lambda on: self.changed.emit(setting.name, on))
            return tick
        if setting.folder:
            folder = FolderField(theme)
            folder.entered.connect(lambda path: self.changed.emit(setting.name, path))
            folder.setFixedWidth(FOLDER)
            return folder
        if setting.file:
            line = theme.dress(LineField())
            line.entered.connect(lambda text: self.changed.emit(setting.name, text))
            line.setFixedWidth(FOLDER)
            return line
        if isinstance(setting.default, str) and not setting.choices:
            key = theme.dress(KeyField())
            key.entered.connect(lambda text: self.changed.emit(setting.name, text))
            key.setFixedWidth(FIELD)
            return key
        if setting.choices:
            combo = ChoiceField(theme)
            for value in setting.choices:
                combo.addItem(said.choice(value), value)
            combo.currentIndexChanged.connect(lambda _: self.changed.emit(setting.name, combo.currentData()))
            combo.setFixedSize(FIELD, CONTROL)
            return combo
        return theme.dress(self._make_number())

    def _make_number(self) -> QWidget:
        setting, per_unit = self.setting, said.NAMES[self.setting.name].shown_per_unit
        low, high = setting.low or 0.0, setting.high or 1e9
        field: QSpinBox | Number
        if isinstance(setting.default, int):
            field = QSpinBox()
            field.setRange(int(low), int(high))
        else:
            field = Number()
            field.setRange(max(low * per_unit, 0.1 if low else 0.0), high * per_unit)
        field.setKeyboardTracking(False)
        field.lineEdit().setTextMargins(SMALL, 0, SMALL, 0)  # the sheet's padding does not reach the line in it
        field.setFixedSize(FIELD, CONTROL)
        field.valueChanged.connect(self._number)
        return field

    def _number(self, shown: float) -> None:
        per_unit = said.NAMES[self.setting.name].shown_per_unit
        kind = type(self.setting.default)
        self.changed.emit(self.setting.name, kind(round(shown / per_unit, 3)))

    def _shown(self, value: Value) -> float:
        return float(value) * said.NAMES[self.setting.name].shown_per_unit


class SettingsPage(FindablePage[SettingRow]):
    """All settings of the library and of the space at hand."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._values: dict[str, Value] = {}
        self.say()

    def set_values(self, values: Mapping[str, Value]) -> None:
        """The values in force."""
        for name, value in values.items():
            self.show_value(name, value)

    def show_value(self, name: str, value: Value) -> None:
        """One value is another now."""
        self._values[name] = value
        if name in self.made:
            self.made[name].show_value(value)

    def parts(self) -> Iterable[tuple[str, str]]:
        order = list(said.HEADINGS)
        of = {name: name.partition(".")[0] for name, setting in SETTINGS.items() if setting.listed}
        return ((said.HEADINGS[of[name]], name) for name in sorted(of, key=lambda name: order.index(of[name])))

    def make_row(self, id: str) -> SettingRow:
        row = SettingRow(self._theme, SETTINGS[id])
        row.changed.connect(self.changed)
        row.show_value(self._values.get(id, row.setting.default))
        return row

    def heading_words(self, heading: str) -> str:
        return QCoreApplication.translate("Settings", heading)

    def say_page(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Settings"),
            self.tr("What is changed counts at once."),
            self.tr("Find a setting"),
            self.tr("No setting of that name."),
        )
