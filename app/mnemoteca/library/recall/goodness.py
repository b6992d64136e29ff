"""Whether a hit is a good answer at all, whatever its place: how much of the question it holds, how near it is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from mnemoteca.core.meaning import Vectors
from mnemoteca.core.ranking import GOOD, WEIGHTS, Scores
from mnemoteca.library.meaning.searching import Searching
from mnemoteca.library.recall.reading import Reading
from mnemoteca.library.recall.searching import Shelf
from mnemoteca.library.recall.spelling import Spelling
from mnemoteca.store.wording import Ids, Wanted, spelled

MOST_WORDS = 12  # of a question that are looked for


def good(
    shelf: Shelf, meaning: Searching, vector: Vectors, space: int, reading: Reading, read: Sequence[Spelling], ids: Ids
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each of these memories whether it may be a good answer; one without vectors may."""
    cosines = meaning.scores(vector, ids)
    goodness = held(shelf, space, reading, read, ids) + WEIGHTS.cosine * cosines
    return np.isnan(goodness) | (goodness >= GOOD)


def held(shelf: Shelf, space: int, reading: Reading, read: Sequence[Spelling], ids: Ids) -> Scores:
    """Which part of the question's words each memory holds, the rare ones weighing more: 0 to 1."""
    also = {each.word: each.variants for each in read}
    wanted = {
        word: [key for form in (word, *also.get(word, ())) for key in spelled(word=form)] for word in reading.content
    }
    everything = shelf.words.statistics([key for keys in wanted.values() for key in keys])
    rare = {
        word: _rarity(everything.documents, max(map(everything.holding.__getitem__, keys)))
        for word, keys in wanted.items()
    }
    held: Scores = np.zeros(len(ids))
    sorted_ids = np.sort(ids)
    for word in sorted(rare, key=lambda each: -rare[each])[:MOST_WORDS]:
        found = shelf.search(Wanted(space, dict.fromkeys(wanted[word], 1.0), allowed=sorted_ids))
        held[np.isin(ids, found.ids)] += rare[word]
    return held / (sum(rare.values()) or 1.0)


def _rarity(documents: int, holding: int) -> float:
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))
