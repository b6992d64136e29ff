"""Facts in two columns: a muted name, and beside it what it is; it can be selected and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mnemoteca.gui.components.label import Label
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, SMALL, Type

NAMES = 80  # pixels, so that what stands one below another is in line


class FactRows(QWidget):
    """As many lines as there are facts; those without a value are left out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[Label, Label]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(SMALL - 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, NAMES)

    def tell(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these names and values; none at all hide it."""
        known = [(name, value) for name, value in facts if value]
        while len(self._rows) < len(known):
            self._add()
        for n, (name, value) in enumerate(self._rows):
            name.setVisible(n < len(known))
            value.setVisible(n < len(known))
            if n < len(known):
                name.setText(known[n][0])
                value.setText(known[n][1])
                value.setAccessibleName(": ".join(known[n]))
        self.setVisible(bool(known))

    def names_width(self) -> int:
        """How much room its names take, in pixels of the screen."""
        return max((name.sizeHint().width() for name, _ in self._rows if not name.isHidden()), default=0)

    def set_names_width(self, pixels: int) -> None:
        """Give its names this much, so that the values of several are in line; never less than at first."""
        self._grid.setColumnMinimumWidth(0, max(pixels, self._theme.px(NAMES)))

    def told(self) -> list[tuple[str, str]]:
        """What it shows."""
        return [(name.text(), value.text()) for name, value in self._rows if not name.isHidden()]

    def _add(self) -> None:
        name = Label(self._theme, "", Type.SECOND, "muted")
        value = Label(self._theme, "", Type.SECOND, wrap=True).selectable()
        self._grid.addWidget(name, len(self._rows), 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, len(self._rows), 1)
        self._rows.append((name, value))
