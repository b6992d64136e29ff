"""Highlights: which characters of a text the question's words met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mnemoteca.core.stems import STOP_WORDS, keys
from mnemoteca.core.text import Word, words_at


@dataclass(frozen=True, slots=True)
class Light:
    """What is lit up in a text: words by their keys or their beginning, and phrases as a whole."""

    terms: frozenset[str]
    start: str
    phrases: tuple[tuple[str, ...], ...]
    open_end: bool

    def on(self, text: str, lang: str) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...], bool]:
        """The (start, end) characters to light up, the folded words met, and whether a phrase stands there."""
        stand = list(words_at(text))
        lit = [n for n, word in enumerate(stand) if self._meets(word.text, lang)]
        met = tuple(dict.fromkeys(stand[n].text for n in lit))
        runs = [run for phrase in self.phrases for run in self._runs(stand, phrase)]
        spans = [(stand[n].start, stand[n].end) for n in lit] + [(stand[a].start, stand[b].end) for a, b in runs]
        return merged(spans), met, bool(runs)

    def _meets(self, word: str, lang: str) -> bool:
        if self.start and word.startswith(self.start):
            return True
        return word not in STOP_WORDS and not self.terms.isdisjoint(keys(word, lang))

    def _runs(self, stand: Sequence[Word], phrase: tuple[str, ...]) -> Iterable[tuple[int, int]]:
        size = len(phrase)
        for n in range(len(stand) - size + 1):
            last = stand[n + size - 1].text
            ends = last.startswith(phrase[-1]) if self.open_end else last == phrase[-1]
            if ends and all(stand[n + i].text == phrase[i] for i in range(size - 1)):
                yield n, n + size - 1


def merged(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
