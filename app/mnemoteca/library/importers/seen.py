"""Which ids already came by, in 8 bytes each."""

from __future__ import annotations

import hashlib

import numpy as np

_RECENT = 200_000


class Seen:
    """A growing set of names; two of 10 million names are taken for one with a chance of 3 in a million."""

    def __init__(self) -> None:
        self._sorted = np.empty(0, dtype=np.uint64)
        self._recent: set[int] = set()

    def add(self, *parts: str) -> bool:
        """Take a name in; False where it was there already."""
        told = "\0".join(parts).encode("utf-8", "surrogatepass")
        number = int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "little")
        if number in self._recent or self._holds(number):
            return False
        self._recent.add(number)
        if len(self._recent) >= _RECENT:
            self._sorted = np.union1d(self._sorted, np.fromiter(self._recent, dtype=np.uint64))
            self._recent = set()
        return True

    def _holds(self, number: int) -> bool:
        if not len(self._sorted):
            return False
        at = int(np.searchsorted(self._sorted, np.uint64(number)))
        return at < len(self._sorted) and int(self._sorted[at]) == number
