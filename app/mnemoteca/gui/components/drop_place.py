"""Dragging a memory between tiers: what a card carries, and the places that take it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mnemoteca.core.memory import Memory, Tier
from mnemoteca.gui.components.painting import CENTRE, area, box, line_of_text, painter_on
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import FOCUS, RADIUS_CARD, SMALL, Type

KIND = "application/x-mnemoteca-memory"  # between the columns of one window


def carried(memory: Memory) -> QMimeData:
    """What a card that is dragged carries: its id and its tier, and its text for other programs."""
    made = QMimeData()
    made.setData(KIND, f"{memory.id} {memory.tier.value}".encode("ascii"))
    made.setText(memory.text)
    return made


def carried_id(data: QMimeData) -> int:
    """The memory that is dragged; 0 where something else is."""
    return int(_parts(data)[0]) if data.hasFormat(KIND) else 0


def carried_tier(data: QMimeData) -> Tier | None:
    """The tier that what is dragged stands in."""
    return Tier(_parts(data)[1]) if data.hasFormat(KIND) else None


def _parts(data: QMimeData) -> list[str]:
    return bytes(data.data(KIND).data()).decode("ascii").split()


class DropPlace(QWidget):
    """Takes a memory that is dropped, where `takes` says yes to its tier; marked while one is over it."""

    dropped = Signal(int)  # the id

    def __init__(self, theme: Theme, takes: Callable[[Tier], bool]) -> None:
        super().__init__()
        self._look, self._takes, self.over = theme, takes, False
        self.setAcceptDrops(True)
        theme.changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        tier = carried_tier(event.mimeData())
        if tier is not None and self._takes(tier):
            event.acceptProposedAction()
            self._mark(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._mark(over=False)
        self.dropped.emit(carried_id(event.mimeData()))

    def _mark(self, *, over: bool) -> None:
        self.over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.over:
            with painter_on(self, self._look) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                tokens = self._look.tokens
                box(painter, area(self, self._look), tokens.selected, RADIUS_CARD, tokens.accent, FOCUS)


class DropSign(DropPlace):
    """A place with a sign and words, such as: Drop to let go."""

    def __init__(self, theme: Theme, icon: str, takes: Callable[[Tier], bool]) -> None:
        super().__init__(theme, takes)
        self._icon = icon

    def say(self, words: str) -> None:
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, rect, words = self._look.tokens, area(self, self._look), self.accessibleName()
        with painter_on(self, self._look) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = tokens.accent if self.over else tokens.edge
            box(painter, rect, tokens.selected if self.over else tokens.surface, RADIUS_CARD, edge, FOCUS)
            icon = rect.center()
            draw_icon(painter, icon.x() - SIZE / 2, icon.y() - SIZE - SMALL, self._icon, tokens.text)
            line = QRectF(rect.left(), rect.center().y(), rect.width(), 24)
            line_of_text(painter, line, words, self._look.font(Type.MEDIUM), tokens.text, CENTRE)
