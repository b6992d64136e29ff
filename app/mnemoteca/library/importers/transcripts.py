"""The records of a transcript or an export, one at a time, whatever the size of the file.

    for each in line_records(file):        # JSON Lines: a record a line
    for each in array_records(file):       # one huge JSON list: a record an element; a file that is one object: that
        if isinstance(each, Unread):       # too large, or the end is torn off: to be passed on
            yield each
        else:
            value = msgspec.json.decode(each.raw) …
            yield ReadTo(each.end)

No more than one record is in memory, and none of more than 64 MB. Only the shape is looked at: what a record holds is
for who decodes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from mnemoteca.core.importing import Unread
from mnemoteca.library.importers.lines import lines

MOST_BYTES = 64_000_000  # of one record
_PIECE = 1 << 20
_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t\r\n"
_REST_OF_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
# Whole strings and what is between them, up to a bracket (and, among the elements, a comma) or a torn string.
_INSIDE = re.compile(rb'(?:[^"\[\]{}]*+"[^"\\]*+(?:\\.[^"\\]*+)*+")*+[^"\[\]{}]*+', re.DOTALL)
_AMONG = re.compile(rb'(?:[^"\[\]{},]*+"[^"\\]*+(?:\\.[^"\\]*+)*+")*+[^"\[\]{},]*+', re.DOTALL)
_OPENED_BY = {ord("}"): ord("{"), ord("]"): ord("[")}


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it is written, where it stands in words, and from which byte to which."""

    where: str
    start: int
    end: int
    raw: bytes


def line_records(file: BinaryIO) -> Iterator[Record | Unread]:
    """The lines that aren't blank; a mark at the beginning and CR don't matter."""
    for line in lines(file, MOST_BYTES):
        where = f"line {line.number}"
        if line.text is None:
            yield Unread(where, _too_large(line.size))
        elif line.text.strip():
            yield Record(where, line.start, line.start + line.size, line.text)


def array_records(file: BinaryIO, what: str = "element") -> Iterator[Record | Unread]:
    """The elements of the list that a file is, called `what` in their places; or the one object that it is."""
    return _Scan(file, what).records()


def _too_large(size: int) -> str:
    return f"it has {size:,} bytes; at most {MOST_BYTES:,} are read"


class _Scan:
    """Goes through a file once, piece by piece; `_held` begins at byte `_base` of the file."""

    def __init__(self, file: BinaryIO, what: str) -> None:
        self._file = file
        self._what = what
        self._held = bytearray()
        self._base = 0
        self._at = 0  # in `_held`
        self._begun = -1  # where the element that is being read begins in the file; -1: none
        self._number = 0
        self._too_large = False
        self._opened = bytearray()
        self._in_string = False

    def records(self) -> Iterator[Record | Unread]:
        self._more()
        if self._held.startswith(_BOM):
            self._at = len(_BOM)
        if not self._skip_blanks():
            return
        if self._held[self._at] == ord("{"):
            yield from self._elements(outermost=0)
        elif self._held[self._at] == ord("["):
            self._at += 1
            self._opened += b"["
            yield from self._elements(outermost=1)
        else:
            yield Unread("", "it is neither a JSON list nor a JSON object")

    def _elements(self, outermost: int) -> Iterator[Record | Unread]:
        """The values at the depth `outermost`."""
        while self._begun >= 0 or self._skip_blanks():
            if self._begun < 0:
                self._begun = self._base + self._at
            if not self._run(outermost):
                if not self._more():
                    break
                continue
            mark = self._held[self._at] if self._at < len(self._held) else 0
            if mark in b"{[":
                self._opened.append(mark)
                self._at += 1
            elif mark in b"}]" and len(self._opened) > outermost:
                if self._opened.pop() != _OPENED_BY[mark]:
                    yield Unread(self._where(), f"it is not valid JSON (byte {self._base + self._at:,} of the file)")
                    return
                self._at += 1
                if not outermost and not self._opened:
                    yield from self._ended()
                    return
            else:  # a comma or the end of the list
                yield from self._ended()
                self._at += 1
                if mark != ord(","):
                    self._opened.clear()
                    yield from self._after(mark)
                    return
        yield Unread(self._where(), f"it ends too early (byte {self._base + len(self._held):,} of the file)")

    def _run(self, outermost: int) -> bool:
        """Go on to what opens, ends or parts a value; False where more has to be read first."""
        if self._in_string:
            self._at = _end(_REST_OF_STRING, self._held, self._at)
            if self._held[self._at : self._at + 1] != b'"':
                return False
            self._in_string = False
            self._at += 1
        among = len(self._opened) <= outermost and outermost
        self._at = _end(_AMONG if among else _INSIDE, self._held, self._at)
        if self._held[self._at : self._at + 1] == b'"':
            self._in_string = True
            self._at += 1
            return self._run(outermost)
        return self._at < len(self._held)

    def _ended(self) -> Iterator[Record | Unread]:
        """The element that ends here, where there is any."""
        start, end = self._begun, self._base + self._at
        where, self._begun = self._where(), -1
        raw = b"" if self._too_large else bytes(self._held[start - self._base : self._at]).rstrip(_BLANK)
        if self._too_large or len(raw) > MOST_BYTES:
            yield Unread(where, _too_large(end - start))
        elif raw:
            yield Record(where, start, start + len(raw), raw)
        self._number += 1
        self._too_large = False

    def _after(self, mark: int) -> Iterator[Unread]:
        if mark != ord("]"):
            yield Unread("", f"it is not valid JSON (byte {self._base + self._at - 1:,} of the file)")
        elif self._skip_blanks():
            yield Unread("", f"something follows its end (byte {self._base + self._at:,} of the file)")

    def _where(self) -> str:
        return f"{self._what} {self._number + 1}" if self._opened or self._number else ""

    def _skip_blanks(self) -> bool:
        """Go to the next byte that isn't blank; False where there is none."""
        while True:
            rest = self._held[self._at : self._at + 64].lstrip(_BLANK)
            skipped = len(self._held[self._at : self._at + 64]) - len(rest)
            self._at += skipped
            if rest:
                return True
            if self._at >= len(self._held) and not self._more():
                return False

    def _more(self) -> bool:
        """Read on; of what was read before only the element that isn't whole yet is kept."""
        keep = self._at if self._begun < 0 or self._too_large else self._begun - self._base
        if self._at - keep > MOST_BYTES:
            self._too_large, keep = True, self._at
        del self._held[:keep]
        self._base += keep
        self._at -= keep
        piece = self._file.read(_PIECE)
        self._held += piece
        return bool(piece)


def _end(pattern: re.Pattern[bytes], text: bytearray, at: int) -> int:
    found = pattern.match(text, at)
    assert found is not None
    return found.end()
