"""From what was found to more: a question asked again with what its hits say, what is like a memory, what is around."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import BadInput
from mnemoteca.core.memory import DEFAULT_SPACE, ROW_TEXT, Memory, State
from mnemoteca.core.names import names_in
from mnemoteca.core.ranking import Scores
from mnemoteca.core.recall import Filters, Hit, Question, Reason, Recalled, Surroundings
from mnemoteca.core.standing import MeaningState
from mnemoteca.core.text import content_words, words
from mnemoteca.library.recall.recalls import MOST_HITS, Recalls
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import memories
from mnemoteca.store.wording import Ids

SAYING = 3  # hits from whose texts words are taken
ADDED = 6  # words that are added
MOST_HOLDING = 0.05  # of all memories may hold a word that is added
LIKENESS_WORDS = 16  # by which a memory without a vector is asked for
MOST_AROUND = 50


class Widening(Recalls):
    """The part of the library that goes on from what was found."""

    def search_with_context_expansion(
        self, query: str, session_id: int | None = None, limit: int = 10, space: str = DEFAULT_SPACE
    ) -> Recalled:
        found = self.recall(Question(query), space, limit, Filters(session=session_id))
        good = [hit for hit in found.hits if not hit.weak]
        if len(good) >= limit:
            return found
        started = stopwatch()
        texts = [hit.memory.text for hit in good[:SAYING]]
        if not texts and session_id is not None:
            texts = [memory.text for memory in self._last_of(session_id)]
        added = self._telling(texts, frozenset(words(query)))
        if not added:
            return found
        again = self.recall(Question(" ".join([query, *added])), space, limit)
        ms = round(found.ms + (stopwatch() - started) * 1000, 3)
        return replace(found, hits=_with_more(good, again.hits, added, limit), ms=ms, notes=(*found.notes, *added))

    def similar(self, id: int, limit: int = 10) -> Recalled:
        if not 1 <= limit <= MOST_HITS:
            raise BadInput("number_range", name="limit", value=limit, low=1, high=MOST_HITS)
        started = stopwatch()
        with self.store.read() as reader:
            memory = self.one(reader, id)
            space = self.space_id(reader, memory.space)
            near = self.meaning.like(id, limit + 10, space) if self.meaning is not None else None
            hits = self._like(reader, near.ids, near.cosines, limit) if near is not None else ()
        if not hits:
            return self._like_by_words(memory, limit)
        return Recalled("", hits, round((stopwatch() - started) * 1000, 3))

    def surroundings(self, id: int, around: int = 3) -> Surroundings:
        if not 0 <= around <= MOST_AROUND:
            raise BadInput("number_range", name="around", value=around, low=0, high=MOST_AROUND)
        order = self.indexing.order
        with self.store.read() as reader:
            memory = self.one(reader, id)
            row = int(order.rows_of(np.array([id], np.int64))[0])
            low, high = max(0, row - around), row + around + 1
            here = order.ids[low:high][order.session[low:high] == order.session[row]] if row >= 0 else np.array([id])
            rows = [each for each in self._rows(reader, here) if each.state is State.ACTIVE]
        at = here.tolist().index(id)
        before, after = set(here[:at].tolist()), set(here[at + 1 :].tolist())
        return Surroundings(
            memory, tuple(each for each in rows if each.id in before), tuple(each for each in rows if each.id in after)
        )

    def _rows(self, reader: Reader, ids: Ids) -> list[Memory]:
        return memories.by_ids(reader, ids.tolist(), ROW_TEXT, self.lives(reader))

    def _last_of(self, session: int) -> list[Memory]:
        """The last turns of a session."""
        order = self.indexing.order
        with self.store.read() as reader:
            return self._rows(reader, order.ids[order.session == session][-SAYING:])

    def _telling(self, texts: Iterable[str], asked: frozenset[str]) -> list[str]:
        """The words that tell most of these texts: names first, then the rare ones, none of those asked."""
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(word for name in names_in(text) for word in name)
            counts.update(set(content_words(words(text))))
        index = self.indexing.words
        most = max(2, int(MOST_HOLDING * index.documents))
        held = {word: index.holds_word(word) for word in counts if word not in asked and len(word) > 2}
        known = [word for word, holding in held.items() if 1 < holding <= most]
        return sorted(known, key=lambda word: (-counts[word], held[word], word))[:ADDED]

    def _like(self, reader: Reader, ids: Ids, cosines: Scores, limit: int) -> tuple[Hit, ...]:
        score = dict(zip(ids.tolist(), cosines.tolist(), strict=True))
        rows = [row for row in self._rows(reader, ids) if row.state is State.ACTIVE]
        return tuple(
            Hit(row, max(0.0, min(1.0, score[row.id])), (), (Reason("meaning", "", round(score[row.id], 4)),))
            for row in rows[:limit]
        )

    def _like_by_words(self, memory: Memory, limit: int) -> Recalled:
        """What shares most words with a memory, where there is no vector of it."""
        telling = content_words(words(memory.text))
        rare = sorted(set(telling), key=lambda word: (self.indexing.words.holds_word(word), word))[:LIKENESS_WORDS]
        if not rare:
            return Recalled("", (), 0.0)
        found = self.recall(Question(" ".join(rare)), memory.space, min(MOST_HITS, limit + 1), arms="words")
        hits = tuple(hit for hit in found.hits if hit.memory.id != memory.id)[:limit]
        return replace(found, hits=hits, without_meaning=self._why_not())

    def _why_not(self) -> str:
        return MeaningState.OFF.value if self.meaning is None else self.meaning.state().state.value


def _with_more(good: Sequence[Hit], more: Sequence[Hit], added: Sequence[str], limit: int) -> tuple[Hit, ...]:
    """The hits, then those of the wider question that are not among them, none with a higher score."""
    lowest = good[-1].score if good else 1.0
    here = {hit.memory.id for hit in good}
    reason = Reason("expansion", ", ".join(added), 0.0)
    new = [
        replace(hit, score=min(hit.score, lowest), path=(*hit.path, reason))
        for hit in more
        if hit.memory.id not in here
    ]
    return (*good, *new)[:limit]
