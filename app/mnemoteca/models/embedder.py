"""The embedder as the service has it: questions at once or later, passages in bulk, each by a child process.

A child that dies, hangs or answers nonsense costs one step. The step is taken again text by text; a text that
fails twice by itself is set apart with its reason and not tried again, and all others go on.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotInTime
from typing import Protocol

import numpy as np

from mnemoteca.core.clock import Clock, SystemClock, stopwatch
from mnemoteca.core.errors import Unavailable
from mnemoteca.core.meaning import DIMENSIONS, Vectors, comparable
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.models.asking import ChildGone, sound_rows
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.readiness import Prepared, Runnable
from mnemoteca.models.supervised import STARTS, Limits, Supervised, child_command

BATCH = 16  # passages of one ask
TRIES = 2  # of a text by itself
START_S = 0.25  # that the start of a child takes at least
REMEMBERED = 1_000  # questions whose vectors are kept
LONGEST = 10_000  # characters of a text that are sent: far more than the model's window holds
NONSENSE = "its vector was not a number, or not of length 1"


class Kept(Protocol):
    """A model's files as they stand on this machine."""

    def find(self) -> Runnable | None:
        """What is to be run; None where nothing can be."""
        ...

    def why_not(self) -> EmbedderState:
        """Why there is nothing to be run."""
        ...

    def broken(self, reason: str) -> None:
        """Its files are to blame for that."""
        ...


