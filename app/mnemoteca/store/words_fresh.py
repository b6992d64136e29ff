"""What is kept but not in the words index yet: scored here, by the same measure, until the index has it."""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from mnemoteca.core.ranking import K1, B
from mnemoteca.store.wording import NOTHING, Document, Found, Ids, Statistics, Wanted, counted, holds_phrase
from mnemoteca.store.words import START_WEIGHT


@dataclass(frozen=True, slots=True)
class _Entry:
    document: Document
    held: Counter[str]
    length: int
    bodies: tuple[str, ...]
    words: frozenset[str]


class FreshWords:
    """A few documents in memory. Any thread may use it."""

    def __init__(self) -> None:
        self._entries: dict[int, _Entry] = {}
        self._turn = threading.Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, documents: Iterable[Document]) -> None:
        """Take documents in, in place of what was known of their ids."""
        entries = {document.id: _entry(document) for document in documents}
        with self._turn:
            self._entries = self._entries | entries

    def lacking(self, ids: Ids) -> Ids:
        """Those of the ids that are not here."""
        entries = self._entries
        return np.array([id for id in ids.tolist() if id not in entries], np.int64)

    def keep_only(self, ids: Ids) -> None:
        """Let all others go: the index has them, or they are gone."""
        with self._turn:
            self._entries = {id: self._entries[id] for id in ids.tolist() if id in self._entries}

    @property
    def characters(self) -> int:
        """How much text is here."""
        return sum(len(body) for entry in self._entries.values() for body in entry.bodies)

    def holds_word(self, word: str) -> int:
        """How many documents hold this folded word in their text."""
        return sum(word in entry.words for entry in self._entries.values())

    def holds_stem(self, keys: Iterable[str]) -> bool:
        """Whether any document is kept under one of the keys."""
        return any(key in entry.held for entry in self._entries.values() for key in keys)

    def search(self, wanted: Wanted, statistics: Statistics) -> Found:
        """As `Words.search`."""
        known = {term: statistics.holding.get(term, 0) for term in wanted.terms}
        entries = self._sifted(wanted)
        for term in known:
            known[term] += sum(term in entry.held for entry in entries)
        total = statistics.documents + len(self._entries)
        rarity = {term: math.log(1 + (total - n + 0.5) / (n + 0.5)) for term, n in known.items() if n <= total}
        scored = [(entry.document.id, _score(entry, wanted, rarity, statistics.mean_length)) for entry in entries]
        return _best([(id, score) for id, score in scored if score > 0])

    def search_phrases(self, wanted: Wanted) -> Found:
        """As `Words.search_phrases`."""
        entries = self._sifted(wanted)
        return _best([(entry.document.id, 1.0) for entry in entries if _any_phrase(entry, wanted)])

    def search_held(self, wanted: Wanted) -> Found:
        """As `Words.search_held`."""
        scored = [(entry.document.id, _held(entry, wanted)) for entry in self._sifted(wanted)]
        return _best([(id, score) for id, score in scored if score > 0])

    def documents(self, ids: Iterable[int]) -> list[Document]:
        """The documents of these ids that are here."""
        entries = self._entries
        return [entries[id].document for id in ids if id in entries]

    def ids(self) -> Ids:
        return np.array(sorted(self._entries), np.int64)

    def _sifted(self, wanted: Wanted) -> list[_Entry]:
        here = [entry for entry in self._entries.values() if entry.document.space == wanted.space]
        if wanted.allowed is None or not here:
            return here
        passes = np.isin([entry.document.id for entry in here], wanted.allowed)
        return [entry for entry, does in zip(here, passes, strict=True) if does]


def _entry(document: Document) -> _Entry:
    counts = counted(document)
    kept = document._replace(text="")  # what is looked for stands in the counts
    return _Entry(kept, counts.held, counts.held.total(), counts.bodies, counts.words)


def _score(entry: _Entry, wanted: Wanted, rarity: dict[str, float], mean_length: float) -> float:
    score = 0.0
    for term, weight in wanted.terms.items():
        times = entry.held.get(term, 0)
        if times and term in rarity:
            score += weight * rarity[term] * times * (K1 + 1) / (times + K1 * (1 - B + B * entry.length / mean_length))
    for start in wanted.starts:
        if any(word.startswith(start) for word in entry.words):
            score += START_WEIGHT
    return score


def _held(entry: _Entry, wanted: Wanted) -> float:
    return sum(counts for keys, counts in wanted.words.items() if any(key in entry.held for key in keys))


def _any_phrase(entry: _Entry, wanted: Wanted) -> bool:
    return any(holds_phrase(entry.bodies, phrase, open_end=wanted.open_end) for phrase in wanted.phrases)


def _best(scored: Sequence[tuple[int, float]]) -> Found:
    if not scored:
        return NOTHING
    ranked = sorted(scored, key=lambda pair: (-pair[1], -pair[0]))
    return Found(np.array([id for id, _ in ranked], np.int64), np.array([score for _, score in ranked], np.float64))
