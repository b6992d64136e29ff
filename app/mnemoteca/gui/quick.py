"""Quick capture: a small window of its own with the box in it, over whatever the person is at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mnemoteca.core.clock import Clock, stopwatch
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.components.tip import Tips
from mnemoteca.gui.panes.capture_card import CaptureCard, Saved
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SEARCH

HIGH_ON_SCREEN = 0.3  # of the room above and below it, this part is above


class QuickCapture(QWidget):
    """Comes where the mouse is, takes the keyboard, goes by Esc; what is typed stays."""

    shown = Signal(float)  # milliseconds from the request to the first picture
    gone = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._theme = theme
        self._asked_at: float | None = None
        self.note = CaptureCard(theme, clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.note.setFixedWidth(SEARCH)
        column.addWidget(self.note)
        self._name(self.note.accessibleName())
        self.note.named.connect(self._name)
        self.note.left.connect(self.hide)
        self._tips = Tips(theme, self)
        theme.changed.connect(self.update)

    def prepare(self) -> None:
        """Do before it is wanted what takes long: fonts, layout, the window at the system."""
        self.ensurePolished()
        self.adjustSize()
        self.winId()

    def open_box(self) -> None:
        """Show it on the screen that the person is at, ready for typing."""
        self._asked_at = stopwatch()
        if not self.isVisible():
            self._place()
        self.show()
        self.raise_()
        self.activateWindow()
        self.note.field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.update()

    def tell(self, sentence: str) -> None:
        """Say why a note could not be kept."""
        self.note.set_saved(Saved.TROUBLE, sentence)

    def _name(self, name: str) -> None:
        self.setWindowTitle(f"{name} · Mnemoteca")
        self.setAccessibleName(name)

    def _place(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room, size = screen.availableGeometry(), self.sizeHint()
        left = room.left() + (room.width() - size.width()) // 2
        self.move(left, room.top() + round((room.height() - size.height()) * HIGH_ON_SCREEN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The system closes it: it only goes out of sight."""
        event.ignore()
        self.hide()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.Hide:
            self.gone.emit()
        return done

    def paintEvent(self, _: QPaintEvent) -> None:
        with painter_on(self, self._theme) as painter:
            box(painter, area(self, self._theme), self._theme.tokens.surface, 0, self._theme.tokens.edge)
        if self._asked_at is not None:
            took, self._asked_at = (stopwatch() - self._asked_at) * 1000, None
            self.shown.emit(took)
