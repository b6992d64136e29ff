"""An answer: what it says, the memories that it rests on, and the next question; over the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from mnemoteca.core.answers import Answer, AnswerKind, Passage, Stated
from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import Memory
from mnemoteca.gui import words
from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, LARGE, SEARCH, SMALL, WIDE, Type

HIGHEST, LOWEST = 320, 88


class AnswerCard(Overlay):
    """Shows an answer while it grows and when it is whole; each memory that it rests on can be opened."""

    asked = Signal(str)  # a question that goes on from this one
    memory_wanted = Signal(object)  # Memory
    keep_wanted = Signal()

    def __init__(self, theme: Theme, over: QWidget, clock: Clock) -> None:
        super().__init__(theme, over, SEARCH + LARGE)
        self._clock = clock
        self._answer: Answer | None = None
        self._failed = ""
        self._title = Label(theme, "", Type.SECTION, wrap=True)
        self.text = theme.dress(QPlainTextEdit())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._sources = QVBoxLayout()
        self._sources.setSpacing(0)
        self._said = Label(theme, "", Type.META, "muted", wrap=True)
        self.more = theme.dress(QLineEdit())
        self.more.setFixedHeight(CONTROL)
        self._keep = Button(theme, "…", kind=Kind.QUIET)
        self._close = Button(theme, "…", kind=Kind.QUIET)
        self._ask = Button(theme, "…", kind=Kind.PRIMARY)
        self.more.textChanged.connect(lambda _: self._words())
        self._ask.clicked.connect(lambda: self.asked.emit(self.more.text()))
        self._keep.clicked.connect(self.keep_wanted)
        self._close.clicked.connect(self.hide)
        self.left.connect(self.hide)
        self._lay_out()
        self._words()

    @property
    def answer(self) -> Answer | None:
        """The whole answer that is shown; None while it is on its way."""
        return self._answer

    def open_with(self, question: str) -> None:
        """Show that an answer to this is on its way."""
        self._title.setText(question)
        self._answer, self._failed = None, ""
        self.more.clear()
        self._show(())
        self.open_card()

    def grow(self, stated: Sequence[Stated]) -> None:
        """It has come so far."""
        if self._answer is None and self.isVisible():
            self.text.setPlainText(_written(stated))

    def show_answer(self, answer: Answer) -> None:
        """It is whole."""
        self._answer = answer
        self._show(answer.passages)

    def show_failure(self, sentence: str) -> None:
        """There will be none."""
        self._failed = sentence
        self._show(())

    def first_focus(self) -> QWidget:
        return self.more

    def primary(self) -> QPushButton | None:
        return self._ask

    def sources(self) -> list[Button]:
        """The memories that can be opened, in the order of their numbers."""
        items = (self._sources.itemAt(n) for n in range(self._sources.count()))
        found = [item.widget() for item in items if item is not None]
        return [each for each in found if isinstance(each, Button)]

    def fit(self) -> None:
        """As high as the text, where there is room."""
        px = self._theme.px
        lines = round(self.text.document().size().height() + 1) * self.text.fontMetrics().lineSpacing() + px(WIDE)
        room = self.height() - px(12 * LARGE)
        self.text.setFixedHeight(max(px(LOWEST), min(lines, px(HIGHEST), room)))

    def _show(self, passages: Sequence[Passage]) -> None:
        for button in self.sources():
            self._sources.removeWidget(button)
            button.hide()
            button.deleteLater()
        used = {number for each in (self._answer.stated if self._answer else ()) for number in each.rests_on}
        for passage in passages:
            if passage.number in used:
                self._sources.addWidget(self._source(passage), 0, Qt.AlignmentFlag.AlignLeft)
        self._words()
        self.fit()

    def _source(self, passage: Passage) -> Button:
        button = Button(self._theme, self._source_name(passage), kind=Kind.LINK)
        memory: Memory = passage.memory
        button.clicked.connect(lambda: self.memory_wanted.emit(memory))
        return button

    def _source_name(self, passage: Passage) -> str:
        memory, locale = passage.memory, QLocale()
        today = self._clock.now().astimezone().date()
        title = words.session_name(memory.session_title, today, locale)
        parts = [words.when(memory, today, locale), words.speaker(memory), title]
        return f"[{passage.number}] " + " · ".join(dict.fromkeys(part for part in parts if part))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        answer = self._answer
        self.setAccessibleName(self.tr("Answer"))
        self.text.setAccessibleName(self.tr("Answer"))
        self.more.setPlaceholderText(self.tr("Ask on"))
        self.more.setAccessibleName(self.tr("Ask on"))
        self._ask.set_face(self.tr("Ask"))
        self._ask.setEnabled(bool(self.more.text().strip()) and (answer is not None or bool(self._failed)))
        self._keep.set_face(self.tr("Keep this answer"))
        self._keep.setVisible(answer is not None and answer.kind is AnswerKind.WRITTEN)  # a quote is kept already
        self._close.set_face(self.tr("Close"))
        if answer is not None:
            self.text.setPlainText(self._worded(answer))
        elif self._failed:
            self.text.setPlainText(self._failed)
        else:
            self.text.setPlainText(self.tr("Looking…"))
        self._said.setText("" if answer is None else self._beside(answer))
        if answer is not None:
            for button, passage in zip(self.sources(), self._used(answer), strict=False):
                button.set_face(self._source_name(passage))

    def _used(self, answer: Answer) -> list[Passage]:
        used = {number for each in answer.stated for number in each.rests_on}
        return [each for each in answer.passages if each.number in used]

    def _worded(self, answer: Answer) -> str:
        if answer.kind is AnswerKind.NOTHING:
            return self.tr("Nothing was found about this.")
        if answer.kind is AnswerKind.WRITTEN:
            return _written(answer.stated)
        return "\n".join(self.tr("“%1”").replace("%1", each.text) + _marks(each) for each in answer.stated)

    def _beside(self, answer: Answer) -> str:
        """Who worded it, or why these are quotes; what was left out."""
        if answer.kind is AnswerKind.NOTHING:
            return self.tr("No model was asked.")
        if answer.kind is AnswerKind.WRITTEN:
            said = self.tr("Worded by %1 from what was found; check it against its memories.")
            said = said.replace("%1", answer.model)
        elif answer.without_model == "absent":
            said = self.tr("These are quotes, word for word: no language model is in use.")
        elif answer.without_model == "unfit":
            said = self.tr("These are quotes, word for word: the language model can’t be run.")
        elif answer.without_model:
            said = self.tr("These are quotes, word for word: what the language model said could not be used.")
        else:
            said = self.tr("These are quotes, word for word.")
        if answer.dropped:
            said += " " + self.tr("%Ln sentences rested on nothing and are left out.", "", answer.dropped)
        return said

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self.more, 1)
        for button in (self._keep, self._close, self._ask):
            foot.addWidget(button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self.text)
        column.addLayout(self._sources)
        column.addWidget(self._said)
        column.addLayout(foot)


def _written(stated: Sequence[Stated]) -> str:
    return " ".join(each.text + _marks(each) for each in stated)


def _marks(stated: Stated) -> str:
    return " " + "".join(f"[{number}]" for number in stated.rests_on)
