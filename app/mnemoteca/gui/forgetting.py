"""Forgetting at the window: what hangs on a memory is asked for first; where nothing does, it is forgotten at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from mnemoteca.core.sleep.why import Consequences
from mnemoteca.gui.calls import Caller, Latest
from mnemoteca.gui.panes.forget_card import ForgetCard
from mnemoteca.gui.told_forgetting import hangs


class Forgetting(QObject):
    """Leads one question at a time to the deed, or back."""

    def __init__(self, link: Caller, card: ForgetCard, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._card = link, card
        self._asking = Latest()
        self._deed: Callable[[], object] | None = None
        card.forget_wanted.connect(self._go)

    def memories(self, ids: tuple[int, ...], deed: Callable[[], object]) -> None:
        """Forget these by `deed`, once the person knows what goes with them."""
        self._ask({"ids": ids}, deed)

    def session(self, id: int, deed: Callable[[], object]) -> None:
        """Forget a session by `deed`, likewise."""
        self._ask({"session": id}, deed)

    def _ask(self, what: dict[str, object], deed: Callable[[], object]) -> None:
        self._asking.take(self._link.call("forget_preview", **what)).then(partial(self._seen, deed))

    def _seen(self, deed: Callable[[], object], seen: Consequences) -> None:
        if hangs(seen):
            self._deed = deed
            self._card.ask(seen)
        else:
            deed()

    def _go(self) -> None:
        deed, self._deed = self._deed, None
        if deed is not None:
            deed()
