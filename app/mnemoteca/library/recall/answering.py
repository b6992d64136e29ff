"""One question being answered: from its reading to its hits, over what stands at this moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

import numpy as np

from mnemoteca.core.meaning import Sought
from mnemoteca.core.memory import ROW_TEXT, Memory
from mnemoteca.core.ranking import FAR_BELOW, WEIGHTS, normalised, trusted
from mnemoteca.core.recall import WINDOW_S, Filters, Hit, Question, Unless, Window
from mnemoteca.core.reranking import DEPTH
from mnemoteca.library.meaning.searching import Searching
from mnemoteca.library.recall.goodness import Telling, good, most_held, telling
from mnemoteca.library.recall.hops import STARTS, Hops, Start, Step, about
from mnemoteca.library.recall.lighting import Light
from mnemoteca.library.recall.meant import NOT_MEANT, meant
from mnemoteca.library.recall.placing import Placing, Ranked, hits_of, in_order, ranked
from mnemoteca.library.recall.presence import EBBINGHAUS, presence
from mnemoteca.library.recall.reading import Reading
from mnemoteca.library.recall.reranking import Rereading, reordered, with_reasons
from mnemoteca.library.recall.searching import Candidates, Shelf, candidates, with_all, with_more
from mnemoteca.library.recall.spelling import Spelling, respell
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import memories
from mnemoteca.store.tables.memories import Lives
from mnemoteca.store.wording import NOTHING, Found, Ids, Wanted, spelled

MOST_LOOKED_AT = 400  # memories that the names of one hop lead to
WHOLE_TEXT = 4_000  # characters of a hit in which names are looked for


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that goes with it."""

    question: Question
    space: str
    limit: int
    filters: Filters
    as_typed: bool
    at: datetime
    arms: str
    patience_s: float
    hops: int = 1
    weak: bool = False
    curve: str = EBBINGHAUS  # by which memories fade


class Answer(NamedTuple):
    """What came of a question."""

    hits: tuple[Hit, ...]
    notes: tuple[str, ...]
    unless: tuple[Unless, ...]


