"""Whether the person goes by keys or by the mouse: what has the keyboard is ringed for who goes by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from shiboken6 import isValid

HELD = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


class Hands(QObject):
    """Looks at what the system tells the window that has the keyboard, before any part of it does."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.by_key = False
        self._watched: QWindow | None = None
        app.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in HELD:
            self.use(True)
        elif kind is QEvent.Type.MouseButtonPress:
            self.use(False)
        return False

    def use(self, by_key: bool) -> None:
        """From now on; what has the keyboard is painted so."""
        if by_key != self.by_key:
            self.by_key = by_key
            focus = QApplication.focusWidget()
            if isinstance(focus, QAbstractScrollArea):
                focus.viewport().update()
            elif focus is not None:
                focus.update()
