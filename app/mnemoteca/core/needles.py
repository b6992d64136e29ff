"""Where in a long text one of many short ones may stand: looked for all at once, a byte a character.

Each needle belongs to one of eight groups, a bit each. A table for each of the first characters of needles says which
groups have that character there; where a bit is left after all of them, a needle of its group may begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from math import prod

import numpy as np
from numpy.typing import NDArray

FOREIGN = "?"  # what stands for a character beyond Latin 1; one of these is a k in capitals
_BEGIN = 4  # characters of a needle that are looked for
_GROUPS = 8
_FREQUENT = " etaoinshrdlcumwfgypbvkjxqz"  # the letters as often as they are written, the rest is rarer
_Begin = tuple[frozenset[str], ...]  # of a needle: which characters may stand first, second, …


class Needles:
    """`any_case` are found in capitals, too."""

    def __init__(self, exact: Iterable[str], any_case: Iterable[str] = ()) -> None:
        begins = {tuple(frozenset(char) for char in needle[:_BEGIN]) for needle in exact}
        begins |= {tuple(map(_in_any_case, needle[:_BEGIN])) for needle in any_case}
        self._tables = _tables(_grouped(sorted(begins, key=lambda begin: (len(begin), list(map(sorted, begin))))))

    def places(self, row: bytes) -> list[int]:
        """Where in a row one may begin, in order; it may be none, and none is missed. A byte a character: Latin 1."""
        left = reduce(np.bitwise_and, (_shifted(row.translate(table), n) for n, table in enumerate(self._tables)))
        told: list[int] = np.flatnonzero(left).tolist()
        return told


def _shifted(row: bytes, by: int) -> NDArray[np.uint8]:
    """The row from there on; at its end anything may follow."""
    return np.frombuffer((row[by:] + b"\xff" * by)[: len(row)], np.uint8)


def _in_any_case(char: str) -> frozenset[str]:
    return frozenset((char.lower(), char.upper(), *(FOREIGN if char.lower() == "k" else "")))


def _grouped(begins: Sequence[_Begin]) -> list[list[_Begin]]:
    """Each in the group in which it lets the fewest other texts through."""
    groups: list[list[_Begin]] = [[] for _ in range(_GROUPS)]
    for begin in begins:
        best = min(groups, key=lambda group: _let_through([*group, begin]) - _let_through(group))
        best.append(begin)
    return groups


def _let_through(group: Sequence[_Begin]) -> float:
    """How much of ordinary text a group takes for one of its needles; only the order of these numbers counts."""
    return prod(sum(map(_frequency, chars)) for chars in _columns(group)) if group else 0.0


def _columns(group: Sequence[_Begin]) -> list[frozenset[str]]:
    """The characters that may stand first, second, …; as many columns as the shortest needle has characters."""
    return [frozenset().union(*chars) for chars in zip(*group, strict=False)]


def _frequency(char: str) -> float:
    at = _FREQUENT.find(char)
    return 0.12 * 0.88**at if at >= 0 else 0.002


def _tables(groups: Sequence[Sequence[_Begin]]) -> list[bytes]:
    tables = [bytearray(256) for _ in range(_BEGIN)]
    for bit, group in enumerate(groups):
        columns = _columns(group)
        for n, table in enumerate(tables if group else ()):
            for code in map(ord, columns[n]) if n < len(columns) else range(256):
                table[code] |= 1 << bit
    return list(map(bytes, tables))
