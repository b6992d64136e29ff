"""From a data folder to a connection: find the service, start it, wait for it, have an older one make way."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import DiskTrouble, Problem, Unavailable
from mnemoteca.core.pushes import Push
from mnemoteca.wire.codec import Frames
from mnemoteca.wire.folder import find_address
from mnemoteca.wire.handshake import HELLO_S, Verdict, ask_to_finish, greet, hello, judge
from mnemoteca.wire.link import Link
from mnemoteca.wire.messages import MAJOR, Welcome
from mnemoteca.wire.sockets import Stream, hang_up, reach
from mnemoteca.wire.start import Started, Starter, log_file
from mnemoteca.wire.turn import Turn

START_S = 5.0  # what a client waits for a service that it started
STOPPING_S = 20.0  # what it waits for one that another starts, or that is just stopping
FINISH_S = 30.0  # what it waits for an older one to make way
MOST_DEATHS = 3  # starts that ended without a word
_GAP_S = 0.02


def start_s() -> float:
    """What a client waits for a service that it started: `START_S`, or what a test on a busy machine asks for."""
    return float(os.environ.get("MNEMOTECA_TEST_START_S") or START_S)


class Opener:
    """Opens connections to the service of one data folder."""

    def __init__(self, folder: Path, start: Starter | None, role: str, patience_s: float | None = None) -> None:
        self.folder = folder
        self._start = start
        self._hello = hello(role)
        self._patience_s = start_s() if patience_s is None else patience_s

    def open(self, hear: Callable[[Push], None], again: bool = False) -> Link:
        """A connection, or the problem why there can be none; `again` where there was one before."""
        if again and not self.folder.is_dir():
            raise DiskTrouble("folder_gone", folder=self.folder)
        attempt = _Attempt(self.folder, self._start, self._patience_s)
        try:
            while True:
                found = self._try(hear)
                if isinstance(found, Link):
                    attempt.settle(found.welcome.pid)
                    return found
                attempt.wait_or_start(stopping=found is Verdict.WAIT)
        finally:
            attempt.turn.release()

    def _try(self, hear: Callable[[Push], None]) -> Link | Verdict | None:
        address = find_address(self.folder)
        stream = None if address is None else reach(address, HELLO_S)
        if stream is None:
            return None
        try:
            return self._greet(stream, hear)
        except Problem:
            hang_up(stream)
            raise

    def _greet(self, stream: Stream, hear: Callable[[Push], None]) -> Link | Verdict:
        frames = Frames()
        answer = greet(stream, self._hello, frames)
        verdict = Verdict.WAIT if answer is None else judge(self._hello, answer)
        content = verdict is Verdict.STAY or (self._start is None and answer is not None and answer.major == MAJOR)
        if isinstance(answer, Welcome) and content:
            return Link(stream, frames, answer, hear)
        if verdict is Verdict.REPLACE and (self._start is None or not ask_to_finish(stream, FINISH_S)):
            raise Unavailable("service_older")
        hang_up(stream)
        return verdict


def stop_service(folder: Path) -> bool:
    """Have the service of `folder` finish, whatever its age; False where none runs. Raises `service_older`."""
    address = find_address(folder)
    stream = None if address is None else reach(address, HELLO_S)
    if stream is None:
        return False
    try:
        greet(stream, hello("cli"), Frames())
        if not ask_to_finish(stream, FINISH_S):
            raise Unavailable("service_older")
    finally:
        hang_up(stream)
    return True


class _Attempt:
    """How long to go on, and whether to start a service (again): another's may have won, or still be leaving."""

    def __init__(self, folder: Path, start: Starter | None, patience_s: float) -> None:
        self._folder = folder
        self._start = start
        self._patience_s = patience_s
        self._began = stopwatch()
        self.turn = Turn(folder)
        self._started: Started | None = None
        self._died = 0
        self._mine = False
        self._taken: Problem | None = None  # who had the folder when ours would have opened it
        self._pause = threading.Event()

    def settle(self, pid: int) -> None:
        """Process `pid` serves: a start of ours that lost, or comes too late, is ended."""
        if self._started is not None:
            self._started.settle(pid)

    def wait_or_start(self, stopping: bool) -> None:
        """Wait a little, having started a service where that is due; raises why it is no use to go on."""
        if self._start is None:
            raise Unavailable("service_off", folder=self._folder)
        problem = self._started.problem() if self._started else None
        taken = problem is not None and problem.key == "folder_in_use"
        if problem is not None and not taken:
            raise problem
        self._taken = problem or self._taken
        had_turn, self._mine = self._mine, not stopping and self.turn.take()
        if taken or not self._mine:
            self._patience_s = max(self._patience_s, STOPPING_S)
        if stopwatch() - self._began > self._patience_s or self._died > MOST_DEATHS:
            raise self._why_not()
        if had_turn and (self._started is None or self._started.over()):
            self._died += self._started is not None and not taken
            self._pause.wait(25 * _GAP_S if taken else 0)
            self._started = self._start(self._folder)
        self._pause.wait(_GAP_S)

    def _why_not(self) -> Problem:
        if self._taken is not None:
            self.settle(0)
            return self._taken
        return Unavailable("service_silent", seconds=f"{self._patience_s:g}", log=log_file(self._folder))
