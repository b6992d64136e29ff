"""A sentence that comes, can be answered by one button, and goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.components.spoken import announce
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, SMALL, STATUS, Type

SHOWN_MS = 8000
WIDEST = 560
RISE = 12


class Toast(QWidget):
    """Floats at the bottom of its parent; it waits while the mouse is on it."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self._low = 0
        self._sentence = Label(theme, "", Type.BODY)
        self._action = Button(theme, "", kind=Kind.LINK)
        self._action.clicked.connect(self._act)
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, SMALL + 2, PAD, SMALL + 2)
        layout.setSpacing(GAP)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._action)
        parent.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    def tell(self, sentence: str, action: str = "", ms: int = SHOWN_MS) -> None:
        """Show the sentence, and the action where there is one."""
        self._sentence.setText(sentence)
        self._sentence.setWordWrap(False)
        self._action.set_face(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._theme.motion.run(self, self._rise)
        self._going.start(ms)
        announce(self, sentence)

    def sentence(self) -> str:
        return self._sentence.text()

    def _act(self) -> None:
        self.hide()
        self.acted.emit()

    def _rise(self, reached: float) -> None:
        """It comes up a little as it appears."""
        self._low = round(self._theme.px(RISE) * (1 - reached))
        self._place()

    def _place(self) -> None:
        parent = self._over
        px = self._theme.px
        width = min(px(WIDEST), parent.width() - 2 * px(PAD))
        if self.sizeHint().width() > width:
            self._sentence.setWordWrap(True)
        else:
            width = self.sizeHint().width()
        self.resize(
            width, max(px(40), self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height())
        )
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - px(STATUS + PAD) + self._low)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, _: QEvent) -> None:
        self._going.stop()

    def leaveEvent(self, _: QEvent) -> None:
        self._going.start(SHOWN_MS // 2)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, area(self, self._theme), tokens.raised, RADIUS_CARD, tokens.edge)
