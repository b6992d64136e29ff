"""A page that scrolls: its title, a sentence, what can be done, and below them whatever it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mnemoteca.gui.components.label import Ground, Label
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, LARGE, PAD, SMALL, TIGHT, WIDE, Type

WIDEST = 860
TOP = 21  # above the title of every page, so that it stands in line with those of lists


def scrolling(theme: Theme, page: QWidget) -> QScrollArea:
    """The page in the middle, no wider than it wants to be; where it is too high, it scrolls."""
    around = QWidget()
    across = QHBoxLayout(around)
    across.setContentsMargins(LARGE, 0, LARGE, 0)
    across.addStretch(1)
    across.addWidget(page, 100)
    across.addStretch(1)
    area = theme.dress(QScrollArea())
    area.setWidgetResizable(True)
    area.setWidget(around)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


class Leaf(Ground):
    """Made of a head and a `column`; buttons stand in `acts`, beside the title."""

    widest = WIDEST

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.title = Label(theme, "", Type.PAGE)
        self.sentence = Label(theme, "", Type.BODY, "muted", wrap=True)
        self.acts, self.column = QHBoxLayout(), QVBoxLayout()
        self._area = self._lay_out()

    def first_focus(self) -> None:
        """Give the keyboard to what is done here most."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def filled(self) -> None:
        """What the page holds has come: the keyboard, where the page waits with it, goes to it."""
        if self.hasFocus():
            self.first_focus()

    def heading(self, text: str = "") -> Label:
        """A heading for a part of the column."""
        made = Label(self._theme, text, Type.META_BOLD, "muted")
        made.setContentsMargins(0, GAP, 0, 0)
        return made

    def keep_in_sight(self, part: QWidget) -> None:
        """Scroll to where the keyboard is."""
        self._area.ensureWidgetVisible(part, 0, LARGE)

    def _lay_out(self) -> QScrollArea:
        page = QWidget()
        page.setMaximumWidth(self.widest)
        said, head, whole = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(page)
        said.setSpacing(TIGHT)
        said.addWidget(self.title)
        said.addWidget(self.sentence)
        self.acts.setSpacing(SMALL)
        self.acts.setAlignment(Qt.AlignmentFlag.AlignTop)
        head.setSpacing(WIDE)
        head.addLayout(said, 1)
        head.addLayout(self.acts)
        self.column.setSpacing(SMALL)
        whole.setContentsMargins(0, TOP, 0, WIDE)
        whole.setSpacing(PAD)
        whole.addLayout(head)
        whole.addLayout(self.column)
        whole.addStretch(1)
        area = scrolling(self._theme, page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        return area
