"""A word that stands nowhere: the words one letter off that do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mnemoteca.core.stems import stem

SHORTEST = 4  # letters of a word that may be misspelled
MOST_WORDS = 4  # of a question that are looked at
MOST_VARIANTS = 3
FEW_WORDS = 3  # up to which another form of a word is worth a note
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of the question and what stands in its place; `same` where it is another form of the word."""

    word: str
    variants: tuple[str, ...]
    same: bool

    @property
    def note(self) -> str:
        """How it is told: “mangos → mangoes”."""
        return f"{self.word} → {', '.join(self.variants)}"


def one_letter_off(word: str) -> Iterator[str]:
    """Every word that a letter left out, put in, changed or swapped makes of it."""
    for n in range(len(word) + 1):
        head, tail = word[:n], word[n:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def respell(content: list[str], holds_word: Callable[[str], int], holds_stem: Callable[[str], bool]) -> list[Spelling]:
    """The words of a question that stand nowhere as they are, with what does.

    Where other forms of a word stand, it is found by its stem already, and is only told in short questions.
    """
    found = []
    unknown = [w for w in content if len(w) >= SHORTEST and w.isascii() and w.isalpha() and not holds_word(w)]
    for word in unknown[:MOST_WORDS]:
        stands = holds_stem(word)
        if stands and len(content) > FEW_WORDS:
            continue
        variants = {other: n for other in set(one_letter_off(word)) - {word} if (n := holds_word(other))}
        if stands:
            variants = {other: n for other, n in variants.items() if _same_stem(word, other)}
        if variants:
            best = sorted(variants, key=lambda other: (-variants[other], other))[:MOST_VARIANTS]
            found.append(Spelling(word, tuple(best), stands))
    return found


def _same_stem(one: str, other: str) -> bool:
    return any(stem(one, lang) == stem(other, lang) for lang in ("en", "pt"))
