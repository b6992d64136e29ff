"""What is about to be copied as context for an assistant: the text, how much of it there is, and within how much."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from mnemoteca.core.context import Context
from mnemoteca.core.settings import SETTINGS
from mnemoteca.gui import words
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, LARGE, SEARCH, SMALL, WIDE, Type

SETTING = SETTINGS["context.tokens"]
STEP, HIGHEST, LOWEST, FIELD = 500, 460, 120, 128


class ContextCard(Overlay):
    """Shown before anything is copied; the number of tokens can be changed and counts at once."""

    tokens_changed = Signal(int)
    copy_wanted = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over, SEARCH + LARGE)
        self._made: Context | None = None
        self._waiting = False  # nothing was shown yet since it was opened
        self._title = Label(theme, "", Type.SECTION)
        self._within = Label(theme, "", Type.BODY)
        self.tokens = theme.dress(QSpinBox())
        self.tokens.setRange(int(SETTING.low or 1), int(SETTING.high or 1))
        self.tokens.setSingleStep(STEP)
        self.tokens.setGroupSeparatorShown(True)
        self.tokens.setKeyboardTracking(False)
        self.tokens.setFixedSize(FIELD, CONTROL)
        self.tokens.lineEdit().setTextMargins(SMALL, 0, SMALL, 0)
        self.tokens.valueChanged.connect(self.tokens_changed)
        self.text = theme.dress(QPlainTextEdit())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._said = Label(theme, "", Type.META, "muted", wrap=True)
        self._cancel = Button(theme, "…", kind=Kind.QUIET)
        self._copy = Button(theme, "…", icon="copy", kind=Kind.PRIMARY)
        self._copy.clicked.connect(self.copy_wanted)
        self._cancel.clicked.connect(self.hide)
        self.left.connect(self.hide)
        self._lay_out()
        self._words()

    def open_with(self, tokens: int) -> None:
        """Show it empty; what it is about is on its way."""
        blocked = self.tokens.blockSignals(True)
        self.tokens.setValue(tokens)
        self.tokens.blockSignals(blocked)
        self._made, self._waiting = None, True
        self.text.setPlainText("")
        self._words()
        self.open_card()

    def show_context(self, made: Context) -> None:
        """This is what would be copied."""
        self._made = made
        self.text.setPlainText(made.text)
        self._words()
        self.fit()
        if self._waiting and self._copy.isEnabled():
            self._copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self._waiting = False

    def first_focus(self) -> QWidget:
        return self._copy if self._copy.isEnabled() else self.tokens

    def primary(self) -> QPushButton | None:
        return self._copy

    def fit(self) -> None:
        """As high as the text, where there is room."""
        wanted = round(self.text.document().size().height() + 1) * self.text.fontMetrics().lineSpacing() + WIDE
        px = self._theme.px
        self.text.setFixedHeight(max(px(LOWEST), min(wanted, px(HIGHEST), self.height() - px(10 * LARGE))))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        title = self.tr("Copy as context")
        self._title.setText(title)
        self.setAccessibleName(title)
        self._within.setText(self.tr("At most so many tokens:"))
        self.tokens.setAccessibleName(self.tr("At most so many tokens"))
        self.text.setAccessibleName(self.tr("What will be copied"))
        self._cancel.set_face(self.tr("Cancel"))
        self._copy.set_face(self.tr("Copy"))
        made = self._made
        self._copy.setEnabled(made is not None and bool(made.text))
        self._said.setText("" if made is None else self._sum(made))

    def _sum(self, made: Context) -> str:
        """How much it is; that the tokens are an estimate; what is left out."""
        tokens = words.number(made.tokens, QLocale())
        parts = [
            self.tr("%Ln memories in the order of their time", "", made.taken),
            self.tr("about %1 tokens, estimated at four signs each").replace("%1", tokens),
        ]
        said = ", ".join(parts) + "."
        return said + " " + self.tr("%Ln had no room and are left out.", "", made.left_out) if made.left_out else said

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._title, 1)
        head.addWidget(self._within)
        head.addWidget(self.tokens)
        foot.setSpacing(SMALL)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._copy)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(foot)
