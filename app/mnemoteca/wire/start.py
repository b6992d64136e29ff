"""Starting the service, detached, and hearing how that went.

The service tells its start on a pipe that is its standard output for that long: nothing and the end of it
when it serves, or the problem that kept it from serving. Nothing else is inherited, so that whoever captures
the client's output does not wait for the service.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from mnemoteca.core.errors import DiskTrouble, Problem
from mnemoteca.wire.codec import Frames, ProtocolError
from mnemoteca.wire.folder import name_of, runtime_folder
from mnemoteca.wire.messages import Refuse, problem_in

REPORT = "MNEMOTECA_START_REPORT"
LOG = "service.log"
# glibc: a heap for each thread is a lot of memory, and what a large text took is to be given back at once.
_MEMORY = {"MALLOC_ARENA_MAX": "2", "MALLOC_MMAP_THRESHOLD_": str(1 << 20)}


class Started(Protocol):
    """A start that is under way."""

    def over(self) -> bool:
        """Whether the process is gone again, or will not serve."""
        ...

    def problem(self) -> Problem | None:
        """What kept it from serving, when it told."""
        ...

    def settle(self, pid: int) -> None:
        """Process `pid` serves: where ours is another one it lost, and is not to come after it."""
        ...


Starter = Callable[[Path], Started]


def log_file(folder: Path) -> Path:
    """Where the service of `folder` writes its log: in the data folder, or, where it can't, beside the socket."""
    if os.access(folder, os.W_OK) and (not (folder / LOG).exists() or os.access(folder / LOG, os.W_OK)):
        return folder / LOG
    return runtime_folder() / f"{name_of(folder)}.log"


def start_service(folder: Path) -> Started:
    """Start the service of `folder`, which is made where it is missing; raises `DiskTrouble` where it can't be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as e:
        raise DiskTrouble("disk_full" if e.errno == errno.ENOSPC else "read_only", folder=folder) from e
    with _log(folder) as log:
        process = subprocess.Popen(
            command(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=os.path.abspath(os.sep),
            env=_environment(),
            close_fds=True,
            start_new_session=True,
            creationflags=_flags(),
        )
    return _Start(process)


def program() -> list[str]:
    """How this program is called."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "mnemoteca"]


def command(folder: Path) -> list[str]:
    """The command line of the service of `folder`."""
    return [*program(), "service", "run", "--data", str(folder)]


def _environment() -> dict[str, str]:
    """Ours, and where this package stands: the service's working directory is another one."""
    return {**_MEMORY, **os.environ, "PYTHONPATH": search_path(), REPORT: "1"}


def search_path() -> str:
    """Where a process that this one starts finds the package, whatever its working directory."""
    paths = [str(Path(__file__).resolve().parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.pathsep.join(dict.fromkeys(paths))


def _flags() -> int:
    if sys.platform == "win32":
        return subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    return 0


@contextmanager
def _log(folder: Path) -> Iterator[int]:
    """The log, for what a process says that dies early; nowhere when even that can't be written."""
    try:
        log = os.open(log_file(folder), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError:
        yield subprocess.DEVNULL
        return
    try:
        yield log
    finally:
        os.close(log)


class _Start:
    """Reads the report to its end, then waits for the process, so that no zombie is left."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._problem: Problem | None = None
        self._gone = threading.Event()
        threading.Thread(target=self._listen, name="service start", daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as report:
            self._problem = read_report(report.read())
        self._process.wait()
        self._gone.set()

    def over(self) -> bool:
        return self._gone.is_set() or self._problem is not None

    def problem(self) -> Problem | None:
        return self._problem

    def settle(self, pid: int) -> None:
        if sys.platform != "win32" and self._process.pid != pid and not self._gone.is_set():
            self._process.terminate()


def read_report(said: bytes) -> Problem | None:
    """The problem that a starting service told, if any."""
    try:
        messages = Frames().feed(said)
    except ProtocolError:  # something printed there: not a report
        return None
    return next((problem_in(message) for message in messages if isinstance(message, Refuse)), None)
