"""Giving up: a call that is cancelled, or out of time, notices it here.

The service sets the token of a call around its body; a body that takes long asks `current()` now and then.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Stopped


class Token:
    """Whether one call is still wanted; `deadline_s` counts from the moment the token is made."""

    def __init__(self, deadline_s: float | None = None) -> None:
        self.deadline_s = deadline_s
        self._until = None if deadline_s is None else stopwatch() + deadline_s
        self._cancelled = threading.Event()
        self._why = Stopped("cancelled")

    def cancel(self, why: Stopped | None = None) -> None:
        """From any thread, as often as one likes; the first reason counts."""
        if not self._cancelled.is_set():
            self._why = why or self._why
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody called `cancel`."""
        return self._cancelled.is_set()

    @property
    def left_s(self) -> float | None:
        """Seconds until the deadline, not below 0; None where there is none."""
        return None if self._until is None else max(0.0, self._until - stopwatch())

    def raise_if_cancelled(self) -> None:
        """Raise `Stopped` when the call was cancelled or its time is over."""
        if self._cancelled.is_set():
            raise self._why
        if self._until is not None and stopwatch() >= self._until:
            raise Stopped("deadline", seconds=f"{self.deadline_s:g}")

    def sleep(self, seconds: float) -> None:
        """Wait so long, or raise `Stopped` as soon as the call is cancelled or its time is over."""
        left = self.left_s
        self._cancelled.wait(seconds if left is None else min(seconds, left))
        self.raise_if_cancelled()


NEVER = Token()
_current: ContextVar[Token] = ContextVar("token", default=NEVER)


def current() -> Token:
    """The token of the call that this thread works for; outside a call one that never cancels."""
    return _current.get()


@contextmanager
def working_for(token: Token) -> Iterator[None]:
    """Within this block, on this thread, `current()` is `token`."""
    before = _current.set(token)
    try:
        yield
    finally:
        _current.reset(before)
