"""The bodies of recall: one question, or a batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from mnemoteca.core.cancel import current
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import BadInput
from mnemoteca.core.meaning import MeaningState, Vectors
from mnemoteca.core.memory import DEFAULT_SPACE, ROW_TEXT
from mnemoteca.core.ranking import WEIGHTS
from mnemoteca.core.recall import WINDOW_S, Filters, Hit, Question, Recalled, Window
from mnemoteca.library.body import Body
from mnemoteca.library.indexing import Indexing
from mnemoteca.library.meaning.searching import Searching
from mnemoteca.library.recall.lighting import Light
from mnemoteca.library.recall.meant import NOT_MEANT, meant, without_names
from mnemoteca.library.recall.placing import Placing, place
from mnemoteca.library.recall.reading import Reading, read_question
from mnemoteca.library.recall.searching import Candidates, Shelf, candidates, with_all
from mnemoteca.library.recall.sifting import allowed_ids
from mnemoteca.library.recall.spelling import Spelling, respell
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import memories
from mnemoteca.store.wording import NOTHING, Ids, Wanted, spelled

MOST_HITS = 500
MOST_QUESTIONS = 50
ARMS = ("all", "words", "meaning")
PATIENCE_S = 0.08  # that a person waits for a question to be embedded
LONG_PATIENCE_S = 30.0  # that a script does
LATE = "late"  # the embedder is at work, but not as quick as that
AWAITED = (LATE, MeaningState.PREPARING.value)
WAIT_S = 0.3  # for the index to take in an import that was acknowledged; then recall says what is missing


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


class Recalls(Body):
    """The part of the library that finds."""

    indexing: Indexing
    meaning: Searching | None = None

    def recall(
        self,
        question: Question,
        space: str = DEFAULT_SPACE,
        limit: int = 10,
        filters: Filters = Filters(),
        arms: str = "all",
        as_typed: bool = False,
    ) -> Recalled:
        _check(arms, limit)
        return self._answer(self._asked(question, space, limit, filters, arms, as_typed, PATIENCE_S))

    def recall_batch(
        self,
        questions: tuple[Question, ...],
        space: str = DEFAULT_SPACE,
        limit: int = 10,
        filters: Filters = Filters(),
        arms: str = "all",
    ) -> tuple[Recalled, ...]:
        _check(arms, limit)
        if len(questions) > MOST_QUESTIONS:
            raise BadInput("number_range", name="questions", value=len(questions), low=0, high=MOST_QUESTIONS)
        answers = []
        for question in questions:
            current().raise_if_cancelled()
            answers.append(self._answer(self._asked(question, space, limit, filters, arms, False, LONG_PATIENCE_S)))
        return tuple(answers)

    def _asked(
        self, question: Question, space: str, limit: int, filters: Filters, arms: str, as_typed: bool, patience_s: float
    ) -> Asked:
        at = question.asked_at or self.clock.now()
        arms = "words" if as_typed else arms  # nothing is embedded between two letters
        return Asked(question, space, limit, filters, as_typed, at.astimezone(UTC), arms, patience_s)

    def _answer(self, asked: Asked) -> Recalled:
        started = stopwatch()
        reading = read_question(asked.question.text, as_typed=asked.as_typed)
        vector, without = self._vector(asked, reading)
        missing = self._take_in(asked)
        with self.store.read() as reader:
            missing = self.indexing.take_in(reader) if missing else 0
            space = self.space_id(reader, asked.space)
            allowed = allowed_ids(reader, space, asked.filters, asked.at)
            change = self.store.last_change
            hits, notes = self._hits(reader, asked, reading, space, allowed, vector)
        ms = round((stopwatch() - started) * 1000, 3)
        partial = missing > 0 or without in AWAITED
        return Recalled(asked.question.id, hits, ms, notes, partial, missing, change, without)

    def _vector(self, asked: Asked, reading: Reading) -> tuple[Vectors | None, str]:
        """The vector of the question, or why there is none."""
        if asked.arms == "words":
            return None, ""
        if self.meaning is None:
            return None, MeaningState.OFF.value
        text = without_names(asked.question.text, self.indexing.order.names(frozenset(reading.content)))
        vector = self.meaning.question(text, asked.patience_s)
        state = self.meaning.state().state
        return vector, "" if vector is not None else LATE if state is MeaningState.READY else state.value

    def _take_in(self, asked: Asked) -> int:
        """Bring the fresh part up to date; returns how many memories are missing all the same."""
        if self.indexing.in_step:
            return 0
        with self.store.read() as reader:
            missing = self.indexing.take_in(reader)
        if missing and not asked.as_typed:
            self.indexing.hurry(self.store.last_change, WAIT_S)
        return missing

    def _hits(
        self,
        reader: Reader,
        asked: Asked,
        reading: Reading,
        space: int,
        allowed: Ids | None,
        vector: Vectors | None,
    ) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
        if allowed is not None and not len(allowed):
            return (), ()
        shelf = Shelf(self.indexing.words, self.indexing.fresh, self.indexing.order, self.indexing.gone)
        by_words = asked.arms != "meaning"
        spellings = _spellings(shelf, reading) if by_words else []
        wanted = _wanted(reading, spellings, space, allowed)
        found = shelf.search(wanted) if by_words else NOTHING
        phrased = shelf.search_phrases(wanted) if by_words else NOTHING
        likely = NOT_MEANT
        if self.meaning is not None and vector is not None:
            likely = meant(self.meaning, vector, space, allowed, shelf.gone)
        all_found = candidates(shelf, with_all(found, phrased), likely, reading, allowed)
        exact = None if len(likely.ids) else _exact(shelf, wanted, reading, spellings, found.ids)
        placing = Placing(phrased.ids, exact, asked.at, _tau(asked.filters))
        chosen = _chosen(all_found, placing, max(30, 2 * asked.limit))
        rows = memories.by_ids(reader, chosen.ids.tolist(), ROW_TEXT, self.lives(reader))
        light = Light(frozenset(wanted.terms), reading.start, wanted.phrases, wanted.open_end)
        hits = place(rows, chosen, placing, light, reading, spellings, asked.limit)
        return hits, tuple(spelling.note for spelling in spellings)


def _check(arms: str, limit: int) -> None:
    if arms not in ARMS:
        raise BadInput("bad_arms", value=arms)
    if not 1 <= limit <= MOST_HITS:
        raise BadInput("number_range", name="limit", value=limit, low=1, high=MOST_HITS)


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
    promise = found.relevance * placing.recencies(found.at) + 10.0 * np.isin(found.ids, placing.phrased)
    best = np.lexsort((-found.ids, -promise))[:count]
    return found[best]
