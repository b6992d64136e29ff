"""How hits are weighed: pure arithmetic over scores. Every weight of recall stands in `WEIGHTS`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from mnemoteca.core.memory import Tier

K1, B = 1.2, 0.75  # BM25, as tantivy has it fixed
DAY_S = 86_400.0
Scores = np.ndarray[Any, np.dtype[np.float64]]
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of recall; where each comes from: decisions/01-words-ranking.md and decisions/02-fusion.md."""

    stem: float = 0.5  # a match of the language's stem, beside 1 for the first five letters
    near: float = 0.4  # of the score of the turn before and after
    header: float = 0.4  # less for words that stand in speaker, title and day alone, as far as meaning doesn't agree
    speaker: float = 0.4  # more for a turn of a speaker whom the question names
    session: float = 0.3  # of the best score of its session, in parts of the best of all
    spelling: float = 0.5  # a word one letter off
    recency: float = 0.2
    tier: float = 0.04  # the three together: at most a tenth
    pin: float = 0.03
    retrievability: float = 0.03
    meaning: float = 1.0  # what is nearest in meaning, beside 1 for the best by words
    held: float = 0.6  # … less, for the part of the question that one memory holds word for word
    chance: float = 0.15  # of that part less, times ln of the passages: a long text holds many words by chance
    meaning_abroad: float = 0.2  # … where the question is in a language that the model was not made for
    long: float = 0.04  # of a cosine, times ln of the passages: a long text has as many chances to be near
    own: float = 0.4  # more for what the person said to an assistant, where the question is about the person
    cosine: float = 2.0  # of a good answer, beside 1 for a memory that holds every word of the question
    hop: float = 1.0  # the best that a hop gives, beside 1 for the best hit of the question itself
    named: float = 0.5  # of a hop: a memory has the name; the rest: how well it has the words still needed
    about: float = 0.6  # of a name's part: it stands at the beginning or in the title


MEANT = 50  # the nearest memories that count as found by meaning
GOOD = 0.5  # what a good answer has at least of these two together
MOST_COPIES = 2  # of one text, before other hits come
ALIKE = 0.9  # of the pairs of words of two texts that are as good as one
DENYING = frozenset(["not", "no", "never", "nor", "without", "t", "nao", "nunca", "nem", "sem"])
FAR_BELOW = 0.4  # of the first hit's score: what follows below that is weak
WEIGHTS = Weights()
_TIER_SHARE = {Tier.LONG: 1.0, Tier.MEDIUM: 0.5, Tier.SHORT: 0.5, Tier.FADED: 0.0, Tier.ARCHIVE: 0.0}
MOST_STANDING = 1 + WEIGHTS.tier + WEIGHTS.pin + WEIGHTS.retrievability
HIGHEST = (1 + WEIGHTS.recency) * MOST_STANDING


def recency(age_s: float | None, tau_s: float) -> float:
    """The factor for age: 1 + 0.2 × exp(−age/τ); 1 where the age is unknown or below 0 (it lies ahead)."""
    if age_s is None or age_s < 0:
        return 1.0
    return 1.0 + WEIGHTS.recency * math.exp(-age_s / tau_s)


def standing(tier: Tier, pinned: bool, retrievability: float) -> float:
    """The factor for what became of a memory: 1 to 1.1."""
    return 1.0 + WEIGHTS.tier * _TIER_SHARE[tier] + WEIGHTS.pin * pinned + WEIGHTS.retrievability * retrievability


def normalised(scores: Scores) -> Scores:
    """In parts of the highest."""
    highest = scores.max(initial=0.0)
    return scores / highest if highest > 0 else scores


def nearness(cosines: Scores, passages: Scores) -> Scores:
    """How near each memory is, by the cosine of its best of so many passages: 1 for the nearest, 0 from `MEANT` on."""
    if not len(cosines):
        return cosines
    adjusted = cosines - WEIGHTS.long * np.log(np.maximum(1.0, passages))
    nearest = float(adjusted.max())
    last = float(np.partition(adjusted, -MEANT)[-MEANT]) if len(adjusted) > MEANT else float(adjusted.min())
    if nearest - last < 1e-9:
        return np.ones(len(adjusted))
    near: Scores = np.clip((adjusted - last) / (nearest - last), 0.0, 1.0)
    return near


