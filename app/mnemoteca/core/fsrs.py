"""FSRS 6, the other forgetting curve: what was recalled late and often stays longer. The published formulas.

    R(t, S) = (1 + F·t/S)^−w20   with F chosen so that R(S, S) = 0.9; t in days, fractions counted

A memory is first met when it is said, rated good; each recall rates again: a person's good, an assistant's hard.
The weights are those that the package `fsrs` (6.3) comes with; `tests/unit/core/test_fsrs.py` holds it against that.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

W: tuple[float, ...] = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
_FACTOR = math.pow(0.9, -1 / W[20]) - 1
_LEAST_STABILITY = 0.001
_DAY_S = 86_400.0


class Rating(IntEnum):
    """How well something was recalled."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Strength:
    """How firmly a memory is held: the days until it is recalled with 0.9, its difficulty (1 to 10), and since when."""

    stability: float
    difficulty: float
    since: datetime


def first(rating: Rating, at: datetime) -> Strength:
    """After it was met for the first time."""
    return Strength(max(W[rating - 1], _LEAST_STABILITY), _within(_difficulty(rating)), at)


def again(known: Strength, rating: Rating, at: datetime, days: float | None = None) -> Strength:
    """After a recall, so many days (fractions counted) after the last."""
    passed = max(0.0, (at - known.since).total_seconds() / _DAY_S) if days is None else days
    stability = _soon(known.stability, rating) if passed < 1 else _later(known, rating, recall(known.stability, passed))
    return Strength(max(stability, _LEAST_STABILITY), _harder(known.difficulty, rating), at)


def recall(stability: float, days: float) -> float:
    """0 to 1: how likely it is recalled after so many days."""
    return math.pow(1 + _FACTOR * max(0.0, days) / stability, -W[20])


def strength(begun: datetime, recalls: Iterable[tuple[datetime, Rating]]) -> Strength:
    """What came of a history of recalls, in their order; one from before it began counts for nothing."""
    known = first(Rating.GOOD, begun)
    for at, rating in recalls:
        if at >= known.since:
            known = again(known, rating, at)
    return known


def retrievability(known: Strength, now: datetime) -> float:
    """0 to 1, at a moment; 1 where that lies before the last recall."""
    return recall(known.stability, (now - known.since).total_seconds() / _DAY_S)


def _difficulty(rating: int) -> float:
    return W[4] - math.exp(W[5] * (rating - 1)) + 1


def _within(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)


def _harder(difficulty: float, rating: Rating) -> float:
    moved = difficulty + (10.0 - difficulty) * (-W[6] * (rating - 3)) / 9.0
    return _within(W[7] * _difficulty(Rating.EASY) + (1 - W[7]) * moved)


def _soon(stability: float, rating: Rating) -> float:
    """A recall on the same day."""
    grows = math.exp(W[17] * (rating - 3 + W[18])) * math.pow(stability, -W[19])
    return stability * (max(grows, 1.0) if rating > Rating.AGAIN else grows)


def _later(known: Strength, rating: Rating, present: float) -> float:
    if rating == Rating.AGAIN:
        forgot = (
            W[11]
            * math.pow(known.difficulty, -W[12])
            * (math.pow(known.stability + 1, W[13]) - 1)
            * math.exp((1 - present) * W[14])
        )
        return min(forgot, known.stability / math.exp(W[17] * W[18]))
    grows = (
        math.exp(W[8])
        * (11 - known.difficulty)
        * math.pow(known.stability, -W[9])
        * (math.exp((1 - present) * W[10]) - 1)
        * (W[15] if rating == Rating.HARD else 1)
        * (W[16] if rating == Rating.EASY else 1)
    )
    return known.stability * (1 + grows)
