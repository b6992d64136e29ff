"""Why the first hit is first: which part of its score it would lose its place without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    first = hits[0]
    found = []
    for part in PARTS:
        placed = sorted(hits, key=_order(part, first.id, max(each.relevance() for each in hits) or 1.0))
        if placed[0].id != first.id:
            place = next(n for n, each in enumerate(placed, 1) if each.id == first.id)
            found.append(Unless(part, place, placed[0].id))
    return tuple(found)


def _order(part: str, first: int, highest: float) -> Callable[[Parts], tuple[int, float, int]]:
    """The order in which hits stand when the first one lacks a part."""

    def key(each: Parts) -> tuple[int, float, int]:
        without = part if each.id == first else ""
        score = each.relevance(without) / highest + each.hop * (without != "hop")
        score *= (1.0 if without == "recency" else each.recency) * (1.0 if without == "standing" else each.standing)
        return max(each.rank, 1) if without == "phrase" else each.rank, -score, -each.id

    return key
