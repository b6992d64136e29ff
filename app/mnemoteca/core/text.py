"""Text as a person writes it: folded words, stems, language, and what can be stored.

Everything that is searched goes through here on both sides: what is kept, what is asked and what is lit up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mnemoteca.core.stems import LANGUAGES, STOP_WORDS, STOP_WORDS_OF, keys, keys_anew

_MARKS = re.compile("[\u0300-\u036f]+")
_SYLLABIC = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # written without blanks: each sign is a word
_SIGNS = "\u2600-\u27bf\U0001f300-\U0001faff"  # emoji are words, too
_WORD = re.compile(rf"[^\W_{_SYLLABIC}](?:[^\W_{_SYLLABIC}]|[\u0300-\u036f])*|[{_SYLLABIC}{_SIGNS}]")
_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}  # all in ASCII that is no part of a word
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
MAX_WORD = 64  # letters of a word that count; what is longer is data
SLICE = 65_536  # characters that are worked on at once
_LANGUAGE_FROM = 2000  # characters that tell the language
_TELLING = STOP_WORDS_OF["en"] | STOP_WORDS_OF["pt"]  # none stands in both
_REMEMBERED = 32_768  # words of each language whose keys are held ready, and as many older ones: some 10 MB at most


class Word(NamedTuple):
    """A folded word and where it stands: `start` and `end` are characters of the text as it is."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without accents: “Café” becomes “cafe”."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def composed(text: str) -> str:
    """The text with each accent and its letter as one character, as most keyboards write them."""
    return unicodedata.normalize("NFC", text)


def words(text: str) -> list[str]:
    """The folded words in their order."""
    found = _split(fold(text))
    return [word[:MAX_WORD] for word in found] if max(map(len, found), default=0) > MAX_WORD else found


def _split(lower: str) -> list[str]:
    """The words of a text in lower case; of one in ASCII three times as quick."""
    if lower.isascii():
        return lower.translate(_BLANKS).split()
    found: list[str] = _WORD.findall(lower)
    return found


@lru_cache(maxsize=8_192)
def _words_in(run: str) -> tuple[str, ...]:
    return tuple(words(run))


def words_at(text: str) -> Iterator[Word]:
    """The folded words with their places in the unchanged text."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        for word in _words_in(match.group()):
            yield Word(word, start, end)


def slices(text: str, size: int = SLICE) -> Iterator[str]:
    """The text in pieces of about `size` characters, cut at blanks."""
    start = 0
    while len(text) - start > size:
        cut = max(text.rfind(blank, start + size // 2, start + size) for blank in " \n\t")
        end = cut if cut > start else start + size
        yield text[start:end]
        start = end
    yield text[start:]


def content_words(folded: list[str]) -> list[str]:
    """Those that are not stop words; all of them where nothing else is left."""
    return [word for word in folded if word not in STOP_WORDS] or folded


def keys_of(folded: list[str], lang: str) -> list[str]:
    """The stems under which the words of a text in `lang` are kept, stop words left out."""
    return [key for word in folded if word not in STOP_WORDS for key in keys(word, lang)]


class _KeyTexts(dict[str, str]):
    """The keys of words of texts in one language, joined by a blank, "" for stop words.

    When it is full it begins anew; what was asked for since the last time is still at hand then.
    """

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._older: dict[str, str] = {}
        self.each = len(keys_anew("a", lang))  # keys of a word

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self._older = dict(self)
            self.clear()
        told = self._older.get(word)
        if told is None:
            told = "" if word in STOP_WORDS else " ".join(keys_anew(word, self._lang))
        self[word] = told
        return told


_KEY_TEXTS = {lang: _KeyTexts(lang) for lang in ("", *LANGUAGES)}


def key_text(folded: list[str], lang: str) -> tuple[str, int]:
    """The stems of `keys_of` with blanks between them, and how many they are."""
    texts = _KEY_TEXTS.get(lang, _KEY_TEXTS[""])
    told = list(filter(None, map(texts.__getitem__, folded)))
    return " ".join(told), len(told) * texts.each


def language(text: str) -> str:
    """“en”, “pt”, or "" where the stop words and letters of the first 2,000 characters don't tell."""
    start = text[:_LANGUAGE_FROM].lower()
    telling = list(filter(_TELLING.__contains__, _split(start)))
    english = sum(map(STOP_WORDS_OF["en"].__contains__, telling))
    portuguese = len(telling) - english
    if not start.isascii():
        portuguese += 2 * sum(start.count(mark) for mark in "ãõç")
    return "" if english == portuguese else "en" if english > portuguese else "pt"


def _is_unicode(text: str) -> bool:
    """Whether it has no lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def storable(text: str) -> str:
    """The text itself, but for lone surrogates and NUL, which no table can hold: they become U+FFFD."""
    if "\0" not in text and (text.isascii() or _is_unicode(text)):  # nearly all, and told many times as quick
        return text
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)
