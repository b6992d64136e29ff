"""Finding words in a text as they are typed, whatever their case and accents: where they stand; pure.

A session is looked through as a whole, so that it can be said how often something stands in it before all of it is on
the screen.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MOST_PLACES = 5_000  # of one search; beyond them there are “more”
_LETTERS = 4_096


@dataclass(frozen=True, slots=True)
class FoundTurn:
    """A turn in which something was found: its place on the path that is read, and the characters of its text."""

    id: int
    at: int
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundIn:
    """What was found in a session, in the order in which it is read; `more`: there is more than is told."""

    session: int
    text: str
    turns: tuple[FoundTurn, ...] = ()
    more: bool = False

    @property
    def places(self) -> int:
        """How many places it was found at."""
        return sum(len(turn.spans) for turn in self.turns)


@lru_cache(maxsize=_LETTERS)
def _plain(letter: str) -> str:
    """A letter without its case and marks; "" for a mark alone. So does the database when it looks for them."""
    apart = unicodedata.normalize("NFD", letter.lower())
    return "".join(each for each in apart if not unicodedata.combining(each))


def plain(text: str) -> str:
    """A text without case and marks."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def spans_of(text: str, wanted: str, most: int = MOST_PLACES) -> tuple[tuple[int, int], ...]:
    """Where `wanted` stands in a text, one behind the other, at most so often; as characters of the text."""
    sought = plain(wanted)
    if not sought:
        return ()
    if text.isascii():
        return tuple((at, at + len(sought)) for at in _places(text.lower(), sought, most))
    folded = [_plain(letter) for letter in text]
    where = [n for n, letters in enumerate(folded) for _ in letters]
    found = []
    for at in _places("".join(folded), sought, most):
        end = where[at + len(sought) - 1] + 1
        while end < len(text) and not folded[end]:
            end += 1  # the marks of the last letter
        found.append((where[at], end))
    return tuple(found)


def _places(text: str, sought: str, most: int) -> list[int]:
    found: list[int] = []
    at = text.find(sought)
    while at >= 0 and len(found) < most:
        found.append(at)
        at = text.find(sought, at + len(sought))
    return found