@dataclass(frozen=True, slots=True)
class Answering:
    """All that an answer needs; `vector` is None where nothing is searched by meaning."""

    reader: Reader
    shelf: Shelf
    meaning: Searching | None
    lives: Lives
    asked: Asked
    reading: Reading
    space: int
    allowed: Ids | None
    vector: Sought | None
    rereading: Rereading | None = None

    def answer(self) -> Answer:
        """The hits, best first, what was read differently, and what the first owes its place to."""
        if self.allowed is not None and not len(self.allowed):
            return Answer((), (), ())
        spellings = _spellings(self.shelf, self.reading) if self._by_words else []
        wanted = _wanted(self.reading, spellings, self.space, self.allowed)
        found = self.shelf.search(wanted) if self._by_words else NOTHING
        phrased = self.shelf.search_phrases(wanted) if self._by_words else NOTHING
        told = telling(self.shelf, self.reading, spellings) if self._by_both else {}
        all_found = self._candidates(with_all(found, phrased), told)
        steps: dict[int, Step] = {}
        if self.asked.hops > 1:
            all_found, steps = self._hopped(all_found)
        exact = None if self.vector is not None else _exact(self.shelf, wanted, self.reading, spellings, found.ids)
        placing = Placing(phrased.ids, exact, self.asked.at, _tau(self.asked.filters))
        chosen = _chosen(all_found, placing, max(30, 2 * self._depth))
        light = Light(frozenset(wanted.terms), self.reading.start, wanted.phrases, wanted.open_end)
        best, scores = self._best(chosen, placing, light, steps)
        hits, owed = self._hits(best, scores, spellings)
        sound = self._sound(hits, told, phrased.ids, steps)
        return Answer(sound, tuple(spelling.note for spelling in spellings), owed if sound else ())

    def _best(
        self, chosen: Candidates, placing: Placing, light: Light, steps: Mapping[int, Step]
    ) -> tuple[list[Ranked], list[float]]:
        """The best of the chosen with their scores; rows are read of no more than may be among them."""
        likely, most_left = placing.likely(chosen, self._depth)
        found = list(self._ranked(chosen.ids[:likely], chosen, placing, light, steps))
        best, scores, no_copies = in_order(found, self._depth)
        settled = no_copies and (best[-1].rank == 0 or best[-1].final >= most_left)
        if likely < len(chosen.ids) and not settled:
            found += self._ranked(chosen.ids[likely:], chosen, placing, light, steps)
            best, scores, _ = in_order(found, self._depth)
        return best, scores

    def _hits(
        self, best: Sequence[Ranked], scores: Sequence[float], spellings: Sequence[Spelling]
    ) -> tuple[tuple[Hit, ...], tuple[Unless, ...]]:
        """These as hits, read against the question once more where somebody does that."""
        if self.rereading is None or not best:
            return hits_of(best, scores, self.reading, spellings)
        put = reordered(best, self.asked.question.text, self.rereading, self.asked.limit)
        hits, owed = hits_of(put.best, scores[: len(put.best)], self.reading, spellings)
        return with_reasons(hits, put.said), () if put.moved else owed

    @property
    def _depth(self) -> int:
        """How many of the best are wanted."""
        return self.asked.limit if self.rereading is None else max(self.asked.limit, DEPTH)

    def _ranked(
        self, ids: Ids, chosen: Candidates, placing: Placing, light: Light, steps: Mapping[int, Step]
    ) -> Iterator[Ranked]:
        rows = self._rows(ids)
        present = presence(self.reader, rows, self.asked.curve, self.asked.at)
        return ranked(rows, chosen, placing, light, steps, present)

    def _sound(self, hits: tuple[Hit, ...], told: Telling, phrased: Ids, steps: Mapping[int, Step]) -> tuple[Hit, ...]:
        """The hits with the weak ones marked; none where none is a good answer, unless weak ones are wanted.

        Where nothing was searched by meaning, or by meaning alone, that can't be told.
        """
        if self.meaning is None or self.vector is None or not self._by_both or not hits:
            return hits
        ids = np.array([hit.memory.id for hit in hits], np.int64)
        fine = good(self.shelf, self.meaning, self.vector, self.space, told, ids)
        fine |= np.isin(ids, phrased) | np.isin(ids, np.fromiter(steps, np.int64))
        scores = np.array([hit.score for hit in hits])
        fine &= scores >= FAR_BELOW * scores[int(np.argmax(fine))] if fine.any() else False
        if not fine.any():
            return tuple(replace(hit, weak=True) for hit in hits) if self.asked.weak else ()
        line = int(np.flatnonzero(fine)[-1]) + 1
        return (*hits[:line], *(replace(hit, weak=True) for hit in hits[line:]))

    @property
    def _by_words(self) -> bool:
        return self.asked.arms != "meaning"

    @property
    def _by_both(self) -> bool:
        return self.vector is not None and self.asked.arms == "all"

    def _candidates(self, found: Found, told: Telling) -> Candidates:
        near, held = NOT_MEANT, 0.0
        if self.meaning is not None and self.vector is not None:
            near = meant(self.meaning, self.vector, self.space, self.allowed, self.shelf.gone)
            held = most_held(self.shelf, self.meaning, self.space, told, self.allowed) if told else 0.0
        return candidates(self.shelf, found, near, self.reading, trusted(self.reading.trust, held), self.allowed)

    def _rows(self, ids: Ids, text: int = ROW_TEXT) -> list[Memory]:
        return memories.by_ids(self.reader, ids.tolist(), text, self.lives)

    def _hopped(self, found: Candidates) -> tuple[Candidates, dict[int, Step]]:
        """The candidates with what hops from the best of them lead to."""
        hops = Hops(self.shelf, self.reading, self.space, self.allowed)
        best = np.lexsort((-found.ids, -found.relevance))[:STARTS]
        scores = dict(zip(found.ids[best].tolist(), found.relevance[best].tolist(), strict=True))
        needed = self.reading.content
        starts = [Start(row, scores[row.id], needed) for row in self._rows(found.ids[best], WHOLE_TEXT)]
        for hop in range(2, self.asked.hops + 1):
            starts = self._hop(hops, hop, starts)
        came = np.array(list(hops.steps), np.int64)
        weights = np.array([step.weight for step in hops.steps.values()], np.float64)
        all_found = with_more(self.shelf, found, came, weights)
        return replace(all_found, relevance=normalised(all_found.relevance)), hops.steps

    def _hop(self, hops: Hops, number: int, starts: Sequence[Start]) -> list[Start]:
        """One hop from each of these; from where the next one starts."""
        leads = [hops.leads(start) for start in starts]
        known = self._rows(hops.known()[:MOST_LOOKED_AT], WHOLE_TEXT)
        told = {row.id: about(row) for row in known}
        next_: dict[int, tuple[float, dict[str, int]]] = {}
        for start, (found, has, needed) in zip(starts, leads, strict=True):
            for score, id in hops.take(number, start, found, has, told):
                if score > next_.get(id, (0.0, {}))[0]:
                    next_[id] = (score, needed)
        best = sorted(next_, key=lambda id: -next_[id][0])[:STARTS]
        rows = {row.id: row for row in known}
        return [Start(rows[id], next_[id][0], next_[id][1] or self.reading.content) for id in best]


def _tau(filters: Filters) -> float:
    return WINDOW_S[filters.window or Window.WEEK]


def _spellings(shelf: Shelf, reading: Reading) -> list[Spelling]:
    def holds_word(word: str) -> int:
        return shelf.words.holds_word(word) + shelf.fresh.holds_word(word)

    def holds_stem(word: str) -> bool:
        return any(shelf.words.statistics(spelled(word)).holding.values()) or shelf.fresh.holds_stem(spelled(word))

    return respell([word for word in reading.content if word != reading.start], holds_word, holds_stem)


def _wanted(reading: Reading, spellings: Sequence[Spelling], space: int, allowed: Ids | None) -> Wanted:
    terms = reading.terms()
    for spelling in spellings:
        if not spelling.same:
            for variant in spelling.variants:
                for key in spelled(variant):
                    terms.setdefault(key, WEIGHTS.spelling * (1.0 if key.startswith("=") else WEIGHTS.stem))
    starts = (reading.start,) if reading.start else ()
    return Wanted(space, terms, starts, reading.phrases, bool(reading.start), allowed)


def _exact(shelf: Shelf, wanted: Wanted, reading: Reading, spellings: Sequence[Spelling], ids: Ids) -> Ids | None:
    """Those of the ids that hold a word of the question as it was asked, not only one a letter off; None: all."""
    if all(spelling.same for spelling in spellings):
        return None
    as_asked = Wanted(wanted.space, reading.terms(), wanted.starts, allowed=ids[np.argsort(ids)])
    return shelf.search(as_asked).ids


def _chosen(found: Candidates, placing: Placing, count: int) -> Candidates:
    """The most promising candidates, phrases among them for sure, the best first."""
    promise = placing.promise(found)
    best = np.lexsort((-found.ids, -promise))[:count]
    return found[best]
