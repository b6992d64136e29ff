"""One process per data folder: a lock held open, which dies with its owner."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from mnemoteca.core.errors import Damaged

_FAR = 1 << 30  # the byte that Windows locks: beyond the text, so that people can read it


class FolderLock:
    """The lock on a data folder. A file that stands there without an owner is no obstacle."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _take(self._descriptor):
            pid = os.read(self._descriptor, 32).decode("ascii", "replace").strip() or "?"
            os.close(self._descriptor)
            raise Damaged("folder_in_use", folder=path.parent, pid=pid)
        with suppress(OSError):  # the number is for people; a full disk doesn't take it
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, f"{os.getpid()}\n".encode("ascii"))

    def release(self) -> None:
        """Let the next one in; the file stays."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
