"""Whether two memories say the same: nearly all words, and exactly the same numbers, names and negations.

Closeness alone is never enough: “I live in Olinda” and “I don't live in Olinda” are close.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from mnemoteca.core.ranking import ALIKE, DENYING
from mnemoteca.core.text import fold, words

LEAST_WORDS = 3  # of a text that may be the duplicate of another
_NAME = re.compile(r"(?<![.!?…]\s)(?<!^)\b[A-ZÀ-Þ][\w'’-]+|\b[A-ZÀ-Þ]{2,}\b", re.UNICODE)
_MORE = """dont doesnt didnt isnt arent wasnt werent wont cant cannot couldnt wouldnt shouldnt hasnt havent hadnt none
nothing nobody neither hardly tampouco jamais nada ninguem nenhum nenhuma"""
_DENIALS = DENYING | frozenset(_MORE.split())
_APOSTROPHE = str.maketrans("", "", "'’")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What of a text has to be equal, and the pairs of words by which it is nearly so."""

    exact: tuple[frozenset[str], frozenset[str], tuple[str, ...]]  # names, denials, numbers in their order
    pairs: frozenset[tuple[str, str]]


def likeness(text: str) -> Likeness | None:
    """What to compare a text by; None for one too short to be anybody's duplicate, and for a question."""
    said = words(text)
    if len(said) < LEAST_WORDS or text.rstrip().endswith("?"):
        return None
    plain = words(text.translate(_APOSTROPHE))
    denials = frozenset(word for word in (*said, *plain) if word in _DENIALS)
    numbers = tuple(word for word in said if any(letter.isdigit() for letter in word))
    names = frozenset(fold(match[0]) for match in _NAME.finditer(text.strip()))
    return Likeness((names, denials, numbers), frozenset(pairwise(said)))


def say_the_same(one: Likeness, other: Likeness) -> bool:
    """Whether one is the duplicate of the other."""
    if one.exact != other.exact:
        return False
    low, high = sorted((len(one.pairs), len(other.pairs)))
    if low < ALIKE * high:
        return False
    shared = len(one.pairs & other.pairs)
    return shared >= ALIKE * (low + high - shared)


def duplicates(held: Iterable[tuple[int, object, str]]) -> Iterator[tuple[int, int]]:
    """Each duplicate with the first memory that says the same, of (id, group, text) in the order of preference.

    Only those of one group (a day, a speaker) are compared.
    """
    known: dict[tuple[object, object], list[tuple[int, Likeness]]] = {}
    for id, group, text in held:
        mine = likeness(text)
        if mine is None:
            continue
        place = known.setdefault((group, mine.exact), [])
        same = next((other for other, theirs in place if say_the_same(theirs, mine)), None)
        if same is None:
            place.append((id, mine))
        else:
            yield id, same
