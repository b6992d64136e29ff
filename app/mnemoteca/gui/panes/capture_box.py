"""Writing a note: a box over the window that saves what is typed, shows its tags, and keeps it by Ctrl+Enter."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QEvent, QLocale, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from mnemoteca.core.memory import DEFAULT_SPACE, Tier
from mnemoteca.core.tags import tags_in
from mnemoteca.core.tiers import HAND_NOTE_FLOOR, LONG_IMPORTANCE
from mnemoteca.gui import words
from mnemoteca.gui.components.button import Button, Kind, icon_button
from mnemoteca.gui.components.chip import Chip, ChipButton
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import box, faint
from mnemoteca.gui.components.sign import Sign
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, SEARCH, SMALL, Type

IMPORTANCES = (0.7, 0.8, 0.9, 1.0)
TAG = re.compile(r"(?<![\w&/#])#[\w][\w/-]*")
LOWEST, HIGHEST = 84, 320  # of the field
CHIPS = 6


class Saved(StrEnum):
    """What became of what is typed."""

    TYPING = "typing"
    SAVED = "saved"
    TROUBLE = "trouble"


class TagColours(QSyntaxHighlighter):
    """`#tags` in the accent."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        colour = QTextCharFormat()
        colour.setForeground(QColor(self._theme.tokens.accent))
        for found in TAG.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), colour)


class NoteField(QPlainTextEdit):
    """The text; Tab leaves it, Ctrl+Enter keeps it, Esc closes the box."""

    keep = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.setTabChangesFocus(True)
        self.setFont(theme.font(Type.NOTE))
        self.document().setDocumentMargin(0)
        self.colours = TagColours(self.document(), theme)
        self.textChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if by_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """As high as its text, within bounds."""
        lines = min(40, max(1, self.document().size().toSize().height()))
        self.setFixedHeight(max(LOWEST, min(HIGHEST, lines * self.fontMetrics().lineSpacing() + 12)))


