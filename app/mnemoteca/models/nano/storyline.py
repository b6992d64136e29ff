"""A storyline: of many texts in their order the few sentences that say most, one of each stretch, word for word."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mnemoteca.core.stems import STOP_WORDS, stem
from mnemoteca.core.text import words
from mnemoteca.models.nano.sentences import sentences_of

SHORTEST, LONGEST = 5, 45  # words of a sentence that may stand for others
MOST_CHARACTERS = 320
MOST_TEXTS = 400  # of many the newest and a part of the older ones are looked at
_READ = 4_000  # characters of a text
_SHARED = 6  # sentences that share a word, from which on it tells no more
_ALIKE = 0.5  # from this likeness on a sentence says nothing new
_SPECIFIC = 0.3  # more for a name or a number, twice at most, and for what is told of oneself; less of another
_TELLS = re.compile(r"(?<=[\w,] )(?!I['’])[A-ZÀ-Þ][\w’'-]+|\d+")
_OF_ONESELF = re.compile(r"\b(?:I|we|my|our|eu|nós|meu|minha|nosso|nossa)\b", re.IGNORECASE)
_TO_OTHERS = re.compile(r"\b(?:you|your|você|vocês|seu|sua|remember|let me know)\b", re.IGNORECASE)
_OTHERS = 0.6  # what a sentence of an assistant or a tool is worth, beside 1 of a person's


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the story; `own`: a person said or wrote it."""

    id: int
    text: str
    lang: str
    own: bool = True


@dataclass(frozen=True, slots=True)
class _Sentence:
    at: int  # the place of its text in the story
    id: int
    start: int
    end: int
    weight: float
    words: frozenset[str]


@lru_cache(maxsize=16_384)
def _stem(word: str, lang: str) -> str:
    return stem(word, lang)


def telling(text: str, lang: str) -> frozenset[str]:
    """The stems of the words of a text that tell something."""
    return frozenset(_stem(word, lang or "en") for word in words(text) if len(word) > 2 and word not in STOP_WORDS)


def storyline(told: Sequence[Told], most: int) -> list[tuple[int, int, int]]:
    """At most so many sentences as (id, start, end), in the order of the story: the best of each of its stretches.

    What repeats a chosen one is left out; questions are, unless there is nothing else.
    """
    texts = _thinned(told)
    found = [sentence for at, each in enumerate(texts) for sentence in _sentences(at, each)]
    if not found:
        return []
    shared = Counter(word for sentence in found for word in sentence.words)
    worth = {
        n: each.weight
        * sum(math.log(1 + min(_SHARED, shared[word])) for word in each.words)
        / math.sqrt(len(each.words) + 4)
        for n, each in enumerate(found)
    }
    stretches = max(1, min(most, len({each.at for each in found})))
    chosen: list[_Sentence] = []
    for stretch in range(stretches):
        own = [n for n, each in enumerate(found) if each.at * stretches // len(texts) == stretch]
        for n in sorted(own, key=lambda n: (-worth[n], n)):
            if all(_likeness(found[n], other) < _ALIKE for other in chosen):
                chosen.append(found[n])
                break
    return [(each.id, each.start, each.end) for each in sorted(chosen, key=lambda each: (each.at, each.start))]


def _thinned(told: Sequence[Told]) -> Sequence[Told]:
    if len(told) <= MOST_TEXTS:
        return told
    step = len(told) / MOST_TEXTS
    return [told[int(n * step)] for n in range(MOST_TEXTS)]


def _sentences(at: int, told: Told) -> Iterator[_Sentence]:
    text = told.text[:_READ]
    for start, end in sentences_of(text):
        if end - start > MOST_CHARACTERS or end == len(text) < len(told.text):
            continue
        said = text[start:end]
        if "[" in said or not SHORTEST <= said.count(" ") + 1 <= LONGEST:
            continue
        stems = telling(said, told.lang)
        if len(stems) < 3:
            continue
        weight = (1.0 if told.own else _OTHERS) * (0.5 if said.endswith("?") else 1.0)
        weight *= 1 + _SPECIFIC * min(2, len(_TELLS.findall(said)))
        weight *= (1 + _SPECIFIC if _OF_ONESELF.search(said) else 1) * (1 - _SPECIFIC if _TO_OTHERS.search(said) else 1)
        yield _Sentence(at, told.id, start, end, weight, stems)


def _likeness(one: _Sentence, other: _Sentence) -> float:
    both = len(one.words & other.words)
    return both / max(1, min(len(one.words), len(other.words)))
