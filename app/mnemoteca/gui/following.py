"""Keeping a page right while it is shown, and asking nothing while it isn't."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mnemoteca.gui.calls import Latest


class Following(QObject):
    """What stands behind a page; `look`, which each page has for itself, asks for all that it shows."""

    def __init__(self, parent: QObject, *asking: Latest) -> None:
        """`asking`: whose answers nobody waits for once something else is shown."""
        super().__init__(parent)
        self._shown, self._given_up = False, asking

    def show(self) -> None:
        """The page is shown."""
        self._shown = True
        self.look()

    def hide(self) -> None:
        """Something else is shown."""
        self._shown = False
        for asking in self._given_up:
            asking.cancel()

    def refresh(self) -> None:
        """Ask anew, while the page is shown."""
        if self._shown:
            self.look()

    def look(self) -> None:
        """Ask for everything that the page shows."""
        raise NotImplementedError  # for each page to tell
