"""A text cut into words and marks for the finder of names, line by line.

Texts that come with their marks set apart (“Ana ’ s dog”) and as people write them (“Ana’s dog”) are cut alike.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""
    https?://\S+[\w/] | www\.\S+[\w/] | [\w.+-]{{1,64}}@[\w-]+\.[\w.-]*\w   # what is one piece in spite of its marks
    | @\w+
    | (?:{_LETTER}\.){{2,}}                                          # U.S., S.A.
    | \d+(?:[.,:/-]\d+)*[ºª°%]?
    | (?:[DdLlOo]['’](?={_LETTER}))?{_LETTER}[\w\u0300-\u036f]*(?:[-·]\w+)*   # D'Ávila, Trás-os-Montes
    | \S
    """,
    re.VERBOSE,
)
LONGEST = 60  # words that are looked at together; a longer line is cut at the end of a sentence
_ENDS = frozenset(".!?…;")
_SHORT = "dr dra sr sra mr mrs ms st prof profa jr av art arts fls inc no vs etc pág p n"
_ABBREVIATED = frozenset(_SHORT.split())


class Word(NamedTuple):
    """A word or a mark, and where it stands in the text."""

    text: str
    start: int
    end: int


def lines_of(text: str) -> list[list[Word]]:
    """The words of each line that has any."""
    found, start = [], 0
    for line in text.split("\n"):
        cut = [Word(match.group(), start + match.start(), start + match.end()) for match in _TOKEN.finditer(line)]
        if cut:
            found.append(cut)
        start += len(line) + 1
    return found


def ends_sentence(word: str, before: str) -> bool:
    """Whether a sentence ends with this mark, after this word: not behind “Dr” or a single letter."""
    if word not in _ENDS:
        return False
    return word != "." or (before.lower() not in _ABBREVIATED and not (len(before) == 1 and before.isupper()))


def pieces_of(line: list[Word]) -> list[tuple[int, int]]:
    """Where to cut a line into pieces of at most `LONGEST` words: at the end of a sentence, else where it must be."""
    pieces, start = [], 0
    while len(line) - start > LONGEST:
        ends = [at + 1 for at in range(start + 1, start + LONGEST) if ends_sentence(line[at].text, line[at - 1].text)]
        cut = ends[-1] if ends else start + LONGEST
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, len(line))]
