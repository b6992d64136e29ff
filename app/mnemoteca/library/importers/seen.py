"""Which ids already came by, in 8 bytes each."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from uuid import UUID

import numpy as np

_RECENT = 200_000
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
            all_of_them = np.union1d(self._sorted, np.fromiter(self._recent, dtype=np.uint64))
            self._sorted = array("Q", all_of_them.tobytes())
            self._recent = set()
        return True

    def _holds(self, number: int) -> bool:
        # Not numpy's search: it lets other threads in each time, and each time has to wait for its turn again.
        at = bisect_left(self._sorted, number)
        return at < len(self._sorted) and self._sorted[at] == number
