"""From lessons to what is learned: examples with hashes and labels, and how words are usually written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mnemoteca.core.text import language
from mnemoteca.models.nano.entities.entity import OUTSIDE, first_label
from mnemoteca.models.nano.entities.lessons import Lesson
from mnemoteca.models.nano.entities.path import Labels
from mnemoteca.models.nano.entities.perceptron import Example
from mnemoteca.models.nano.entities.traits import Elsewhere, Hashes, Traits, hash_of, hashes_of
from mnemoteca.models.nano.entities.weights import USUAL
from mnemoteca.models.nano.entities.words import Word, lines_of, pieces_of

SEEN_AT_LEAST = 3  # times that a word must stand within sentences before its usual case counts
OFTEN = 40


def examples_of(lesson: Lesson, traits: Traits) -> list[Example]:
    """The pieces of a lesson."""
    lines, lang = lines_of(lesson.text), language(lesson.text)
    elsewhere = Elsewhere(lines)
    found = []
    for line in lines:
        hashes, labels = hashes_of(traits.of_line(line, lang, elsewhere)), labels_of(line, lesson)
        found += [Example(hashes[start:end], labels[start:end]) for start, end in pieces_of(line)]
    return found


def labels_of(line: Sequence[Word], lesson: Lesson) -> Labels:
    """The right label of each word; a word that a name touches belongs to it."""
    labels = np.full(len(line), OUTSIDE, dtype=np.int64)
    for start, end, kind in lesson.spans:
        inside = [at for at, word in enumerate(line) if word.start < end and word.end > start]
        labels[inside] = first_label(kind) + 1
        if inside and line[inside[0]].end > start:
            labels[inside[0]] = first_label(kind)
    return labels


def usual_case(texts: Iterable[str]) -> tuple[Hashes, NDArray[np.uint8]]:
    """How the words of texts are written within sentences: sorted hashes of words, and their codes in `USUAL`."""
    low: Counter[str] = Counter()
    high: Counter[str] = Counter()
    for text in texts:
        for line in lines_of(text):
            for before, word in pairwise(line):
                if word.text[0].islower():
                    low[word.text] += 1
                elif word.text[0].isupper() and before.text[0].isalpha() and before.text[0].islower():
                    high[word.text.lower()] += 1
    codes = {word: _code(low[word], high[word]) for word in low.keys() | high.keys()}
    told = sorted((hash_of(word), code) for word, code in codes.items() if code)
    return (
        np.array([each for each, _ in told], dtype=np.uint32),
        np.array([code for _, code in told], dtype=np.uint8),
    )


def _code(low: int, high: int) -> int:
    seen = low + high
    if seen < SEEN_AT_LEAST:
        return 0
    share = high / seen
    if share <= 0.02:
        return USUAL.index("low+" if seen >= OFTEN else "low")
    if share >= 0.98:
        return USUAL.index("high+" if seen >= OFTEN else "high")
    return USUAL.index("mostly low" if share < 0.25 else "mostly high" if share > 0.75 else "both")
