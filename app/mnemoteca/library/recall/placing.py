"""The last step: rows become hits, in their order, each with its path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np

from mnemoteca.core.memory import Memory, State
from mnemoteca.core.ranking import (
    HIGHEST,
    MOST_STANDING,
    WEIGHTS,
    Scores,
    copies_last,
    own_part,
    recency,
    stacked,
    standing,
)
from mnemoteca.core.recall import Hit, Reason, Unless
from mnemoteca.core.stems import keys
from mnemoteca.core.text import words
from mnemoteca.core.when import day_words, local_day
from mnemoteca.library.recall.explaining import Parts, unless
from mnemoteca.library.recall.hops import Step
from mnemoteca.library.recall.lighting import Light
from mnemoteca.library.recall.presence import Present
from mnemoteca.library.recall.reading import Reading
from mnemoteca.library.recall.searching import Candidates
from mnemoteca.library.recall.spelling import Spelling
from mnemoteca.store.wording import Ids

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Placing:
    """What decides the order beside relevance: ids with a phrase, ids with a word as asked (None: all), when, τ."""

    phrased: Ids
    exact: Ids | None
    at: datetime
    tau_s: float

    def recencies(self, at: Scores) -> Scores:
        """`core.ranking.recency` for many."""
        age = self.at.timestamp() - at
        counts = age >= 0  # NaN is not
        factors: Scores = np.ones(len(at))
        factors[counts] += WEIGHTS.recency * np.exp(-age[counts] / self.tau_s)
        return factors

    def promise(self, found: Candidates) -> Scores:
        """By what candidates are chosen before their rows are known: phrases first."""
        promise: Scores = found.relevance * self.recencies(found.at)
        return promise + 10.0 * np.isin(found.ids, self.phrased)

    def likely(self, chosen: Candidates, limit: int) -> tuple[int, float]:
        """How many of those chosen, the best first, are likely to hold the `limit` best; the most that any other gets.

        All of them where some hold a word only a letter off, and where more than half of them are likely: to ask the
        tables a second time takes as long as twenty more rows (app/decisions/72).
        """
        if self.exact is not None or len(chosen.ids) <= limit:
            return len(chosen.ids), 0.0
        most: Scores = self.promise(chosen) * MOST_STANDING
        count = int(np.count_nonzero(most >= most[limit - 1] / MOST_STANDING))
        return (count, float(most[count])) if 2 * count <= len(most) else (len(most), 0.0)

    def ranks(self) -> Callable[[int], int]:
        """Of an id: 0 for a phrase, 1 for a word as asked, 2 for a word a letter off."""
        exact, phrased = None if self.exact is None else set(self.exact.tolist()), set(self.phrased.tolist())
        return lambda id: 0 if id in phrased else 1 if exact is None or id in exact else 2


class Why(NamedTuple):
    """What a candidate's relevance is made of; see `Candidates`."""

    relevance: float
    words: float
    meant: float
    agreed: float
    near: float
    session: float
    spoken: bool
    said: bool

    def held(self, holds_any: bool) -> Why:
        """The same for a memory whose text holds any of the question's words, or none."""
        own, whole = own_part(self.words, self.agreed, holds_any), self.words + self.meant + self.near + self.session
        if own == self.words:
            return self
        return self._replace(relevance=self.relevance * (1 - (self.words - own) / whole), words=own)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A memory in its place; `rank` and the factors as in `Parts`."""

    memory: Memory
    rank: int
    why: Why
    recency: float
    standing: float
    step: Step | None
    spans: Spans  # of its text that are lit up
    met: tuple[str, ...]  # the folded words there

    @property
    def final(self) -> float:
        return self.why.relevance * self.recency * self.standing

    @property
    def parts(self) -> Parts:
        """What decided its place, for the explanation."""
        _, words, meaning, _, near, session, spoken, said = self.why
        hop = self.step.weight if self.step else 0.0
        return Parts(
            self.memory.id, self.rank, words, meaning, near, session, spoken, said, hop, self.recency, self.standing
        )


def ranked(
    rows: Sequence[Memory],
    chosen: Candidates,
    placing: Placing,
    light: Light,
    steps: Mapping[int, Step],
    present: Present,
) -> Iterator[Ranked]:
    """Those of the rows that may be found, each with what decides its place; in no order."""
    why = chosen.why()
    rank_of = placing.ranks()
    for row in rows:
        if row.state is State.ACTIVE:
            age = None if row.occurred_at is None else (placing.at - row.occurred_at).total_seconds()
            stands = standing(row.tier, row.pinned, present(row))
            step, (spans, met, _) = steps.get(row.id), light.on(row.text, row.lang)
            own = Why(*why[row.id]).held(bool(spans) or step is not None or row.length > len(row.text))
            yield Ranked(row, rank_of(row.id), own, recency(age, placing.tau_s), stands, step, spans, met)


def in_order(found: Iterable[Ranked], limit: int) -> tuple[list[Ranked], list[float], bool]:
    """The best `limit` in their order with their scores, and whether there were so many and no copies among them."""
    placed = sorted(found, key=lambda each: (each.rank, -each.final, -each.memory.id))
    classes = [[each.final for each in placed if each.rank == rank] for rank in range(3)]
    scores = [score for scores in stacked(classes) for score in scores]
    best = copies_last((words(each.memory.text) for each in placed), limit)
    lowest: Scores = np.minimum.accumulate(np.array([scores[n] for n in best], np.float64))
    return [placed[n] for n in best], (lowest / HIGHEST).tolist(), best == list(range(limit))


def hits_of(
    best: Sequence[Ranked], scores: Sequence[float], reading: Reading, spellings: Sequence[Spelling]
) -> tuple[tuple[Hit, ...], tuple[Unless, ...]]:
    """These as hits, and what the first one owes its place to."""
    asked = frozenset(reading.terms())
    hits = tuple(_hit(each, score, asked, spellings) for each, score in zip(best, scores, strict=True))
    return hits, unless([each.parts for each in best])


def _hit(each: Ranked, score: float, asked: frozenset[str], spellings: Sequence[Spelling]) -> Hit:
    path = _path(each, asked, spellings)
    if (step := each.step) is not None:
        path.append(Reason("hop", " ".join(step.name), round(step.weight, 4), step.hop, step.via))
    return Hit(
        each.memory,
        score,
        each.spans,
        tuple(path or [Reason("near", "the same session", round(each.why.session, 4))]),
    )


def _path(each: Ranked, asked: frozenset[str], spellings: Sequence[Spelling]) -> list[Reason]:
    memory, why, met = each.memory, each.why, each.met
    by_words, by_meaning = why.words, why.meant
    path = []
    if each.rank == 0:
        path.append(Reason("phrase", "stands there word for word", 1.0))
    if met:
        path.append(Reason("words", ", ".join(met[:8]), round(by_words, 4)))
    if by_meaning > 0.01:
        path.append(Reason("meaning", "", round(by_meaning, 4)))
    if header := _header_met(memory, asked):
        path.append(Reason("header", ", ".join(header), 0.0 if met else round(by_words, 4)))
    if why.spoken:
        path.append(Reason("header", f"said by {memory.speaker}", WEIGHTS.speaker))
    if why.said:
        path.append(Reason("header", "said by you", WEIGHTS.own))
    if why.near > 0.01 and not met:
        path.append(Reason("near", "what was said before or after it", round(why.near, 4)))
    respelled = [s for s in spellings if not met or set(s.variants) & set(met)]
    path += [Reason("spelling", s.note, WEIGHTS.spelling) for s in respelled]
    if each.recency > 1.0005:
        path.append(Reason("recency", _ago(memory.occurred_at), round(each.recency - 1, 4)))
    if each.standing > 1.0005:
        path.append(Reason("pin" if memory.pinned else "tier", memory.tier.value, round(each.standing - 1, 4)))
    return path


def _header_met(memory: Memory, asked: frozenset[str]) -> list[str]:
    header = [*words(f"{memory.speaker} {memory.session_title}")]
    day = None if memory.occurred_at is None else local_day(memory.occurred_at, memory.offset_min)
    header += day_words(day, memory.precision)
    return [word for word in dict.fromkeys(header) if not asked.isdisjoint(_content_keys(word, memory.lang))][:6]


def _content_keys(word: str, lang: str) -> tuple[Any, ...]:
    return keys(word, lang)


def _ago(at: datetime | None) -> str:
    return "" if at is None else at.date().isoformat()
