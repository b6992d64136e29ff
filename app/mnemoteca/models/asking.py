"""One child and what it was asked: a future for each ask, failed together when the child ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future

import numpy as np

from mnemoteca.core.meaning import DIMENSIONS, Vectors
from mnemoteca.models.frames import Answer, Ask, Ready, Reply, Unfit
from mnemoteca.models.spawned import Spawned

_LENGTH_WITHIN = 1e-3


class ChildGone(Exception):
    """The child ended before it answered; `started`: its model had been loaded."""

    def __init__(self, reason: str, started: bool) -> None:
        super().__init__(reason)
        self.started = started


class Asking:
    """A child that embeds. `on_over` is called once, when it is gone; any thread may ask."""

    def __init__(self, command: Sequence[str], idle_s: float, on_over: Callable[[Asking], None]) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[int, tuple[int, Future[Vectors]]] = {}
        self._numbers = 0
        self._on_over = on_over
        self.started = self.over = self.unfit = False
        self.reason = ""
        self.width = DIMENSIONS
        self._spawned = Spawned(command, self._heard, self._ended, lambda: bool(self._waiting), idle_s)

    def ask(self, texts: Sequence[str], question: bool = False) -> Future[Vectors]:
        """The vectors to come, as the child made them; `ChildGone` where it ends before."""
        future: Future[Vectors] = Future()
        with self._lock:
            if self.over:
                future.set_exception(ChildGone(self.reason, self.started))
                return future
            self._numbers += 1
            self._waiting[self._numbers] = len(texts), future
            self._spawned.ask(Ask(self._numbers, list(texts), question))
        return future

    def kill(self, reason: str) -> None:
        """End it at once."""
        self._spawned.kill(reason)

    def stop(self) -> None:
        """Have it end, and wait for that."""
        self._spawned.stop()

    def _heard(self, reply: Reply) -> None:
        match reply:
            case Ready():
                self.started, self.width = True, reply.width
            case Unfit():
                self.reason, self.unfit = reply.reason, reply.files
            case Answer():
                with self._lock:
                    count, future = self._waiting.pop(reply.number)
                future.set_result(_vectors(reply.vectors, count, self.width))
            case _:
                self.kill("it answered something else than was asked")

    def _ended(self, reason: str) -> None:
        with self._lock:
            self.over = True
            self.reason = self.reason or reason
            left, self._waiting = list(self._waiting.values()), {}
        self._on_over(self)
        for _, future in left:
            future.set_exception(ChildGone(self.reason, self.started))


def _vectors(content: bytes, count: int, width: int) -> Vectors:
    """The rows that came, NaN throughout where they are not as many and as long as they should be."""
    if len(content) != count * width * 4:
        return np.full((count, width), np.nan, np.float32)
    return np.frombuffer(content, np.float32).reshape(count, width)


def sound_rows(vectors: Vectors) -> list[bool]:
    """Which rows are vectors of length 1; one with NaN in it is none."""
    lengths = np.sqrt(np.sum(np.square(vectors, dtype=np.float64), axis=1))
    return [bool(sound) for sound in np.abs(lengths - 1.0) < _LENGTH_WITHIN]
