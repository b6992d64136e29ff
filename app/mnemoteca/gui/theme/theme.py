"""The look in force: which scheme, its tokens, fonts and icons, how large; those who paint hear of a change."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QToolTip, QWidget
from shiboken6 import isValid

from mnemoteca.gui.theme.fonts import font, load_fonts
from mnemoteca.gui.theme.hands import Hands
from mnemoteca.gui.theme.icons import SIZE, icon_pixmap
from mnemoteca.gui.theme.motion import Motion
from mnemoteca.gui.theme.palette import palette
from mnemoteca.gui.theme.sheet import sheet_of
from mnemoteca.gui.theme.tokens import CONTRAST, DARK, LIGHT, SCHEMES, Tokens, Type
from mnemoteca.gui.theme.turns import Turns
from mnemoteca.gui.theme.zoom import Zoom

SETTINGS = ("system", *SCHEMES)
W = TypeVar("W", bound=QWidget)


class Theme(QObject):
    """Holds the tokens in force and puts them into the application.

    All sizes in the code are those at 100 %. What is laid out is made larger by `Zoom`; who paints does so by
    `painting.painter_on` and tells its size through `grown`; who sets a size later on, or hands a font to a document,
    asks for `px` and `shown_font`. What Qt paints by itself (fields, lists, menus) is given to `dress` once it is made.

    A change is made in turns of the event loop: what is in sight first, all of it as one picture.
    """

    changed = Signal()

    def __init__(self, app: QApplication, setting: str = "system", percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._setting = setting
        self.missing_fonts = load_fonts()
        self.tokens: Tokens = self._wanted()
        self.motion = Motion(app)
        self.hands = Hands(app)
        self._zoom = Zoom(app)
        self._zoom.use(percent / 100)
        self._turns = Turns(self)
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        self._set_defaults()
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._follow)

    def use(self, setting: str) -> None:
        """Take the scheme by this setting: one of `SCHEMES`, or as the system has it."""
        self._setting = setting
        self._follow()

    # -- how large
    @property
    def zoom(self) -> float:
        """How large everything is; 1.0 as the tokens say."""
        return self._zoom.factor

    @property
    def percent(self) -> int:
        return round(self.zoom * 100)

    def use_zoom(self, percent: int) -> None:
        """Make everything so large, at once."""
        if percent == self.percent:
            return
        self._zoom.use(percent / 100)
        self._turns.begin(self._renewed(sizes=True))

    @property
    def changing(self) -> bool:
        """Whether something still looks as it did before a change."""
        return self._turns.busy

    def px(self, size: float) -> int:
        """So many pixels of 100 % in those of now."""
        return round(size * self.zoom)

    def grown(self, size: QSize) -> QSize:
        """A size at 100 % as it is now."""
        return QSize(self.px(size.width()), self.px(size.height()))

    # -- what is drawn with
    def font(self, kind: Type) -> QFont:
        """The font of a kind of type at 100 %, for painting and for what is laid out."""
        return _font(kind, 1.0)

    def shown_font(self, kind: Type) -> QFont:
        """The font as large as it is now."""
        return _font(kind, self.zoom)

    def icon(self, name: str) -> QIcon:
        """An icon for a menu, in the colours in force; asked for again after a change."""
        made, size = QIcon(), self.px(SIZE)
        for ratio in (1.0, 2.0):
            made.addPixmap(icon_pixmap(name, self.tokens.muted, size, ratio))
            made.addPixmap(icon_pixmap(name, self.tokens.text, size, ratio), QIcon.Mode.Active)
        made.actualSize(QSize(size, size))
        return made

    def _wanted(self) -> Tokens:
        if self._setting != "system":
            return SCHEMES[self._setting]
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return LIGHT if hints.colorScheme() is Qt.ColorScheme.Light else DARK

    def _follow(self, _: object = None) -> None:
        wanted = self._wanted()
        if wanted is not self.tokens:
            self.tokens = wanted
            self._turns.begin(self._renewed())

    # -- what Qt paints by itself
    def dress(self, widget: W) -> W:
        """Have this widget, or the bars of an area that scrolls, look as the tokens say, now and after each change."""
        parts: tuple[QWidget, ...] = (widget,)
        if isinstance(widget, QScrollArea):  # a sheet on the area itself would be one for all that it holds
            widget.setFrameShape(QFrame.Shape.NoFrame)
            parts = (widget.horizontalScrollBar(), widget.verticalScrollBar())
        for part in parts:
            part.setStyleSheet(sheet_of(part, self.tokens, self.zoom))
        return widget

    def _set_defaults(self) -> None:
        self._app.setPalette(palette(self.tokens))
        self._app.setFont(self.shown_font(Type.BODY))
        QToolTip.setPalette(palette(self.tokens))
        QToolTip.setFont(self.shown_font(Type.META))

    def _renewed(self, sizes: bool = False) -> Iterator[bool]:
        """Every widget goes over to the look in force; those in sight are shown again when all of them have."""
        tops = QApplication.topLevelWidgets()
        still = [top for top in tops if top.isVisible()]
        later: list[QWidget] = []
        try:
            for top in still:
                top.setUpdatesEnabled(False)
            self._set_defaults()
            for top in tops:
                for widget in (top, *top.findChildren(QWidget)):
                    if widget.isVisible():
                        self._renew(widget, sizes)
                        yield False
                    else:
                        later.append(widget)
            yield True
            self.changed.emit()
        finally:
            for top in still:
                if isValid(top):
                    top.setUpdatesEnabled(True)
        for widget in later:
            yield False
            if isValid(widget):
                self._renew(widget, sizes)

    def _renew(self, widget: QWidget, sizes: bool) -> None:
        sheet = widget.styleSheet()
        if sheet:
            self.dress(widget)  # puts its font back as it was first set
        if sizes or (sheet and self.zoom != 1.0):
            self._zoom.fit(widget)


@cache
def _font(kind: Type, scale: float) -> QFont:
    return font(kind, scale)
