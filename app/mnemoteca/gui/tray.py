"""The sign in the tray: what goes on in words, a new note, the window, the end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from mnemoteca.core.memory import Tier
from mnemoteca.gui.components.ampersand import in_menu
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.theme.theme import Theme

SIZES = (16, 22, 32, 64)
translate = QCoreApplication.translate


class Tray(QObject):
    """One icon with its menu; where the desktop has no tray it is never shown."""

    note_wanted = Signal()
    window_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._going_on = theme, ""
        self.icon = QSystemTrayIcon(self)
        self._menu = theme.dress(QMenu())
        self._going = QAction(self._menu)
        self._going.setEnabled(False)
        self._menu.addAction(self._going)
        self._menu.addSeparator()
        self._note, self._open, self._quit = (QAction(self._menu) for _ in range(3))
        for action, wanted in (
            (self._note, self.note_wanted),
            (self._open, self.window_wanted),
            (self._quit, self.quit_wanted),
        ):
            action.triggered.connect(wanted)
            self._menu.addAction(action)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._pressed)
        theme.changed.connect(self._draw)
        self._draw()
        self.say()

    @staticmethod
    def is_there() -> bool:
        """Whether the desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        self.icon.show()

    def hide(self) -> None:
        self.icon.hide()

    def close(self) -> None:
        """Take the sign and its menu away for good."""
        self.icon.hide()
        self.icon.setContextMenu(None)  # type: ignore[arg-type]  # Qt takes none
        self._menu.deleteLater()

    def tell(self, going_on: str) -> None:
        """What goes on, in words."""
        self._going_on = going_on
        self.say()

    def say(self) -> None:
        """Put every text into the language in force."""
        quiet = translate("Tray", "Nothing is going on; memories rise and fade on time")
        self._going.setText(in_menu(self._going_on) or quiet)
        self.icon.setToolTip(f"Mnemoteca\n{self._going_on or quiet}")
        self._note.setText(translate("Tray", "New note"))
        self._open.setText(translate("Tray", "Open Mnemoteca"))
        self._quit.setText(translate("Tray", "Quit"))

    def texts(self) -> list[str]:
        """What the menu says, from above."""
        return [action.text() for action in self._menu.actions() if action.text()]

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is QSystemTrayIcon.ActivationReason.Trigger:
            self.window_wanted.emit()
        elif how is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.note_wanted.emit()

    def _draw(self) -> None:
        """The diamond of what is kept for good."""
        made = QIcon()
        for size in SIZES:
            pixmap = QPixmap(size, size)
            pixmap.fill("transparent")
            with QPainter(pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_glyph(painter, QPointF(size / 2, size / 2), self._theme.tokens, Tier.LONG, size=size * 0.9)
            made.addPixmap(pixmap)
        self.icon.setIcon(made)
