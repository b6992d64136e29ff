"""A page of many rows under headings, narrowed by what is typed into its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mnemoteca.core.text import fold
from mnemoteca.gui.components.button import icon_button
from mnemoteca.gui.components.label import Divider, Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, SMALL, WIDE, Type
from mnemoteca.gui.theme.turns import Turns


class FindableRow(QWidget):
    """One row, with the way back to what it was at first; what raises here is for each kind of row to tell."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Label(theme, "", Type.BODY)
        self._reset = icon_button(theme, "undo-2", "…")
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)

    def findable(self) -> str:
        """All words by which it is found."""
        raise NotImplementedError

    def fits(self, asked: str) -> bool:
        """Whether every word that was typed stands in what is said of it."""
        text = fold(self.findable())
        return all(word in text for word in fold(asked).split())

    def say(self) -> None:
        """Put every text into the language in force."""
        raise NotImplementedError


Row = TypeVar("Row", bound=FindableRow)


class FindablePage(Leaf, Generic[Row]):
    """Its rows are made when they are first wanted, one a step: a window opens sooner without them.

    What raises here is for each page to tell; Qt's classes can't be abstract ones.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._search = theme.dress(QLineEdit())
        self._search.setFixedHeight(CONTROL)
        self._search.textChanged.connect(self._narrow)
        self._nothing = Label(theme, "", Type.BODY, "muted")
        self._nothing.setContentsMargins(0, WIDE, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._search)
        self.column.addWidget(self._nothing)
        self.made: dict[str, Row] = {}
        self._under: dict[str, str] = {}  # the heading of each row
        self._headings: dict[str, tuple[Label, Divider]] = {}
        self._filling = Turns(self)
        self._unfilled: Iterator[bool] | None = self._fill_in()

    # -- what each page tells
    def parts(self) -> Iterable[tuple[str, str]]:
        """The heading and the id of every row, in their order."""
        raise NotImplementedError

    def make_row(self, id: str) -> Row:
        """The row of this id."""
        raise NotImplementedError

    def heading_words(self, heading: str) -> str:
        """A heading, in the language in force."""
        raise NotImplementedError

    def say_page(self) -> tuple[str, str, str, str]:
        """Its name, a sentence, what stands in the empty field, and what is said where nothing fits."""
        raise NotImplementedError

    # -- what all do
    @property
    def rows(self) -> dict[str, Row]:
        """Every row, by its id; those that are still to be made are made now."""
        self._begin()
        self._filling.finish()
        return self.made

    def first_focus(self) -> None:
        """Give the keyboard to the field."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        if self._unfilled is not None:
            steps, self._unfilled = self._unfilled, None
            self._filling.begin(steps)

    def _fill_in(self) -> Iterator[bool]:
        """Make a row a step, under its heading."""
        for heading, id in self.parts():
            if heading not in self._headings:
                head = Label(self._theme, self.heading_words(heading), Type.SECTION), Divider(self._theme)
                head[0].setContentsMargins(0, WIDE, 0, SMALL)
                self._headings[heading] = head
                for part in head:
                    self.column.addWidget(part)
            row = self.made[id] = self.make_row(id)
            self._under[id] = heading
            self.column.addWidget(row)
            yield False
        self._narrow()

    def _narrow(self) -> None:
        asked, seen = self._search.text(), set()
        if asked and self._filling.busy:
            self._filling.finish()
        for id, row in self.made.items():
            fits = row.fits(asked)
            row.setVisible(fits)
            if fits:
                seen.add(self._under[id])
        for heading, parts in self._headings.items():
            for part in parts:
                part.setVisible(heading in seen)
        self._nothing.setVisible(bool(asked) and not seen)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)

    def say(self) -> None:
        """Put every text into the language in force."""
        name, sentence, find, nothing = self.say_page()
        self.setAccessibleName(name)
        self.title.setText(name)
        self.sentence.setText(sentence)
        self._search.setPlaceholderText(find)
        self._search.setAccessibleName(find)
        self._nothing.setText(nothing)
        for heading, (label, _) in self._headings.items():
            label.setText(self.heading_words(heading))
        for row in self.made.values():
            row.say()
        self._narrow()
