"""Whether the source bears what a model says. Pure."""

from __future__ import annotations

import re

from mnemoteca.core.text import fold, language, words
from mnemoteca.models.tasks.prompts import PromptFile

SHORTEST_QUOTE = 8  # letters: less stands in every text
RUN = 8  # words in a row that nobody says by chance
_SURE_FROM = 6  # words from which on the language of an answer can be told
_NUMBER = re.compile(r"\d+")
_MARK = re.compile(r"<\|[^|>]{1,40}\|>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>|</?s>")


def span_of(quote: str, source: str) -> tuple[int, int] | None:
    """Where a quote stands in the source, letter by letter; only its blanks may be others: an answer has no lines."""
    parts = quote.split()
    if not parts:
        return None
    if (start := source.find(quote.strip())) >= 0:
        return start, start + len(quote.strip())
    found = re.search(_spaced(parts), source)
    return found.span() if found else None


def stands_in(name: str, source: str) -> tuple[int, int] | None:
    """Where a name stands in the source as whole words."""
    parts = name.split()
    if not parts:
        return None
    found = re.search(rf"(?<!\w){_spaced(parts)}(?!\w)", source)
    return found.span() if found else None


def _spaced(parts: list[str]) -> str:
    """A pattern of these words with blanks of any kind between them."""
    return r"\s+".join(map(re.escape, parts))


def invented_numbers(text: str, source: str) -> list[str]:
    """The numbers in a text that the source does not hold."""
    held = set(_NUMBER.findall(source))
    return [number for number in _NUMBER.findall(text) if number not in held]


def repeats(text: str, prompt: PromptFile, lang: str, source: str) -> bool:
    """Whether a text holds marks of a chat that the source does not, or a run of words that the model was told."""
    if any(mark not in source for mark in _MARK.findall(text)):
        return True
    said = f" {' '.join(words(text))} "
    told = words(prompt.system[lang])
    return any(f" {' '.join(told[at : at + RUN])} " in said for at in range(len(told) - RUN + 1))


def other_language(text: str, lang: str) -> bool:
    """Whether a text of some length is surely in another language than `lang` (“en” or “pt”)."""
    return lang != "" and len(words(text)) >= _SURE_FROM and language(text) not in (lang, "")


def shares_a_word(text: str, other: str) -> bool:
    """Whether any word of one stands in the other."""
    return not set(words(fold(text))).isdisjoint(words(fold(other)))
