"""What could stand at the cursor of the search field, below it; the keyboard stays in the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from mnemoteca.core.completing import Suggestion
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import RADIUS, SUGGESTION, TIGHT, Type

WIDTH = 280


class Suggestions(QWidget):
    """A short list; none is chosen until an arrow or Tab says so."""

    taken = Signal(object)  # Suggestion

    def __init__(self, theme: Theme, field: QLineEdit) -> None:
        super().__init__(field)
        self._theme, self._field = theme, field
        self._shown: tuple[Suggestion, ...] = ()
        self._model = QStringListModel(self)
        self._list = theme.dress(QListView(self))
        self._list.setObjectName("suggestions")
        self._list.setModel(self._model)
        self._list.setFont(theme.font(Type.BODY))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(lambda index: self.take())
        column = QVBoxLayout(self)
        column.setContentsMargins(TIGHT, TIGHT, TIGHT, TIGHT)
        column.addWidget(self._list)
        theme.changed.connect(self.update)
        self._words()
        self.hide()

    def show_suggestions(self, found: Sequence[Suggestion]) -> None:
        """Show these below the field; none hides it."""
        found = tuple(found) if self._field.hasFocus() else ()
        if found == self._shown and self.isVisible() == bool(found):
            return
        self._shown = found
        self._model.setStringList([each.value for each in found])
        self._list.clearSelection()
        if not found:
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()

    def values(self) -> list[str]:
        """What is offered, where it is in sight."""
        return self._model.stringList() if self.isVisible() else []

    def move_by(self, by: int) -> None:
        """The next one or the one before, round and round."""
        count, at = len(self._shown), self._list.currentIndex().row()
        to = (at + by) % count if at >= 0 else 0 if by > 0 else count - 1
        self._list.setCurrentIndex(self._model.index(to, 0))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, self._shown[to].value))

    def has_chosen(self) -> bool:
        return self.isVisible() and self._list.currentIndex().isValid()

    def take(self) -> None:
        """The chosen one, or the first."""
        at = max(0, self._list.currentIndex().row())
        if self.isVisible() and at < len(self._shown):
            chosen = self._shown[at]
            self.hide()
            self.taken.emit(chosen)

    def _place(self) -> None:
        """Below the word it is about, over everything else of the window."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        wide = self._theme.px(WIDTH)
        metrics, start = self._field.fontMetrics(), self._shown[0].start
        before = metrics.horizontalAdvance(self._field.text()[:start])
        x = min(self._field.textMargins().left() + before, max(0, self._field.width() - wide))
        at = self._field.mapTo(window, QPoint(x, self._field.height() + self._theme.px(TIGHT)))
        px = self._theme.px
        self.setGeometry(at.x(), at.y(), wide, len(self._shown) * px(SUGGESTION) + 2 * px(TIGHT))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._words()
        super().changeEvent(event)

    def _words(self) -> None:
        self.setAccessibleName(self.tr("Suggestions"))
        self._list.setAccessibleName(self.tr("Suggestions"))

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(area(self, self._theme), Qt.GlobalColor.transparent)
            box(painter, area(self, self._theme), tokens.surface, RADIUS, tokens.edge)
