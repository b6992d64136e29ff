"""A card of lines: an icon, a few words, and what becomes of it at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnemoteca.gui.components.painting import RIGHT, area, box, grown, line_of_text, painter_on, width_of
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, SMALL, TIGHT, Type

LINE = 34


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; a quiet one is muted."""

    icon: str
    words: str
    becomes: str = ""
    quiet: bool = False


class FactsCard(QWidget):
    """Lines in a box, parted by lines of one pixel."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.facts: tuple[Fact, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def tell(self, facts: Sequence[Fact]) -> None:
        """Show these; none at all hide the card."""
        self.facts = tuple(facts)
        told = ". ".join(" ".join(filter(None, (fact.words, fact.becomes))) for fact in self.facts)
        self.setAccessibleName(told)
        self.setVisible(bool(facts))
        self.updateGeometry()
        self.update()

    @grown
    def sizeHint(self) -> QSize:
        return QSize(320, LINE * len(self.facts) + 2 * TIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, whole = self._theme.tokens, area(self, self._theme)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, whole, tokens.code, RADIUS_CARD, tokens.line)
            for number, fact in enumerate(self.facts):
                line = QRectF(PAD, TIGHT + number * LINE, whole.width() - 2 * PAD, LINE)
                if number:
                    painter.fillRect(QRectF(line.left(), line.top(), line.width(), 1), QColor(tokens.line))
                self._line(painter, line, fact)

    def _line(self, painter: QPainter, line: QRectF, fact: Fact) -> None:
        tokens, theme = self._theme.tokens, self._theme
        colour = tokens.muted if fact.quiet else tokens.text
        draw_icon(painter, line.left(), line.center().y() - SIZE / 2, fact.icon, colour)
        becomes = width_of(fact.becomes, theme.font(Type.SECOND)) + 1 if fact.becomes else 0.0
        room = line.adjusted(SIZE + SMALL + 2, 0, -(becomes + GAP), 0)
        line_of_text(painter, room, fact.words, theme.font(Type.SECOND), colour)
        line_of_text(painter, line, fact.becomes, theme.font(Type.SECOND), tokens.muted, RIGHT)
