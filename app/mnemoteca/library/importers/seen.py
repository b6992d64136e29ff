"""Which ids already came by, in 8 bytes each."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from uuid import UUID

import numpy as np

_RECENT = 40_000  # 3 MB; in order they take 8 bytes each
_LOW = (1 << 64) - 1


class Seen:
    """A growing set of names; two of 10 million names are taken for one with a chance of 3 in a million."""

    def __init__(self) -> None:
        self._sorted = array("Q")
        self._recent: set[int] = set()

    def add(self, *parts: str) -> bool:
        """Take a name in; False where it was there already."""
        told = "\0".join(parts).encode("utf-8", "surrogatepass")
        return self._add(int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "little"))

    def add_key(self, key: UUID) -> bool:
        """The same of what is a hash already; one growing set takes names or keys, not both."""
        return self._add(key.int & _LOW)

    def _add(self, number: int) -> bool:
        if number in self._recent or self._holds(number):
            return False
        self._recent.add(number)
        if len(self._recent) >= _RECENT:
            recent = np.sort(np.fromiter(self._recent, np.uint64, len(self._recent)))
            former = np.frombuffer(self._sorted, np.uint64) if self._sorted else recent[:0]
            merged = np.insert(former, np.searchsorted(former, recent), recent)
            self._sorted = array("Q", merged.tobytes())
            self._recent = set()
        return True

    def _holds(self, number: int) -> bool:
        # Not numpy's search: it lets other threads in each time, and each time has to wait for its turn again.
        at = bisect_left(self._sorted, number)
        return at < len(self._sorted) and self._sorted[at] == number
