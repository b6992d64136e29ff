"""The top bar: which space, the one search field, and writing a note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from mnemoteca.core.completing import Suggestion
from mnemoteca.core.memory import DEFAULT_SPACE, Space, Tier
from mnemoteca.gui.components.ampersand import in_menu, name_button
from mnemoteca.gui.components.button import Button, Kind, icon_button
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.components.keycap import Keycap
from mnemoteca.gui.components.label import Divider, Ground
from mnemoteca.gui.components.painting import area, box, focus_ring, grown, line_of_text, painter_on, width_of
from mnemoteca.gui.panes.suggestions import Suggestions
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL, GAP, RADIUS, SEARCH, SMALL, TOP_BAR, Type


class SpaceButton(QPushButton):
    """The name of the space at hand; opens the menu of all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    @grown
    def sizeHint(self) -> QSize:
        return QSize(round(min(200.0, 36 + width_of(self.text(), self._theme.font(Type.TITLE)) + 32)), CONTROL)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, rect = self._theme.tokens, area(self, self._theme)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                box(painter, rect, tokens.hover, RADIUS)
            draw_glyph(painter, QPointF(15, rect.height() / 2), tokens, Tier.LONG)
            words = rect.adjusted(36, 0, -28, 0)
            end = line_of_text(painter, words, self.text(), self._theme.font(Type.TITLE), tokens.text)
            draw_icon(painter, 36 + end + 8, (rect.height() - SIZE) / 2, "chevrons-up-down", tokens.muted)
            if self.hasFocus():
                focus_ring(painter, rect, self._theme, RADIUS)


