"""The look in force: which scheme, its tokens, fonts and icons; those who paint hear of a change."""

from __future__ import annotations

import gc
from functools import cache

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from mnemoteca.gui.theme.fonts import font, load_fonts
from mnemoteca.gui.theme.icons import SIZE, icon_pixmap
from mnemoteca.gui.theme.palette import palette
from mnemoteca.gui.theme.sheet import style_sheet
from mnemoteca.gui.theme.tokens import DARK, LIGHT, Tokens, Type

SETTINGS = ("system", "light", "dark")


class Theme(QObject):
    """Holds the tokens in force and puts them into the application."""

    changed = Signal()

    def __init__(self, app: QApplication, setting: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._setting = setting
        self.missing_fonts = load_fonts()
        self.tokens: Tokens = self._wanted()
        if not app.styleSheet():  # a style that is taken away from under a sheet can end the process
            app.setStyle("Fusion")
        app.setFont(self.font(Type.BODY))
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def use(self, setting: str) -> None:
        """Take the scheme by this setting: `light`, `dark`, or as the system has it."""
        self._setting = setting
        self._follow()

    def font(self, kind: Type) -> QFont:
        """The font of a kind of type."""
        return _font(kind)

    def icon(self, name: str) -> QIcon:
        """An icon for a menu, in the colours in force; asked for again after a change."""
        made = QIcon()
        for ratio in (1.0, 2.0):
            made.addPixmap(icon_pixmap(name, self.tokens.muted, SIZE, ratio))
            made.addPixmap(icon_pixmap(name, self.tokens.text, SIZE, ratio), QIcon.Mode.Active)
        made.actualSize(QSize(SIZE, SIZE))
        return made

    def _wanted(self) -> Tokens:
        if self._setting == "system":
            return LIGHT if self._app.styleHints().colorScheme() is Qt.ColorScheme.Light else DARK
        return LIGHT if self._setting == "light" else DARK

    def _follow(self, _: object = None) -> None:
        wanted = self._wanted()
        if wanted is not self.tokens:
            self.tokens = wanted
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        """Qt goes through all widgets and calls back into Python: none of them may be collected meanwhile."""
        collects = gc.isenabled()
        gc.disable()
        try:
            self._app.setPalette(palette(self.tokens))
            self._app.setStyleSheet(style_sheet(self.tokens))
        finally:
            if collects:
                gc.enable()


@cache
def _font(kind: Type) -> QFont:
    return font(kind)
