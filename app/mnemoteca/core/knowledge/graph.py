"""Who is spoken of together with whom: entities and the memories that name them, as arrays.

Two entities are the closer, the more memories name both, and the fewer others each of these names: a memory of k
entities gives each pair 1 / (k - 1). The arrays never change; what comes makes new ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
DAMPING = 0.85
ROUNDS = 12
LONGEST = 8  # steps of a path
FEW = 20_000  # memories up to which those that name few others are gone through first


class Graph:
    """Built of one row a mention: which memory names which entity, and when it was said (seconds, NaN: unknown)."""

    def __init__(self, memories: Ints, entities: Ints, at: Floats) -> None:
        self.entities, by_entity = np.unique(entities, return_inverse=True)
        self.memories, by_memory = np.unique(memories, return_inverse=True)
        times = np.full(len(self.memories), np.nan)
        times[by_memory] = at
        width = max(1, len(self.memories))
        pairs = np.unique(by_entity.astype(np.int64) * width + by_memory)
        of_entity, of_memory = pairs // width, pairs % width
        self._at = times
        self._of_entity: Ints = of_memory.astype(np.int64)  # by entity: the memories that name it
        self._entity_starts = _starts(of_entity, len(self.entities))
        order = np.argsort(of_memory, kind="stable")
        self._of_memory: Ints = of_entity[order].astype(np.int64)  # by memory: the entities that it names
        self._memory_starts = _starts(of_memory, len(self.memories))
        self._counts: Ints = np.diff(self._memory_starts)
        self._weights: Floats = 1.0 / np.maximum(1, self._counts - 1)

    def __len__(self) -> int:
        """How many mentions there are."""
        return len(self._of_entity)

    def count(self, entity: int, until: float | None = None) -> int:
        """How many memories name an entity."""
        at = self._index(entity)
        return 0 if at < 0 else len(self._in_time(self._memories_of(np.array([at])), until))

    def neighbours(self, entity: int, limit: int, until: float | None = None) -> list[tuple[int, float, int]]:
        """Those that are named together with an entity: each with weight and number of memories, the closest first."""
        at = self._index(entity)
        if at < 0:
            return []
        near = self._in_time(self._memories_of(np.array([at])), until)
        others, lengths = self._entities_of(near)
        weights = np.bincount(others, np.repeat(self._weights[near], lengths), minlength=len(self.entities))
        counts = np.bincount(others, minlength=len(self.entities))
        weights[at] = 0.0
        found = np.flatnonzero(weights)
        best = found[np.lexsort((self.entities[found], -weights[found]))][: max(0, limit)]
        return [(int(self.entities[n]), float(weights[n]), int(counts[n])) for n in best]

    def shared(self, one: int, other: int, until: float | None = None) -> list[int]:
        """The memories that name both, those that name the fewest others first."""
        a, b = self._index(one), self._index(other)
        if a < 0 or b < 0:
            return []
        few, many = sorted((self._memories_of(np.array([n])) for n in (a, b)), key=len)  # each in order
        places = np.minimum(np.searchsorted(many, few), max(0, len(many) - 1))
        both = few[many[places] == few] if len(many) else few
        both = self._in_time(both, until)
        return [int(id) for id in self.memories[both[np.argsort(self._counts[both], kind="stable")]]]

    def path(self, start: int, end: int, until: float | None = None) -> list[int]:
        """The entities on a shortest way from one to the other, both included; empty where there is none."""
        a, b = self._index(start), self._index(end)
        if a < 0 or b < 0:
            return []
        if a == b:
            return [start]
        sides = [_Side(self, a), _Side(self, b)]
        for _ in range(LONGEST):
            side, other = (sides[0], sides[1]) if sides[0].cost <= sides[1].cost else (sides[1], sides[0])
            side.grow(until)
            met = side.front[other.before[side.front] != -1]
            if len(met):
                middle = int(met[0])
                there = [*reversed(sides[0].way(middle)), *sides[1].way(middle)[1:]]
                return [int(self.entities[n]) for n in there]
            if not len(side.front):
                return []
        return []

    def pagerank(self, seeds: Sequence[int], limit: int) -> list[tuple[int, float]]:
        """What belongs most to some entities: where a walk that keeps coming back to them spends its time."""
        at = [n for n in map(self._index, seeds) if n >= 0]
        if not at:
            return []
        home = np.zeros(len(self.entities))
        home[at] = 1.0 / len(at)
        degrees = np.maximum(1, np.diff(self._entity_starts))
        by_entity = np.repeat(np.arange(len(self.entities)), np.diff(self._entity_starts))
        by_memory = np.repeat(np.arange(len(self.memories)), self._counts)
        rank = home.copy()
        for _ in range(ROUNDS):
            given = np.bincount(self._of_entity, (rank / degrees)[by_entity], minlength=len(self.memories))
            taken = np.bincount(self._of_memory, (given / np.maximum(1, self._counts))[by_memory], minlength=len(rank))
            rank = (1 - DAMPING) * home + DAMPING * taken
        rank[at] = 0.0
        best = np.argsort(-rank, kind="stable")[: max(0, limit)]
        return [(int(self.entities[n]), float(rank[n])) for n in best if rank[n] > 0]

    def links(self, entities: Sequence[int], until: float | None = None) -> list[tuple[int, int, float, int]]:
        """Who of these is named together with whom: pairs with weight and number of memories, the closest first."""
        ids = sorted({id for id in entities if self._index(id) >= 0})
        at: Ints = np.array([self._index(id) for id in ids], np.int64)
        memories, lengths = _gathered(self._of_entity, self._entity_starts, at)
        names = np.repeat(np.arange(len(ids)), lengths)
        if until is not None:
            kept = ~(self._at[memories] > until)
            memories, names = memories[kept], names[kept]
        order = np.lexsort((names, memories))
        of, first, sizes = np.unique(memories[order], return_index=True, return_counts=True)
        names, n = names[order], max(1, len(ids))
        weights, counts = np.zeros(n * n), np.zeros(n * n, np.int64)
        for size in np.unique(sizes[sizes > 1]):
            rows = np.flatnonzero(sizes == size)
            among = names[first[rows][:, None] + np.arange(size)]
            one, other = np.triu_indices(size, 1)
            pairs = (among[:, one] * n + among[:, other]).ravel()
            weights += np.bincount(pairs, np.repeat(self._weights[of[rows]], len(one)), minlength=n * n)
            counts += np.bincount(pairs, minlength=n * n)
        found = np.flatnonzero(counts)
        best = found[np.argsort(-weights[found], kind="stable")]
        return [(ids[pair // n], ids[pair % n], float(weights[pair]), int(counts[pair])) for pair in best.tolist()]

    # -- by index

    def _index(self, entity: int) -> int:
        at = int(np.searchsorted(self.entities, entity))
        return at if at < len(self.entities) and self.entities[at] == entity else -1

    def _in_time(self, memories: Ints, until: float | None) -> Ints:
        if until is None:
            return memories
        return memories[~(self._at[memories] > until)]  # what has no time is always there

    def _memories_of(self, entities: Ints) -> Ints:
        return _gathered(self._of_entity, self._entity_starts, entities)[0]

    def _entities_of(self, memories: Ints) -> tuple[Ints, Ints]:
        return _gathered(self._of_memory, self._memory_starts, memories)


class _Side:
    """What was reached from one end: `before` tells of each entity from which one, -1 where it was not reached."""

    def __init__(self, graph: Graph, start: int) -> None:
        self._graph = graph
        self.before: Ints = np.full(len(graph.entities), -1, np.int64)
        self.before[start] = start
        self._seen = np.zeros(len(graph.memories), bool)
        self.front: Ints = np.array([start], np.int64)

    @property
    def cost(self) -> int:
        """How many mentions growing would look at first."""
        starts = self._graph._entity_starts
        return int((starts[self.front + 1] - starts[self.front]).sum())

    def grow(self, until: float | None) -> None:
        """Reach what is named together with the front; by memories that name few where there are several."""
        graph = self._graph
        memories, lengths = _gathered(graph._of_entity, graph._entity_starts, self.front)
        sources = np.repeat(self.front, lengths)
        kept = ~self._seen[memories]
        if until is not None:
            kept &= ~(graph._at[memories] > until)
        memories, sources = memories[kept], sources[kept]
        if len(memories) <= FEW:
            order = np.argsort(graph._counts[memories], kind="stable")
            memories, sources = memories[order], sources[order]
        self._seen[memories] = True
        reached, sizes = graph._entities_of(memories)
        origins = np.repeat(sources, sizes)
        new = self.before[reached] == -1
        reached, origins = reached[new], origins[new]
        self.before[reached[::-1]] = origins[::-1]  # of several ways the first counts
        is_new = np.zeros(len(self.before), bool)
        is_new[reached] = True
        self.front = np.flatnonzero(is_new)

    def way(self, entity: int) -> list[int]:
        """From an entity back to where this side began, both included."""
        found = [entity]
        while self.before[found[-1]] != found[-1]:
            found.append(int(self.before[found[-1]]))
        return found


def _starts(index: NDArray[Any], count: int) -> Ints:
    return np.concatenate([[0], np.cumsum(np.bincount(index, minlength=count))]).astype(np.int64)


def _gathered(values: Ints, starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """The values of these rows, one row after the other, and how many each has."""
    lengths = starts[rows + 1] - starts[rows]
    total = int(lengths.sum())
    if not total:
        return np.zeros(0, np.int64), lengths
    offsets = np.repeat(starts[rows] - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
    return values[offsets + np.arange(total)], lengths
