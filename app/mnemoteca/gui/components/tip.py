"""What is told to who points at something: a small card beside it, in the look of the window.

Qt's own tips are not used: their frame is the style's, they know no scheme or size of ours, and a text that looks like
HTML is taken as such. A widget is given its words by `tell_tip`, an item of a list by `TipRole`, and what has others at
other places says them by `tip_at`; `Tips` shows them. A screen reader is told what matters by names and descriptions.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QVBoxLayout, QWidget

from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import RADIUS, SMALL, TIGHT, Type

TipRole = Qt.ItemDataRole.UserRole + 77
PROPERTY = "tip"
WIDEST = 360
AWAY = 6  # from what it is about
NARROW = 200  # what is wider has its tip where the mouse is
SHOWN_MS = 12_000
ENDS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.WindowDeactivate,
    }
)


@runtime_checkable
class HasTips(Protocol):
    """Has other words at other places; `at` is one of its own (of its viewport, where it scrolls)."""

    def tip_at(self, at: QPoint) -> str: ...


def tell_tip(widget: QWidget, text: str) -> None:
    """Say this to who points at the widget; nothing takes it away."""
    widget.setProperty(PROPERTY, text)


def tip_of(widget: QWidget) -> str:
    """What is said to who points at the widget."""
    return str(widget.property(PROPERTY) or "")


class Tip(QWidget):
    """The card itself: a child of its window, that the mouse goes through."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._words = Label(theme, "", Type.META)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL + 2, TIGHT + 2, SMALL + 2, TIGHT + 2)
        column.addWidget(self._words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)
        self.hide()

    def words(self) -> str:
        """What it says; nothing where it isn't shown."""
        return self._words.text() if self.isVisible() else ""

    def show_at(self, text: str, about: QRect, mouse: QPoint) -> None:
        """Show it below what it is about, above where there is no room; both in the window's pixels."""
        px = self._theme.px
        self._words.setWordWrap(False)
        self._words.setText(text)
        self.setAccessibleName(text)
        self.ensurePolished()
        size = self.sizeHint()
        if size.width() > px(WIDEST):
            self._words.setWordWrap(True)
            size.setWidth(min(px(WIDEST), self._over.width() - 2 * px(TIGHT)))
            size.setHeight(self.heightForWidth(size.width()))
        middle = about.center().x() if about.width() <= px(NARROW) else mouse.x()
        room = self._over.rect().adjusted(px(TIGHT), px(TIGHT), -px(TIGHT), -px(TIGHT))
        x = max(room.left(), min(middle - size.width() // 2, room.right() - size.width() + 1))
        y = about.bottom() + 1 + px(AWAY)
        if y + size.height() > room.bottom():
            y = max(room.top(), about.top() - px(AWAY) - size.height())
        self.setGeometry(QRect(QPoint(x, y), size))
        self.show()
        self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, area(self, self._theme), tokens.raised, RADIUS, tokens.edge)


class Tips(QObject):
    """Shows the tips of all that stands in a window; one at a time, until the mouse or a key goes on."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.tip = Tip(theme, window)
        self._about = QRect()  # in the window's pixels
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(SHOWN_MS)
        self._going.timeout.connect(self.hide)
        window.installEventFilter(self)

    def hide(self) -> None:
        """Take it away."""
        if self.tip.isVisible():
            self.tip.hide()
            self._going.stop()
            app = QApplication.instance()
            if app is not None:
                app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt asks each widget below the mouse for its tip, at last the window: there it is answered."""
        if watched is self._window and isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            event.setAccepted(self._show(event.pos()))
            return True
        if self.tip.isVisible() and self._ends(watched, event):
            self.hide()
        return False

    def _show(self, at: QPoint) -> bool:
        text, about = self._found(at)
        if not text:
            self.hide()
            return False
        if not self.tip.isVisible():
            app = QApplication.instance()
            if app is not None:
                app.installEventFilter(self)
        self._about = about
        self.tip.show_at(text, about, at)
        self._going.start()
        return True

    def _found(self, at: QPoint) -> tuple[str, QRect]:
        """The innermost tip at a place of the window, and what it is about."""
        widget = self._window.childAt(at)
        while widget is not None and widget is not self._window:
            there, view = widget.mapFrom(self._window, at), widget.parentWidget()
            if isinstance(view, QAbstractItemView) and view.viewport() is widget:
                index = view.indexAt(there)
                text, rect = str(index.data(TipRole) or ""), view.visualRect(index)
            elif isinstance(view, HasTips):
                text, rect = view.tip_at(there), QRect(there, there).adjusted(-SMALL, -SMALL, SMALL, SMALL)
            else:
                text, rect = tip_of(widget), widget.rect()
            if text:
                return text, QRect(widget.mapTo(self._window, rect.topLeft()), rect.size())
            widget = view
        return "", QRect()

    def _ends(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            return not self._about.contains(self._window.mapFromGlobal(event.globalPosition().toPoint()))
        return event.type() in ENDS or (watched is self._window and event.type() is QEvent.Type.Leave)
