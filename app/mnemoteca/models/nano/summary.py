"""The shortest summary: the sentences that say most of a text, word for word, in their order, at most 50 tokens.

What says most is near to all the rest: by vectors where an embedder gives them, else by the words that the sentences
share. What repeats a chosen sentence is left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mnemoteca.core.stems import STOP_WORDS, stem
from mnemoteca.core.text import language, words
from mnemoteca.models.nano.sentences import sentences_of

MOST_TOKENS = 50
LOOKED_AT = 20_000  # characters of a text that are looked at
MOST_SENTENCES = 120  # that are weighed; the vectors of so many are asked for
_ALIKE = 0.6  # from this likeness on a sentence says nothing new
_FIRST = 0.15  # what the first sentence is worth beyond its words; half of it the second
_ASKING = 0.25  # what a question is worth less
_LEAST_WORTH = 0.5  # of the best one's worth: what is below adds more words than sense
_PART = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")

Vector = Sequence[float]
Embed = Callable[[Sequence[str]], Sequence[Vector]]  # texts to unit vectors


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    text: str
    words: Mapping[str, float]  # stems of telling words, as a vector of length 1
    vector: Vector | None
    tokens: int


def tokens_in(text: str) -> int:
    """How many tokens a text has, rather too many: one for every four letters of a word, three beyond ASCII, two digits
    or a sign."""
    return sum(-(-len(part) // _letters_a_token(part)) for part in _PART.findall(text))


def _letters_a_token(part: str) -> int:
    if part[0].isdigit():
        return 2
    return 4 if part.isascii() else 3 if ord(max(part)) < 0x250 else 1


def summary(text: str, embed: Embed | None = None, most_tokens: int = MOST_TOKENS) -> str:
    """The sentences that say most, joined by blanks; a text that is short enough is its own summary.

    Where not even one sentence has room, the best one is cut at the end of a clause or word and ends with “…”.
    """
    text = text[:LOOKED_AT]
    spans = list(sentences_of(text))
    whole = " ".join(text[start:end] for start, end in spans)
    if tokens_in(whole) <= most_tokens:
        return whole
    found = _weighed(text, spans[:MOST_SENTENCES], embed)
    worth = _worths(found)
    chosen = _chosen(found, worth, most_tokens)
    if chosen:
        return " ".join(each.text for each in sorted(chosen, key=lambda each: each.start))
    best = max(range(len(found)), key=lambda n: (worth[n], -n))
    return _cut(found[best].text, most_tokens)


def _weighed(text: str, spans: Sequence[tuple[int, int]], embed: Embed | None) -> list[_Sentence]:
    texts = [text[start:end] for start, end in spans]
    lang = language(text) or "en"
    vectors: Sequence[Vector | None] = embed(texts) if embed else [None] * len(texts)
    return [
        _Sentence(start, end, own, _stems(own, lang), vector, tokens_in(own))
        for (start, end), own, vector in zip(spans, texts, vectors, strict=True)
    ]


def _stems(text: str, lang: str) -> dict[str, float]:
    counts = Counter(stem(word, lang) for word in words(text) if word not in STOP_WORDS and len(word) > 1)
    length = math.sqrt(sum(count * count for count in counts.values()))
    return {word: count / length for word, count in counts.items()}


def _worths(found: Sequence[_Sentence]) -> list[float]:
    """How near each sentence is to the middle of all, from 0 to about 1, with what its place and kind add or take."""
    near = _near_by_vectors(found) if found[0].vector is not None else _near_by_words(found)
    most = max(near, default=0.0) or 1.0
    worth = []
    for n, (each, value) in enumerate(zip(found, near, strict=True)):
        telling = min(1.0, len(each.words) / 4)  # “Yes.” is near to nothing worth telling
        place = _FIRST / (n + 1) if n < 2 else 0.0
        worth.append(telling * (value / most + place) - (_ASKING if each.text.endswith("?") else 0.0))
    return worth


def _near_by_words(found: Sequence[_Sentence]) -> list[float]:
    """By words: those that several sentences share weigh by how many do."""
    shared = Counter(word for each in found for word in each.words)
    middle = {word: math.log(1 + count) for word, count in shared.items()}
    return [sum(value * middle[word] for word, value in each.words.items()) for each in found]


def _near_by_vectors(found: Sequence[_Sentence]) -> list[float]:
    vectors = [each.vector for each in found if each.vector is not None]
    middle = [sum(column) / len(vectors) for column in zip(*vectors, strict=True)]
    return [max(0.0, _product(vector, middle)) for vector in vectors]


def _chosen(found: Sequence[_Sentence], worth: Sequence[float], most_tokens: int) -> list[_Sentence]:
    """The best ones that have room together and don't repeat each other, none much worse than the best."""
    chosen: list[_Sentence] = []
    room = most_tokens
    order = sorted(range(len(found)), key=lambda n: (-worth[n], n))
    for n in order:
        each = found[n]
        if worth[n] < _LEAST_WORTH * worth[order[0]]:
            break
        if each.tokens <= room and all(_likeness(each, other) < _ALIKE for other in chosen):
            chosen.append(each)
            room -= each.tokens
    return chosen


def _likeness(one: _Sentence, other: _Sentence) -> float:
    by_words = sum(value * other.words.get(word, 0.0) for word, value in one.words.items())
    if one.vector is None or other.vector is None:
        return by_words
    return max(by_words, _product(one.vector, other.vector))


def _product(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _cut(text: str, most_tokens: int) -> str:
    """As much of a sentence as has room with the “…” behind it, to the end of a clause where half of it is kept so."""
    kept: list[int] = []
    tokens = 1  # of the “…”
    for match in re.finditer(r"\S+", text):
        tokens += tokens_in(match[0])
        if tokens > most_tokens:
            break
        kept.append(match.end())
    if not kept:  # one word without end, as data is
        return _letters(text, most_tokens - 1) + "…"
    clauses = [end for end in kept if text[end - 1] in ",;:"]
    end = clauses[-1] if clauses and clauses[-1] * 2 >= kept[-1] else kept[-1]
    return text[:end].rstrip(",;: ") + "…"


def _letters(text: str, most_tokens: int) -> str:
    return text[: max(n for n in range(most_tokens * 4 + 1) if tokens_in(text[:n]) <= most_tokens)]
