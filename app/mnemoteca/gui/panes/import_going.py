"""The other pages of the import dialog: how far it is, the question before it ends, and what came in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from mnemoteca.core.jobs import Skipped
from mnemoteca.gui import skips
from mnemoteca.gui.components.bar import Bar
from mnemoteca.gui.components.facts import Fact, FactsCard
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, SMALL, Type
from mnemoteca.gui.told_imports import Progress, figures, how_far, so_far

LOWEST, HIGHEST = 48, 180  # of the list of errors


class GoingPage(QWidget):
    """A bar over the whole width, how far it is, what was seen or came in until now, and a quiet sentence."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._bar = Bar(theme, width)
        self._far = Label(theme, "", Type.BODY)
        self._until_now = Label(theme, "", Type.SECOND, "muted")
        self._sentence = Label(theme, "", Type.SECOND, "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        for part in (self._bar, self._far, self._until_now, self._sentence):
            column.addWidget(part)

    def tell(self, now: Progress, waiting: str, sentence: str) -> None:
        """So far it is; `waiting` is said where nothing of it has begun."""
        begun = now.done > 0 or bool(now.counts)
        far = how_far(now) if begun else waiting
        self._bar.tell(now.done, now.total if begun else 0)
        self._bar.setAccessibleName(far)
        self._far.setText(far)
        self._until_now.setText(so_far(now) if now.counts else "")
        self._until_now.setVisible(bool(self._until_now.text()))
        self._sentence.setText(sentence)


class EndedPage(QWidget):
    """What came in, and the list of what could not be taken."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._facts = FactsCard(theme)
        self._sentence = Label(theme, "", Type.BODY, wrap=True)
        self._title = Label(theme, "", Type.TITLE)
        self._list = theme.dress(QPlainTextEdit())
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setFont(theme.font(Type.META))
        self._skipped: tuple[Skipped, ...] = ()
        self._of = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self._sentence, self._facts, self._title, self._list):
            column.addWidget(part)

    def tell(self, sentence: str, facts: Sequence[Fact]) -> None:
        """How it ended, in a sentence where there is more to say than figures."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._facts.tell(facts)

    def show_skipped(self, skipped: tuple[Skipped, ...], of: int) -> None:
        """The first entries of the list, of so many."""
        self._skipped, self._of = skipped, of
        self.say()

    def say(self) -> None:
        """The list, in the language in force."""
        lines = [skips.told(each) for each in self._skipped]
        if self._of > len(lines):
            lines.append(figures.more_left_out(self._of - len(lines)))
        self._title.setText(figures.left_out(self._of))
        self._list.setPlainText("\n".join(lines))
        high = (len(lines) + 1) * self._list.fontMetrics().lineSpacing() + SMALL
        px = self._theme.px
        self._list.setFixedHeight(max(px(LOWEST), min(px(HIGHEST), high)))
        self._list.setAccessibleName(self._title.text())
        for part in (self._title, self._list):
            part.setVisible(bool(self._skipped))
