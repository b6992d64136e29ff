"""Where the elements of a huge JSON list end, found piece by piece without building or even walking through it.

All marks of a piece are looked at at once: which quotes are escaped, which brackets and commas stand in strings, how
deep each of the others is. Whether a bracket is closed by its like is left to who decodes the element.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_QUOTE, _BACKSLASH, _COMMA = b'"\\,'
_OPENING, _CLOSING = b"{}"
_SMALL = 32  # the bit that makes { of [, } of ], and | of a backslash


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
        at = np.flatnonzero(((found | _SMALL) - _OPENING <= 2) | (found == _QUOTE) | (found == _COMMA))
        marks = found[at]  # with | among them, which means nothing
        is_quote = (marks == _QUOTE) & ~self._escaped_ones(at, marks, len(piece))
        quotes = np.cumsum(is_quote, dtype=np.int32) + self._in_string
        outside = (quotes - is_quote) & 1 == 0
        small = marks | _SMALL
        closing = (small == _CLOSING) & outside
        deeper = ((small == _OPENING) & outside).view(np.int8) - closing.view(np.int8)
        deep = np.cumsum(deeper, dtype=np.int32) + self._depth
        ends = outside & (marks == _COMMA) & (deep == 1) if self._outermost else np.zeros(len(at), bool)
        if len(at):
            self._in_string, self._depth = bool(quotes[-1] & 1), int(deep[-1])
        closed = np.flatnonzero(closing & (deep <= 0))
        if len(closed):
            self.over = True
            ends[closed[0]] = True
            ends[closed[0] + 1 :] = False
        told: list[int] = at[ends].tolist()
        return told

    def _escaped_ones(self, at: NDArray[np.intp], marks: NDArray[np.uint8], size: int) -> NDArray[np.bool_]:
        """Which of the marks at these places are escaped: those right behind every other backslash of a run."""
        escaped = np.zeros(len(at) + 1, bool)
        escaped[0] = before = self._escaped
        backslashes = np.flatnonzero(marks == _BACKSLASH)
        self._escaped = before and not size
        if len(backslashes):
            places = at[backslashes]
            order = np.arange(len(places))
            begins = np.diff(places, prepend=-2) != 1
            nth = order - np.maximum.accumulate(np.where(begins, order, 0))
            if before and places[0] == 0:
                nth += np.cumsum(begins) == 1  # the first of this run is escaped itself
            escaping = backslashes[nth & 1 == 0]
            escaped[escaping + 1] = True
            self._escaped = bool(at[escaping[-1:]] == size - 1) if len(escaping) else False
        here = escaped[:-1]
        here[1:] &= np.diff(at) == 1
        here[:1] &= at[:1] == 0
        return here
