"""Long texts in passages that overlap and end with a sentence, each no longer than the embedder's window."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import numpy as np

ROOM = 225.0  # tokens of a passage: the window's 256 without its two marks and what stands above the text
SHARED = 35.0  # tokens that a passage shares with the one before it
LEAST = 0.5  # of the room that a passage fills before it may end with a sentence
# Tokens of a character, at most, in nineteen of twenty texts (app/decisions/70-embedder.md).
ENGLISH_LETTER, LATIN_LETTER, DIGIT, BLANK, OTHER = 0.27, 0.40, 0.6, 0.02, 1.0
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|[。！？।؟]|\n")
_LATIN = 0x250  # the first character that is no Latin letter


def passages(text: str, lang: str = "", at_most: float = ROOM, shared: float = SHARED) -> tuple[tuple[int, int], ...]:
    """The passages as (begin, end), in order; together they hold all of the text.

    `at_most` and `shared` are in tokens, which are estimated from the kinds of characters; `lang` is "en" where the
    text is known to be English, whose words are longer in tokens.
    """
    if len(text) <= at_most:
        return ((0, len(text)),)
    return tuple(_cut(text, _tokens(text, lang), at_most, shared))


def _tokens(text: str, lang: str) -> list[float]:
    """How many tokens stand before each character, and before the end."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = np.full(_LATIN + 1, LATIN_LETTER)
    kinds[_LATIN] = OTHER
    for code in range(0xC0):
        sign = chr(code)
        if sign.isspace() or not sign.isprintable():
            kinds[code] = BLANK
        elif sign.isdigit():
            kinds[code] = DIGIT
        elif not sign.isalpha():
            kinds[code] = OTHER
        elif lang == "en":
            kinds[code] = ENGLISH_LETTER
    counts: list[float] = np.concatenate([[0.0], np.cumsum(kinds[np.minimum(codes, _LATIN)])]).tolist()
    return counts


def _cut(text: str, tokens: list[float], at_most: float, shared: float) -> Iterator[tuple[int, int]]:
    ends = [found.end() for found in _ENDS.finditer(text)]
    start = 0
    while tokens[-1] - tokens[start] > at_most:
        last = max(start + 1, bisect_right(tokens, tokens[start] + at_most) - 1)
        least = bisect_left(tokens, tokens[start] + at_most * LEAST, start + 1, last)
        end = _sentence_end(ends, least, last) or _blank(text, least, last) or last
        yield start, end
        earliest = bisect_left(tokens, tokens[end] - shared, start + 1, end)
        start = _sentence_end(ends, earliest, end - 1, first=True) or _blank(text, earliest, end - 1) or earliest
    yield start, len(text)


def _sentence_end(ends: list[int], low: int, high: int, first: bool = False) -> int:
    """The last end of a sentence from `low` to `high` (or the first one); 0 where there is none."""
    at = bisect_left(ends, low) if first else bisect_right(ends, high) - 1
    return ends[at] if 0 <= at < len(ends) and low <= ends[at] <= high else 0


def _blank(text: str, low: int, high: int) -> int:
    """Behind the last blank from `low` to `high`; 0 where there is none."""
    return text.rfind(" ", low, high) + 1
