"""Spaces: which there are, which one is shown, and making a new one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from mnemoteca.core.memory import Space
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.panes.top_bar import TopBar


class Spacing(QObject):
    """Keeps the switcher of the top bar right."""

    changed = Signal(str)  # the space that is shown from now on

    def __init__(self, link: Caller, top: TopBar, space: str, window: QWidget) -> None:
        super().__init__(window)
        self._link, self._top, self._window = link, top, window
        self.space = space
        self._spaces: tuple[Space, ...] = ()
        self._asking = Latest()
        top.set_spaces((), space)
        top.space_chosen.connect(self.choose)
        top.space_wanted.connect(self._name)

    def ask(self) -> None:
        """Look which spaces there are now."""
        self._asking.take(self._link.call("spaces")).then(self._came).failed(quiet)

    def choose(self, name: str) -> None:
        """Show this space."""
        if name != self.space:
            self.space = name
            self._top.set_spaces(self._spaces, name)
            self.changed.emit(name)

    def _came(self, spaces: tuple[Space, ...]) -> None:
        if spaces == self._spaces:
            return
        self._spaces = spaces
        names = [space.name for space in spaces]
        if names and self.space not in names:
            self.choose(names[0])
        self._top.set_spaces(spaces, self.space)

    def _name(self) -> None:
        name, wanted = QInputDialog.getText(self._window, self.tr("New space"), self.tr("Its name:"))
        if wanted and name.strip():
            self._link.call("make_space", name=name.strip()).then(self._made)

    def _made(self, space: Space) -> None:
        self._spaces = tuple({each.name: each for each in (*self._spaces, space)}.values())
        self.choose(space.name)
