"""A box of entries, one below the other: each with a headline, a quieter line and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mnemoteca.gui.components.bar import Bar
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, TIGHT, Type

ANY = 16_777_215  # as wide as Qt lets a widget be


class Sign(QWidget):
    """The icon of an entry."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon, self._colour = theme, icon, "muted"
        self.setFixedSize(QSize(SIZE, SIZE + 4))
        theme.changed.connect(self.update)

    def show_icon(self, icon: str, colour: str) -> None:
        self._icon, self._colour = icon, colour
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        with painter_on(self, self._theme) as painter:
            draw_icon(painter, 0, 2, self._icon, getattr(self._theme.tokens, self._colour))


class Entry(QWidget):
    """One entry; `right` is a word at the right, before the buttons."""

    def __init__(self, theme: Theme, icon: str = "check", buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self.buttons = tuple(buttons)
        self._sign = Sign(theme, icon)
        self._headline = Label(theme, "", Type.TITLE)
        self._detail = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._right = Label(theme, "", Type.META, "muted")
        self._bar = Bar(theme)
        self._bar.setMaximumWidth(ANY)
        self._bar.setMinimumWidth(0)
        self._bar.hide()
        words, self._row = QVBoxLayout(), QHBoxLayout(self)
        row = self._row
        words.setSpacing(TIGHT)
        for part in (self._headline, self._detail, self._bar):
            words.addWidget(part)
        row.setContentsMargins(PAD, GAP, GAP if buttons else PAD, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._right)
        for button in self.buttons:
            row.addWidget(button)

    def tell(self, headline: str, detail: str = "", right: str = "") -> None:
        """What it says."""
        self._headline.setText(headline)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        beside = Qt.AlignmentFlag.AlignTop if detail else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._sign, beside)
        self._right.setText(right)
        self._right.setVisible(bool(right))
        self.setAccessibleName(", ".join(filter(None, (headline, detail, right))))

    def show_sign(self, icon: str, colour: str = "muted", words: str = "text") -> None:
        """Another icon, and the colours (of tokens) of it and of the headline."""
        self._sign.show_icon(icon, colour)
        self._headline.set_colour(words)

    def show_progress(self, done: int, total: int, name: str) -> None:
        """How far it is; an empty `name` hides the bar."""
        self._bar.setVisible(bool(name))
        self._bar.setAccessibleName(name)
        self._bar.tell(done, total)

    def spoken(self) -> str:
        """All that it says, for a test and for who can't see it."""
        return self.accessibleName()


class Entries(QWidget):
    """Entries by their keys: one that stays is not made anew, so that the keyboard stays where it is."""

    focused = Signal(object)  # QWidget: the arrows led to it

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._by_key: dict[Hashable, Entry] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 1, 0, 1)
        self._column.setSpacing(0)
        theme.changed.connect(self.update)
        self.hide()

    def show_keys(self, keys: Sequence[Hashable], make: Callable[[Hashable], Entry]) -> None:
        """Have an entry for each of these, in their order; `make` makes those that are new."""
        if list(keys) != list(self._by_key):
            for key in set(self._by_key) - set(keys):
                gone = self._by_key.pop(key)
                self._column.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
            self._by_key = {key: self._by_key.get(key) or make(key) for key in keys}
            for place, entry in enumerate(self._by_key.values()):
                if self._column.indexOf(entry) != place:
                    self._column.insertWidget(place, entry)
        self.setVisible(bool(keys))
        self.update()

    def keys(self) -> tuple[Hashable, ...]:
        """Of which there are entries, from the top."""
        return tuple(self._by_key)

    def entry(self, key: Hashable) -> Entry:
        return self._by_key[key]

    def entries(self) -> tuple[Entry, ...]:
        """From the top."""
        return tuple(self._by_key.values())

    def first_button(self) -> Button | None:
        """What takes the keyboard first."""
        return next((button for entry in self.entries() for button in _usable(entry)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from entry to entry."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        held = QApplication.focusWidget()
        rows = [entry for entry in self.entries() if _usable(entry)]
        at = next((n for n, entry in enumerate(rows) if held is not None and entry.isAncestorOf(held)), None)
        if not step or at is None or not 0 <= at + step < len(rows):
            super().keyPressEvent(event)
            return
        column = next((n for n, button in enumerate(_usable(rows[at])) if button is held), 0)
        there = _usable(rows[at + step])
        button = there[min(column, len(there) - 1)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.focused.emit(button)

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens, whole = self._theme.tokens, area(self, self._theme)
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, whole, tokens.surface, RADIUS_CARD, tokens.line)
            for entry in self.entries()[1:]:
                line = QRectF(PAD, entry.y() / self._theme.zoom, whole.width() - 2 * PAD, 1)
                painter.fillRect(line, QColor(tokens.line))


def _usable(entry: Entry) -> list[Button]:
    return [button for button in entry.buttons if not button.isHidden() and button.isEnabled()]