class CaptureBox(QWidget):
    """Covers its parent with a veil; what is typed stays when it is closed."""

    edited = Signal()
    keep_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self._space, self._saved, self._why = DEFAULT_SPACE, Saved.TYPING, ""
        self._importance = HAND_NOTE_FLOOR
        self._quiet = False
        self._before: QWidget | None = None  # had the keyboard before
        self._shown_tags: list[str] = []
        self._card = QWidget(self)
        self._sign = Sign(theme, Tier.MEDIUM, 18)
        self._sign.show_tier(Tier.MEDIUM, 1.0)
        self._fate = Label(theme, "", Type.META)
        self._state = Label(theme, "", Type.META, "muted")
        self._field = NoteField(theme)
        self._tag_area = QWidget()
        self._tags = Flow(self._tag_area)
        self._tags.setContentsMargins(0, 4, 0, 4)
        self._weight = ChipButton(theme, "…")
        self._pin = icon_button(theme, "pin", "")
        self._pin.setCheckable(True)
        self._keep = Button(theme, "…", kind=Kind.PRIMARY, key="Ctrl ↵")
        self._lay_out()
        self._connect()
        self._words()
        parent.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    # -- what it is given
    def open_box(self) -> None:
        """Show it, ready for typing."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_draft(self, text: str, pinned: bool, importance: float = HAND_NOTE_FLOOR) -> None:
        """Put this into the box, without telling anyone."""
        self._quiet = True
        if text != self._field.toPlainText():
            self._field.setPlainText(text)
            self._field.moveCursor(self._field.textCursor().MoveOperation.End)
        self._pin.setChecked(pinned)
        self._importance = min(1.0, max(HAND_NOTE_FLOOR, importance))
        self._quiet = False
        self._words()

    def text(self) -> str:
        return self._field.toPlainText()

    def pinned(self) -> bool:
        return self._pin.isChecked()

    def importance(self) -> float:
        return self._importance

    def set_space(self, name: str) -> None:
        """Where the note will be kept."""
        self._space = name
        self._words()

    def set_saved(self, saved: Saved, why: str = "") -> None:
        """What became of what is typed, and why where it could not be saved."""
        self._saved, self._why = saved, why
        self._words()

    # -- inside
    def _connect(self) -> None:
        self._field.textChanged.connect(self._changed)
        self._field.keep.connect(self._keep.click)
        self._field.left.connect(self.hide)
        self._pin.toggled.connect(self._changed)
        self._keep.clicked.connect(self.keep_wanted)
        self._weight.clicked.connect(self._choose_weight)

    def _changed(self) -> None:
        self._words()
        if not self._quiet:
            self.edited.emit()

    def _choose_weight(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value in IMPORTANCES:
            said = words.hundredths(value, QLocale())
            said = self.tr("%1, kept for good").replace("%1", said) if value >= LONG_IMPORTANCE else said
            menu.addAction(said).triggered.connect(lambda _=False, value=value: self._weigh(value))
        menu.popup(self._weight.mapToGlobal(self._weight.rect().bottomLeft()))

    def _weigh(self, value: float) -> None:
        self._importance = value
        self._changed()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        for_good = self._pin.isChecked() or self._importance >= LONG_IMPORTANCE
        fate = self.tr("kept for good") if for_good else self.tr("stays a day, or for good if it proves useful")
        new = self.tr("New note")
        if self._space != DEFAULT_SPACE:
            new = self.tr("New note in %1").replace("%1", self._space)
        self._fate.setText(new + " · " + fate)
        self._state.setText(self._said_state())
        self.setAccessibleName(new)
        self._field.setAccessibleName(new)
        self._field.setPlaceholderText(self.tr("Write something down"))
        self._pin.set_name(self.tr("Pin: never fades"))
        weight = self.tr("importance %1").replace("%1", words.hundredths(self._importance, QLocale()))
        self._weight.tell(weight)
        self._keep.set_face(self.tr("Keep"))
        self._keep.setEnabled(bool(self.text().strip()))
        self._show_tags()

    def _said_state(self) -> str:
        match self._saved:
            case Saved.TROUBLE:
                return self.tr("not saved: %1").replace("%1", self._why)
            case Saved.SAVED if self.text():
                return self.tr("saved")
            case _:
                return self.tr("saved as you type")

    def _show_tags(self) -> None:
        wanted = ["#" + tag for tag in tags_in(self.text()[:20_000])]
        if len(wanted) > CHIPS:
            wanted = [*wanted[:CHIPS], "…"]
        if wanted != self._shown_tags:
            self._shown_tags = wanted
            self._tags.clear()
            for tag in wanted:
                self._tags.addWidget(Chip(self._theme, tag))

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._sign)
        head.addWidget(self._fate)
        head.addStretch(1)
        head.addWidget(self._state)
        foot.setSpacing(SMALL)
        foot.addWidget(self._tag_area, 1)
        for part in (self._weight, self._pin, self._keep):
            foot.addWidget(part)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(PAD, GAP, PAD, PAD)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._field)
        column.addLayout(foot)
        self._card.setFixedWidth(SEARCH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAD, 0, PAD, 0)
        whole.addStretch(2)
        whole.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the box."""
        ring: list[QWidget] = [self._field, self._weight, self._pin, self._keep]
        ring = [part for part in ring if part.isEnabled()]
        at = next((n for n, part in enumerate(ring) if part.hasFocus()), 0)
        ring[(at + (1 if forward else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """The keyboard goes back to where it was."""
        super().hideEvent(event)
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self._keep.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, card = self._theme.tokens, QRectF(self._card.geometry())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), faint(tokens.veil, 0.62 if tokens.dark else 0.32))
            for reach in range(1, 17):  # the shadow of a dialog
                edge = card.adjusted(-reach, -reach + 6, reach, reach + 6)
                box(painter, edge, faint("#000000", 0.014), RADIUS_CARD + reach)
            box(painter, card, tokens.surface, RADIUS_CARD, tokens.edge)