class SearchField(QLineEdit):
    """The search field; Esc empties and leaves it, Down goes to what was found."""

    left = Signal()
    down = Signal()
    save_wanted = Signal()
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self.suggestions = Suggestions(theme, self)
        self.suggestions.taken.connect(self._take)
        self.setFixedHeight(CONTROL)
        self.setTextMargins(26, 0, 58, 0)
        theme.changed.connect(self.update)

    def _take(self, chosen: Suggestion) -> None:
        """Put what was suggested where it belongs, as if it had been typed."""
        text, cursor = chosen.taken(self.text())
        self.setText(text)
        self.setCursorPosition(cursor)
        self.textEdited.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.suggestions.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes what is suggested, else it goes on."""
        if forward and self.suggestions.isVisible():
            self.suggestions.take()
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        suggestions = self.suggestions
        match event.key():
            case Qt.Key.Key_Escape if suggestions.isVisible():
                suggestions.hide()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if suggestions.isVisible():
                suggestions.move_by(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if suggestions.has_chosen():
                suggestions.take()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                suggestions.hide()
                super().keyPressEvent(event)
            case Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
            case Qt.Key.Key_Down:
                self.down.emit()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What fields offer, and keeping the search."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        save = menu.addAction(self.tr("Save this search…"))
        save.setEnabled(bool(self.text().strip()))
        save.triggered.connect(self.save_wanted)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter_on(self, self._theme) as painter:
            draw_icon(painter, 11, (area(self, self._theme).height() - SIZE) / 2, "search", self._theme.tokens.muted)


class TopBar(Ground):
    """Space, search, new note."""

    space_chosen = Signal(str)
    space_wanted = Signal()
    query_edited = Signal(str)
    query_entered = Signal(str)
    search_left = Signal()
    search_entered = Signal()  # the field has the keyboard
    cursor_moved = Signal(str, int)  # what is typed, and where one goes on to type
    save_wanted = Signal()
    list_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._spaces: tuple[Space, ...] = ()
        self._current = DEFAULT_SPACE
        self._space = SpaceButton(theme)
        self._field = SearchField(theme)
        self._key = Keycap(theme, "Ctrl F")
        self._note = Button(theme, "…", icon="plus", kind=Kind.PRIMARY)
        self._menu = icon_button(theme, "menu", "")
        self._menu.hide()
        self.setFixedHeight(TOP_BAR)
        self._lay_out(theme)
        self._connect()
        self._words()

    # -- what it is given
    def set_spaces(self, spaces: tuple[Space, ...], current: str) -> None:
        self._spaces, self._current = spaces, current
        self._words()

    def set_menu(self, menu: QMenu) -> None:
        """The menu of the window, behind the button with three lines."""
        self._menu.clicked.connect(lambda: menu.popup(self._below(self._menu)))
        self._menu.show()

    def show_key(self, key: str) -> None:
        """The key that leads to the field."""
        self._key.setText(key)
        self._key.setVisible(bool(key))

    def set_query(self, text: str) -> None:
        """Put this into the field, without telling anyone."""
        if text != self._field.text():
            blocked = self._field.blockSignals(True)
            self._field.setText(text)
            self._field.blockSignals(blocked)

    def query(self) -> str:
        return self._field.text()

    def focus_search(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_suggestions(self, found: Sequence[Suggestion]) -> None:
        """What could stand at the cursor; none takes the list away."""
        self._field.suggestions.show_suggestions(found)

    def set_here(self, here: bool) -> None:
        """Whether there is a service to search; notes can be written without one."""
        self._field.setEnabled(here)

    # -- inside
    def _connect(self) -> None:
        self._space.clicked.connect(self._open_spaces)
        self._field.textEdited.connect(self.query_edited)
        self._field.returnPressed.connect(lambda: self.query_entered.emit(self._field.text()))
        self._field.left.connect(self.search_left)
        self._field.down.connect(self.list_wanted)
        self._field.save_wanted.connect(self.save_wanted)
        self._field.entered.connect(self.search_entered)
        self._field.textEdited.connect(lambda text: self.cursor_moved.emit(text, self._field.cursorPosition()))
        self._note.clicked.connect(self.note_wanted)

    def _open_spaces(self) -> None:
        menu = self._theme.dress(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for space in self._spaces:
            action = menu.addAction(in_menu(said_name(space.name, self.tr("Personal"))))
            action.setCheckable(True)
            action.setChecked(space.name == self._current)
            action.triggered.connect(lambda _=False, name=space.name: self.space_chosen.emit(name))
        menu.addSeparator()
        menu.addAction(self.tr("New space…")).triggered.connect(self.space_wanted)
        menu.popup(self._below(self._space))

    def _below(self, button: QWidget) -> QPoint:
        return button.mapToGlobal(button.rect().bottomLeft())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        name = said_name(self._current, self.tr("Personal"))
        self.setAccessibleName(self.tr("Top bar"))
        name_button(self._space, name)
        self._space.setAccessibleName(self.tr("Space: %1").replace("%1", name))
        self._space.updateGeometry()
        self._field.setPlaceholderText(self.tr("Search everything, or ask"))
        self._field.setAccessibleName(self.tr("Search everything"))
        self._note.set_face(self.tr("New note"))
        self._menu.set_name(self.tr("Menu"))

    def _lay_out(self, theme: Theme) -> None:
        inside = QHBoxLayout(self._field)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        inside.addWidget(self._key)
        self._field.setMaximumWidth(SEARCH)
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setContentsMargins(GAP, 0, SMALL, 0)
        left.addWidget(self._space)
        left.addStretch(1)
        right.setContentsMargins(SMALL, 0, GAP, 0)
        right.setSpacing(SMALL)
        right.addStretch(1)
        right.addWidget(self._menu)
        right.addWidget(self._note)
        row = QGridLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 0, 0)
        row.addWidget(self._field, 0, 1)
        row.addLayout(right, 0, 2)
        for column, stretch in ((0, 1), (1, 2), (2, 1)):
            row.setColumnStretch(column, stretch)
        row.setRowMinimumHeight(0, TOP_BAR - 1)
        row.setColumnMinimumWidth(0, 200)
        row.setColumnMinimumWidth(2, 200)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(Divider(theme))
        for before, after in ((self._space, self._field), (self._field, self._menu), (self._menu, self._note)):
            QWidget.setTabOrder(before, after)


def said_name(name: str, personal: str) -> str:
    """A space's name as it is read: the default one in the language of the window."""
    return personal if name == DEFAULT_SPACE else name
