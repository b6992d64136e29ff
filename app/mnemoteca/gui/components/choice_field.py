"""A field with one of several values, and the sign that there are others."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QMenu

from mnemoteca.gui.components.ampersand import in_menu
from mnemoteca.gui.components.painting import area, painter_on
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL, TIGHT


class ChoiceField(QComboBox):
    """The wheel goes through its values where it has the keyboard; else it scrolls the page around it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.dress(self)
        self._menu = theme.dress(QMenu(self))
        self._menu.triggered.connect(self._take)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def showPopup(self) -> None:
        """The values below it, as a menu of the window: Qt's own list knows no look of ours and covers the field."""
        menu = self._menu
        menu.clear()
        menu.setAccessibleName(self.accessibleName())
        menu.setMinimumWidth(self.width())
        for row in range(self.count()):
            action = menu.addAction(in_menu(self.itemText(row)))
            action.setData(row)
            action.setCheckable(True)
            action.setChecked(row == self.currentIndex())
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()) + QPoint(0, self._theme.px(TIGHT)))

    def _take(self, action: QAction) -> None:
        self.setCurrentIndex(int(action.data()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens, rect = self._theme.tokens, area(self, self._theme)
        colour = tokens.muted if self.isEnabled() else tokens.faint
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_icon(painter, rect.right() - SMALL - SIZE, (rect.height() - SIZE) / 2, "chevron-down", colour)
