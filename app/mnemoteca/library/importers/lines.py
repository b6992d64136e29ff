"""The lines of a stream, one at a time, none larger in memory than allowed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_PIECE = 1 << 20
_BOM = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """A line: its number from 1, the byte it begins at, its size without its end, and its bytes.

    `text` is None where the line is larger than allowed; it was then passed over without being kept.
    """

    number: int
    start: int
    size: int
    text: bytes | None


def lines(file: BinaryIO, limit: int) -> Iterator[Line]:
    """The lines of a stream; a mark at its beginning and the ends (LF or CRLF) don't belong to them."""
    begun = _Begun(limit)
    start = number = 0
    first = True
    while piece := file.read(_PIECE):
        if first and piece.startswith(_BOM):
            piece, start = piece[len(_BOM) :], len(_BOM)
        first = False
        first_end, *ends = piece.split(b"\n")
        begun.add(first_end)
        rest = ends.pop() if ends else None
        if rest is None:
            continue
        number += 1
        yield begun.line(number, start)
        start += begun.size + 1
        for text in ends:  # whole ones
            number += 1
            size = len(text)
            told = text[:-1] if text.endswith(b"\r") else text
            yield Line(number, start, len(told), told if len(told) <= limit else None)
            start += size + 1
        begun = _Begun(limit)
        begun.add(rest)
    if begun.size:
        yield begun.line(number + 1, start)


class _Begun:
    """A line that is being read, as far as it is small enough to be kept."""

    def __init__(self, limit: int) -> None:
        self.size = 0
        self._limit = limit
        self._pieces: list[bytes] = []

    def add(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size > self._limit + 1:  # with a CR that belongs to its end
            self._pieces = [piece[-1:] or b"".join(self._pieces)[-1:]]
        else:
            self._pieces.append(piece)

    def line(self, number: int, start: int) -> Line:
        text = self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
        size = self.size - text.endswith(b"\r")
        if size > self._limit:
            return Line(number, start, size, None)
        return Line(number, start, size, text[:size])
