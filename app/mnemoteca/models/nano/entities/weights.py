"""The file of weights: what speaks for which label, which label follows which, how words are usually written.

A line of JSON, then arrays one after the other, all little-endian. The same lessons give the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mnemoteca.core.resources import resource
from mnemoteca.models.nano.entities.entity import LABELS, LEARNED
from mnemoteca.models.nano.entities.path import Scores, forbidden
from mnemoteca.models.nano.entities.traits import TEMPLATES, Hashes, hash_of

FORM = 1  # of the file
BITS = 16  # of a hash that tell its neighbourhood
LAST = 0xFFFFFFFF
USUAL = ("", "low", "mostly low", "both", "mostly high", "high", "low+", "high+")


class Rows:
    """Where hashes stand among sorted ones: four times as quick as a binary search, since hashes lie evenly."""

    def __init__(self, hashes: Hashes) -> None:
        self._count = len(hashes)
        self._hashes = np.append(hashes, np.uint32(LAST))
        self._begins = np.searchsorted(hashes, np.arange(1 << BITS, dtype=np.uint32) << np.uint32(32 - BITS))
        self._most = int(np.diff(self._begins, append=self._count).max())

    def of(self, hashes: Hashes) -> NDArray[np.int64]:
        """The row of each hash; for one that is not there the row behind the last."""
        rows: NDArray[np.int64] = self._begins[hashes >> np.uint32(32 - BITS)]
        for _ in range(self._most):
            rows += np.less(self._hashes[rows], hashes)
        rows[self._hashes[rows] != hashes] = self._count
        return rows


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned; `rows` tells where the sorted `hashes` stand in `scores`, whose last row is zeros.

    `chances` are points (margin, how often a name with that margin was right), both rising.
    """

    hashes: Hashes
    rows: Rows
    scores: NDArray[np.int8]
    steps: Scores
    words: Hashes
    usual: NDArray[np.uint8]
    chances: tuple[tuple[float, float], ...]
    worthy: float

    def of(self, hashes: Hashes) -> Scores:
        """The score of each label at each word: (words, templates) to (words, labels)."""
        summed: Scores = self.scores[self.rows.of(hashes.T)].sum(axis=0, dtype=np.int32)
        return summed

    def usually(self, lower: str) -> str:
        """How a word is usually written within a sentence."""
        return usually(self.words, self.usual, lower)


def usually(words: Hashes, usual: NDArray[np.uint8], lower: str) -> str:
    """As `Weights.usually`, of sorted hashes of words and their codes in `USUAL`."""
    wanted = np.uint32(hash_of(lower))
    at = int(np.searchsorted(words, wanted))
    return USUAL[int(usual[at])] if at < len(words) and words[at] == wanted else ""


def write_weights(weights: Weights, path: Path) -> None:
    """Write the file anew."""
    head = {
        "form": FORM,
        "kinds": LEARNED,
        "templates": len(TEMPLATES),
        "hashes": len(weights.hashes),
        "words": len(weights.words),
        "chances": weights.chances,
        "worthy": weights.worthy,
    }
    arrays = (
        weights.hashes.astype("<u4"),
        weights.scores[:-1],
        np.where(forbidden() == 0, weights.steps, 0).astype("<i4"),
        weights.words.astype("<u4"),
        weights.usual,
    )
    path.write_bytes(json.dumps(head).encode() + b"\n" + b"".join(array.tobytes() for array in arrays))


def read_weights(path: Path) -> Weights:
    """The weights of a file; raises `ValueError` for one of another form."""
    told, _, rest = path.read_bytes().partition(b"\n")
    head = json.loads(told)
    if (head["form"], tuple(head["kinds"]), head["templates"]) != (FORM, LEARNED, len(TEMPLATES)):
        raise ValueError(f"{path.name} is of another form than this app reads")
    count, words, at = head["hashes"], head["words"], 0

    def take(kind: str, items: int) -> NDArray[np.generic]:
        nonlocal at
        array = np.frombuffer(rest, dtype=kind, count=items, offset=at)
        at += array.nbytes
        return array

    hashes = take("<u4", count).astype(np.uint32)
    scores = np.zeros((count + 1, LABELS), dtype=np.int8)
    scores[:-1] = take("i1", count * LABELS).reshape(count, LABELS)
    steps = take("<i4", (LABELS + 1) * LABELS).reshape(LABELS + 1, LABELS).astype(np.int32) + forbidden()
    return Weights(
        hashes,
        Rows(hashes),
        scores,
        steps,
        take("<u4", words).astype(np.uint32),
        take("u1", words).astype(np.uint8),
        tuple((float(margin), float(chance)) for margin, chance in head["chances"]),
        float(head["worthy"]),
    )


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """Those of `resources/nano/entities.weights`, read once."""
    return read_weights(resource("nano/entities.weights"))
