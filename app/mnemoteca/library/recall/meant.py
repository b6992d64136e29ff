"""The arm by meaning: what is near to a question, whatever words it uses."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from mnemoteca.core.meaning import Sought
from mnemoteca.core.ranking import MEANT, Scores, nearness
from mnemoteca.core.text import words, words_at
from mnemoteca.library.meaning.searching import Searching
from mnemoteca.store.wording import Ids

NEAREST = 4 * MEANT  # memories that are looked at, for long ones lose some of their cosine
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Meant:
    """Memories with how near they are to the question, 0 to 1, and the cosine of their best passage."""

    ids: Ids
    nearness: Scores
    cosines: Scores


NOT_MEANT = Meant(np.empty(0, np.int64), np.empty(0, np.float64), np.empty(0, np.float64))


def meant(meaning: Searching, vector: Sought, space: int, allowed: Ids | None, gone: Ids) -> Meant:
    """What is near to the vector of a question."""
    near = meaning.search(vector, NEAREST, space, allowed)
    stays = ~np.isin(near.ids, gone)
    close = nearness(near.cosines, near.of.astype(np.float64))
    stays &= close > 0
    return Meant(near.ids[stays], close[stays], near.cosines[stays])


def without_names(text: str, names: Collection[str]) -> str:
    """The question without the names of speakers: these say who spoke, and draw everything of theirs near.

    The question itself where nothing else would be left.
    """
    rest, end = [], 0
    for word in words_at(text) if names else ():
        if word.text in names and word.start >= end:
            rest.append(text[end : word.start])
            own = _POSSESSIVE.match(text, word.end)
            end = own.end() if own else word.end
    left = " ".join("".join([*rest, text[end:]]).split())
    return left if words(left) else text
