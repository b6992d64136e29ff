"""Chips in a flow, each of which can be pressed; they stay in their places for who goes by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.flow import Flow
from mnemoteca.gui.theme.theme import Theme

CHIPS = 12  # that have their place among what is gone through by keys


class ChipFlow(QWidget):
    """`last` stands behind all of them."""

    pressed = Signal(int)  # which one, from 0

    def __init__(self, theme: Theme, last: QAbstractButton | None = None) -> None:
        super().__init__()
        self._look = theme
        self._chips: list[ChipButton] = []
        self._flow = Flow(self)
        for _ in range(CHIPS):
            self._make()
        if last is not None:
            self._flow.addWidget(last)

    def tell(self, chips: Sequence[tuple[str, str, str]]) -> None:
        """Show these: what each says, its name for screen readers, its icon or none."""
        while len(self._chips) < len(chips):
            self._make()
        for chip, (text, name, icon) in zip(self._chips, chips, strict=False):
            chip.tell(text, name, icon)
        for n, chip in enumerate(self._chips):
            chip.setVisible(n < len(chips))
        self._flow.invalidate()

    def open_menu(self, number: int, menu: QMenu) -> None:
        """Open the menu below a chip; it is gone when it closes."""
        chip = self._chips[number]
        self._look.dress(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _make(self) -> None:
        """One chip more; it stays, so that whoever goes by keys comes to it here, and not behind everything."""
        number, chip = len(self._chips), ChipButton(self._look, "#")
        chip.hide()
        chip.clicked.connect(lambda: self.pressed.emit(number))
        self._flow.addWidget(chip)
        self._chips.append(chip)
