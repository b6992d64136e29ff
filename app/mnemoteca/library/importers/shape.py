"""Walking through JSON without building it: where each member of an object and each element of a list stands.

Only the shape is looked at (brackets, strings, commas); what a value holds is for who decodes it. A list of a
million turns thereby costs the memory of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# A string; a flat object or list (no bracket inside but in strings) in one go; else a single bracket.
_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_PLAIN = rb'[^"\[\]{}]*+'
_FLAT = rb"\{%b(?:%b%b)*+\}|\[%b(?:%b%b)*+\]" % (_PLAIN, _STRING, _PLAIN, _PLAIN, _STRING, _PLAIN)
_PIECES = re.compile(rb"%b(?:(%b)|(%b)|([\[{])|([\]}]))" % (_PLAIN, _STRING, _FLAT), re.DOTALL)
_VALUE = re.compile(rb"%b|%b|[^\s\"\[\]{},:]++" % (_STRING, _FLAT), re.DOTALL)
_KEY = re.compile(rb"\s*+(%b)\s*+:\s*+" % _STRING, re.DOTALL)
_BLANKS = re.compile(rb"\s*+")
_OPENS = {ord("{"): ord("}"), ord("["): ord("]")}
_CLOSES = {ord("}"): ord("{"), ord("]"): ord("[")}


class Broken(ValueError):
    """The text ends or turns wrong at byte `at` of what was given."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def members(text: bytes, start: int = 0) -> Iterator[tuple[bytes, int, int]]:
    """Each member of the object at `start`: its key as it is written, and from where to where its value stands."""
    at = _enter(text, start, ord("{"))
    while at >= 0:
        key = _KEY.match(text, at)
        if key is None:
            raise Broken(at)
        end = _end_of_value(text, key.end())
        yield key[1], key.end(), end
        at = _next(text, end, ord("}"))


def elements(text: bytes, start: int = 0) -> Iterator[tuple[int, int]]:
    """From where to where each element of the list at `start` stands."""
    at = _enter(text, start, ord("["))
    while at >= 0:
        begin = _skip_blanks(text, at)
        end = _end_of_value(text, begin)
        yield begin, end
        at = _next(text, end, ord("]"))


def end_of(text: bytes, start: int) -> int:
    """The byte after the value at `start`, nothing but blanks in front of it."""
    return _end_of_value(text, _skip_blanks(text, start))


def _skip_blanks(text: bytes, at: int) -> int:
    found = _BLANKS.match(text, at)
    assert found is not None
    return found.end()


def _enter(text: bytes, start: int, bracket: int) -> int:
    """Where the first member or element begins; -1 where there is none."""
    at = _skip_blanks(text, start)
    if text[at : at + 1] != bytes((bracket,)):
        raise Broken(at)
    first = _skip_blanks(text, at + 1)
    return -1 if text[first : first + 1] == bytes((_OPENS[bracket],)) else first


def _next(text: bytes, end: int, close: int) -> int:
    """Where the next member or element begins; -1 at the closing bracket."""
    at = _skip_blanks(text, end)
    found = text[at : at + 1]
    if found == b",":
        return at + 1
    if found == bytes((close,)):
        return -1
    raise Broken(at)


def _end_of_value(text: bytes, start: int) -> int:
    if found := _VALUE.match(text, start):
        return found.end()
    if text[start : start + 1] not in (b"{", b"["):
        raise Broken(start)
    opened = bytearray()
    at = start
    while True:
        piece = _PIECES.match(text, at)
        if piece is None:
            raise Broken(len(text))
        at = piece.end()
        if piece[3]:
            opened += piece[3]
        elif piece[4]:
            if not opened or opened.pop() != _CLOSES[piece[4][0]]:
                raise Broken(at - 1)
        if not opened:
            return at
