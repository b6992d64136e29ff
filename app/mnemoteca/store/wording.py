"""What is kept of a memory in the words index, and what is looked for there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np

from mnemoteca.core.stems import keys
from mnemoteca.core.text import keys_of, slices, words
from mnemoteca.core.when import day_words

Ids = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Document:
    """A memory as the words index takes it; `voice` is a hash of its speaker, or -1
    where nobody speaks (a note, a document); `at` is seconds since 1970 or NaN."""

    id: int
    space: int
    session: int
    position: int
    at: float
    voice: int
    speaker: str
    title: str
    lang: str
    occurred_at: datetime | None
    offset_min: int
    precision: str
    text: str

    def bodies(self) -> Iterator[list[str]]:
        """The folded words of the text, a slice at a time."""
        for piece in slices(self.text):
            yield words(piece)

    def header(self) -> list[str]:
        """The folded words of speaker, day and session title."""
        return [*words(f"{self.speaker} {self.title}"), *day_words(self.occurred_at, self.offset_min, self.precision)]

    def header_keys(self) -> list[str]:
        return keys_of(self.header(), self.lang)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in one space.

    `terms` are keys of `core.stems.keys` with their weights. `starts` are beginnings of a word. `phrases` are
    folded words that follow each other; with `open_end` the last of each may go on. `allowed` are the only
    ids that count, sorted.
    """

    space: int
    terms: dict[str, float]
    starts: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    open_end: bool = False
    allowed: Ids | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Ids with their scores (BM25, not normalised), the best first; `more` where the search stopped before the end."""

    ids: Ids
    scores: np.ndarray[Any, np.dtype[np.float64]]
    more: bool = False


NOTHING = Found(np.empty(0, np.int64), np.empty(0, np.float64))


@dataclass(frozen=True, slots=True)
class Statistics:
    """What BM25 needs: documents, their mean length in keys, and how many hold a key."""

    documents: int
    mean_length: float
    holding: dict[str, int] = field(default_factory=dict)


def spelled(word: str) -> tuple[str, ...]:
    """The keys of a word of a question: those of every language."""
    return keys(word, "")


def counted(document: Document) -> tuple[Counter[str], list[list[str]]]:
    """The keys of a document with their counts, and its words."""
    bodies = list(document.bodies())
    held = Counter(document.header_keys())
    for body in bodies:
        held.update(keys_of(body, document.lang))
    return held, bodies


def holds_phrase(bodies: Sequence[Sequence[str]], phrase: tuple[str, ...], *, open_end: bool) -> bool:
    """Whether the words of the phrase follow each other; with `open_end` the last may be a beginning."""
    tail = " ".join(phrase) + ("" if open_end else " ")
    return any((" " + tail) in f" {' '.join(body)} " for body in bodies)
