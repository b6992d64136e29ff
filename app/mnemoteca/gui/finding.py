"""Which words of a whole text a question meant, where a hit told only of its beginning: pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mnemoteca.core.memory import Memory
from mnemoteca.core.stems import STOP_WORDS, keys
from mnemoteca.core.text import words, words_at

Spans = tuple[tuple[int, int], ...]
_OPERATOR = re.compile(r"(?:^|(?<=\s))(?:-\S+|[\w-]+:\S*|#\S+)")
_MOST = 400  # places that are marked
_LEAST = 3  # letters of a beginning


@dataclass(frozen=True, slots=True)
class Sought:
    """What was asked, and what a hit said of it: `first` are characters of `text`, how the hit's memory begins."""

    question: str
    text: str = ""
    first: Spans = ()

    def on(self, memory: Memory) -> Spans:
        """The characters of this memory's text to be marked, in their order."""
        asked = words(_OPERATOR.sub(" ", self.question))
        met = [word for start, end in self.first for word in words(self.text[start:end])]
        wanted = {key for word in (*asked, *met) if word not in STOP_WORDS for key in keys(word, memory.lang)}
        start = asked[-1] if asked and len(asked[-1]) >= _LEAST and not self.question.endswith(" ") else ""
        found = set(self.first if memory.text.startswith(self.text[: len(memory.text)]) else ())
        covered = max((end for _, end in found), default=0)
        for word in words_at(memory.text):
            if len(found) >= _MOST:
                break
            if word.start >= covered and self._is_meant(word.text, memory.lang, wanted, start):
                found.add((word.start, word.end))
        return tuple(sorted(found))

    def _is_meant(self, word: str, lang: str, wanted: set[str], start: str) -> bool:
        if start and word.startswith(start):
            return True
        return word not in STOP_WORDS and not wanted.isdisjoint(keys(word, lang))
