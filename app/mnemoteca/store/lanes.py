"""The work that waits for the writer: a person's before that of imports, each in its order."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from enum import IntEnum
from itertools import count
from queue import Empty, PriorityQueue
from types import TracebackType
from typing import Any

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Unavailable

NEAR_S = 3.0  # after the last work of a person, within which the next one is likely
REST_S = 0.1  # the most that a step in the background waits for a person's work
STEP_S = 0.005  # of work, after which it rests while the next one is likely,
BREATH_S = 0.03  # and the most that it rests at a time
LEISURE, LEISURE_S = 8, 0.25  # times as long as it worked, at the most, rests what nobody waits for


class Lane(IntEnum):
    """Whose work it is; the lower number goes first."""

    PERSON = 0
    IMPORT = 1
    LAST = 2  # the end, after all that was taken


class MadeWay(Exception):
    """A person's work came while this one was under way: nothing of it was kept, and it is to be asked for again."""


class Answer(Future[Any]):
    """What the caller waits for. As a context it takes the error of the work: it is the caller's, not the thread's."""

    def __enter__(self) -> Answer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> bool:
        if error is not None:
            self.set_exception(error)
        return error is not None


def rest_s(worked_s: float, leisurely: bool = False) -> float:
    """How long work in the background rests after so much work while a person is near, within bounds.

    As long as it worked; what nobody waits for, `leisurely`, some times as long.
    """
    if worked_s < STEP_S:
        return 0.0
    return min(LEISURE * worked_s, LEISURE_S) if leisurely else min(worked_s, BREATH_S)


class _Pace(threading.local):
    """Since when this thread in the background works without a rest, while a person is near."""

    since: float | None = None


class WorkQueue:
    """Runs what is put in on one thread; `quiet` is called when nothing came for `quiet_s` after some work."""

    def __init__(self, quiet: Callable[[], None], quiet_s: float) -> None:
        self._waiting: PriorityQueue[tuple[Lane, int, Callable[[], Any] | None, Answer]] = PriorityQueue()
        self._numbers = count()
        self._quiet = quiet
        self._quiet_s = quiet_s
        self._gate = threading.Lock()
        self._ended = False
        self._persons = 0  # works of the first lane that wait
        self._done = threading.Condition(self._gate)
        self._at_work = 0  # works of the first lane that wait or are being done
        self._person_came = -NEAR_S
        self._pace = _Pace()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    @property
    def is_here(self) -> bool:
        """Whether this is the writer's own thread."""
        return threading.current_thread() is self._thread

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits."""
        return self._waiting.empty()

    @property
    def person_waits(self) -> bool:
        """Whether work of a person waits."""
        return self._persons > 0

    def give_way(self, leisurely: bool = False) -> None:
        """For work in the background, between its small steps: rest while a person's is being done.

        While a person is near, it rests as long as it worked, so that the next note finds half of the machine free;
        what is `leisurely` rests longer, and through a person's work.
        """
        if not (self._at_work or self.person_is_near):
            self._pace.since = None
            return
        began = self._pace.since or stopwatch()
        worked = stopwatch() - began
        with self._done:
            if rest := rest_s(worked, leisurely):
                self._done.wait_for(lambda: self._at_work > 0 and not leisurely, rest)
                began = stopwatch()
            self._done.wait_for(lambda: not self._at_work, REST_S)
        self._pace.since = began

    @contextmanager
    def person_at_work(self) -> Iterator[None]:
        """A person waits for what is done inside, on another thread than the writer's: as if it were their work."""
        with self._done:
            self._person_came = stopwatch()
            self._at_work += 1
            self._done.notify_all()
        try:
            yield
        finally:
            with self._done:
                self._person_came = stopwatch()
                self._at_work -= 1
                self._done.notify_all()

    @property
    def person_is_near(self) -> bool:
        """Whether such work waits or came just now, so that more of it is likely."""
        return self._persons > 0 or stopwatch() - self._person_came < NEAR_S

    def put(self, work: Callable[[], Any], lane: Lane) -> Answer:
        """Take work in; its answer comes when it was done. Raises `Unavailable` after the end."""
        answer = Answer()
        with self._gate:
            if self._ended:
                raise Unavailable("service_stopping")
            if lane is Lane.PERSON:
                self._persons, self._person_came = self._persons + 1, stopwatch()
                self._at_work += 1
                self._done.notify_all()
            self._waiting.put((lane, next(self._numbers), work, answer))
        return answer

    def end(self, last_work: Callable[[], None]) -> None:
        """Do all that was taken, then `last_work`, and return when the thread has ended."""
        with self._gate:
            if self._ended:
                return
            self._ended = True
            answer = Answer()
            self._waiting.put((Lane.LAST, next(self._numbers), last_work, answer))
            self._waiting.put((Lane.LAST, next(self._numbers), None, Answer()))
        self._thread.join()
        answer.result()

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._refuse_the_rest()

    def _work(self) -> None:
        worked = False
        while True:
            try:
                lane, _, work, answer = self._waiting.get(timeout=self._quiet_s if worked else None)
            except Empty:
                worked = False
                self._quiet()
                continue
            if lane is Lane.PERSON:
                with self._gate:
                    self._persons -= 1
            if work is None:
                return
            worked = True
            with answer:
                answer.set_result(work())
            if lane is Lane.PERSON:
                with self._done:
                    self._at_work -= 1
                    self._done.notify_all()
            del work, answer

    def _refuse_the_rest(self) -> None:
        """Nobody may wait for a thread that has ended, not even when it ended by a bug."""
        with self._gate:
            self._ended = True
        while not self._waiting.empty():
            self._waiting.get()[3].set_exception(Unavailable("service_stopping"))
