"""The job runner: one job at a time, each visible, cancellable and alive after a restart.

Kinds that wait for the network or a disk more than they work, or that may not wait, go on beside the others, on threads
of their own: a purge does not wait for a download.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from mnemoteca.core.cancel import Token, current
from mnemoteca.core.clock import Clock, stopwatch
from mnemoteca.core.errors import NotFound, Problem, Stopped
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.pushes import JobMoved, Push
from mnemoteca.store.engine import Lane, Store, Tx
from mnemoteca.store.tables import jobs
from mnemoteca.store.tables.jobs import JobRow

PUSH_EVERY_S = 0.25
MAIN = "jobs"  # the thread of all kinds that have none of their own
_ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)
_log = logging.getLogger(__name__)


@dataclass
class Running:
    """The job that is at work, as its work sees it; `done` and `total` are in the job's unit."""

    row: JobRow
    done: int
    total: int
    act: int
    cursor: dict[str, Any]
    result: dict[str, int]
    token: Token = field(default_factory=Token)
    began: float = field(default_factory=stopwatch)
    done_before: int = 0
    told: float = 0.0
    undone: bool = False  # the person took its act back while it went on
    ended: bool = False  # what is left is to write that down

    def go_on_from(self, done: int) -> None:
        """What was done before counts for nothing in the rate."""
        self.done, self.done_before, self.began = done, done, stopwatch()

    def read_to(self, at: int) -> Running:
        """So far is the source read; it never goes back."""
        self.done = max(self.done, min(at, self.total))
        return self

    def save(self, tx: Tx) -> None:
        """Write down how far it is, in the transaction of what it did."""
        jobs.save(
            tx, self.row.id, cursor=self.cursor, result=self.result, act=self.act, done=self.done, total=self.total
        )

    @property
    def rate(self) -> float:
        """Units a second since it last started."""
        return (self.done - self.done_before) / max(stopwatch() - self.began, 1e-3)


Work = Callable[[Running], str]
"""Does a job, saving as it goes, and returns its outcome in a sentence; asks `token` often."""


