"""Documents in parts of a size that can be found and read: at headings, at blank lines. Nothing is lost in between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

PASSAGE = 4_000  # characters of a part that is cut at blank lines
LONGEST = 16_000  # of a part between two headings, beyond which it is cut at blank lines too

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FENCE = re.compile(r" {0,3}(`{3,}+(?=[^`]*$)|~{3,}+)", re.MULTILINE)
_HEADING = re.compile(r" {0,3}#{1,2}(?=[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_NO_PARAGRAPH = re.compile(r"\s*(?:$|[#>|~`]|[-*+][ \t]|\d+[.)][ \t]|<|    |---)")
_BLANK_LINES = re.compile(r"(?:\r\n|\n|\r(?!\n))(?:[ \t]*(?:\r\n|\n|\r(?!\n)))+")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text from `start`; its heading is "" before the first one."""

    heading: str
    start: int
    text: str


def by_headings(text: str) -> Iterator[Section]:
    """The parts of a Markdown text at its headings of the levels 1 and 2; put together they are the text."""
    heading, start = "", 0
    for found, at in _headings(text):
        if text[start:at].strip():
            yield Section(heading, start, text[start:at])
            start = at
        heading = found
    if start < len(text):
        yield Section(heading, start, text[start:])


def _headings(text: str) -> Iterator[tuple[str, int]]:
    """Each heading and the character that it begins at."""
    fence, begins, single = "", True, -1  # whether a paragraph begins here; where one of a single line began
    for match in _LINE.finditer(text):
        line, at = match.group().rstrip("\r\n"), match.start()
        opened = _FENCE.match(line)
        if fence:
            fence = "" if _closes(line.strip(), fence) else fence
            begins, single = not fence, -1
        elif opened:
            fence, begins, single = opened[1], False, -1
        elif _HEADING.match(line):
            yield line.strip().lstrip("#").rstrip("#").strip(), at
            begins, single = True, -1
        elif single >= 0 and _UNDERLINE.match(line):
            yield text[single:at].strip(), single
            begins, single = True, -1
        else:
            single = at if begins and not _NO_PARAGRAPH.match(line) else -1
            begins = not line.strip()


def _closes(line: str, fence: str) -> bool:
    return len(line) >= len(fence) and not line.strip(fence[0])


def first_heading(text: str) -> str:
    """The first heading of a Markdown text, "" where there is none."""
    return next((heading for heading, _ in _headings(text) if heading), "")


def passages(pieces: Iterable[str], most: int = PASSAGE) -> Iterator[str]:
    """A text in parts of at most `most` characters, cut at the best place there is: at blank lines, lines, words."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        at = 0
        while len(waiting) - at > 2 * most:
            cut = _cut(waiting, at, most)
            yield waiting[at:cut]
            at = cut
        waiting = waiting[at:]
    at = 0
    while len(waiting) - at > most:
        cut = _cut(waiting, at, most)
        yield waiting[at:cut]
        at = cut
    if at < len(waiting):
        yield waiting[at:]


def _cut(text: str, start: int, most: int) -> int:
    """Where a part that begins at `start` ends."""
    end = start + most
    lines = [match.end() for match in _BLANK_LINES.finditer(text, start + most // 4, end)]
    if lines:
        return lines[-1]
    for sign in ("\n", "\r", " "):
        at = text.rfind(sign, start + most // 4, end)
        if at >= 0:
            return at + 1
    return end


@dataclass(slots=True)
class Ids:
    """Names for the parts of one document: what they are headed by, and the how manieth of that name it is."""

    _seen: Counter[str] = field(default_factory=Counter)

    def next(self, heading: str) -> str:
        self._seen[heading] += 1
        nth = self._seen[heading]
        return f"# {heading}" if nth == 1 else f"# {heading} · {nth}"
