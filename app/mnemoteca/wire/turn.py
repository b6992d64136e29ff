"""Of many processes one: whose turn it is to start the service, and which has the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mnemoteca.wire.folder import name_of, runtime_folder


class Turn:
    """A lock beside the socket; it ends with the process that holds it."""

    def __init__(self, folder: Path, what: str = "start") -> None:
        self._folder, self._what = folder, what
        self._descriptor = -1

    def take(self) -> bool:
        """Whether it is ours now; where there can be no lock, it is everybody's."""
        if self._descriptor >= 0:
            return True
        try:
            path = runtime_folder() / f"{name_of(self._folder)}.{self._what}"
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        if not _lock(descriptor):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let the next one."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":  # not tested
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
