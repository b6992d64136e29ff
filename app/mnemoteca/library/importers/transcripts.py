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

import json
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from mnemoteca.core.importing import Unread
from mnemoteca.core.text import storable
from mnemoteca.library.importers.lines import lines
from mnemoteca.library.importers.parting import Parting

MOST_BYTES = 64_000_000  # of one record
_PIECE = 1 << 20
_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t\r\n"
_NAMED_WITHIN = 4_096  # bytes
_NAME = re.compile(rb'"(?:title|name)"\s*:\s*("(?:[^"\\]|\\.)*+")')


class Record(NamedTuple):
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


def _named(begin: bytes) -> str:
    """What an element of which only the beginning is known is called, behind its place; "" where that isn't told."""
    found = _NAME.search(begin)
    try:
        told = json.loads(found[1]) if found else ""
    except ValueError:
        return ""
    return f" “{storable(told)[:60]}”" if told else ""


class _Scan:
    """Goes through a file once; `_held` is what has been read of the element that isn't whole yet."""

    def __init__(self, file: BinaryIO, what: str) -> None:
        self._file = file
        self._what = what
        self._number = 0
        self._held = bytearray()
        self._start = 0  # of the element, in the file
        self._size = 0  # of the element so far
        self._begin = b""  # of an element that is too large

    def records(self) -> Iterator[Record | Unread]:
        piece, at = self._first()
        if piece[:1] not in (b"[", b"{"):
            if piece:
                yield Unread("", "it is neither a JSON list nor a JSON object")
            return
        is_list = piece[:1] == b"["
        self._number = int(is_list)
        parting = Parting(outermost=int(is_list))
        begin = int(is_list)  # the bracket belongs to no element
        self._start = at + begin
        while piece:
            for end in parting.feed(piece):
                self._hold(piece[begin : end if is_list else end + 1])
                yield from self._whole()
                begin = end + 1
                self._start = at + begin
            at += len(piece)
            if parting.over:
                yield from self._after(piece[begin:], at)
                return
            self._hold(piece[begin:])
            begin = 0
            piece = self._file.read(_PIECE)
        yield Unread(self._where(), f"it ends too early (byte {at:,} of the file)")

    def _first(self) -> tuple[bytes, int]:
        """The first piece from its first bracket on, and at which byte that stands."""
        at = 0
        while read := self._file.read(_PIECE):
            piece = (read if at else read.removeprefix(_BOM)).lstrip(_BLANK)
            at += len(read) - len(piece)
            if piece:
                return piece, at
        return b"", at

    def _hold(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > MOST_BYTES:
            self._begin = self._begin or bytes((self._held or piece)[:_NAMED_WITHIN])
            self._held = bytearray()
        else:
            self._held += piece

    def _whole(self) -> Iterator[Record | Unread]:
        """The element that is whole now, where there is any."""
        if self._size > MOST_BYTES:
            yield Unread(self._where() + _named(self._begin), _too_large(self._size))
        else:
            written = bytes(self._held)
            self._held = bytearray()  # not twice in memory while the record is read
            raw = written.strip(_BLANK)
            start = self._start + len(written) - len(written.lstrip(_BLANK))
            if raw:
                yield Record(self._where(), start, start + len(raw), raw)
        self._number += bool(self._number)
        self._held, self._size, self._begin = bytearray(), 0, b""

    def _after(self, rest: bytes, at: int) -> Iterator[Unread]:
        """What stands behind the end; `at` is the byte after `rest`."""
        while not rest.strip(_BLANK):
            rest = self._file.read(_PIECE)
            at += len(rest)
            if not rest:
                return
        follows = at - len(rest.lstrip(_BLANK))
        yield Unread("", f"something follows its end (byte {follows:,} of the file)")

    def _where(self) -> str:
        return f"{self._what} {self._number}" if self._number else ""
