"""The only place that makes a socket: a Unix socket, never one with a port."""

from __future__ import annotations

import os
import socket
import stat
import sys
import time
from contextlib import suppress
from typing import Protocol

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Unavailable
from mnemoteca.wire.peer import check_service
from mnemoteca.wire.pipes import open_pipe


class Stream(Protocol):
    """A connection as the blocking client uses it; `recv` and `sendall` from two threads at once."""

    def recv(self, size: int, /) -> bytes:
        """At least one byte; b"" at the end. Raises `TimeoutError` or another `OSError`."""
        ...

    def sendall(self, data: bytes, /) -> None: ...
    def settimeout(self, seconds: float | None, /) -> None: ...
    def close(self) -> None: ...


def _make() -> socket.socket:
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    if made.family is not socket.AF_UNIX:
        raise AssertionError("only Unix sockets")
    return made


def listen(path: str) -> socket.socket:
    """A listening socket at `path`, for this user only; what a dead service left there is taken away."""
    with suppress(FileNotFoundError):
        found = os.lstat(path)
        if not stat.S_ISSOCK(found.st_mode) or found.st_uid != os.getuid():
            raise Unavailable("not_our_service", address=path)
        os.unlink(path)
    made = _make()
    try:
        made.bind(path)
        os.chmod(path, 0o600)
        made.listen(128)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made


def reach(address: str, timeout_s: float) -> Stream | None:
    """A connection to this user's service at `address`; None where nothing listens.

    Raises `Unavailable` where another user's process listens there; nothing was sent to it.
    """
    if sys.platform == "win32":
        return open_pipe(address, timeout_s)
    made = _make()
    try:
        made.settimeout(timeout_s)
        _connect(made, address, timeout_s)
        check_service(made, address)
    except (Unavailable, PermissionError) as e:
        made.close()
        raise Unavailable("not_our_service", address=address) from e
    except OSError:
        made.close()
        return None
    return made


def _connect(made: socket.socket, address: str, timeout_s: float) -> None:
    """Connect; where too many others wait to be let in, which the system says at once, wait with them."""
    began = stopwatch()
    while True:
        try:
            made.connect(address)
            return
        except BlockingIOError:
            if stopwatch() - began > timeout_s:
                raise
        time.sleep(0.005)


def hang_up(stream: Stream) -> None:
    """End a connection, waking a thread that reads from it."""
    if isinstance(stream, socket.socket):
        with suppress(OSError):
            stream.shutdown(socket.SHUT_RDWR)
    stream.close()


def check_descriptor(descriptor: int, address: str) -> None:
    """As `check_service`, for a connection that somebody else opened and goes on to own."""
    if sys.platform == "win32":
        return
    with socket.socket(fileno=os.dup(descriptor)) as copy:
        check_service(copy, address)
