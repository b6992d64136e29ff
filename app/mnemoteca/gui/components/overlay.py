"""A card over the window, behind a veil: what is in it has the keyboard to itself, and Esc leaves it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mnemoteca.gui.components.painting import area, box, faint, painter_on
from mnemoteca.gui.components.spoken import SpokenAs
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import LARGE, RADIUS_CARD, WIDE

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHADOW = 34  # px that the shadow of a dialog reaches
BELOW = 84  # where the window tells what happened meanwhile
LET_THROUGH = (QKeySequence("Ctrl+Q"),)  # shortcuts of the window that count here, too


@runtime_checkable
class HasPages(Protocol):
    """What a card covers, where it shows pages."""

    def focus_page(self) -> None:
        """Give the keyboard to the page that is shown."""


class Overlay(SpokenAs, QWidget):
    """Covers its parent; `card` is for what it shows, the room `above` and `below` it is shared so.

    Esc tells that the person wants to leave.
    """

    left = Signal()
    spoken_role = QAccessible.Role.Dialog

    def __init__(self, theme: Theme, parent: QWidget, width: int, above: int = 1, below: int = 1) -> None:
        super().__init__(parent)
        self._theme, self._over, self._width = theme, parent, width
        self._veiled = 1.0  # how much of the veil is drawn
        self._before: QWidget | None = None  # had the keyboard before
        self.card = QWidget(self)
        self.card.setFixedWidth(width)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(WIDE, LARGE, WIDE, BELOW)
        whole.addStretch(above)
        across = QHBoxLayout()  # an alignment would have it as high as it were in the width of the window
        across.setSpacing(0)
        across.addStretch(1)
        across.addWidget(self.card)
        across.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(below)
        for watched in (parent, self.card):
            watched.installEventFilter(self)
        theme.changed.connect(self.update)
        QApplication.instance().focusChanged.connect(self._keep_keyboard)  # type: ignore[union-attr]  # it runs
        self.hide()

    def first_focus(self) -> QWidget:
        """What takes the keyboard when it opens, and when what had it went away."""
        return self.card

    def spoken_name(self) -> str:
        """As the card is called."""
        return self.card.accessibleName()

    def primary(self) -> QPushButton | None:
        """What Enter presses where no button has the keyboard."""
        return None

    def open_card(self) -> None:
        """Show it over the window."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self._theme.motion.run(self, self._draw_veil)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_on_top(self) -> bool:
        """Whether it is open with no other card above it: two would take the keyboard from each other for ever."""
        opened = [each for each in self._over.children() if isinstance(each, Overlay) and each.isVisible()]
        return bool(opened) and opened[-1] is self

    def _keep_keyboard(self, _: QWidget | None, now: QWidget | None) -> None:
        """The keyboard stays in here while it is open."""
        if now is None or not isValid(self) or not self._is_on_top() or self.isAncestorOf(now):
            return
        if now.window() is self.window():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round in the card, in the order in which things stand there."""
        if not self.isVisible():  # it was closed: Qt looks for who has the keyboard now
            return super().focusNextPrevChild(forward)
        ring = self._ring()
        if not ring:
            return True
        now = QApplication.focusWidget()
        at = ring.index(now) if now in ring else -1 if forward else 0
        ring[(at + (1 if forward else -1)) % len(ring)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _ring(self) -> list[QWidget]:
        """What can take the keyboard by Tab."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            # the field inside a box of numbers would hand the keyboard back; asking for a proxy ends the process later
            own = not isinstance(widget.parent(), QAbstractSpinBox)
            wanted = (
                own and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
            )
            if wanted and self.card.isAncestorOf(widget) and not self._is_other_radio(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _is_other_radio(self, widget: QWidget) -> bool:
        """Of things that exclude each other, Tab goes to the chosen one; the arrows go to the others."""
        return isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()

    def event(self, event: QEvent) -> bool:
        """No shortcut of the window counts while the card is open."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.isVisible():
            pressed = QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(event.key())))
            if pressed not in LET_THROUGH:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER:
            focus = QApplication.focusWidget()
            pressed = focus if isinstance(focus, QPushButton) and self.isAncestorOf(focus) else self.primary()
            if pressed is not None and pressed.isEnabled():
                pressed.click()

    def _bound(self) -> None:
        """The card is as wide as it wants to be, where the window is."""
        px = self._theme.px
        self.card.setFixedWidth(max(px(120), min(px(self._width), self.width() - 2 * px(WIDE))))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bound()
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bound()
        self.fit()

    def fit(self) -> None:
        """Its room changed."""

    def hideEvent(self, event: QHideEvent) -> None:
        """The keyboard goes back to where it was; where that is no more, to the page."""
        super().hideEvent(event)
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(self._over, HasPages) and self._over.isVisible():
            self._over.focus_page()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.card and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.update()  # its shadow stands elsewhere now
        elif watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def _draw_veil(self, reached: float) -> None:
        self._veiled = reached
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, zoom = self._theme.tokens, self._theme.zoom
        geometry = QRectF(self.card.geometry())
        card = QRectF(geometry.topLeft() / zoom, geometry.size() / zoom)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(
                area(self, self._theme), faint(tokens.veil, (0.62 if tokens.dark else 0.32) * self._veiled)
            )
            for reach in range(2, SHADOW, 2):  # ever fainter to its edge
                edge = card.adjusted(-reach, -reach + 8, reach, reach + 8)
                box(painter, edge, faint("#000000", 0.016 * (1 - reach / SHADOW)), RADIUS_CARD + reach)
            box(painter, card, tokens.surface, RADIUS_CARD, tokens.edge)
