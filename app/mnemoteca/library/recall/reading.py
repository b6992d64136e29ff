"""A question as it is read: its words, what stands in quotes, and what is looked for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from mnemoteca.core.errors import BadInput
from mnemoteca.core.ranking import WEIGHTS
from mnemoteca.core.stems import STOP_WORDS
from mnemoteca.core.text import content_words, language, words
from mnemoteca.store.wording import spelled

MOST_TERMS = 64  # different words of a question that count: the longest question stays quick
MOST_CHARACTERS = 20_000
ABOUT_ME = frozenset(["i", "my", "me", "mine", "myself", "eu", "meu", "minha", "meus", "minhas", "mim", "comigo"])
MODEL_SPEAKS = ("en", "")  # the model that comes with the app, as far as a language is told
_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»')


@dataclass(frozen=True, slots=True)
class Reading:
    """The folded `content` words with how often each stands; `quoted` phrases; the whole as a phrase; the `start`
    of a word that is still being typed, or ""; `lang` as `core.text.language` tells it."""

    content: dict[str, int]
    quoted: tuple[tuple[str, ...], ...]
    whole: tuple[str, ...]
    start: str = ""
    lang: str = ""

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """What is looked for word for word: what stands in quotes, or the whole question."""
        return self.quoted or ((self.whole,) if len(self.whole) <= MOST_TERMS else ())

    @property
    def about_me(self) -> bool:
        """Whether the person asks about themselves."""
        return not ABOUT_ME.isdisjoint(self.whole)

    @property
    def trust(self) -> float:
        """What meaning weighs here, beside 1 for words."""
        return WEIGHTS.meaning_abroad if self.lang not in MODEL_SPEAKS else WEIGHTS.meaning

    def terms(self) -> dict[str, float]:
        """The keys of the content words with their weights."""
        found: dict[str, float] = {}
        for word, times in self.content.items():
            for key in spelled(word):
                weight = float(times) if key.startswith("=") else times * WEIGHTS.stem
                found[key] = max(found.get(key, 0.0), weight)
        return found


def read_question(text: str, *, as_typed: bool = False) -> Reading:
    """Read a question; raises `BadInput` where it has no words."""
    text = text[:MOST_CHARACTERS]
    whole = words(text)
    if not whole:
        raise BadInput("empty_question")
    quoted = tuple(tuple(words("".join(groups))) for groups in _QUOTED.findall(text))
    start = whole[-1] if as_typed and text[-1:].isalnum() else ""
    counts = Counter(content_words(whole))
    if start and start in STOP_WORDS and len(counts) > 1:
        counts.pop(start, None)
    most = dict(counts.most_common(MOST_TERMS)) if len(counts) > MOST_TERMS else dict(counts)
    return Reading(most, tuple(phrase for phrase in quoted if phrase), tuple(whole), start, language(text))
