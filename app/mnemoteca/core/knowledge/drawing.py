"""Where the parts of a graph stand in its picture: links draw together, all else pushes apart; always the same way.

Distances are in units of about one link. A place depends on the graph alone: nothing is left to chance.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mnemoteca.core.knowledge.graph import Floats, Ints

ROUNDS, FEWER = 90, 40  # rounds of pushing and drawing, and those of a picture of more than `MANY`
MANY = 150
STEP = 2.4  # from one to the next on the way that was asked for
RISE = 0.55  # how far they stand above and below its middle, in turn
GOLDEN = 2.399963  # radians, so that what begins around one point covers all sides
PULL = 0.8  # towards the middle, so that what nothing links does not drift away
CLOSEST = 0.01  # squared: those who stand closer push no harder
WEAKEST = 0.35  # how strongly the weakest link draws, the strongest 1

Points = NDArray[np.float64]


def placed(count: int, links: Sequence[tuple[int, int, float]], way: int) -> Points:
    """Points (count × 2) of parts 0 to count - 1, of which the first `way` stand on the way from left to right.

    `links` are (one, other, weight), the closest first.
    """
    points, fixed = _begin(count, links, way), np.arange(count) < way
    if count <= max(1, way):
        return points
    pairs: Ints = np.array([link[:2] for link in links], np.int64).reshape(-1, 2)
    weights: Floats = np.array([link[2] for link in links], np.float64)
    if len(weights):
        degrees = np.maximum(1, np.bincount(pairs.ravel(), minlength=count))
        weights = WEAKEST + (1 - WEAKEST) * np.sqrt(weights / weights.max())
        weights /= np.sqrt(np.minimum(degrees[pairs[:, 0]], degrees[pairs[:, 1]]))
    rounds = FEWER if count > MANY else ROUNDS
    for n in range(rounds):
        moved = _pushed(points) + _drawn(points, pairs, weights) - PULL * points
        moved[fixed] = 0.0
        far = np.sqrt((moved**2).sum(axis=1, keepdims=True))
        warmth = 0.6 * (1 - n / rounds) + 0.02
        points = points + moved / np.maximum(far, 1e-9) * np.minimum(far, warmth)
    return points


def _begin(count: int, links: Sequence[tuple[int, int, float]], way: int) -> Points:
    """The way in a gentle zigzag; all others around that which each is closest to."""
    points = np.zeros((count, 2))
    standing = max(1, way)
    for n in range(way):
        points[n] = STEP * (n - (way - 1) / 2), (0.0 if way == 1 else RISE if n % 2 else -RISE)
    beside: dict[int, int] = {}
    for one, other, _ in links:
        for this, that in ((one, other), (other, one)):
            if this >= standing and that < this:
                beside.setdefault(this, that)
    for n in range(standing, count):
        angle = GOLDEN * n
        reach = 1.0 + 0.35 * np.sqrt(n - standing)
        points[n] = points[beside.get(n, 0)] + reach * np.array([np.cos(angle), np.sin(angle)])
    return points


def _pushed(points: Points) -> Points:
    """How far each is pushed by all others: the closer they stand, the farther."""
    at = points.astype(np.float32)
    square = (at**2).sum(axis=1)
    near = square[:, None] + square[None, :]
    near -= (2.0 * at) @ at.T
    np.maximum(near, CLOSEST, out=near)
    np.reciprocal(near, out=near)
    np.fill_diagonal(near, 0.0)
    return np.asarray(at * near.sum(axis=1, keepdims=True) - near @ at, np.float64)


def _drawn(points: Points, pairs: Ints, weights: Floats) -> Points:
    """How far each is drawn by its links: the longer they are, the farther."""
    one, other, count = pairs[:, 0], pairs[:, 1], len(points)
    apart = points[other] - points[one]
    force = apart * (weights * np.sqrt((apart**2).sum(axis=1)))[:, None]
    sides = (np.bincount(one, force[:, n], count) - np.bincount(other, force[:, n], count) for n in (0, 1))
    return np.stack(list(sides), axis=1)
