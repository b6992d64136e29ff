"""What is kept of a memory in the words index, and what is looked for there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from mnemoteca.core.stems import keys
from mnemoteca.core.text import keys_of, slices, words
from mnemoteca.core.when import day_words, local_day

Ids = np.ndarray[Any, np.dtype[np.int64]]


class Place(NamedTuple):
    """Where a memory stands, as `Document` says it."""

    id: int
    session: int
    position: int
    at: float
    voice: int
    speaker: str
    part: int = 0


@lru_cache(maxsize=1_024)
def _header_keys(speaker: str, title: str, day: date | None, precision: str, lang: str) -> tuple[str, ...]:
    return tuple(keys_of([*words(f"{speaker} {title}"), *day_words(day, precision)], lang))


class Document(NamedTuple):
    """A memory as the words index takes it; `voice` is a hash of its speaker, or -1
    where nobody speaks (a note, a document); `at` is seconds since 1970 or NaN; `part` is 1 for what the person says,
    2 for an assistant, else 0."""

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
    part: int = 0

    def bodies(self) -> Iterator[list[str]]:
        """The folded words of the text, a slice at a time."""
        for piece in slices(self.text):
            yield words(piece)

    def header_keys(self) -> list[str]:
        """The keys of speaker, session title and day."""
        day = None if self.occurred_at is None else local_day(self.occurred_at, self.offset_min)
        return list(_header_keys(self.speaker, self.title, day, self.precision, self.lang))

    def place(self) -> Place:
        """Where it stands."""
        return Place(self.id, self.session, self.position, self.at, self.voice, self.speaker, self.part)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in one space.

    `terms` are keys of `core.stems.keys` with their weights. `starts` are beginnings of a word. `phrases` are
    folded words that follow each other; with `open_end` the last of each may go on. `words` are words, each as all
    its keys, with what it counts where it stands at all. `allowed` are the only ids that count.
    """

    space: int
    terms: dict[str, float]
    starts: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    open_end: bool = False
    allowed: Ids | None = None
    words: dict[tuple[str, ...], float] = field(default_factory=dict)


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


@dataclass(frozen=True, slots=True)
class Counts:
    """The keys of a document with their counts; its words, each once; and in their order, as ` word word `."""

    held: Counter[str]
    words: frozenset[str]
    bodies: tuple[str, ...]


def counted(document: Document) -> Counts:
    """What a document holds, gathered slice by slice: a large text is never in memory as so many words."""
    held, seen, bodies = Counter(document.header_keys()), set[str](), []
    for body in document.bodies():
        held.update(keys_of(body, document.lang))
        seen.update(body)
        bodies.append(f" {' '.join(body)} ")
    return Counts(held, frozenset(seen), tuple(bodies))


def holds_phrase(bodies: Sequence[str], phrase: tuple[str, ...], *, open_end: bool) -> bool:
    """Whether the words of the phrase follow each other; with `open_end` the last may be a beginning."""
    tail = " ".join(phrase) + ("" if open_end else " ")
    return any((" " + tail) in body for body in bodies)
