"""One generator's child as the service sees it: loaded, asked one thing at a time, ended."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from mnemoteca.core.cancel import Token
from mnemoteca.core.clock import stopwatch
from mnemoteca.models.frames import Cancel, Completion, Grew, Loaded, Measure, Measured, Prompt, Reply, Unfit
from mnemoteca.models.spawned import Spawned

_LOOK_UP_S = 0.02  # so often it is asked whether anybody still wants it
_QUIETLY = "its process ended with code 0"  # as it does when nobody asked for long


@dataclass(frozen=True, slots=True)
class Limits:
    """In seconds: loading, silence beyond the time that a piece of work was given, idleness, and what a model has to
    stop writing before its process is killed."""

    load_s: float = 300.0
    hang_s: float = 10.0
    idle_s: float = 300.0
    stop_s: float = 1.0


@dataclass(frozen=True, slots=True)
class _Over:
    """The child is gone."""

    reason: str


class Gone(Exception):
    """The child ended before it answered; `quietly` where it was just leaving, being idle."""

    def __init__(self, reason: str, quietly: bool = False) -> None:
        super().__init__(reason)
        self.quietly = quietly


class CannotRun(Exception):
    """The model's file can't be run, and why."""


class Generating:
    """A child and its model. One thread asks it at a time; `over` and `memory` may be looked at by any."""

    def __init__(self, name: str, command: Sequence[str], limits: Limits) -> None:
        self.name = name
        self.over = False
        self.at_work = False
        self.memory = self.uses = self.tokens = 0
        self.loaded_s = 0.0
        self.used_at = self._began = stopwatch()
        self._limits = limits
        self._loaded: Loaded | None = None
        self._numbers = 0
        self._replies: queue.SimpleQueue[Reply | _Over] = queue.SimpleQueue()
        self._spawned = Spawned(command, self._replies.put, self._ended, lambda: self.at_work, limits.idle_s)

    def load(self, token: Token) -> Loaded:
        """What is known of the model once it is loaded; raises `CannotRun`, `Gone`, and `Stopped` where cancelled."""
        if self._loaded is None:
            with self._working():
                reply = self._wait(token, self._began + self._limits.load_s)
            if not isinstance(reply, Loaded):
                raise CannotRun("it answered something else than was asked")
            self._loaded, self.memory, self.loaded_s = reply, reply.memory, stopwatch() - self._began
        return self._loaded

    def measure(self, texts: Sequence[str], token: Token) -> list[int]:
        """How many tokens each text has; raises as `load`."""
        self._numbers += 1
        with self._working():
            self._spawned.ask(Measure(self._numbers, list(texts)))
            reply = self._wait(token, stopwatch() + self._limits.hang_s)
        return reply.tokens if isinstance(reply, Measured) else []

    def write(self, prompt: Prompt, heard: Callable[[str], None], token: Token) -> Completion:
        """What came of a prompt, whose number is set here; cancelled with the token. Raises `Gone`."""
        self._numbers += 1
        number = self._numbers
        self.uses += 1
        with self._working():
            self._spawned.ask(_numbered(prompt, number))
            return self._written(number, prompt.seconds, heard, token)

    @contextmanager
    def _working(self) -> Iterator[None]:
        """Within this block it is not taken for idle."""
        self.at_work = True
        try:
            yield
        finally:
            self.at_work, self.used_at = False, stopwatch()

    def _written(self, number: int, seconds: float, heard: Callable[[str], None], token: Token) -> Completion:
        text: list[str] = []
        until = stopwatch() + seconds + self._limits.hang_s
        kill_at: float | None = None
        while True:
            try:
                reply = self._replies.get(timeout=_LOOK_UP_S)
            except queue.Empty:
                reply = None
            match reply:
                case Grew() if reply.number == number:
                    text.append(reply.text)
                    if kill_at is None:
                        heard("".join(text))
                case Completion() if reply.number == number:
                    self.memory, self.tokens = reply.memory, self.tokens + reply.tokens
                    return reply
                case _Over():
                    raise Gone(reply.reason, reply.reason == _QUIETLY and not text)
            now = stopwatch()
            if kill_at is None and (token.cancelled or token.left_s == 0.0):
                self._spawned.ask(Cancel(number))
                kill_at = now + self._limits.stop_s
            if now > (until if kill_at is None else kill_at):
                self._spawned.kill("it did not stop" if kill_at is not None else "it did not answer")

    def _wait(self, token: Token, until: float) -> Reply:
        while True:
            try:
                reply = self._replies.get(timeout=_LOOK_UP_S)
            except queue.Empty:
                if token.cancelled or token.left_s == 0.0:
                    self._spawned.kill("nobody wanted it any more")
                    token.raise_if_cancelled()
                if stopwatch() > until:
                    self._spawned.kill("it did not answer")
                continue
            if isinstance(reply, _Over):
                raise Gone(reply.reason, reply.reason == _QUIETLY)
            if isinstance(reply, Unfit):
                raise CannotRun(reply.reason)
            return reply

    def stop(self) -> None:
        """Have it end, and wait for that."""
        self._spawned.stop()

    def _ended(self, reason: str) -> None:
        self.over = True
        self._replies.put(_Over(reason))


def _numbered(prompt: Prompt, number: int) -> Prompt:
    return Prompt(
        number, prompt.system, prompt.user, prompt.grammar, prompt.most, prompt.temperature, prompt.seed, prompt.seconds
    )
