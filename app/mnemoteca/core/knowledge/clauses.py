"""Where the sentences and clauses of a text stand, and what in it is somebody else's word.

Quotations, code, what a tool told about a picture: written over by a sign that no pattern knows, letter for letter, so
that all places stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

HIDDEN = "\u0001"
_QUOTED = re.compile(
    r"```.*?(?:```|\Z)|^ {0,3}>[^\n]*|\[[^\]\n]*\]|“[^”\n]{2,400}”|\"[^\"\n]{2,400}\""
    r"|«[^»\n]{2,400}»|^(?: {4,}|\t)[^\n]*",
    re.DOTALL | re.MULTILINE,
)
_END = re.compile(r"[.!?…]+[)”\"']*(?=\s|\Z)|\n+|[\U0001f000-\U0001ffff]+")
_SHORT = re.compile(r"\b(?:dr|dra|sr|sra|mr|mrs|ms|prof|st|vs|etc|e\.g|i\.e|p\.ex|no|av|jan|fev|feb|mar|apr|abr|jun|jul"
                    r"|aug|ago|sep|set|oct|out|nov|dec|dez|[A-Z])\.$", re.IGNORECASE)  # fmt: skip
_CUT = re.compile(
    r"(?:;|,|—|–| -)? (?:and|but|so|e|mas)"
    r"(?= (?:I\b|I'|we\b|eu\b|não\b|nós\b|moro\b|trabalho\b|gosto\b|adoro\b|odeio\b))"
    r"|[;—–] ?|, (?=(?:I|eu|we)\b)|(?<=[a-zà-ÿ]) - |, (?:and|but|so|e|mas) ",
    re.IGNORECASE,
)


class Sentence(NamedTuple):
    """Where a sentence stands, its end left out, and whether it asks."""

    start: int
    end: int
    asks: bool


def own_words(text: str) -> str:
    """The text, as long as it is, with what it quotes written over; a title in quotation marks stays."""

    def over(match: re.Match[str]) -> str:
        quoted = match[0]
        is_title = quoted[:1] in '“"«' and quoted.count(" ") < 6 and quoted[1:2].isupper()
        return quoted if is_title else "".join(c if c == "\n" else HIDDEN for c in quoted)

    return _QUOTED.sub(over, text)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences in their order; none is empty."""
    start = 0
    for match in _END.finditer(text):
        if match[0] == "." and _SHORT.search(text, max(0, match.start() - 6), match.end()):
            continue
        yield from _trimmed(text, start, match.start(), "?" in match[0])
        start = match.end()
    yield from _trimmed(text, start, len(text), False)


def clauses(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that may each begin a statement."""
    start = sentence.start
    for match in _CUT.finditer(text, sentence.start, sentence.end):
        if start < match.start():
            yield start, match.start()
        start = match.end()
        while start < sentence.end and text[start].isspace():
            start += 1
    if start < sentence.end:
        yield start, sentence.end


def _trimmed(text: str, start: int, end: int, asks: bool) -> Iterator[Sentence]:
    while start < end and (text[start].isspace() or text[start] in "-*•)" or text[start] == HIDDEN):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(start, end, asks)