class Embedder:
    """Makes vectors of texts by one model; any thread may call it."""

    def __init__(
        self,
        places: EmbedderPlaces | None = None,
        clock: Clock | None = None,
        command: Callable[[Runnable], list[str]] = child_command,
        limits: Limits | None = None,
        kept: Kept | None = None,
        batch: int = BATCH,
    ) -> None:
        """Of the model that comes with the app, or of one that is `kept` otherwise."""
        self._kept = kept or Prepared(places or EmbedderPlaces.standard(), clock or SystemClock())
        self._limits, self._batch = limits or Limits(), batch
        self._child = Supervised(command, self._limits, self._unfit)
        self._lock = threading.Lock()
        self._known: OrderedDict[bytes, Vectors] = OrderedDict()
        self._coming: dict[bytes, Future[Vectors]] = {}
        self._asked_at: dict[bytes, float] = {}  # those that are coming, since their last try
        self._refused: dict[bytes, str] = {}

    @property
    def model(self) -> str:
        """Such as "all-minilm-l6-v2/int8/1"; "" while nothing is prepared."""
        runnable = self._kept.find()
        return runnable.name if runnable else ""

    @property
    def width(self) -> int:
        runnable = self._kept.find()
        return runnable.width if runnable else DIMENSIONS

    def asked_by(self, model: str) -> Embedder | None:
        return self if comparable(model, self.model) else None

    def state(self) -> EmbedderState:
        """How it stands, at once."""
        if self._kept.find() is None:
            return self._kept.why_not()
        if reason := self._child.trouble():
            return EmbedderState(MeaningState.FAILED, reason)
        return EmbedderState(MeaningState.READY)

    def refused(self) -> tuple[str, ...]:
        """Why texts were set apart, a reason a text."""
        return tuple(self._refused.values())

    def stop(self) -> None:
        """End its process; what was asked is not answered any more."""
        self._child.stop()

    # -- questions

    def question(self, text: str, at_most_s: float | None) -> Vectors | None:
        """The unit vector of a question, shape (width,); None where it isn't there in time: a late one is kept.

        Without `at_most_s` it is waited for as long as a child that hangs. Where the child must be started first, which
        takes `START_S` and more, less than that is not waited at all.
        """
        text = _sendable(text)
        key = _key(text)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
            if key in self._refused:
                return None
            future = self._coming.get(key)
            begun = future is not None
            future = self._coming.setdefault(key, Future())
        if at_most_s is not None and at_most_s < START_S and not self._child.awake:
            at_most_s = 0.0
        if not begun:
            self._ask_question(key, text, TRIES)
        try:
            return future.result(self._limits.hang_s if at_most_s is None else at_most_s)
        except NotInTime:
            self._end_hung()
        except (ChildGone, Unavailable):
            pass
        return None

    def _end_hung(self) -> None:
        """End a child that owes an answer for too long: no question would be answered any more."""
        now = stopwatch()
        with self._lock:
            longest = now - min(self._asked_at.values(), default=now)
        if longest >= self._limits.hang_s:
            self._child.kill_hung()

    def _ask_question(self, key: bytes, text: str, tries: int) -> None:
        with self._lock:
            self._asked_at[key] = stopwatch()
        try:
            asked = self._child.ask(self._runnable(), [text], question=True)
        except Unavailable as problem:
            self._settle(key, problem)
            return
        asked.add_done_callback(lambda done: self._question_came(key, text, tries - 1, done))

    def _question_came(self, key: bytes, text: str, tries: int, done: Future[Vectors]) -> None:
        error = done.exception()
        if error is None and sound_rows(done.result())[0]:
            self._settle(key, done.result()[0])
        elif tries:
            self._ask_question(key, text, tries)
        elif error is None:
            self._refuse(key, NONSENSE)
            self._settle(key, ChildGone(NONSENSE, started=True))
        else:
            self._settle(key, error)

    def _settle(self, key: bytes, outcome: Vectors | BaseException) -> None:
        with self._lock:
            future = self._coming.pop(key)
            del self._asked_at[key]
            if not isinstance(outcome, BaseException):
                self._known[key] = outcome
                while len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
        if isinstance(outcome, BaseException):
            future.set_exception(outcome)
        else:
            future.set_result(outcome)

    # -- passages

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (n, width); each text is cut at the model's window.

        Raises `Unavailable`: where the embedder can't be used, and where one of the texts is refused.
        """
        sent = [_sendable(text) for text in texts]
        steps = [sent[start : start + self._batch] for start in range(0, len(sent), self._batch)]
        made: list[Vectors] = []
        ahead: Future[Vectors] | None = None  # one step is under way while the next is on its way
        for number, step in enumerate(steps):
            future = ahead or self._ask(step)
            ahead = self._ask(steps[number + 1]) if number + 1 < len(steps) else None
            made.append(self._sound(step, future))
        return np.concatenate(made) if made else np.zeros((0, self.width), np.float32)

    def _ask(self, texts: Sequence[str]) -> Future[Vectors]:
        for text in texts:
            if reason := self._refused.get(_key(text)):
                raise Unavailable("meaning_failed", reason=f"a text can't be embedded ({reason})")
        return self._child.ask(self._runnable(), texts)

    def _sound(self, texts: Sequence[str], future: Future[Vectors]) -> Vectors:
        """The vectors of a step, those that failed made again one by one."""
        try:
            made = self._wait(future)
        except ChildGone:
            return np.concatenate([self._alone(text) for text in texts])
        sound = sound_rows(made)
        if all(sound):
            return made
        return np.concatenate([made[n : n + 1] if sound[n] else self._alone(text) for n, text in enumerate(texts)])

    def _alone(self, text: str) -> Vectors:
        """The vector of a text by itself, shape (1, width); one that fails twice is set apart."""
        reason, tries, starts = "", 0, 0
        while tries < TRIES and starts <= STARTS:
            try:
                row = self._wait(self._ask([text]))
                if sound_rows(row)[0]:
                    return row
                reason, tries = NONSENSE, tries + 1
            except ChildGone as gone:
                reason = str(gone)
                tries, starts = (tries + 1, starts) if gone.started else (tries, starts + 1)
        if tries < TRIES:
            raise Unavailable("meaning_failed", reason=reason)
        self._refuse(_key(text), reason)
        raise Unavailable("meaning_failed", reason=f"a text can't be embedded ({reason})")

    def _wait(self, future: Future[Vectors]) -> Vectors:
        """The answer; a child that gives none in time is ended."""
        try:
            return future.result(self._limits.hang_s)
        except NotInTime:
            self._child.kill_hung()
            return future.result()

    # -- what both share

    def _runnable(self) -> Runnable:
        runnable = self._kept.find()
        if runnable is None:
            state = self._kept.why_not()
            failed = state.state is MeaningState.FAILED
            raise Unavailable("meaning_failed", reason=state.reason) if failed else Unavailable("meaning_absent")
        return runnable

    def _refuse(self, key: bytes, reason: str) -> None:
        with self._lock:
            self._refused[key] = reason

    def _unfit(self, reason: str) -> None:
        self._kept.broken(reason)


def _sendable(text: str) -> str:
    """As much as the model's window can hold, without the halves of characters that can't be sent."""
    return text[:LONGEST].encode("utf-8", "replace").decode()


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