class JobRunner:
    """Does the jobs of the table in their order, by `kinds`; `beside` names the threads of those that wait for none."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        push: Callable[[Push], None],
        kinds: Mapping[str, Work] | None = None,
        beside: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.kinds: dict[str, Work] = dict(kinds or {})
        self.again: dict[str, Callable[[JobRow], Job]] = {}  # who starts anew what is not told by its arguments alone
        self._beside = dict(beside)  # kind -> thread
        self._store = store
        self._clock = clock
        self._push = push
        self._moved = threading.Condition()
        self._running: dict[str, Running] = {}  # by the thread that it goes on
        self._lost: dict[int, tuple[JobState, str, str]] = {}  # ends that could not be written down
        self._stopping = False
        self._threads: list[threading.Thread] = []

    # -- its life

    def start(self) -> None:
        """Go on with what was begun, then take what comes."""
        self._stopping = False
        self._threads = [
            threading.Thread(target=self._run, args=(name,), name=name, daemon=True)
            for name in dict.fromkeys((MAIN, *self._beside.values()))
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End after the batch under way; what is unfinished goes on at the next start."""
        with self._moved:
            self._stopping = True
            for running in self._running.values():
                running.token.cancel()
            self._moved.notify_all()
        for thread in self._threads:
            thread.join()
        self._threads = []

    @property
    def stopping(self) -> bool:
        """Whether a job that is cancelled now is to go on at the next start."""
        return self._stopping

    def wake(self) -> None:
        """There is a new job in the table."""
        with self._moved:
            self._moved.notify_all()

    # -- what is asked of it

    def job(self, id: int) -> Job:
        """The job as it stands; raises `NotFound`."""
        with self._store.read() as reader:
            row = jobs.find(reader, id)
        if row is None:
            raise NotFound("no_job", id=id)
        return self._told(row)

    def jobs(self, limit: int) -> tuple[Job, ...]:
        """The last jobs, the newest first."""
        with self._store.read() as reader:
            return tuple(self._told(row) for row in jobs.newest(reader, max(0, min(limit, 500))))

    def wait(self, id: int, timeout_s: float) -> Job:
        """The job when it has ended, or as it stands after `timeout_s`."""
        until = stopwatch() + timeout_s
        while True:
            job = self.job(id)
            left = until - stopwatch()
            if job.state in _ENDED or left <= 0:
                return job
            with self._moved:
                self._moved.wait(min(left, PUSH_EVERY_S))
            current().raise_if_cancelled()

    def cancel(self, id: int) -> Job:
        """End it soon; what is in stays. A job that has ended stays as it is."""
        self.job(id)
        with self._moved:
            for running in self._running.values():
                if running.row.id == id:
                    running.token.cancel()
                    return self.job(id)
        self._store.write(lambda tx: jobs.end(tx, id, JobState.CANCELLED, _CANCELLED))
        self.wake()
        return self.job(id)

    def moved(self, running: Running) -> None:
        """Tell how far it is, at most four times a second."""
        if stopwatch() - running.told >= PUSH_EVERY_S:
            running.told = stopwatch()
            self._push(JobMoved(self._told(running.row)))

    @property
    def imports(self) -> bool:
        """Whether something is being brought in; no longer once that is told to have ended."""
        running = self._running.get(MAIN)
        return running is not None and running.row.kind == "import" and not running.ended

    # -- on its thread

    def _run(self, thread: str) -> None:
        while (running := self._next(thread)) is not None:
            self._do(running)
            with self._moved:
                self._running.pop(thread, None)
                self._moved.notify_all()

    def _next(self, thread: str) -> Running | None:
        with self._moved:
            while not self._stopping:
                row = self._first_waiting(thread)
                if row is not None:
                    running = Running(row, row.done, row.total, row.act, row.cursor, row.result)
                    self._running[thread] = running
                    return running
                self._moved.wait()
            return None

    def _first_waiting(self, thread: str) -> JobRow | None:
        try:
            with self._store.read() as reader:
                waiting = (row for row in jobs.unfinished(reader) if row.id not in self._lost)
                return next((row for row in waiting if self._beside.get(row.kind, MAIN) == thread), None)
        except Problem:  # the tables can't be read: whoever asks next is told so
            return None

    def _do(self, running: Running) -> None:
        row, family = running.row, ""
        try:
            self._store.write(lambda tx: jobs.begin(tx, row.id), lane=Lane.IMPORT)
            self.moved(running)
            message = self.kinds[row.kind](running)
            state = JobState.DONE
        except Stopped as stopped:
            if self._stopping:
                return
            state, message = JobState.CANCELLED, _CANCELLED if stopped.key == "cancelled" else str(stopped)
        except Problem as problem:
            state, message, family = JobState.FAILED, str(problem), problem.family
        except Exception as error:  # noqa: BLE001  # one of the three places: a job fails, the next one goes on
            _log.error(
                "job %d failed by a %s\n%s",
                row.id,
                type(error).__name__,
                "".join(traceback.format_tb(error.__traceback__)),
            )
            bug = Problem("internal", what=type(error).__name__, log=self._store.places.log)
            state, message, family = JobState.FAILED, str(bug), bug.family
        self._end(running, state, message, family)

    def _end(self, running: Running, state: JobState, message: str, family: str) -> None:
        row, running.ended = running.row, True
        try:
            self._store.write(lambda tx: jobs.end(tx, row.id, state, message, family), lane=Lane.IMPORT)
        except Problem:  # the disk is full, say: it goes on at the next start, and until then it has failed
            self._lost[row.id] = (state, message, family)
        with self._moved:
            self._running.pop(self._beside.get(row.kind, MAIN), None)
        with suppress(Problem):  # the tables can't be read: whoever asks is told so
            self._push(JobMoved(self.job(row.id)))

    def _told(self, row: JobRow) -> Job:
        running = next((each for each in list(self._running.values()) if each.row.id == row.id), None)
        written = (row.state, row.message, str(row.cursor.get("problem", "")))
        state, message, family = self._lost.get(row.id, written)
        done, total, result = row.done, row.total, row.result
        rate, left_s = 0.0, None
        if running is not None and row.state not in _ENDED:
            state, done, total, result, rate = (
                JobState.RUNNING,
                running.done,
                running.total,
                running.result,
                running.rate,
            )
            left_s = max(0, total - done) / rate if rate > 0 and total else None
        return Job(
            row.id, row.kind, row.title, state, done, total, row.unit, rate, left_s, message, row.started_at,
            row.ended_at, row.space_name, dict(result), family,
        )  # fmt: skip


_CANCELLED = "Cancelled; what is in stays."
