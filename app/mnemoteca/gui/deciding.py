"""Contradictions at the window: kept right while their page is shown, decided by the person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from mnemoteca.gui.acts import Acts
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.following import Following
from mnemoteca.gui.panes.contradictions_page import ContradictionsPage


class Deciding(Following):
    """Asks for what waits, and hands on what the person says of it."""

    def __init__(
        self, link: Caller, page: ContradictionsPage, acts: Acts, space: Callable[[], str], parent: QObject
    ) -> None:
        self._asking = Latest()
        super().__init__(parent, self._asking)
        self._link, self._page, self._space = link, page, space
        page.decided.connect(acts.settle)

    def look(self) -> None:
        """What nothing settles in the space at hand."""
        call = self._link.call("contradictions", space=self._space())
        self._asking.take(call).then(self._page.set_contradictions).failed(quiet)
