"""Fading soon at the window: kept right while its page is shown, also where only time goes by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from mnemoteca.core.sleep.values import Fading
from mnemoteca.gui.acts import Acts
from mnemoteca.gui.calls import Caller, Latest, quiet
from mnemoteca.gui.components.pulse import Pulse
from mnemoteca.gui.following import Following
from mnemoteca.gui.panes.fading_page import FadingPage

LOOKED_AT_S = 60  # how often the clock may bring something that fades soon


class FadingSoon(Following):
    """Asks for what fades, and hands on what is to become of it."""

    def __init__(self, link: Caller, page: FadingPage, acts: Acts, space: Callable[[], str], parent: QObject) -> None:
        self._asking = Latest()
        super().__init__(parent, self._asking)
        self._link, self._page, self._space, self._acts = link, page, space, acts
        self._pulse = Pulse(self)
        self._pulse.beat.connect(self.refresh)
        page.keep_wanted.connect(lambda thing: acts.promote((thing.memory,)))
        page.let_go_wanted.connect(lambda thing: acts.let_go((thing.memory,)))
        page.merge_wanted.connect(self._merge)

    def show(self) -> None:
        self._pulse.set_pace(LOOKED_AT_S)
        super().show()

    def hide(self) -> None:
        self._pulse.set_pace(0)
        super().hide()

    def look(self) -> None:
        """What fades in the space at hand in the next hours."""
        call = self._link.call("fading", space=self._space())
        self._asking.take(call).then(self._page.set_fading).failed(quiet)

    def _merge(self, thing: Fading) -> None:
        if thing.same_as is not None:
            self._acts.merge(thing.memory, thing.same_as)
