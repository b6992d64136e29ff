"""A field for somebody or something: what is typed is completed to one of those that are known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from mnemoteca.core.completing import Suggestion
from mnemoteca.core.knowledge.values import Entity
from mnemoteca.core.text import fold
from mnemoteca.gui import known_words
from mnemoteca.gui.components.painting import area, painter_on
from mnemoteca.gui.panes.suggestions import Suggestions
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTROL

ICON_ROOM = 26
SOON_MS = 90  # after a key, so that a name that is typed fast is asked for once


class EntityField(QLineEdit):
    """Tells who was chosen; emptied, it tells that nobody is. What to offer for what is typed is given to it."""

    asked = Signal(str)  # what is typed, to be completed
    chosen = Signal(object)  # Entity, or None
    entered = Signal()  # Enter, with somebody chosen or nothing typed

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self.entity: Entity | None = None
        self._offered: dict[str, Entity] = {}
        self._wants_first = False  # Enter was pressed before anything was offered
        self.suggestions = Suggestions(theme, self)
        self.suggestions.taken.connect(lambda found: self._take(self._offered[found.value]))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self.textEdited.connect(self._typed)
        self.setFixedHeight(CONTROL)
        self.setTextMargins(ICON_ROOM, 0, 0, 0)
        theme.changed.connect(self.update)

    def show_entity(self, entity: Entity | None) -> None:
        """Show somebody, or nobody, without telling anyone."""
        self.entity = entity
        self.setText("" if entity is None else known_words.name(entity))
        self.setCursorPosition(0)
        self.suggestions.hide()
        self.update()

    def say(self, name: str, none: str) -> None:
        """What it is called, and what stands in it while it is empty."""
        self.setAccessibleName(name)
        self.setPlaceholderText(none)
        if self.entity is not None:
            self.setText(known_words.name(self.entity))

    def offer(self, found: Sequence[Entity]) -> None:
        """Those whose names hold what is typed, the one most spoken of first."""
        self._offered = {}
        for each in found:
            name = known_words.name(each)
            twice = sum(known_words.name(other) == name for other in found) > 1
            self._offered.setdefault(f"{name} · {known_words.kind(each.kind)}" if twice else name, each)
        typed = fold(self.text().strip())
        exact = [each for each in found if any(fold(name.name) == typed for name in each.names)]
        if self._wants_first and found:
            self._take((exact or list(found))[0])
            return
        self._wants_first = False
        if self.entity is None:
            self.suggestions.show_suggestions([Suggestion(value, 0, len(self.text())) for value in self._offered])

    def offered(self) -> list[str]:
        """What is offered, where it is in sight."""
        return self.suggestions.values()

    def _typed(self, text: str) -> None:
        self._wants_first = False
        had, self.entity = self.entity, None
        self.update()
        if text.strip():
            self._soon.start()
            return
        self._soon.stop()
        self.suggestions.hide()
        if had is not None:
            self.chosen.emit(None)

    def _take(self, entity: Entity) -> None:
        self._wants_first = False
        self._soon.stop()
        self.show_entity(entity)
        self.chosen.emit(entity)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        suggestions, key = self.suggestions, event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and suggestions.isVisible():
            suggestions.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and suggestions.isVisible():
            suggestions.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Take what is chosen among those offered, else the first; wait for them where they are still to come."""
        if self.entity is not None or not self.text().strip():
            self.entered.emit()
        elif self.suggestions.isVisible():
            self.suggestions.take()
        else:
            self._wants_first = True
            self._soon.start(0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes what is offered, and goes on."""
        if self.suggestions.isVisible():
            self.suggestions.take()
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.suggestions.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        icon = "search" if self.entity is None else known_words.icon(self.entity.kind)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            high = area(self, self._theme).height()
            draw_icon(painter, 11, (high - SIZE) / 2, icon, self._theme.tokens.muted)
