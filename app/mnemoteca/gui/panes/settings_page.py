"""Every setting that is declared, under its heading, searchable; what differs from its default can be reset."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mnemoteca.core.settings import SETTINGS, Setting, Value
from mnemoteca.core.text import fold
from mnemoteca.gui import settings_words as said
from mnemoteca.gui.components.button import icon_button
from mnemoteca.gui.components.folder_field import FolderField
from mnemoteca.gui.components.key_field import KeyField
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.components.tick import Tick
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, LARGE, SMALL, WIDE, Type
from mnemoteca.gui.theme.turns import Turns

WIDEST, FIELD, FOLDER = 760, 180, 300


class Number(QDoubleSpinBox):
    """A number with its unit, without decimals that say nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setDecimals(1)

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(int(value)) if value == int(value) else super().textFromValue(value)


class SettingRow(QWidget):
    """One setting: what it is, its value, and the way back to its default."""

    changed = Signal(str, object)  # name, value

    def __init__(self, theme: Theme, setting: Setting) -> None:
        super().__init__()
        self.setting, self._value = setting, setting.default
        self._title = Label(theme, "", Type.BODY)
        self._help = Label(theme, "", Type.META, "muted", wrap=True)
        self._field = self._make_field(theme)
        self._reset = icon_button(theme, "undo-2", "…")
        self._reset.clicked.connect(lambda: self.changed.emit(setting.name, setting.default))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP, 0, GAP)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(self._field)
        self._title.setBuddy(self._field)  # of a choice Qt tells only the value
        row.addWidget(self._reset)
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        self.say()

    def show_value(self, value: Value) -> None:
        """Show the value in force, without telling anyone."""
        self._value = value
        with QSignalBlocker(self._field):
            if isinstance(self._field, Tick):
                self._field.setChecked(bool(value))
            elif isinstance(self._field, FolderField):
                self._field.show_path(str(value))
            elif isinstance(self._field, KeyField):
                self._field.show_key(str(value))
            elif isinstance(self._field, QComboBox):
                self._field.setCurrentIndex(self._field.findData(value))
            elif isinstance(self._field, QSpinBox):
                self._field.setValue(round(self._shown(value)))
            elif isinstance(self._field, Number):
                self._field.setValue(self._shown(value))
        self._reset.setVisible(value != self.setting.default)

    def fits(self, asked: str) -> bool:
        """Whether every word that was typed stands in what is said of it."""
        text = fold(" ".join((self._title.text(), self._help.text(), said.heading(self.setting.name))))
        return all(word in text for word in fold(asked).split())

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
        if isinstance(setting.default, str) and not setting.choices:
            key = theme.dress(KeyField())
            key.entered.connect(lambda text: self.changed.emit(setting.name, text))
            key.setFixedWidth(FIELD)
            return key
        if setting.choices:
            combo = theme.dress(QComboBox())
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
            field.setRange(max(low * per_unit, 0.1), high * per_unit)
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


class SettingsPage(Ground):
    """All settings of the library and of the space at hand."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title = Label(theme, "", Type.PAGE)
        self._search = theme.dress(QLineEdit())
        self._search.setFixedHeight(CONTROL)
        self._search.textChanged.connect(self._narrow)
        self._nothing = Label(theme, "", Type.BODY, "muted")
        self._column = QVBoxLayout()
        self._headings: dict[str, Label] = {}
        self._rows: dict[str, SettingRow] = {}
        self._values: dict[str, Value] = {}
        self._filling = Turns(self)
        self._unfilled: Iterator[bool] | None = self._made(theme)
        self._lay_out()
        self._say()

    def set_values(self, values: Mapping[str, Value]) -> None:
        """The values in force."""
        for name, value in values.items():
            self.show_value(name, value)

    def show_value(self, name: str, value: Value) -> None:
        """One value is another now."""
        self._values[name] = value
        if name in self._rows:
            self._rows[name].show_value(value)

    def showEvent(self, event: QShowEvent) -> None:
        """The rows are made when they are first wanted: a window opens sooner without them."""
        super().showEvent(event)
        if self._unfilled is not None:
            self._filling.begin(self._unfilled)
            self._unfilled = None

    def _made(self, theme: Theme) -> Iterator[bool]:
        """Make a row a step, under its heading."""
        order = list(said.HEADINGS)
        listed = [setting for setting in SETTINGS.values() if setting.listed]
        for setting in sorted(listed, key=lambda each: order.index(each.name.partition(".")[0])):
            heading = said.HEADINGS[setting.name.partition(".")[0]]
            if heading not in self._headings:
                self._headings[heading] = Label(theme, said.heading(setting.name), Type.SECTION)
                self._headings[heading].setContentsMargins(0, WIDE, 0, SMALL)
                self._add(self._headings[heading])
                self._add(Divider(theme))
            row = self._rows[setting.name] = SettingRow(theme, setting)
            row.changed.connect(self.changed)
            row.show_value(self._values.get(setting.name, setting.default))
            self._add(row)
            yield False
        self._narrow()

    def _add(self, part: QWidget) -> None:
        """Put it at the end, before what keeps all at the top."""
        self._column.insertWidget(self._column.count() - 1, part)

    def first_focus(self) -> None:
        """Give the keyboard to the search."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self) -> None:
        asked, seen = self._search.text(), set()
        if asked and self._filling.busy:
            self._filling.finish()
        for name, row in self._rows.items():
            fits = row.fits(asked)
            row.setVisible(fits)
            if fits:
                seen.add(said.HEADINGS[name.partition(".")[0]])
        for heading, label in self._headings.items():
            label.setVisible(heading in seen)
        self._nothing.setVisible(bool(asked) and not seen)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Settings"))
        self._title.setText(self.tr("Settings"))
        self._search.setPlaceholderText(self.tr("Find a setting"))
        self._search.setAccessibleName(self.tr("Find a setting"))
        self._nothing.setText(self.tr("No setting of that name."))
        for heading, label in self._headings.items():
            label.setText(QCoreApplication.translate("Settings", heading))
        for row in self._rows.values():
            row.say()
        self._narrow()

    def _lay_out(self) -> None:
        page, column = QWidget(), self._column
        page.setMaximumWidth(WIDEST)
        page.setLayout(column)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(GAP)
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addStretch(1)
        around = QWidget()
        across = QHBoxLayout(around)
        across.setContentsMargins(LARGE, 0, LARGE, 0)
        across.addStretch(1)
        across.addWidget(page, 100)
        across.addStretch(1)
        area = self._theme.dress(QScrollArea())
        area.setWidgetResizable(True)
        area.setWidget(around)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
