"""The last step: rows become hits, in their order, each with its path."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from mnemoteca.core.forgetting import retrievability
from mnemoteca.core.memory import Memory, State
from mnemoteca.core.ranking import HIGHEST, WEIGHTS, Scores, copies_last, recency, stacked, standing
from mnemoteca.core.recall import Hit, Reason, Unless
from mnemoteca.core.stems import keys
from mnemoteca.core.text import words
from mnemoteca.core.when import day_words, local_day
from mnemoteca.library.recall.explaining import Parts, unless
from mnemoteca.library.recall.hops import Step
from mnemoteca.library.recall.lighting import Light
from mnemoteca.library.recall.reading import Reading
from mnemoteca.library.recall.searching import Candidates
from mnemoteca.library.recall.spelling import Spelling
from mnemoteca.store.wording import Ids


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

    def ranks(self) -> Callable[[int], int]:
        """Of an id: 0 for a phrase, 1 for a word as asked, 2 for a word a letter off."""
        exact, phrased = None if self.exact is None else set(self.exact.tolist()), set(self.phrased.tolist())
        return lambda id: 0 if id in phrased else 1 if exact is None or id in exact else 2


@dataclass(frozen=True, slots=True)
class _Placed:
    memory: Memory
    rank: int
    why: Candidates
    recency: float
    standing: float

    @property
    def final(self) -> float:
        return float(self.why.relevance[0]) * self.recency * self.standing


def place(
    rows: Sequence[Memory], chosen: Candidates, placing: Placing, light: Light, reading: Reading,
    spellings: Sequence[Spelling], steps: Mapping[int, Step], limit: int,
) -> tuple[tuple[Hit, ...], tuple[Unless, ...]]:  # fmt: skip
    """The best `limit` of the rows as hits, and what the first one owes its place to."""
    at = {id: n for n, id in enumerate(chosen.ids.tolist())}
    rank_of = placing.ranks()
    placed = [_placed(row, chosen, at[row.id], placing, rank_of(row.id)) for row in rows if row.state is State.ACTIVE]
    placed.sort(key=lambda each: (each.rank, -each.final, -each.memory.id))
    classes = [[each.final for each in placed if each.rank == rank] for rank in range(3)]
    scores = [score for scores in stacked(classes) for score in scores]
    best = copies_last((words(each.memory.text) for each in placed), limit)
    lowest: Scores = np.minimum.accumulate(np.array([scores[n] for n in best], np.float64))
    hits = tuple(
        _hit(placed[n], float(score) / HIGHEST, light, reading, spellings, steps.get(placed[n].memory.id))
        for n, score in zip(best, lowest, strict=True)
    )
    return hits, unless([_parts(each, steps.get(each.memory.id)) for each in [placed[n] for n in best]])


def _parts(each: _Placed, step: Step | None) -> Parts:
    why = each.why
    words, meaning, near, session = (float(part[0]) for part in (why.words, why.meant, why.near, why.session))
    return Parts(
        each.memory.id, each.rank, words, meaning, near, session, bool(why.spoken[0]), bool(why.said[0]),
        step.weight if step else 0.0, each.recency, each.standing,
    )  # fmt: skip


def _placed(row: Memory, chosen: Candidates, n: int, placing: Placing, rank: int) -> _Placed:
    age = None if row.occurred_at is None else (placing.at - row.occurred_at).total_seconds()
    return _Placed(
        row, rank, chosen[n : n + 1],
        recency(age, placing.tau_s), standing(row.tier, row.pinned, retrievability(row, placing.at)),
    )  # fmt: skip


def _hit(
    each: _Placed, score: float, light: Light, reading: Reading, spellings: Sequence[Spelling], step: Step | None
) -> Hit:
    spans, met, _ = light.on(each.memory.text, each.memory.lang)
    path = _path(each, met, reading, spellings)
    if step is not None:
        path.append(Reason("hop", " ".join(step.name), round(step.weight, 4), step.hop, step.via))
    return Hit(
        each.memory,
        score,
        spans,
        tuple(path or [Reason("near", "the same session", round(float(each.why.session[0]), 4))]),
    )


def _path(each: _Placed, met: tuple[str, ...], reading: Reading, spellings: Sequence[Spelling]) -> list[Reason]:
    memory, why = each.memory, each.why
    by_words, by_meaning = float(why.words[0]), float(why.meant[0])
    path = []
    if each.rank == 0:
        path.append(Reason("phrase", "stands there word for word", 1.0))
    if met:
        path.append(Reason("words", ", ".join(met[:8]), round(by_words, 4)))
    if by_meaning > 0.01:
        path.append(Reason("meaning", "", round(by_meaning, 4)))
    if header := _header_met(memory, reading):
        path.append(Reason("header", ", ".join(header), 0.0 if met else round(by_words, 4)))
    if why.spoken[0]:
        path.append(Reason("header", f"said by {memory.speaker}", WEIGHTS.speaker))
    if why.said[0]:
        path.append(Reason("header", "said by you", WEIGHTS.own))
    if why.near[0] > 0.01 and not met:
        path.append(Reason("near", "what was said before or after it", round(float(why.near[0]), 4)))
    respelled = [s for s in spellings if not met or set(s.variants) & set(met)]
    path += [Reason("spelling", s.note, WEIGHTS.spelling) for s in respelled]
    if each.recency > 1.0005:
        path.append(Reason("recency", _ago(memory.occurred_at), round(each.recency - 1, 4)))
    if each.standing > 1.0005:
        path.append(Reason("pin" if memory.pinned else "tier", memory.tier.value, round(each.standing - 1, 4)))
    return path


def _header_met(memory: Memory, reading: Reading) -> list[str]:
    asked: set[str] = set(reading.terms())
    header = [*words(f"{memory.speaker} {memory.session_title}")]
    day = None if memory.occurred_at is None else local_day(memory.occurred_at, memory.offset_min)
    header += day_words(day, memory.precision)
    return [word for word in dict.fromkeys(header) if not asked.isdisjoint(_content_keys(word, memory.lang))][:6]


def _content_keys(word: str, lang: str) -> tuple[Any, ...]:
    return keys(word, lang)


def _ago(at: datetime | None) -> str:
    return "" if at is None else at.date().isoformat()
