"""Buttons: one primary on a page, plain ones, quiet ones, and icons that can be pressed."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from mnemoteca.gui.components.painting import (
    CENTRE,
    LEFT,
    area,
    box,
    focus_ring,
    grown,
    line_of_text,
    painter_on,
    width_of,
)
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, RADIUS, SMALL, Type


class Kind(StrEnum):
    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"  # without a box until it is looked at
    LINK = "link"


class Button(QPushButton):
    """A button with a text, an icon before it and a key behind it, each of them if given.

    One without a text is an icon alone: its name is what screen readers say and what its tip shows.
    """

    def __init__(
        self, theme: Theme, text: str = "", *, icon: str = "", kind: Kind = Kind.PLAIN, key: str = "", name: str = ""
    ) -> None:
        super().__init__(text)
        self._theme, self._icon, self._kind, self._key = theme, icon, kind, key
        self.set_name(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        theme.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        """What it is called where it isn't read."""
        self.setAccessibleName(name)
        if not self.text():
            tell_tip(self, name)

    def set_face(self, text: str, icon: str = "") -> None:
        """Change what it says."""
        self._icon = icon or self._icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon_name(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_key(self, key: str) -> None:
        """The key behind its text; none takes it away."""
        self._key = key
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does, wherever it stands; Qt does so in dialogs alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @grown
    def sizeHint(self) -> QSize:
        if self._kind is Kind.LINK:
            return QSize(round(width_of(self.text(), self._font())) + 4, 20)
        if not self.text():
            return QSize(CONTROL, CONTROL)
        width = 2 * GAP + width_of(self.text(), self._font()) + 1
        width += SIZE + SMALL if self._icon else 0
        width += self._key_width() + SMALL + 2 if self._key else 0
        return QSize(round(width), CONTROL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _font(self) -> QFont:
        return self._theme.font(Type.META if self._kind is Kind.LINK else Type.MEDIUM)

    def _key_width(self) -> float:
        return width_of(self._key, self._theme.font(Type.SMALL)) + 12

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = self._box(painter)
            if self.text():
                self._face(painter, colour)
            else:
                middle = area(self, self._theme).center()
                draw_icon(painter, middle.x() - SIZE / 2, middle.y() - SIZE / 2, self._icon, colour)
            if self.hasFocus():
                self._ring(painter)

    def _box(self, painter: QPainter) -> str:
        """Paint what it stands on; the colour of what stands on it."""
        tokens, rect = self._theme.tokens, area(self, self._theme)
        looked_at = self.underMouse() and self.isEnabled()
        if self._kind is Kind.LINK:
            return tokens.accent if self.isEnabled() else tokens.faint
        if self._kind is Kind.PRIMARY and self.isEnabled():
            box(painter, rect, tokens.accent, RADIUS)
            if looked_at or self.isDown():
                box(painter, rect, "#14FFFFFF" if tokens.dark else "#1A000000", RADIUS)
            return tokens.on_accent
        if self._kind is Kind.QUIET and not self.isChecked():
            if looked_at:
                box(painter, rect, tokens.raised, RADIUS)
            return tokens.muted if not self.text() else tokens.text
        box(painter, rect, tokens.hover if looked_at and not self.isDown() else tokens.raised, RADIUS, tokens.edge)
        if not self.isEnabled():
            return tokens.faint
        return tokens.accent if self.isChecked() else tokens.text

    def _face(self, painter: QPainter, colour: str) -> None:
        rect = area(self, self._theme)
        if self._kind is Kind.LINK:
            line_of_text(painter, rect, self.text(), self._font(), colour, LEFT)
            return
        x = float(GAP)
        if self._icon:
            draw_icon(painter, x, (rect.height() - SIZE) / 2, self._icon, colour)
            x += SIZE + SMALL
        x += line_of_text(painter, rect.adjusted(x, 0, 0, 0), self.text(), self._font(), colour) + SMALL + 2
        if self._key:
            key = QRectF(x, rect.height() / 2 - 9, self._key_width(), 18)
            box(painter, key, "", 5, colour if self._kind is Kind.PRIMARY else self._theme.tokens.edge)
            line_of_text(painter, key, self._key, self._theme.font(Type.SMALL), colour, CENTRE)

    def _ring(self, painter: QPainter) -> None:
        tokens, rect = self._theme.tokens, area(self, self._theme)
        if self._kind is Kind.PRIMARY:
            focus_ring(painter, rect, self._theme, RADIUS, tokens.text)
        else:
            focus_ring(painter, rect, self._theme, 4 if self._kind is Kind.LINK else RADIUS)


def icon_button(theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> Button:
    """An icon that can be pressed, called `name`."""
    made = Button(theme, icon=icon, kind=Kind.QUIET, name=name)
    if parent is not None:
        made.setParent(parent)
    return made
