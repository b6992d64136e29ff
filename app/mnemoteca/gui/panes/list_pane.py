"""The list: any number of rows of two lines under the headers of their days, or the hits of a question."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mnemoteca.gui.components.button import Button, Kind
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.empty import Empty
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.components.label import Divider, Ground, Label
from mnemoteca.gui.components.spoken import announce
from mnemoteca.gui.panes.many_bar import ManyBar
from mnemoteca.gui.panes.row_view import RowView
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import LIST, PAD, SMALL, Type

HEARD_MS = 700
ALL = 16_777_215  # as high as Qt lets a widget be


class Rows(StrEnum):
    """How rows are shown."""

    LIST = "list"
    HITS = "hits"


class ListPane(Ground):
    """A title over a list."""

    row_chosen = Signal(int)
    row_opened = Signal(int)
    looked_at = Signal(int, int)
    menu_wanted = Signal(int, QPoint)
    filter_dropped = Signal(int)
    weaker_wanted = Signal()
    many_changed = Signal(int)  # how many are chosen

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setMinimumWidth(260)
        self.resize(LIST, 600)
        self._kind = Rows.LIST
        self._title = Label(theme, "", Type.SECTION)
        self._detail = Label(theme, "", Type.META, "muted")
        self._footer = Label(theme, "", Type.META, "muted", wrap=True)
        self._footer.setContentsMargins(PAD, SMALL, PAD, PAD)
        self._footer.hide()
        self._weaker = Button(theme, "…", kind=Kind.LINK)
        self._weaker.clicked.connect(self.weaker_wanted)
        self._weaker_line = QWidget()
        line = QVBoxLayout(self._weaker_line)
        line.setContentsMargins(PAD, SMALL, PAD, 0)
        line.setSpacing(SMALL)
        self._below_line = Label(theme, "", Type.META, "muted", wrap=True)
        for part in (Divider(theme), self._below_line, self._weaker):
            line.addWidget(part)
        self._weaker_line.hide()
        self._theme = theme
        self._filters = QWidget()
        self._chips = Flow(self._filters)
        self._chips.setContentsMargins(PAD, 0, PAD, SMALL)
        self._filters.hide()
        self._shown_filters: tuple[str, ...] = ()
        self._empty = Empty(theme)
        self._rows = RowView(theme)
        self._heard = QTimer(self)
        self._heard.setSingleShot(True)
        self._heard.setInterval(HEARD_MS)
        self._heard.timeout.connect(self._tell_hits)
        self._rows.chosen.connect(self.row_chosen)
        self._rows.opened.connect(self.row_opened)
        self._rows.looked_at.connect(self.looked_at)
        self._rows.menu_wanted.connect(self.menu_wanted)
        self._rows.reshaped.connect(self._show_what_is_there)
        self._rows.many_changed.connect(self.many_changed)
        self.many = ManyBar(theme)
        self.many.ended.connect(self._end_many)
        self._lay_out()
        self._words()

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show this model's rows."""
        self._rows.set_model(model)
        self._show_what_is_there()

    def set_kind(self, kind: Rows) -> None:
        """Rows of two lines, or hits as high as they need."""
        self._kind = kind
        self._rows.set_tall(kind is Rows.HITS)

    def set_title(self, title: str, detail: str = "") -> None:
        self._title.setText(title)
        self._detail.setText(detail)
        self._rows.setAccessibleName(title or self.tr("List"))
        if self._kind is Rows.HITS:
            self._heard.start()

    def _tell_hits(self) -> None:
        """Screen readers hear what was found, once the person pauses."""
        if self._kind is Rows.HITS:
            announce(self._rows, self._empty.sentence() if self._rows.is_empty() else self._title.text())

    def set_empty(self, sentence: str, next_step: str = "") -> None:
        """What is said while the list is empty."""
        self._empty.tell(sentence, next_step)
        self._show_what_is_there()

    def set_footer(self, sentence: str) -> None:
        """A remark below the rows; none hides it."""
        self._footer.setText(sentence)
        self._footer.setVisible(bool(sentence))

    def set_weaker(self, sentence: str, link: str) -> None:
        """The line below which nothing is a good answer, and the way to what stands there; none hides it."""
        self._below_line.setText(sentence)
        self._weaker.set_face(link or self.tr("Show weaker ones"))
        self._weaker_line.setVisible(bool(sentence))

    def set_filters(self, filters: tuple[str, ...]) -> None:
        """What narrows the list, each as a chip that takes it away when it is pressed."""
        if filters == self._shown_filters:
            return
        self._shown_filters = filters
        self._chips.clear()
        for number, text in enumerate(filters):
            chip = ChipButton(self._theme, text, "x", self.tr("Take away the filter %1").replace("%1", text))
            chip.clicked.connect(lambda _=False, number=number: self.filter_dropped.emit(number))
            self._chips.addWidget(chip)
        self._filters.setVisible(bool(filters))

    def current(self) -> int:
        """The item that is chosen, -1 where none is."""
        return self._rows.current()

    def choose(self, item: int) -> None:
        """Choose an item (-1: none) and bring it into sight."""
        self._rows.choose(item)

    def allow_many(self) -> None:
        """More than one memory can be chosen here."""
        self._rows.allow_many()

    def choose_too(self, items: Sequence[int]) -> None:
        """Choose these beside what is chosen."""
        self._rows.choose_too(items)

    def chosen_spans(self) -> list[tuple[int, int]]:
        """The items that are chosen as (first, last), headers between them included."""
        return self._rows.chosen_spans()

    def _end_many(self) -> None:
        self._rows.end_many()
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_list(self) -> None:
        """Give the list the keyboard, and choose the first row where none is chosen."""
        self._rows.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("List"))
        if not self._below_line.text():
            self._weaker.set_face(self.tr("Show weaker ones"))
        if not self._title.text():
            self._rows.setAccessibleName(self.tr("List"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PAD, 14, PAD, SMALL)
        head.setSpacing(SMALL)
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._detail, 1, Qt.AlignmentFlag.AlignBaseline)
        self._below = QWidget()
        self._stack = QStackedLayout(self._below)
        self._stack.addWidget(self._rows)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._filters)
        whole.addWidget(self._below, 1000)
        whole.addWidget(self._weaker_line)
        whole.addWidget(self._footer)
        whole.addStretch(1)
        whole.addWidget(self.many)

    def _show_what_is_there(self) -> None:
        empty = self._rows.is_empty() and self._empty.says_something()
        self._stack.setCurrentIndex(1 if empty else 0)
        close = self._kind is Rows.HITS and not empty  # the footer stands right below the last hit
        self._below.setMaximumHeight(max(1, self._rows.rows_height()) if close else ALL)
