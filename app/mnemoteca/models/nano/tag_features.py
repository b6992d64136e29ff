"""What the tagger sees of a text: words, stems, pairs, pieces of words, notions, and how it is written.

Features come in groups. Each group has length one whatever the text's length, times the group's weight, so that a long
text speaks no louder than a short one and no group drowns another. A feature is `group:what`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from mnemoteca.core.stems import stem
from mnemoteca.core.text import fold, language
from mnemoteca.models.nano.concepts import notions_of
from mnemoteca.models.nano.keywords import keyword_counts

LOOKED_AT = 2_000  # characters of a text that are looked at: what it is about stands at its beginning
# The square root of what each group counts in the product of two texts.
GROUPS = {
    "word": 1.0, "stem": 1.0, "pair": 0.5**0.5, "piece": 1.0, "first": 0.5**0.5, "mark": 0.5**0.5,
    "notion": 2.0**0.5, "first-notion": 0.5**0.5, "notions": 1.0, "floor": 0.5**0.5,
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_PIECES = (3, 4, 5)  # letters
_MARKS = {
    "code": r"`[^`]+`",
    "call": r"\w\(",
    "environment": r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b",
    "flag": r"(?<!\w)--\w",
    "version": r"\bv?\d+\.\d+(?:\.\d+)?\b",
    "exception": r"\w(?:Error|Exception)\b",
    "dot-file": r"(?<![\w/])\.\w{2,}",
    "config-file": r"\.(?:ya?ml|toml|ini|cfg|conf|json|lock|env|rc)\b",
    "text-file": r"\.(?:md|rst|txt|adoc)\b|README|CHANGELOG|CONTRIBUTING|LICENSE",
    "source-file": r"\.(?:js|ts|tsx|py|rs|go|c|h|sh|java|rb)\b",
    "test-name": r"\btest_\w+|\w+_test\b|\w+\.(?:test|spec)\.",
    "snake": r"\b[a-z]+_[a-z_]+\b",
    "camel": r"\b[a-z]+[A-Z]\w+",
    "negation": r"(?i)\b(?:not|no|n't|não|nunca|never|without|sem)\b",
    "link": r"https?://",
    "number-sign": r"#\d+",
    "semicolon": r";",
    "percent": r"\d ?%",
}
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _MARKS.items())


def features(text: str) -> dict[str, float]:
    """The features of a text with their weights, in a fixed order."""
    found: dict[str, float] = {}
    for group, items in _grouped(text[:LOOKED_AT]):
        counts = {what: 1 + math.log(count) for what, count in Counter(items).items()}
        length = math.sqrt(sum(value * value for value in counts.values()))
        scale = GROUPS[group] / length if length else 0.0
        found.update((f"{group}:{what}", value * scale) for what, value in counts.items())
    return found


def _grouped(text: str) -> Iterator[tuple[str, Iterable[str]]]:
    words = _WORD.findall(fold(text))
    lang = language(text) or "en"
    stems = [stem(word, lang) for word in words]
    notions = [notions_of(word) for word in words]
    every = sorted(frozenset[str]().union(*notions))
    yield "word", words
    yield "stem", stems
    yield "pair", map(" ".join, pairwise(stems))
    yield "piece", (piece for word in dict.fromkeys(words) for piece in pieces(word))
    yield "first", stems[:1]
    yield "mark", (name for name, pattern in _COMPILED if pattern.search(text))
    yield "notion", (notion for those in notions for notion in sorted(those))
    yield "first-notion", sorted(notions[0]) if notions else ()
    yield "notions", (f"{one}+{other}" for n, one in enumerate(every) for other in every[n + 1 :])
    yield "floor", keyword_counts(text)


@lru_cache(maxsize=1_024)
def pieces(word: str) -> tuple[str, ...]:
    """The runs of letters of a word, with marks where it begins and ends."""
    marked = f"^{word[:32]}$"
    return tuple(marked[n : n + size] for size in _PIECES for n in range(len(marked) - size + 1))
