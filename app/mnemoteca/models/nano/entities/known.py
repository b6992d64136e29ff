"""The words and names that come with the app, by what they say: first names, cities, what an organisation is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from mnemoteca.core.resources import resource

# Names of several words are looked for as such; of the other classes each entry is one word.
NAMED = ("country", "region", "city", "org", "product", "work", "event")


class Known:
    """Classes of words, and a tree of names of several words; all in lower case."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self.words: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, dict[tuple[str, ...], str]] = {}
        for name, entries in classes.items():
            for entry in entries:
                self._add(name, entry.lower())

    def _add(self, name: str, entry: str) -> None:
        parts = tuple(entry.split())
        if len(parts) > 1:
            self._names.setdefault(parts[0], {}).setdefault(parts, name)
        elif name not in self.words.get(entry, ()):
            self.words[entry] = (*self.words.get(entry, ()), name)

    def name_at(self, lower: list[str], at: int) -> tuple[int, str] | None:
        """How many words the longest known name has that begins there, and its class."""
        names = self._names.get(lower[at])
        if names is None:
            return None
        fitting = [parts for parts in names if tuple(lower[at : at + len(parts)]) == parts]
        if not fitting:
            return None
        longest = max(fitting, key=len)
        return len(longest), names[longest]


def read_classes(text: str) -> dict[str, list[str]]:
    """Lines of “class: entry, entry”, as they are written; those that begin with # are left out."""
    classes: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, colon, entries = line.partition(":")
        if colon and not line.startswith("#"):
            classes.setdefault(name, []).extend(entry.strip() for entry in entries.split(",") if entry.strip())
    return classes


@lru_cache(maxsize=1)
def known_words() -> Known:
    """Those of `resources/nano/known_words.txt`, read once."""
    return Known(read_classes(resource("nano/known_words.txt").read_text(encoding="utf-8")))
