"""Finding a choice by a few letters of its name: whole beginnings of words first, scattered letters last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mnemoteca.core.text import fold


class Kind(StrEnum):
    """What is chosen."""

    COMMAND = "command"
    SESSION = "session"
    PERSON = "person"
    TAG = "tag"
    SPACE = "space"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen by its name; `key` is what it is chosen by, unique within its kind."""

    kind: Kind
    key: str
    text: str
    detail: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""

    @property
    def id(self) -> str:
        """What it is remembered by."""
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True, slots=True)
class Match:
    """How well a name fits, and which characters of it were meant, as (start, end)."""

    score: float
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A choice with the characters to be lit up."""

    choice: Choice
    spans: tuple[tuple[int, int], ...] = ()


def match(asked: str, name: str) -> Match | None:
    """How `name` fits what was typed: every word of it must be there; None where one is not."""
    letters = _folded(name)
    score = 0.0
    spans: list[tuple[int, int]] = []
    for word in fold(asked).split():
        one = _word(word, letters)
        if one is None:
            return None
        score += one.score
        spans += one.spans
    return Match(score - 0.01 * len(name), _joined(spans))


def ranked(choices: Sequence[Choice], asked: str, recent: Sequence[str] = (), most: int = 50) -> list[Found]:
    """The choices that fit, best first; among equals, and where nothing is typed, what was chosen lately first."""
    lately = {id: n for n, id in enumerate(recent)}
    found: list[tuple[float, int, int, Found]] = []
    for n, choice in enumerate(choices):
        fits = match(asked, choice.text)
        if fits is not None:
            bonus = 20.0 if choice.id in lately else 0.0
            found.append((-fits.score - bonus, lately.get(choice.id, len(lately)), n, Found(choice, fits.spans)))
    if not asked.strip():
        found.sort(key=lambda each: each[1:3])
    else:
        found.sort(key=lambda each: each[:3])
    return [each[3] for each in found[:most]]


def _folded(name: str) -> list[str]:
    """The letters of a name folded one by one, so that places stay what they are."""
    return [(fold(letter) or letter)[:1] for letter in name]


def _word(word: str, letters: Sequence[str]) -> Match | None:
    name = "".join(letters)
    at = _at_word(word, name)
    if at is not None:
        return Match(100.0 - min(at, 40), ((at, at + len(word)),))
    at = name.find(word)
    if at >= 0:
        return Match(50.0 - min(at, 40) / 2, ((at, at + len(word)),))
    return _scattered(word, name) if len(word) > 1 else None


def _at_word(word: str, name: str) -> int | None:
    """Where the word begins a word of the name."""
    at = name.find(word)
    while at >= 0:
        if at == 0 or not name[at - 1].isalnum():
            return at
        at = name.find(word, at + 1)
    return None


def _scattered(word: str, name: str) -> Match | None:
    """The letters in their order with others between them, the first at the beginning of a word."""
    best: Match | None = None
    for start in (n for n in range(len(name)) if name[n] == word[0] and (n == 0 or not name[n - 1].isalnum())):
        places, at = [start], start
        for letter in word[1:]:
            at = name.find(letter, at + 1)
            if at < 0:
                return best
            places.append(at)
        gaps = places[-1] - places[0] - len(word) + 1
        if gaps <= 2 * len(word) and (best is None or 20.0 - gaps > best.score):
            best = Match(20.0 - gaps, tuple((place, place + 1) for place in places))
    return best


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in their order, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
