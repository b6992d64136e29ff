"""Where the sentences of a text stand: ends of sentences, but not of abbreviations and initials, and ends of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|\Z)|[。！？]|\n")
_SHORT = """dr dra sr sra srta mr mrs ms prof st sto sta av pag pág art etc vs ex eg e.g i.e p.ex fig no vol cap ed eng
jr approx aprox tel obs min max inc ltda cia gen col sgt rev hon dept jan feb mar apr jun jul aug sep sept oct nov dec
fev abr mai ago set out dez"""
_NOT_AN_END = frozenset(_SHORT.split())
_BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,3}[.)])\s+|[#>]+\s+")


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Each sentence or line as (start, end), without blanks around it and without the mark of a list; none is empty."""
    start = 0
    for match in _END.finditer(text):
        if not _goes_on(text, start, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the sentence goes on behind what looks like its end: “Dr. Lima”, “J. Silva”, “1. Buy milk”."""
    if match[0] != ".":
        return False
    before = text[start : match.start()].split()
    word = before[-1].lstrip("([\"'“‘«") if before else ""
    if word.casefold() in _NOT_AN_END or (len(word) == 1 and word.isalpha() and word.isupper()):
        return True
    if len(before) == 1 and word.isdigit():
        return True
    after = text[match.end() : match.end() + 2].strip()
    return after[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    part = text[start:end]
    if stripped := part.strip():
        begin = start + part.index(stripped[0])
        yield begin, begin + len(stripped)
