"""A long text in parts that a model can read, each cut where a sentence ends where there is one."""

from __future__ import annotations

import re

from mnemoteca.core.model_roles import Role
from mnemoteca.core.writing import Ending, Unwritten, Writer

MOST_PARTS = 64
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n")


def parts_of(writer: Writer, role: Role, text: str, room: int) -> list[str]:
    """The text in as few halvings as it takes for each part to have at most `room` tokens; raises `Unwritten`."""
    parts = [text]
    while True:
        counts = writer.measure(role, parts)
        if max(counts) <= room:
            return parts
        if len(parts) * 2 > MOST_PARTS:
            raise Unwritten(Ending.TOO_LONG, f"it would take more than {MOST_PARTS} parts")
        parts = [
            half
            for part, count in zip(parts, counts, strict=True)
            for half in (halves(part) if count > room else [part])
        ]


def halves(text: str) -> list[str]:
    """The text in two, cut behind the sentence end that is nearest to the middle, else at a blank, else there."""
    middle = len(text) // 2
    near = range(middle // 2, middle + middle // 2 + 1)
    ends = [found.end() for found in _ENDS.finditer(text, near.start, near.stop)]
    if not ends:
        ends = [found.end() for found in re.finditer(r"\s", text[near.start : near.stop])]
        ends = [near.start + end for end in ends]
    at = min(ends, key=lambda end: abs(end - middle), default=middle)
    return [text[:at], text[at:]]
