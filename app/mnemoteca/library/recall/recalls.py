"""The bodies of recall: one question, a batch, or from what was found to what follows from it."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC

from mnemoteca.core.cancel import current
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import BadInput
from mnemoteca.core.meaning import Sought
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.recall import Filters, Question, Recalled
from mnemoteca.core.reranking import NoReranker, Reranker
from mnemoteca.core.standing import MeaningState
from mnemoteca.library.body import Body
from mnemoteca.library.indexing import Indexing
from mnemoteca.library.meaning.searching import Searching
from mnemoteca.library.recall.answering import Answering, Asked
from mnemoteca.library.recall.meant import without_names
from mnemoteca.library.recall.reading import Reading, read_question
from mnemoteca.library.recall.reranking import Rereading
from mnemoteca.library.recall.searching import Shelf
from mnemoteca.library.recall.sifting import allowed_ids
from mnemoteca.store.engine import Reader

MOST_HITS = 500
MOST_QUESTIONS = 50
MOST_HOPS = 5
ARMS = ("all", "words", "meaning")
PATIENCE_S = 0.08  # that a person waits for a question to be embedded
LONG_PATIENCE_S = 30.0  # that a script does
LATE = "late"  # the embedder is at work, but not as quick as that
AWAITED = (LATE, MeaningState.PREPARING.value)
WAIT_S = 0.3  # for the index to take in an import that was acknowledged; then recall says what is missing


class Recalls(Body):
    """The part of the library that finds."""

    indexing: Indexing
    meaning: Searching | None = None
    reranker: Reranker = NoReranker()

    def recall(
        self,
        question: Question,
        space: str = DEFAULT_SPACE,
        limit: int = 10,
        filters: Filters = Filters(),
        arms: str = "all",
        as_typed: bool = False,
        weak: bool = False,
    ) -> Recalled:
        _check(arms, limit)
        return self._answer(self._asked(question, space, limit, filters, arms, as_typed=as_typed, weak=weak))

    def recall_batch(
        self,
        questions: tuple[Question, ...],
        space: str = DEFAULT_SPACE,
        limit: int = 10,
        filters: Filters = Filters(),
        arms: str = "all",
        hops: int = 1,
        weak: bool = False,
    ) -> tuple[Recalled, ...]:
        _check(arms, limit, hops)
        if len(questions) > MOST_QUESTIONS:
            raise BadInput("number_range", name="questions", value=len(questions), low=0, high=MOST_QUESTIONS)
        answers = []
        for question in questions:
            current().raise_if_cancelled()
            asked = self._asked(question, space, limit, filters, arms, hops=hops, weak=weak, patience_s=LONG_PATIENCE_S)
            answers.append(self._answer(asked))
        return tuple(answers)

    def multi_hop_retrieval(
        self,
        query: str,
        max_hops: int = 3,
        space: str = DEFAULT_SPACE,
        limit: int = 10,
        filters: Filters = Filters(),
        arms: str = "all",
        weak: bool = False,
    ) -> Recalled:
        _check(arms, limit, max_hops)
        return self._answer(self._asked(Question(query), space, limit, filters, arms, hops=max_hops, weak=weak))

    def _asked(
        self,
        question: Question,
        space: str,
        limit: int,
        filters: Filters,
        arms: str,
        *,
        as_typed: bool = False,
        hops: int = 1,
        weak: bool = False,
        patience_s: float = PATIENCE_S,
    ) -> Asked:
        at = question.asked_at or self.clock.now()
        arms = "words" if as_typed else arms  # nothing is embedded between two letters
        return Asked(question, space, limit, filters, as_typed, at.astimezone(UTC), arms, patience_s, hops, weak)

    def _answer(self, asked: Asked) -> Recalled:
        started = stopwatch()
        reading = read_question(asked.question.text, as_typed=asked.as_typed)
        missing = self._take_in(asked)
        with self.store.person_at_work() if asked.patience_s <= PATIENCE_S else nullcontext():
            return self._answer_now(asked, reading, missing, started)

    def _answer_now(self, asked: Asked, reading: Reading, missing: int, started: float) -> Recalled:
        vector, without = self._vector(asked, reading)
        with self.store.read() as reader:
            missing = self.indexing.take_in(reader) if missing else 0
            space = self.space_id(reader, asked.space)
            allowed = allowed_ids(reader, space, asked.filters, asked.at)
            change = self.store.last_change
            shelf = Shelf(self.indexing.words, self.indexing.fresh, self.indexing.order, self.indexing.gone)
            lives = self.lives(reader)
            asked = replace(asked, curve=str(self.memo.settings(reader)["forgetting.curve"]))
            again = self._rereading(reader, asked)
            answering = Answering(reader, shelf, self.meaning, lives, asked, reading, space, allowed, vector, again)
            hits, notes, owed = answering.answer()
        ms = round((stopwatch() - started) * 1000, 3)
        partial = missing > 0 or without in AWAITED
        return Recalled(asked.question.id, hits, ms, notes, partial, missing, change, without, owed)

    def _rereading(self, reader: Reader, asked: Asked) -> Rereading | None:
        """Who reads the best hits once more; nobody between two letters."""
        if asked.as_typed or not self.reranker.is_chosen():
            return None
        return Rereading(self.reranker, float(self.memo.settings(reader)["rerank.ms"]) / 1000)

    def _vector(self, asked: Asked, reading: Reading) -> tuple[Sought | None, str]:
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
        if self.indexing.lags(self.store.last_change):
            return 1  # nothing is waited for; it is looked at once, with all else
        with self.store.read() as reader:
            missing = self.indexing.take_in(reader)
        if missing and not asked.as_typed:
            self.indexing.hurry(self.store.last_change, WAIT_S)
        return missing


def _check(arms: str, limit: int, hops: int = 1) -> None:
    if arms not in ARMS:
        raise BadInput("bad_arms", value=arms)
    if not 1 <= limit <= MOST_HITS:
        raise BadInput("number_range", name="limit", value=limit, low=1, high=MOST_HITS)
    if not 1 <= hops <= MOST_HOPS:
        raise BadInput("number_range", name="hops", value=hops, low=1, high=MOST_HOPS)
