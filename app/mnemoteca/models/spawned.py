"""A child process that runs a model, as the service sees it: started, asked, listened to, ended.

Requests go to its standard input, whose end ends it; replies come on a handle that it inherits. A thread of its own
starts it and writes to it: Linux ends a child with the *thread* that started it.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from mnemoteca.models.child_side import PARENT, REPLIES
from mnemoteca.models.frames import Reply, Request, Torn, read_reply, write_frame
from mnemoteca.models.job_object import JobObject

if sys.platform == "win32":
    import msvcrt

_ENVIRONMENT = {
    "OMP_WAIT_POLICY": "PASSIVE",  # before libgomp is loaded: threads that wait in a loop slow a busy machine
    "TOKENIZERS_PARALLELISM": "false",
    "GGML_NO_BACKTRACE": "1",  # else an abort runs a debugger for seconds
    "MALLOC_ARENA_MAX": "2",
}
IDLE_S = 300.0
_LEAVE_S = 2.0  # a child that does not end with its standard input by then is killed


def module_command(module: str, *arguments: str) -> list[str]:
    """The command line of a child that is a module of ours."""
    return [sys.executable, "-m", module, *arguments]


class Spawned:
    """One process. `on_reply` and `on_end` are called on a thread of its own, `on_end` once, with what ended it.

    It is ended when nobody asked for `idle_s` and nothing is waited for; who asks just then is told of the end, and
    starts another.
    """

    def __init__(
        self,
        command: Sequence[str],
        on_reply: Callable[[Reply], None],
        on_end: Callable[[str], None],
        is_waited_for: Callable[[], bool],
        idle_s: float = IDLE_S,
    ) -> None:
        self._command, self._is_waited_for, self._idle_s = list(command), is_waited_for, idle_s
        self._on_reply, self._on_end = on_reply, on_end
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._killed = ""
        self._lock = threading.Lock()
        self._writer = threading.Thread(target=self._run, name="model child", daemon=True)
        self._writer.start()

    def ask(self, request: Request) -> None:
        """Send a request, without waiting."""
        self._requests.put(request)

    def kill(self, reason: str) -> None:
        """End it at once; `reason` is what `on_end` is told."""
        with self._lock:
            self._killed = self._killed or reason
            if self._process is not None:
                self._process.kill()
        self._requests.put(None)

    def stop(self) -> None:
        """Have it end, and wait for that."""
        self._requests.put(None)
        if threading.current_thread() is not self._writer:
            self._writer.join()

    def _run(self) -> None:
        try:
            process, replies = self._start()
        except OSError as error:
            self._on_end(f"its process could not be started ({error.strerror})")
            return
        job = JobObject(process)
        reader = threading.Thread(target=self._listen, args=(process, replies), name="model replies", daemon=True)
        reader.start()
        requests = cast(BinaryIO, process.stdin)
        with contextlib.suppress(OSError, ValueError):  # it is gone: the reader tells why
            while (request := self._next()) is not None:
                write_frame(requests, request)
        with contextlib.suppress(OSError):
            requests.close()
        reader.join(_LEAVE_S)
        if reader.is_alive():
            process.kill()
            reader.join()
        job.close()

    def _next(self) -> Request | None:
        """The next request; None when it is to end, or nobody asked for long."""
        while True:
            try:
                return self._requests.get(timeout=self._idle_s)
            except queue.Empty:
                if not self._is_waited_for():
                    return None

    def _start(self) -> tuple[subprocess.Popen[bytes], BinaryIO]:
        ours, theirs = os.pipe()
        try:
            with self._lock:
                if self._killed:
                    raise OSError(0, self._killed)
                self._process = process = _spawn(self._command, theirs)
        except OSError:
            os.close(ours)
            raise
        finally:
            os.close(theirs)
        return process, os.fdopen(ours, "rb")

    def _listen(self, process: subprocess.Popen[bytes], replies: BinaryIO) -> None:
        torn = ""
        with replies:
            try:
                while (reply := read_reply(replies)) is not None:
                    self._on_reply(reply)
            except Torn:
                torn = "it sent something that can't be read"
                process.kill()
        code = process.wait()
        self._requests.put(None)
        self._on_end(self._killed or torn or f"its process ended with code {code}")


def _spawn(command: list[str], replies: int) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[2])
    paths = dict.fromkeys([root, *filter(None, [os.environ.get("PYTHONPATH")])])
    given = {**os.environ, **_ENVIRONMENT, "PYTHONPATH": os.pathsep.join(paths), PARENT: str(os.getpid())}
    how: dict[str, Any] = {"pass_fds": [replies], "start_new_session": True}
    given[REPLIES] = str(replies)
    if sys.platform == "win32":
        handle = msvcrt.get_osfhandle(replies)
        os.set_handle_inheritable(handle, True)
        given[REPLIES] = str(handle)
        startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        how = {"startupinfo": startup, "creationflags": subprocess.CREATE_NO_WINDOW}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=given, **how
    )
