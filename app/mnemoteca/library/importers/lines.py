"""The lines of a file, one at a time, none larger in memory than allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_PIECE = 1 << 20
_END = re.compile(rb"\r?\n?\Z")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number from 1, the byte it begins at, its size without its end, and its bytes.

    `text` is None where the line is larger than allowed; it was then passed over without being loaded.
    """

    number: int
    start: int
    size: int
    text: bytes | None


def lines(path: Path, limit: int) -> Iterator[Line]:
    """The lines of a file; a mark at its beginning and the ends (LF or CRLF) don't belong to them."""
    with path.open("rb") as file:
        start = len(_BOM) if file.read(len(_BOM)) == _BOM else 0
        number = 0
        while (end := _end_of_line(file, start)) > start:
            number += 1
            yield _line(file, number, start, end, limit)
            start = end


def _line(file: BinaryIO, number: int, start: int, end: int, limit: int) -> Line:
    file.seek(max(start, end - 2))
    size = end - start - len(_END.search(file.read(2))[0])  # type: ignore[index]  # it matches nothing, too
    if size > limit:
        return Line(number, start, size, None)
    file.seek(start)
    return Line(number, start, size, file.read(size))


def _end_of_line(file: BinaryIO, start: int) -> int:
    """The byte after the line that begins at `start`."""
    file.seek(start)
    at = start
    while piece := file.read(_PIECE):
        found = piece.find(b"\n")
        if found >= 0:
            return at + found + 1
        at += len(piece)
    return at
