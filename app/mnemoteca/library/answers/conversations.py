"""The last questions of each conversation, in memory only: they are gone with the service."""

from __future__ import annotations

import threading
from collections import OrderedDict

from mnemoteca.core.answers import Asking
from mnemoteca.core.follow_ups import kept_in_mind

MOST = 100  # conversations that are kept in mind


class Conversations:
    """Any thread may ask; the conversation that was left longest is forgotten first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: OrderedDict[tuple[str, str], tuple[Asking, ...]] = OrderedDict()

    def before(self, space: str, name: str) -> tuple[Asking, ...]:
        """What was asked in it, the newest last."""
        with self._lock:
            return self._held.get((space, name), ())

    def forget(self) -> None:
        """Nothing of what was asked and answered is kept in mind."""
        with self._lock:
            self._held.clear()

    def went_on(self, space: str, name: str, new: Asking, follow_up: bool) -> None:
        """Keep a question and its answer in mind; where it is no follow-up, what came before is forgotten."""
        with self._lock:
            before = self._held.pop((space, name), ()) if follow_up else ()
            self._held.pop((space, name), None)
            self._held[space, name] = kept_in_mind(before, new)
            while len(self._held) > MOST:
                self._held.popitem(last=False)
