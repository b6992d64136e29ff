"""Why a hit stands where it stands: what each part gave to its score, and what it owes its place to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from mnemoteca.core.recall import Reason
from mnemoteca.gui import words
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, box, grown, painter_on
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, SMALL, Type

NAME, FIGURE, BAR = 96, 40, 5
STANDING = "standing"
PART_OF = {  # of the arms of a path
    "phrase": "words", "words": "words", "spelling": "words", "meaning": "meaning", "near": "near", "header": "said",
    "hop": "hop", "expansion": "hop", "recency": "time", "tier": STANDING, "pin": STANDING,
    "rerank": "reranker",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Given:
    """What one part of a path gave to the score, beside the part that gave most."""

    part: str
    weight: float
    share: float


def given(path: Sequence[Reason]) -> tuple[Given, ...]:
    """The parts of a path that gave something, in the order in which they stand there."""
    found: dict[str, float] = {}
    for reason in path:
        part = PART_OF.get(reason.arm, reason.arm)
        found[part] = found.get(part, 0.0) + max(0.0, reason.weight)
    most = max(found.values(), default=0.0) or 1.0
    return tuple(Given(part, weight, weight / most) for part, weight in found.items() if weight > 0)


class Bar(QWidget):
    """A share as a bar."""

    def __init__(self, theme: Theme, share: float, colour: str) -> None:
        super().__init__()
        self._theme, self._share, self._colour = theme, share, colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def tell(self, share: float) -> None:
        self._share = share
        self.update()

    @grown
    def sizeHint(self) -> QSize:
        return QSize(120, 18)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, room = self._theme.tokens, area(self, self._theme)
        whole = QRectF(0, room.center().y() - BAR / 2, room.width(), BAR)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, whole, tokens.track, BAR / 2)
            filled = QRectF(0, whole.top(), max(BAR, whole.width() * self._share), BAR)
            box(painter, filled, getattr(tokens, self._colour), BAR / 2)


class WhyCard(QWidget):
    """Stands below the reader while a hit is read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._path: tuple[Reason, ...] = ()
        self._first, self._sentence = False, ""
        self._title = Label(theme, "", Type.META_BOLD, "muted")
        self._rows = QWidget()
        self._lines = {part: self._line(part) for part in dict.fromkeys(PART_OF.values())}
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, NAME)
        for n, line in enumerate(self._lines.values()):
            for column, widget in enumerate(line):
                grid.addWidget(widget, n, column)
        self._unless = Label(theme, "", Type.META, "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PAD + GAP, PAD, PAD + GAP, PAD)
        self._column.setSpacing(SMALL)
        for part in (self._title, self._rows, self._unless):
            self._column.addWidget(part)
        theme.changed.connect(self.update)
        self.hide()

    def show_path(self, path: tuple[Reason, ...], *, first: bool, sentence: str = "") -> None:
        """Show why; `sentence` is what would have changed the first place. Nothing to tell hides it."""
        self._path, self._first, self._sentence = path, first, sentence
        self._say()

    def _line(self, part: str) -> tuple[Label, Bar, Label]:
        """The widgets of one part."""
        figure = Label(self._theme, "", Type.META)
        figure.setFixedWidth(FIGURE)
        bar = Bar(self._theme, 0.0, "long" if part == STANDING else "accent")
        return Label(self._theme, "", Type.META, "muted"), bar, figure

    def _say(self) -> None:
        parts = given(self._path)
        self.setVisible(bool(parts))
        self._title.setText(self.tr("Why this is first") if self._first else self.tr("Why this was found"))
        self.setAccessibleName(self._title.text())
        self._unless.setText(self._sentence)
        self._unless.setVisible(bool(self._sentence))
        told = {each.part: each for each in parts}
        for part, (name, bar, figure) in self._lines.items():
            each = told.get(part)
            for widget in (name, bar, figure):
                widget.setVisible(each is not None)
            if each is not None:
                name.setText(self._name(part))
                figure.setText(words.hundredths(each.weight, QLocale()))
                name.setAccessibleName(f"{name.text()}: {figure.text()}")
                bar.tell(each.share)

    def _name(self, part: str) -> str:
        return {
            "words": self.tr("Words"),
            "meaning": self.tr("Meaning"),
            "near": self.tr("Beside it"),
            "said": self.tr("Name, title"),
            "hop": self.tr("Hops"),
            "time": self.tr("Time"),
            "reranker": self.tr("Reranker"),
            STANDING: self.tr("Tier, pin"),
        }.get(part, part)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        card = area(self, self._theme).adjusted(PAD, 2, -PAD, -SMALL)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), tokens.surface)
            box(painter, card, tokens.surface, RADIUS_CARD, tokens.edge)
