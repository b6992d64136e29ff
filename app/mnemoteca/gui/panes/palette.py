"""The palette: a field, and below it every command, session, tag and space that fits what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from mnemoteca.gui.components.choice_rows import ROW, ChoiceDelegate, ChoicesModel
from mnemoteca.gui.components.label import Divider, Label
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.components.painting import area, painter_on
from mnemoteca.gui.matching import Choice, Found, ranked
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import PAD, SEARCH, SMALL, Type

MOST_ROWS = 9  # in sight
FIELD = 48


class PaletteField(QLineEdit):
    """What is typed; the arrows go through the list below, Enter chooses, Esc closes."""

    moved = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self.setObjectName("bare")
        self.setFixedHeight(FIELD)
        self.setFont(theme.font(Type.NOTE))
        self.setTextMargins(PAD + SIZE + SMALL, 0, PAD, 0)
        theme.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Tab:
                self.moved.emit(1)
            case Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                self.moved.emit(-1)
            case Qt.Key.Key_PageDown:
                self.moved.emit(MOST_ROWS)
            case Qt.Key.Key_PageUp:
                self.moved.emit(-MOST_ROWS)
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the list."""
        self.moved.emit(1 if forward else -1)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter_on(self, self._theme) as painter:
            draw_icon(painter, PAD, (area(self, self._theme).height() - SIZE) / 2, "search", self._theme.tokens.muted)


class Palette(Overlay):
    """Shows what fits, and tells what was chosen."""

    chosen = Signal(object)  # Choice

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over, SEARCH, above=1, below=6)
        self._choices: Sequence[Choice] = ()
        self._recent: Sequence[str] = ()
        self._search_key = "Ctrl+F"
        self._field = PaletteField(theme)
        self._model = ChoicesModel(self)
        self._list = theme.dress(QListView())
        self._list.setObjectName("choices")
        self._list.setModel(self._model)
        self._list.setItemDelegate(ChoiceDelegate(theme, self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = Label(theme, "", Type.BODY, "muted")
        self._nothing.setContentsMargins(PAD, SMALL, PAD, SMALL)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 0, 1, SMALL)
        column.setSpacing(0)
        column.addWidget(self._field)
        column.addWidget(Divider(theme))
        column.addSpacing(SMALL)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self._field.textEdited.connect(lambda _: self._rank())
        self._field.returnPressed.connect(lambda: self._choose(self._list.currentIndex()))
        self._field.moved.connect(self._move)
        self._field.left.connect(self.hide)
        self.left.connect(self.hide)
        self._list.clicked.connect(self._choose)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._words()

    def open_with(self, choices: Sequence[Choice], recent: Sequence[str]) -> None:
        """Show it empty, with these to choose from."""
        self._field.clear()
        self._recent = recent
        self.set_choices(choices)
        self.open_card()

    def show_key(self, key: str) -> None:
        """The key of the search, which is offered where nothing fits."""
        self._search_key = key
        self._words()

    def first_focus(self) -> QWidget:
        return self._field

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """More came to choose from; what is typed stays."""
        held = self._list.currentIndex().row()
        former = self._model.choice(held)
        self._choices = choices
        self._rank()
        if held > 0 and former is not None:  # the arrows led there
            self._list.setCurrentIndex(self._model.index(self._model.row_of(former.id), 0))

    def _rank(self) -> None:
        found: list[Found] = ranked(self._choices, self._field.text(), self._recent)
        self._model.show(found)
        self._list.setFixedHeight(self._theme.px(ROW) * min(MOST_ROWS, len(found)))
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self.update()

    def _move(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            at = self._list.currentIndex().row()
            to = (at + by) % count if abs(by) == 1 else min(count - 1, max(0, at + by))
            self._list.setCurrentIndex(self._model.index(to, 0))

    def _choose(self, index: QModelIndex) -> None:
        choice = self._model.choice(index.row())
        if choice is not None:
            self.hide()
            self.chosen.emit(choice)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("Palette"))
        self._field.setAccessibleName(self.tr("What do you want to do, or where to go?"))
        self._field.setPlaceholderText(self.tr("A command, a session, a tag…"))
        self._list.setAccessibleName(self.tr("What fits"))
        nothing = self.tr("Nothing of that name. Search everything with %1.")
        self._nothing.setText(nothing.replace("%1", self._search_key))
