"""How the vectors grow: finding, keeping, saving and opening from 10,000 to 300,000, and the exponents of it.

The vectors are drawn in clusters, as those of texts are; times are of the processor, for other work goes on beside.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from math import log
from pathlib import Path

import numpy as np

from mnemoteca.core.meaning import DIMENSIONS
from mnemoteca.core.meaning import Vectors as Embedded
from mnemoteca.store.vectors import Passage, Vectors
from mnemoteca.store.vectors_rows import About
from tests.bench.desk import Desk
from tests.bench.table import Row, single, timed

SIZES = (10_000, 30_000, 100_000, 300_000)
OF_A_CLUSTER = 50
QUESTIONS = 200


class Cloud:
    """Unit vectors around so many middles."""

    def __init__(self, clusters: int) -> None:
        self._dice = np.random.default_rng(clusters)
        self._middles = self._dice.normal(size=(clusters, DIMENSIONS))

    def draw(self, count: int) -> Embedded:
        near = self._middles[self._dice.integers(0, len(self._middles), count)]
        found = near + 0.9 * self._dice.normal(size=(count, DIMENSIONS))
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


def vectors(desk: Desk) -> Iterator[Row]:
    """Each size on its own, then how each figure grows with the size: time ~ size to the power of the exponent."""
    figures: dict[str, list[tuple[int, float]]] = {}
    for size in SIZES:
        if size <= 3 * desk.size:
            for row in _of(desk.folder.parent / "vectors", size):
                figures.setdefault(row.name, []).append((size, row.p50))
                yield row
    for name, points in figures.items():
        if len(points) > 1:
            yield single(f"exponent of: {name}", points[-1][0], _exponent(points), "")


def _of(folder: Path, size: int) -> Iterator[Row]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    cloud = Cloud(max(200, size // OF_A_CLUSTER))
    held = Vectors.make(folder, About("bench/1", 1))
    kept: list[float] = []
    sample: list[Embedded] = []
    for first in range(1, size + 1, 64):
        part = cloud.draw(min(64, size - first + 1))
        passages = [Passage(first + n, 0, 1, 1) for n in range(len(part))]
        kept.append(_cpu_s(lambda part=part, passages=passages: held.add(passages, part, 1)))  # type: ignore[misc]
        sample.append(part)
    yield timed("keep a batch of 64 vectors", size, kept)
    took = _cpu_s(held.merge)
    yield single("a graph over all, for each vector", size, 1000 * took / size, "ms")
    questions = cloud.draw(QUESTIONS)
    yield timed("the 10 nearest", size, [_cpu_s(lambda q=q: held.search(q, 10)) for q in questions])  # type: ignore[misc]
    yield timed("the 100 nearest", size, [_cpu_s(lambda q=q: held.search(q, 100)) for q in questions])  # type: ignore[misc]
    everything = np.concatenate(sample)
    yield single("recall at 10 against exact", size, _recall(held, everything, questions[:50]), "", least=0.98)
    ones = cloud.draw(50)
    added = [
        _cpu_s(lambda n=n: held.add([Passage(size + 1 + n, 0, 1, 1)], ones[n : n + 1], 2))  # type: ignore[misc]
        for n in range(len(ones))
    ]
    yield timed("keep one vector", size, added)
    yield single("merge 50 vectors into the graph and save it", size, 1000 * _cpu_s(held.merge), "ms")
    path = held.path
    held.close()
    opened: list[Vectors] = []
    yield single("open", size, 1000 * _cpu_s(lambda: opened.append(Vectors.open(path))), "ms")
    opened[0].close()
    yield single("files", size, sum(each.stat().st_size for each in folder.iterdir()) / 1e6, "MB")
    shutil.rmtree(folder)


def _cpu_s(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _recall(held: Vectors, everything: Embedded, questions: Embedded) -> float:
    found = 0
    for question in questions:
        exact = np.argpartition(-(everything @ question), 10)[:10] + 1
        found += len(set(held.search(question, 10).ids.tolist()) & set(exact.tolist()))
    return found / (10 * len(questions))


def _exponent(points: list[tuple[int, float]]) -> float:
    sizes, values = zip(*((log(size), log(max(value, 1e-9))) for size, value in points), strict=True)
    return float(np.polyfit(sizes, values, 1)[0])
