"""Where the elements of a huge JSON list end, found piece by piece without building or even walking through it.

All marks of a piece are looked at at once: which quotes are escaped, which brackets and commas stand in strings, how
deep each of the others is. Whether a bracket is closed by its like is left to who decodes the element.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_QUOTE, _ESCAPE, _COMMA = b'"\\,'
_IS_MARK = np.zeros(256, bool)
_IS_MARK[list(b'"\\,[]{}')] = True
_DEEPER = np.zeros(256, np.int32)
_DEEPER[list(b"[{")] = 1
_DEEPER[list(b"]}")] = -1


class Parting:
    """Fed with a text from its first bracket on; `outermost` is 1 for the elements of a list, 0 for all as one."""

    def __init__(self, outermost: int) -> None:
        self._outermost = outermost
        self._depth = 0
        self._in_string = False
        self._escaped = False
        self.over = False  # the closing bracket was seen

    def feed(self, piece: bytes) -> list[int]:
        """Where in this piece elements end: at commas, and at the closing bracket, after which nothing is told."""
        found = np.frombuffer(piece, np.uint8)
        at = np.flatnonzero(_IS_MARK[found])
        marks = found[at]
        is_quote = (marks == _QUOTE) & ~self._escapes(at[marks == _ESCAPE], len(piece))[at]
        quotes = np.cumsum(is_quote, dtype=np.int32) + self._in_string
        outside = (quotes - is_quote) % 2 == 0
        deep = np.cumsum(_DEEPER[marks] * outside, dtype=np.int32) + self._depth
        ends = outside & (((marks == _COMMA) & (deep == 1)) if self._outermost else np.zeros(len(at), bool))
        if len(at):
            self._in_string, self._depth = bool(quotes[-1] % 2), int(deep[-1])
        closed = np.flatnonzero(outside & (deep <= 0) & (_DEEPER[marks] < 0))
        if len(closed):
            self.over = True
            ends[closed[0]] = True
            ends[closed[0] + 1 :] = False
        told: list[int] = at[ends].tolist()
        return told

    def _escapes(self, backslashes: NDArray[np.intp], size: int) -> NDArray[np.bool_]:
        """Which bytes of the piece are escaped: those after every other backslash of a run."""
        escaped = np.zeros(size + 1, bool)
        escaped[0] = self._escaped
        if len(backslashes):
            order = np.arange(len(backslashes))
            begins = np.diff(backslashes, prepend=-2) != 1
            nth = order - np.maximum.accumulate(np.where(begins, order, 0))
            if self._escaped and backslashes[0] == 0:
                first_run = np.cumsum(begins) == 1
                nth = nth + first_run
            escaped[backslashes[nth % 2 == 0] + 1] = True
        self._escaped = bool(escaped[size]) if size else self._escaped
        return escaped
