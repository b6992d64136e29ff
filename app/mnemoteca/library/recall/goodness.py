"""Whether a hit is a good answer at all, whatever its place: how much of the question it holds, how near it is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from mnemoteca.core.meaning import Sought
from mnemoteca.core.ranking import GOOD, WEIGHTS, Scores, held_in
from mnemoteca.library.meaning.searching import Searching
from mnemoteca.library.recall.reading import Reading
from mnemoteca.library.recall.searching import Shelf, scored
from mnemoteca.library.recall.spelling import Spelling
from mnemoteca.store.wording import Ids, Wanted, spelled

MOST_WORDS = 12  # of a question that are looked for
LOOKED_AT = 30  # memories that hold most of a question; long ones count less

Telling = dict[tuple[str, ...], float]


def telling(shelf: Shelf, reading: Reading, read: Sequence[Spelling]) -> Telling:
    """The words of a question, each as all its keys, with the part of the question that it is: rare ones tell more."""
    also = {each.word: each.variants for each in read}
    wanted = {
        word: tuple(key for form in (word, *also.get(word, ())) for key in spelled(word=form))
        for word in reading.content
    }
    everything = shelf.words.statistics([key for keys in wanted.values() for key in keys])
    rare = {
        keys: _rarity(everything.documents, max(map(everything.holding.__getitem__, keys))) for keys in wanted.values()
    }
    total = sum(rare.values()) or 1.0
    return {keys: rare[keys] / total for keys in sorted(rare, key=lambda each: -rare[each])[:MOST_WORDS]}


def most_held(shelf: Shelf, meaning: Searching, space: int, told: Telling, allowed: Ids | None) -> float:
    """The largest part of the question that one memory holds: 0 to 1; of a long one, which holds many words, less."""
    found = shelf.search_held(Wanted(space, {}, allowed=allowed, words=told), LOOKED_AT)
    return min(1.0, float(held_in(found.scores, meaning.passages(found.ids)).max(initial=0.0)))


def good(
    shelf: Shelf, meaning: Searching, vector: Sought, space: int, told: Telling, ids: Ids
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each of these memories whether it may be a good answer; one without vectors may."""
    cosines = meaning.scores(vector, ids)
    goodness = held(shelf, space, told, ids) + WEIGHTS.cosine * cosines
    return np.isnan(goodness) | (goodness >= GOOD)


def held(shelf: Shelf, space: int, told: Telling, ids: Ids) -> Scores:
    """Which part of the question each memory holds: 0 to 1."""
    found = shelf.search_held(Wanted(space, {}, allowed=np.sort(ids), words=told), max(1, len(ids)))
    return scored(ids, found.ids, found.scores)


def _rarity(documents: int, holding: int) -> float:
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))
