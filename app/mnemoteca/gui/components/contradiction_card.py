"""Two statements side by side, each with its quote, and the keys by which a person says which one is right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mnemoteca.core.knowledge.values import Contradiction, Fact, Verdict
from mnemoteca.gui import told_contradictions
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, box, focus_ring, grown, line_of_text, painter_on
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS, RADIUS_CARD, SMALL, Type

CLAIM = 58
KEYS = {Qt.Key.Key_1: Verdict.ONE, Qt.Key.Key_2: Verdict.OTHER, Qt.Key.Key_3: Verdict.BOTH}


class Claim(QPushButton):
    """What one side says, over its quote; it leads to the memory that says so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._quote = ""
        self.memory = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        theme.changed.connect(self.update)

    def tell(self, fact: Fact, now: datetime) -> None:
        self.memory = fact.evidence.memory
        self._quote = told_contradictions.evidence(fact, now)
        self.setText(told_contradictions.claim(fact).replace("&", "&&"))
        self.setAccessibleName(f"{told_contradictions.claim(fact)}. {self._quote}")
        tell_tip(self, self._quote)
        self.update()

    @grown
    def sizeHint(self) -> QSize:
        return QSize(260, CLAIM)

    @grown
    def minimumSizeHint(self) -> QSize:
        return QSize(120, CLAIM)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, theme, rect = self._theme.tokens, self._theme, area(self, self._theme)
        with painter_on(self, theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, rect, tokens.hover if self.underMouse() else tokens.raised, RADIUS, tokens.edge)
            half = rect.height() / 2
            above = QRectF(GAP, 9, rect.width() - 2 * GAP, half - 9)
            below = QRectF(GAP, half, rect.width() - 2 * GAP, half - 9)
            said = self.text().replace("&&", "&")
            line_of_text(painter, above, said, theme.font(Type.TITLE), tokens.text)
            line_of_text(painter, below, self._quote, theme.font(Type.SECOND), tokens.muted)
            if self.hasFocus():
                focus_ring(painter, rect, theme, RADIUS)


class ContradictionCard(QWidget):
    """One contradiction; 1, 2 and 3 decide it while the keyboard is in it."""

    decided = Signal(int, object)  # its number, Verdict
    memory_wanted = Signal(int)
    step_wanted = Signal(object, int)  # this card, and how many further up (-) or down the keyboard is to go

    def __init__(self, theme: Theme, found: Contradiction) -> None:
        super().__init__()
        self._theme, self.found = theme, found
        self._about = Label(theme, "", Type.MEDIUM, wrap=True)
        self.claims = Claim(theme), Claim(theme)
        self.buttons = tuple(Button(theme, "…", key=str(n)) for n in (1, 2, 3))
        for button, verdict in zip(self.buttons, KEYS.values(), strict=True):
            button.clicked.connect(lambda _=False, keep=verdict: self.decided.emit(self.found.id, keep))
        for each in self.claims:
            each.clicked.connect(lambda _=False, at=each: self.memory_wanted.emit(at.memory))
        both, acts, column = QGridLayout(), QHBoxLayout(), QVBoxLayout(self)
        both.setSpacing(GAP)
        for n, each in enumerate(self.claims):
            both.addWidget(each, 0, n)
            both.setColumnStretch(n, 1)
        acts.setSpacing(SMALL)
        for button in self.buttons:
            acts.addWidget(button)
        acts.addStretch(1)
        column.setContentsMargins(PAD, PAD - 2, PAD, PAD - 2)
        column.setSpacing(GAP)
        column.addWidget(self._about)
        column.addLayout(both)
        column.addLayout(acts)
        theme.changed.connect(self.update)

    def tell(self, found: Contradiction, now: datetime) -> None:
        """Say it, in the language in force."""
        self.found = found
        about = told_contradictions.about(found)
        self._about.setText(about)
        self.setAccessibleName(about)
        for each, fact in zip(self.claims, (found.one, found.other), strict=True):
            each.tell(fact, now)
        faces = (self.tr("First is right"), self.tr("Second"), self.tr("Both"))
        for button, face in zip(self.buttons, faces, strict=True):
            button.set_face(face)
            button.set_name(f"{face}: {about}")

    def take_keyboard(self) -> None:
        self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():  # held down, it would decide the next one, too
                self.decided.emit(self.found.id, KEYS[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(self, -1 if key is Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, area(self, self._theme), tokens.surface, RADIUS_CARD, tokens.line)
