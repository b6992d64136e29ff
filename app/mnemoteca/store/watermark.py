"""The small file beside the database that knows the last acknowledged change.

DuckDB opens without a word when its write-ahead log is lost; this file notices. It is written after the
commit is on the disk, so it may be behind the tables, never ahead. It is not synced at each commit: what the
system holds back is at most some seconds old, and a lost log takes more than that.

It holds two numbers: the last change, and how many changes went missing of which the person was not told yet.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

_SIZE = 42  # "%020d %020d\n": always rewritten in place, in one piece


class Watermark:
    """The file, kept open."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        self._turn = threading.Lock()
        self.last, self.missing = _numbers(os.read(self._descriptor, _SIZE))

    def compare(self, tables_last: int) -> None:
        """Take the tables' last change; what they lack of ours is missing until the person was told."""
        self.missing += max(0, self.last - tables_last)
        if tables_last != self.last:
            self.write(tables_last)

    def write(self, last: int) -> None:
        """Note the last change. A failing disk leaves the file behind, which is allowed."""
        with self._turn, suppress(OSError):
            self.last = last
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, b"%020d %020d\n" % (last, self.missing))

    def told(self) -> None:
        """The person knows of the missing changes."""
        self.missing = 0
        self.write(self.last)

    def sync(self) -> None:
        """Return when the numbers are on the disk."""
        with suppress(OSError):
            os.fsync(self._descriptor)

    def close(self) -> None:
        os.close(self._descriptor)


def last_acknowledged(path: Path) -> int:
    """The last change that the file knows; 0 without one."""
    return _numbers(path.read_bytes())[0] if path.exists() else 0


def _numbers(content: bytes) -> tuple[int, int]:
    words = content.split()
    if len(words) != 2 or not all(word.isdigit() for word in words):
        return 0, 0
    return int(words[0]), int(words[1])
