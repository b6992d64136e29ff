"""Text as a person writes it: folded words, stems, language, and what can be stored.

Everything that is searched goes through here on both sides: what is kept, what is asked and what is lit up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from mnemoteca.core.stems import STOP_WORDS, STOP_WORDS_OF, stem

_MARKS = re.compile("[\u0300-\u036f]+")
_SYLLABIC = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # written without blanks: each sign is a word
_SIGNS = "\u2600-\u27bf\U0001f300-\U0001faff"  # emoji are words, too
_WORD = re.compile(rf"[^\W_{_SYLLABIC}](?:[^\W_{_SYLLABIC}]|[\u0300-\u036f])*|[{_SYLLABIC}{_SIGNS}]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
MAX_WORD = 64  # letters of a word that count; what is longer is data


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stands: `start` and `end` are characters of the text as it is."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without accents: “Café” becomes “cafe”."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def words(text: str) -> list[str]:
    """The folded words in their order."""
    return [word[:MAX_WORD] for word in _WORD.findall(fold(text))]


def words_at(text: str) -> Iterator[Word]:
    """The folded words with their places in the unchanged text."""
    for match in _WORD.finditer(text):
        for word in words(match.group()):
            yield Word(word, match.start(), match.end())


def content_words(folded: list[str]) -> list[str]:
    """Those that are not stop words; all of them where nothing else is left."""
    return [word for word in folded if word not in STOP_WORDS] or folded


def stems(folded: list[str]) -> list[str]:
    """The stems of folded words, stop words left out."""
    return [stem(word) for word in folded if word not in STOP_WORDS]


def language(text: str) -> str:
    """“en”, “pt”, or "" where the stop words and letters of the first 2,000 characters don't tell."""
    found = _WORD.findall(text[:2000].lower())
    scores = {name: sum(word in stop for word in found) for name, stop in STOP_WORDS_OF.items()}
    scores["pt"] += 2 * sum(text.count(mark, 0, 2000) for mark in ("ã", "õ", "ç", "Ã", "Õ", "Ç"))
    best, other = sorted(scores, key=lambda name: -scores[name])[:2]
    return best if scores[best] > scores[other] else ""


def storable(text: str) -> str:
    """The text itself, but for lone surrogates and NUL, which no table can hold: they become U+FFFD."""
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)
