"""The text of a turn as lines of prose and of fenced code, each with where it stands in the text: pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"\r\n|[\n\r\u2029\u0085\x0b\x0c]")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^`]*)$")
_FRAMES = {0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0: "\ufffd"}  # what Qt's documents keep for themselves


@dataclass(frozen=True, slots=True)
class Line:
    """The characters from `start` to `end` of a text; `code` where they stand in a fenced block."""

    start: int
    end: int
    text: str
    code: bool


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text; the fences of code are left out, blank lines at its ends too."""
    found: list[Line] = []
    fence = ""
    for start, end in _bounds(text):
        line = text[start:end].translate(_FRAMES)
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark.group(1)
        elif mark and mark.group(1).startswith(fence) and not mark.group(2).strip():
            fence = ""
        else:
            found.append(Line(start, end, line, bool(fence)))
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
