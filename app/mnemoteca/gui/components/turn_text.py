"""The text of a turn as lines of prose and of fenced code, each with where it stands in the text: pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"\r\n|[\n\r\u2029\u0085\x0b\x0c]")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^`]*)$")
# What Qt's documents keep for themselves, and what parts their blocks.
KEPT_BY_QT = {0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0: "\ufffd", 0x2029: "\u2028"}


@dataclass(frozen=True, slots=True)
class Line:
    """The characters from `start` to `end` of a text; `code` where they stand in a fenced block, of this language."""

    start: int
    end: int
    text: str
    code: bool
    language: str = ""


def lines_of(text: str, *, fences: bool = True) -> tuple[Line, ...]:
    """The lines of a text; the fences of code are left out (where `fences` are looked for), blank lines at its ends
    too."""
    found: list[Line] = []
    fence = language = ""
    for start, end in _bounds(text):
        line = text[start:end].translate(KEPT_BY_QT)
        mark = _FENCE.match(line) if fences else None
        if mark and not fence:
            fence, language = mark.group(1), mark.group(2).strip().partition(" ")[0]
        elif mark and mark.group(1).startswith(fence) and not mark.group(2).strip():
            fence = ""
        else:
            found.append(Line(start, end, line, bool(fence), language if fence else ""))
    while found and not found[-1].text.strip():
        found.pop()
    while found and not found[0].text.strip():
        found.pop(0)
    return tuple(found)


def _bounds(text: str) -> list[tuple[int, int]]:
    breaks = [(found.start(), found.end()) for found in _LINE.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return list(zip(starts, ends, strict=True))
