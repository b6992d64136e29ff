"""The sheet of keys: every command that has a shortcut, by menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mnemoteca.gui.commands import COMMANDS, MENUS, Command
from mnemoteca.gui.components.keycap import Keycap
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.shortcuts import Keys, keys_of, native
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, LARGE, PAD, SEARCH, SMALL, WIDE, Type

FIRST = ("app", "memory")
COLUMNS = (FIRST, tuple(menu for menu in MENUS if menu not in FIRST))  # menus, by column
HIGHEST = 620


class KeysSheet(Overlay):
    """Shows what each key does; Esc closes it."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over, SEARCH + 2 * LARGE)
        self._changed: Keys = {}
        self._filled = False
        self._title = Label(theme, "", Type.SECTION)
        self._body = theme.dress(QScrollArea())
        self._body.setWidgetResizable(True)
        self._body.setObjectName("keys")
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(WIDE, PAD, PAD, PAD)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self._body)
        self.left.connect(self.hide)
        self._words()

    def use_keys(self, changed: Keys) -> None:
        """The keys that a person changed."""
        self._changed = changed
        self._fill_again()

    def first_focus(self) -> QWidget:
        return self._body

    def fit(self) -> None:
        """As high as the keys, where there is room."""
        sheet = self._body.widget()
        wanted = sheet.sizeHint().height() + SMALL if sheet is not None else 0
        px = self._theme.px
        self._body.setFixedHeight(max(px(120), min(wanted, px(HIGHEST), self.height() - px(4 * LARGE + WIDE))))

    def open_card(self) -> None:
        """Its lines are made when they are looked at: they are many."""
        if not self._filled:
            self._fill()
        super().open_card()

    def _fill_again(self) -> None:
        self._filled = False
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._filled = True
        sheet = QWidget()
        across = QHBoxLayout(sheet)
        across.setContentsMargins(0, 0, SMALL, 0)
        across.setSpacing(LARGE)
        for menus in COLUMNS:
            down = QVBoxLayout()
            down.setSpacing(SMALL)
            for menu in menus:
                self._menu(down, menu, [each for each in COMMANDS if each.menu == menu and self._keys(each)])
            down.addStretch(1)
            across.addLayout(down, 1)
        self._body.setWidget(sheet)
        for part in (sheet, self._body.viewport()):
            part.setAutoFillBackground(False)  # the card is its ground
        self.fit()

    def _keys(self, command: Command) -> tuple[str, ...]:
        return keys_of(command.id, self._changed)

    def _menu(self, down: QVBoxLayout, menu: str, commands: list[Command]) -> None:
        heading = QCoreApplication.translate("Commands", MENUS[menu]) if MENUS[menu] else self.tr("Anywhere")
        if not commands:
            return
        down.addWidget(Label(self._theme, heading, Type.META_BOLD, "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, command in enumerate(commands):
            name = Label(self._theme, QCoreApplication.translate("Commands", command.text), Type.BODY)
            keys = native(self._keys(command)[0])
            name.setAccessibleName(f"{name.text()}: {keys}")
            grid.addWidget(name, row, 0)
            grid.addWidget(Keycap(self._theme, keys.replace("+", " ")), row, 1, Qt.AlignmentFlag.AlignRight)
        down.addLayout(grid)
        down.addSpacing(GAP)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("Keys"))
        self._body.setAccessibleName(self.tr("Keys"))
        self._title.setText(self.tr("Keys"))
        self._fill_again()
