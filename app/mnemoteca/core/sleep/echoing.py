"""The recall firewall: what an assistant was given is known again when it comes back from one.

A text is known by its shingles: eight words in a row, and each sentence of fewer words whole. What an assistant says
is an echo where such shingles cover so much of its words, whatever their order and whatever stands around them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import timedelta

from mnemoteca.core.text import words

SIZE = 8  # words in a row
SHORTEST = 3  # words of a sentence that is known as a whole
COVERED = 0.6  # of the words of a text, from which on it is an echo
KNOWN_FOR = timedelta(days=30)
MOST_WORDS = 4_000  # of a text that are looked at
_PART = re.compile(r"[^.!?…\n;:]+")
Marks = Mapping[int, int]  # mark -> memory


def mark_of(key: bytes, shingle: tuple[str, ...]) -> int:
    """A number that tells nothing of the words to whoever has not the key; 63 bits, so that it fits a column."""
    said = " ".join(shingle).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(said, digest_size=8, key=key, person=b"echo").digest(), "big") >> 1


def shingles(text: str) -> set[tuple[str, ...]]:
    """What a given text is known by."""
    return {shingle for _, shingle in _places(words(text[: MOST_WORDS * 12])[:MOST_WORDS])} | {
        tuple(part) for part in _sentences(text) if SHORTEST <= len(part) < SIZE
    }


def echoed(text: str, known: Callable[[Collection[tuple[str, ...]]], Mapping[tuple[str, ...], int]]) -> int | None:
    """The memory that most of a text repeats; None where less than `COVERED` of its words were given.

    `known` tells of shingles those that were given, each with its memory.
    """
    parts = list(_sentences(text))
    asked = {shingle for part in parts for shingle in _windows(part)}
    asked |= {shingle for _, shingle in _places([word for part in parts for word in part])}
    found = known(asked) if asked else {}
    if not found:
        return None
    said = [word for part in parts for word in part]
    covered = [0] * len(said)
    for size in {len(shingle) for shingle in found}:
        for start in range(len(said) - size + 1):
            memory = found.get(tuple(said[start : start + size]))
            if memory is not None:
                covered[start : start + size] = [memory] * size
    counted = [memory for memory in covered if memory]
    if len(counted) < COVERED * len(said):
        return None
    return max(set(counted), key=lambda memory: (counted.count(memory), -memory))


def _sentences(text: str) -> Iterator[list[str]]:
    for match in _PART.finditer(text[: MOST_WORDS * 12]):
        if said := words(match[0]):
            yield said


def _windows(part: list[str]) -> Iterator[tuple[str, ...]]:
    """All shorter runs of words of a sentence, too: what was given may have been a shorter one."""
    for size in range(SHORTEST, SIZE):
        for start in range(len(part) - size + 1):
            yield tuple(part[start : start + size])


def _places(said: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for start in range(len(said) - SIZE + 1):
        yield start, tuple(said[start : start + SIZE])
