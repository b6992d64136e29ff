"""The texts by which a memory is found in other words: its passages, each under who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

VERSION = 1  # of what `key_texts` makes; another one embeds everything anew, in the background
LONGEST = 900  # characters of a passage: about what the window of the model holds
OVERLAP = 150  # characters that a passage shares with the one before it
MOST = 60_000  # passages of a memory; the key of a vector has room for no more
_ENDS = re.compile(r"[.!?…。！？](?=\s)|\n")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above a text: who speaks, in which session, when (UTC, and the minutes that the clock there was
    ahead of it) and how exactly that is known, in which language."""

    speaker: str
    title: str
    occurred_at: datetime | None
    offset_min: int
    precision: str
    lang: str


def key_texts(header: Header, text: str) -> tuple[str, ...]:
    """What is embedded of a memory: a text a passage, in order; none where there is nothing to be read."""
    head = f"{header.speaker}: " if header.speaker else ""
    return tuple(head + passage for passage in _passages(text.strip()))[:MOST]


def _passages(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > LONGEST:
        end = _cut(text, start)
        yield text[start:end].strip()
        start = max(start + 1, _begin(text, end - OVERLAP, end))
    if text[start:].strip():
        yield text[start:].strip()


def _cut(text: str, start: int) -> int:
    """Where a passage from `start` ends: behind the last sentence that fits, else at a blank, else anywhere."""
    low, high = start + LONGEST // 2, start + LONGEST
    ends = [found.end() for found in _ENDS.finditer(text, low, high)]
    if ends:
        return ends[-1]
    blank = text.rfind(" ", low, high)
    return blank if blank > 0 else high


def _begin(text: str, low: int, end: int) -> int:
    """Where the next passage begins: at a sentence or a word within what they share."""
    found = _ENDS.search(text, low, end - 1)
    if found:
        return found.end()
    blank = text.find(" ", low, end)
    return blank + 1 if blank >= 0 else low
