"""Why something is remembered, at the window: asked for, told by a card, and followed from one thing to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mnemoteca.core.memory import Memory
from mnemoteca.gui.calls import Caller, Latest
from mnemoteca.gui.panes.reason_card import ReasonCard


class Whying(QObject):
    """Asks; the card says it."""

    def __init__(self, link: Caller, card: ReasonCard, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._asking = link, Latest()
        self._card = card
        card.reason_wanted.connect(self.ask_of)

    def ask(self, memory: Memory | None) -> None:
        """Why this memory."""
        if memory is not None:
            self.ask_of("memory", memory.id)

    def ask_of(self, kind: str, id: int) -> None:
        """Why a memory, a digest, a pattern or a fact is there."""
        self._asking.take(self._link.call("why", id=id, kind=kind)).then(self._card.show_reason)
