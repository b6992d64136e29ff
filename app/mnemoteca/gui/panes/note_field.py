"""The field in which a note is written: tags, links and days stand out in it, and its keys keep, pin and weigh."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from mnemoteca.core.dates_said import DateSaid, dates_in
from mnemoteca.core.linked import LINK
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import Type

TAG = re.compile(r"(?<![\w&/#])#[\w][\w/-]*")
LOWEST, HIGHEST = 84, 320  # of the field, in pixels
LONGEST = 20_000  # characters that are looked through; who pastes a book doesn't wait for it
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PIN_KEY, MORE_KEY, LESS_KEY = "Ctrl+D", "Ctrl+Up", "Ctrl+Down"
OWN = (*ENTER, Qt.Key.Key_D, Qt.Key.Key_Up, Qt.Key.Key_Down)  # with Ctrl
Read = Callable[[str], tuple[DateSaid, ...]]


class NoteColours(QSyntaxHighlighter):
    """`#tags` and `[[links]]` in the accent, days on the colour of what is selected."""

    def __init__(self, document: QTextDocument, theme: Theme, read: Read) -> None:
        super().__init__(document)
        self._theme, self._read = theme, read
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        tokens, text = self._theme.tokens, text[:LONGEST]
        named, day = QTextCharFormat(), QTextCharFormat()
        named.setForeground(QColor(tokens.accent))
        day.setBackground(QColor(tokens.selected))
        for pattern in (TAG, LINK):
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), named)
        for said in self._read(text):
            self.setFormat(said.start, said.end - said.start, day)


class NoteField(QPlainTextEdit):
    """The text; Tab leaves it, Ctrl+Enter keeps it, Esc closes the box."""

    keep = Signal()
    left = Signal()
    pin_wanted = Signal()
    weight_wanted = Signal(int)  # one step up or down

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        theme.dress(self)
        self._theme, self._today = theme, today
        self.day_first = True
        self.setObjectName("bare")
        self.setTabChangesFocus(True)
        self.setFont(theme.font(Type.NOTE))
        self.document().setDocumentMargin(0)
        self.colours = NoteColours(self.document(), theme, self._days)
        self.textChanged.connect(self._fit)
        self._fit()

    def _days(self, text: str) -> tuple[DateSaid, ...]:
        return dates_in(text, self._today(), day_first=self.day_first)

    def days(self) -> tuple[date, ...]:
        """The days that the text speaks of, each once."""
        return tuple(dict.fromkeys(said.day for said in self._days(self.toPlainText()[:LONGEST])))

    def event(self, event: QEvent) -> bool:
        """No shortcut of a window takes the keys of a note."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and key == Qt.Key.Key_D:
            self.pin_wanted.emit()
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.weight_wanted.emit(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """As high as its text, within bounds."""
        lines = min(40, max(1, self.document().size().toSize().height()))
        px = self._theme.px
        wanted = lines * self.fontMetrics().lineSpacing() + px(12)
        self.setFixedHeight(max(px(LOWEST), min(px(HIGHEST), wanted)))


def _is_own(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() in OWN
