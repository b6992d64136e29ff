"""One after the other, and who is urgent before who is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from mnemoteca.core.cancel import Token

_LOOK_UP_S = 0.05  # so often somebody who waits asks whether anybody still wants it


class Turns:
    """A lock that a person's question gets before the work in the background."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._waiting: list[tuple[bool, int]] = []
        self._taken = False
        self._numbers = count()

    @contextmanager
    def taken(self, urgent: bool, token: Token) -> Iterator[None]:
        """Hold it within the block; raises `Stopped` where the token is cancelled before."""
        mine = (not urgent, next(self._numbers))
        with self._moved:
            self._waiting.append(mine)
            try:
                while self._taken or min(self._waiting) != mine:
                    token.raise_if_cancelled()
                    self._moved.wait(_LOOK_UP_S)
                self._taken = True
            finally:
                self._waiting.remove(mine)
        try:
            yield
        finally:
            with self._moved:
                self._taken = False
                self._moved.notify_all()
