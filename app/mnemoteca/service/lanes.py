"""Threads by lane, so that a slow call never holds up a quick one; and one call on its way through them."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

import msgspec

from mnemoteca.core.cancel import Token, working_for
from mnemoteca.core.changes import By
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.doer import acting_as
from mnemoteca.core.door import Lane
from mnemoteca.core.errors import Problem, Stopped
from mnemoteca.core.library import Library, Method
from mnemoteca.wire import calls
from mnemoteca.wire.codec import encode, pack
from mnemoteca.wire.messages import Call, Failure, Reply, failure

THREADS = {Lane.READ: 2, Lane.ACT: 8, Lane.WAIT: 64}
SLOW_S = 1.0
T = TypeVar("T")
log = logging.getLogger(__name__)


class Lanes:
    """A pool of threads for each lane."""

    def __init__(self) -> None:
        self._pools = {lane: ThreadPoolExecutor(count, f"lane-{lane}") for lane, count in THREADS.items()}

    def submit(self, lane: Lane, work: Callable[[], Any]) -> Future[Any]:
        """Have `work` done on a thread of the lane."""
        return self._pools[lane].submit(work)

    def close(self) -> None:
        """Take nothing more; what is queued is dropped, what runs is not waited for."""
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)


class Flight:
    """One call from its arrival to its answer; made and ended on the event loop."""

    def __init__(self, call: Call, method: Method, by: By = By.PERSON) -> None:
        self.id = call.id
        self.by = by
        self.method = method
        self.size = len(call.params)
        self.deadline_s = method.deadline_s if call.deadline_s is None else max(0.0, call.deadline_s)
        self.token = Token(self.deadline_s)
        self.future: Future[Any] | None = None
        self.answered = False

    def give_up(self, problem: Stopped) -> Failure | None:
        """Cancel it; the answer, where it can be given at once.

        That is so when it has not begun, or only reads. A body that writes answers by itself, truly.
        """
        self.token.cancel(problem)
        unbegun = self.future is not None and self.future.cancel()
        if unbegun or (self.method.lane is Lane.READ and not self.method.cancel):
            return failure(self.id, problem)
        return None


class Body:
    """What a thread does for a call: decode, do it, encode."""

    def __init__(self, library: Library, log_path: str, guard: Callable[[], None]) -> None:
        self._library = library
        self._log_path = log_path
        self._guard = guard

    def work(self, call: Call, flight: Flight) -> tuple[bytes, Any]:
        """The answer as frames, and what the method returned (None where it failed)."""
        outcome = self._do(f"{call.method} {call.id}", partial(self._call, call, flight))
        if isinstance(outcome, Problem):
            return pack(failure(call.id, outcome)), None
        return outcome

    def _call(self, call: Call, flight: Flight) -> tuple[bytes, Any]:
        flight.token.raise_if_cancelled()
        self._guard()
        request = calls.request(call)
        with working_for(flight.token), acting_as(flight.by):
            result = getattr(self._library, call.method)(**_arguments(request))
        return pack(Reply(id=call.id, result=msgspec.Raw(encode(result)))), result

    def quietly(self, what: str, work: Callable[[], T]) -> T | None:
        """Something of the service's own: None where it could not be done, which is written down."""
        outcome = self._do(what, work)
        return None if isinstance(outcome, Problem) else outcome

    def _do(self, what: str, work: Callable[[], T]) -> T | Problem:
        began = stopwatch()
        try:
            return work()
        except Problem as problem:
            log.info("%s: %s", what, problem.key)
            return problem
        except Exception as bug:  # noqa: BLE001  named in ARCHITECTURE.md: one call must not end the service
            log.error("%s: a bug\n%s", what, without_words(bug))
            return Problem("internal", what=type(bug).__name__, log=self._log_path)
        finally:
            if (took_s := stopwatch() - began) > SLOW_S:
                log.info("%s took %.1f s", what, took_s)


def _arguments(request: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(request, name) for name in request.__struct_fields__}


def without_words(bug: BaseException) -> str:
    """Where a bug happened and of what kind it is; its message is left out, for it may hold a memory's text."""
    chain: list[BaseException] = []
    cause: BaseException | None = bug
    while cause is not None and cause not in chain:  # an exception may be its own cause
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    return "which led to\n".join(map(_frames, reversed(chain)))


def _frames(bug: BaseException) -> str:
    frames = "".join(traceback.format_list(traceback.extract_tb(bug.__traceback__)))
    return f"{frames}{type(bug).__module__}.{type(bug).__qualname__}\n"
