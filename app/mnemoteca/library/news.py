"""News: after each commit, what changed is told once, a moment later and together."""

from __future__ import annotations

import threading
from collections.abc import Callable

from mnemoteca.core.errors import Problem
from mnemoteca.core.pushes import Changed, Push

TOGETHER_S = 0.02  # commits that follow within this time are told together


class News:
    """Takes commits on the writer's thread and tells them on one of its own."""

    def __init__(self, tell: Callable[[Push], None], follow: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._follow = follow
        self._came = threading.Condition()
        self._pending: tuple[int, int] | None = None
        self._missed: int | None = None  # the first change that the lists could not be brought up to date with
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._work, name="news", daemon=True)

    def came(self, first: int, last: int) -> None:
        """A commit with these changes happened."""
        with self._came:
            self._pending = (self._pending[0] if self._pending else first, last)
            self._came.notify()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Tell what is left, then end."""
        self._ended.set()
        with self._came:
            self._came.notify()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        while (span := self._next()) is not None:
            self._tell(Changed(*span))
            try:
                self._follow(*span)
            except Problem:  # the tables can't be read: what was missed is told with the next commit
                with self._came:
                    self._missed = span[0]

    def _next(self) -> tuple[int, int] | None:
        with self._came:
            while self._pending is None and not self._ended.is_set():
                self._came.wait()
        self._ended.wait(TOGETHER_S)
        with self._came:
            span, self._pending = self._pending, None
            if span is not None and self._missed is not None:
                span, self._missed = (self._missed, span[1]), None
        return span
