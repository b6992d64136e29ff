"""Learning: an averaged perceptron over whole sequences, in whole numbers: it comes out the same everywhere."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnemoteca.models.nano.entities.entity import LABELS
from mnemoteca.models.nano.entities.path import Labels, Scores, best_paths, forbidden, padded
from mnemoteca.models.nano.entities.traits import TEMPLATES, Hashes

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a lesson: the hashes of its words (words, templates) and the labels that are right."""

    hashes: Hashes
    labels: Labels


@dataclass(frozen=True, slots=True)
class Course:
    """How is learned. A wrong label gets `margin` in advance; of 100 templates `left_out` are dropped at each word."""

    rounds: int = 8
    together: int = 8
    margin: int = 4
    left_out: int = 10
    seen: int = 2
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Learned:
    """Sorted hashes with their scores (hashes, labels), and the scores of steps."""

    hashes: Hashes
    scores: NDArray[np.int64]
    steps: NDArray[np.int64]


def learn(examples: Sequence[Example], course: Course) -> Learned:
    """The mean of the weights over all steps of learning, times their number (whole numbers)."""
    hashes, counts = np.unique(np.concatenate([each.hashes.ravel() for each in examples]), return_counts=True)
    hashes = hashes[(counts >= course.seen) & (hashes != 0)]
    rows = [_rows(hashes, each.hashes) for each in examples]
    state = _State(len(hashes))
    order, shuffled = list(range(len(examples))), random.Random(course.seed)
    dropped = np.random.Generator(np.random.PCG64(course.seed))
    for _ in range(course.rounds):
        shuffled.shuffle(order)
        for start in range(0, len(order), course.together):
            some = order[start : start + course.together]
            masked = [_drop(rows[at], len(hashes), course.left_out, dropped) for at in some]
            state.step(masked, [examples[at].labels for at in some], course.margin)
    scores, steps = state.mean()
    return Learned(hashes, scores[:-1], steps)


def _rows(hashes: Hashes, wanted: Hashes) -> Rows:
    rows = np.searchsorted(hashes, wanted)
    rows[hashes[np.minimum(rows, len(hashes) - 1)] != wanted] = len(hashes)
    return rows


def _drop(rows: Rows, none: int, percent: int, dice: np.random.Generator) -> Rows:
    """The rows with some left out, so that no single trait is relied on."""
    left_out = dice.integers(0, 100, size=rows.shape) < percent
    return np.where(left_out, none, rows)


class _State:
    """Weights while they are learned; the last row stands for what is unknown and stays 0."""

    def __init__(self, count: int) -> None:
        self._weights = np.zeros((count + 1, LABELS), dtype=np.int32)
        self._late = np.zeros((count + 1, LABELS), dtype=np.int64)
        self._steps = np.zeros((LABELS + 1, LABELS), dtype=np.int32)
        self._steps_late = np.zeros((LABELS + 1, LABELS), dtype=np.int64)
        self._never = forbidden()
        self._now = 1

    def step(self, rows: Sequence[Rows], right: Sequence[Labels], margin: int) -> None:
        """Look at some pieces; move the weights towards what is right where something else won."""
        pieces = [self._weights[each].sum(axis=1, dtype=np.int32) + margin for each in rows]
        for piece, labels in zip(pieces, right, strict=True):
            piece[np.arange(len(labels)), labels] -= margin
        scores, lengths = padded(pieces)
        found = best_paths(scores, self._steps + self._never)
        for each, labels, told, length in zip(rows, right, found, lengths, strict=True):
            self._move(each, labels, told[:length])
        self._now += 1

    def _move(self, rows: Rows, right: Labels, told: Labels) -> None:
        wrong = np.flatnonzero(right != told)
        if not len(wrong):
            return
        for labels, by in ((right, 1), (told, -1)):
            at = (rows[wrong], np.broadcast_to(labels[wrong, None], (len(wrong), len(TEMPLATES))))
            np.add.at(self._weights, at, by)
            np.add.at(self._late, at, by * self._now)
            before = np.concatenate(([LABELS], labels[:-1]))
            np.add.at(self._steps, (before, labels), by)
            np.add.at(self._steps_late, (before, labels), by * self._now)
        self._weights[-1] = 0
        self._late[-1] = 0

    def mean(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Weights and steps, each step of learning added up."""
        return self._weights * np.int64(self._now) - self._late, self._steps * np.int64(self._now) - self._steps_late


def reduced(learned: Learned, keep: int, scale: int) -> tuple[Hashes, NDArray[np.int8], Scores]:
    """The `keep` hashes that say most, in whole numbers; the greatest weight becomes `scale` times its own share.

    Scores are divided so that 999 of 1,000 fit into −127…127; the few beyond are cut off.
    """
    size = np.abs(learned.scores).max(axis=1)
    best = np.sort(np.lexsort((learned.hashes, -size))[:keep])
    kept = learned.scores[best]
    unit = max(1, int(np.sort(np.abs(kept).ravel())[int(kept.size * 0.9995)]) // scale)
    small = np.clip(_divided(kept, unit), -127, 127).astype(np.int8)
    said = np.any(small != 0, axis=1)
    return learned.hashes[best][said], small[said], _divided(learned.steps, unit).astype(np.int32)


def _divided(values: NDArray[np.int64], unit: int) -> NDArray[np.int64]:
    """Divided by a whole number, rounded to the nearest."""
    divided: NDArray[np.int64] = (2 * values + unit) // (2 * unit)
    return divided
