"""Why the first hit is first: which part of its score it would lose its place without."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from mnemoteca.core.ranking import WEIGHTS
from mnemoteca.core.recall import Unless

PARTS = ("phrase", "words", "meaning", "near", "session", "speaker", "own", "hop", "recency", "standing")


@dataclass(frozen=True, slots=True)
class Parts:
    """What the score of one hit is made of; `hop` is beside 1 for the best of the rest, the last two are factors."""

    id: int
    rank: int
    words: float
    meaning: float
    near: float
    session: float
    spoken: bool
    said: bool
    hop: float
    recency: float
    standing: float

    def relevance(self, without: str = "") -> float:
        """The relevance without hop and factors, as if a part were not there."""
        found = {"words": self.words, "meaning": self.meaning, "near": self.near, "session": self.session}
        speaker = 1 + WEIGHTS.speaker * (self.spoken and without != "speaker")
        own = 1 + WEIGHTS.own * (self.said and without != "own")
        return sum(value for part, value in found.items() if part != without) * speaker * own


def unless(hits: Sequence[Parts]) -> tuple[Unless, ...]:
    """Without which parts the first hit would be further down, after which one; those in their order are `hits`."""
    if len(hits) < 2:
        return ()
    first, highest = hits[0], max(each.relevance() for each in hits) or 1.0
    others = sorted((_key(each, "", highest), each.id) for each in hits[1:])
    found = []
    for part in PARTS:
        passing = bisect_left(others, (_key(first, part, highest), first.id))
        if passing:
            found.append(Unless(part, passing + 1, others[0][1]))
    return tuple(found)


def _key(each: Parts, without: str, highest: float) -> tuple[int, float, int]:
    """By what a hit is placed, as if it lacked a part; the lowest first."""
    score = each.relevance(without) / highest + each.hop * (without != "hop")
    score *= (1.0 if without == "recency" else each.recency) * (1.0 if without == "standing" else each.standing)
    return max(each.rank, 1) if without == "phrase" else each.rank, -score, -each.id
