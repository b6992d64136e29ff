"""The bar to find something in the session that is read: what is sought, which of the places is shown, on and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from mnemoteca.gui import words
from mnemoteca.gui.components.button import icon_button
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, PAD, SMALL, Type


class FindBar(Ground):
    """Tells what is sought as it is typed; Enter and Shift+Enter go on and back, Esc leaves."""

    sought = Signal(str)
    step_wanted = Signal(int)  # 1: the next place, -1: the one before
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._at, self._count, self._more = 0, 0, False
        self.field = theme.dress(QLineEdit())
        self.field.setFixedHeight(CONTROL)
        self.field.setClearButtonEnabled(False)
        self.field.textChanged.connect(self.sought)
        self._told = Label(theme, "", Type.META, "muted")
        self._before, self._next = icon_button(theme, "chevron-up", "…"), icon_button(theme, "chevron-down", "…")
        self._end = icon_button(theme, "x", "…")
        self._before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._next.clicked.connect(lambda: self.step_wanted.emit(1))
        self._end.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setContentsMargins(PAD, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL // 2)
        row.addWidget(self.field, 1)
        row.addSpacing(SMALL)
        for part in (self._told, self._before, self._next, self._end):
            row.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(Divider(theme))
        self.hide()
        self._words()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def open(self, text: str = "") -> None:
        """Show it with what was sought last, or with this, ready to be typed over."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def tell(self, at: int, count: int, more: bool = False) -> None:
        """The place `at` (from 1; 0: none) of so many, or of more than that, is shown."""
        self._at, self._count, self._more = at, count, more
        self._words()

    def told(self) -> str:
        """What is said of the places."""
        return self._told.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("Find in this session"))
        self.field.setAccessibleName(self.tr("Find in this session"))
        self.field.setPlaceholderText(self.tr("Find in this session"))
        self._before.set_name(self.tr("The place before"))
        self._next.set_name(self.tr("The next place"))
        self._end.set_name(self.tr("Leave the search (Esc)"))
        for button in (self._before, self._next):
            button.setEnabled(self._count > 0)
        said = ""
        if self.field.text():
            many = words.number(self._count, QLocale()) + ("+" if self._more else "")
            shown = words.number(self._at, QLocale())
            of = self.tr("%1 of %2", "the place that is shown, of all that were found")
            said = of.replace("%1", shown).replace("%2", many) if self._count else self.tr("Not found")
        self._told.setText(said)
        self.field.setAccessibleDescription(said)
