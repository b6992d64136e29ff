"""The searches kept under a name, in the rail of places; there only when there are any."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mnemoteca.core.saved_searches import Saved
from mnemoteca.gui.components.ampersand import name_button
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, box, focus_ring, grown, line_of_text, painter_on
from mnemoteca.gui.components.tip import tell_tip
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import PLACE_ROW, PLACES, RADIUS, SMALL, Type


class SearchButton(QPushButton):
    """One search; its tip is what is searched for."""

    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, search: Saved) -> None:
        super().__init__()
        self._theme = theme
        self.search = search
        name_button(self, search.name)
        self.setFixedHeight(PLACE_ROW)
        tell_tip(self, search.query)
        self.setAccessibleName(self.tr("Search: %1").replace("%1", search.name))
        self.setAccessibleDescription(search.query)
        theme.changed.connect(self.update)

    @grown
    def sizeHint(self) -> QSize:
        return QSize(PLACES - 2 * SMALL, PLACE_ROW)

    @grown
    def minimumSizeHint(self) -> QSize:
        return QSize(60, PLACE_ROW)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, rect = self._theme.tokens, area(self, self._theme)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                box(painter, rect, tokens.hover, RADIUS)
            draw_icon(painter, 10, rect.center().y() - SIZE / 2, "search", tokens.muted)
            words = rect.adjusted(36, 0, -11, 0)
            line_of_text(painter, words, self.text(), self._theme.font(Type.BODY), tokens.text)
            if self.hasFocus():
                focus_ring(painter, rect, self._theme, RADIUS)


class SearchList(QScrollArea):
    """A heading and a line for each; many of them scroll."""

    chosen = Signal(str)  # what is searched for
    rename_wanted = Signal(str)  # its name
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self._shown: tuple[Saved, ...] = ()
        self._heading = Label(theme, "", Type.META_BOLD, "muted")
        self._heading.setContentsMargins(10, PLACE_ROW // 2, 0, 6)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._heading)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        self._words()

    def set_searches(self, searches: Sequence[Saved]) -> None:
        """Show these; none hides it."""
        if tuple(searches) == self._shown:
            return
        self._shown = tuple(searches)
        for button in self.buttons():
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        for search in searches:
            button = SearchButton(self._theme, search)
            button.clicked.connect(lambda _=False, query=search.query: self.chosen.emit(query))
            button.menu_wanted.connect(lambda at, name=search.name: self._open_menu(name, at))
            self._column.addWidget(button)
        self.setVisible(bool(searches))
        self.updateGeometry()

    def buttons(self) -> list[SearchButton]:
        """Those in sight, in their order."""
        items = (self._column.itemAt(n) for n in range(self._column.count()))
        found = [item.widget() for item in items if item is not None]
        return [each for each in found if isinstance(each, SearchButton)]

    def menu(self, name: str) -> QMenu:
        """What can be done to one of them."""
        menu = self._theme.dress(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self.rename_wanted.emit(name))
        menu.addAction(self.tr("Delete")).triggered.connect(lambda: self.delete_wanted.emit(name))
        return menu

    def _open_menu(self, name: str, at: QPoint) -> None:
        self.menu(name).popup(at)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(PLACES - 2 * SMALL), self._inside.sizeHint().height())

    @grown
    def minimumSizeHint(self) -> QSize:
        return QSize(60, 3 * PLACE_ROW if self._shown else 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self._heading.setText(self.tr("Searches"))
        self.setAccessibleName(self.tr("Searches"))
        for button in self.buttons():
            button.setAccessibleName(button.tr("Search: %1").replace("%1", button.search.name))