def own_part(words: float, agreed: float, holds_any: bool) -> float:
    """What its words give a memory: less where its text holds none of them, as far as meaning has not `agreed`."""
    return words if holds_any else words * (1.0 - WEIGHTS.header * (1.0 - agreed))


def held_in(parts: Scores, passages: np.ndarray[Any, Any]) -> Scores:
    """The parts of a question that memories of so many passages hold, as far as that tells anything."""
    found: Scores = parts / (1.0 + WEIGHTS.chance * np.log(np.maximum(1, passages)))
    return found


def trusted(meaning: float, held: float) -> float:
    """What meaning weighs where one memory holds such a part of the question's words (0 to 1): words know best then."""
    return meaning * (1.0 - WEIGHTS.held * held)


def spread(
    rows: np.ndarray[Any, Any], scores: Scores, follows: np.ndarray[Any, Any], weight: float
) -> tuple[np.ndarray[Any, Any], Scores]:
    """Give each row's neighbours `weight` of its score: all rows touched, and what each gets from its neighbours.

    `rows` are numbers of rows in the order of sessions; `follows[i]` says that row i belongs to row i-1.
    """
    back = rows[follows[rows]] - 1
    given_back = scores[follows[rows]] * weight
    onward = rows + 1 < len(follows)
    onward[onward] = follows[rows[onward] + 1]
    all_rows = np.concatenate([rows, back, rows[onward] + 1])
    given = np.concatenate([np.zeros(len(rows)), given_back, scores[onward] * weight])
    unique, where = np.unique(all_rows, return_inverse=True)
    total: Scores = np.bincount(where, given, len(unique)).astype(np.float64)
    return unique, total


def best_of_group(groups: np.ndarray[Any, Any], scores: Scores) -> Scores:
    """For each row the highest score in its group."""
    unique, where = np.unique(groups, return_inverse=True)
    best = np.zeros(len(unique))
    np.maximum.at(best, where, scores)
    found: Scores = best[where]
    return found


def copies_last(texts: Iterable[Sequence[str]], wanted: int, most: int = MOST_COPIES) -> list[int]:
    """An order in which of texts that are as good as equal at most so many stand before all others; else as it was.

    Its first `wanted` places; no more texts are looked at than these need. The texts are folded words. They are as good
    as equal where nine tenths of all pairs of words that follow each other stand in both, and they differ in no number
    and no “not”.
    """
    kinds: list[tuple[Pairs, frozenset[str]]] = []
    seen: Counter[int] = Counter()
    first: list[int] = []
    last: list[int] = []
    for n, text in enumerate(texts):
        pairs = frozenset(pairwise(text)) or frozenset((word, "") for word in text)
        telling = frozenset(word for word in text if word in DENYING or not word.isalpha())
        kind = next((k for k, (each, told) in enumerate(kinds) if told == telling and _alike(each, pairs)), len(kinds))
        if kind == len(kinds):
            kinds.append((pairs, telling))
        seen[kind] += 1
        (first if seen[kind] <= most else last).append(n)
        if len(first) == wanted:
            break
    return [*first, *last][:wanted]


def _alike(one: Pairs, other: Pairs) -> bool:
    low, high = sorted((len(one), len(other)))
    if low < ALIKE * high:
        return False
    shared = len(one & other)
    return shared >= ALIKE * (low + high - shared)


def stacked(classes: Sequence[Sequence[float]]) -> list[list[float]]:
    """Scores of classes that must not pass each other, the first on top: lower ones shrink until they fit.

    Inside a class every ratio stays.
    """
    result: list[list[float]] = []
    lowest = math.inf
    for scores in classes:
        highest = max(scores, default=0.0)
        factor = min(1.0, 0.999 * lowest / highest) if highest > 0 else 1.0
        result.append([score * factor for score in scores])
        lowest = min([lowest, *result[-1]])
    return result
