"""The graph against a plain reckoning of the same."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mnemoteca.core.knowledge.graph import LONGEST, Graph

MENTIONS = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 10)), max_size=40)


def graph(rows: list[tuple[int, int]]) -> Graph:
    """Of (memory, entity); memory n was said at n seconds."""
    memories = np.array([memory for memory, _ in rows], np.int64)
    entities = np.array([entity for _, entity in rows], np.int64)
    return Graph(memories, entities, memories.astype(float))


def named(rows: list[tuple[int, int]], until: float) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for memory, entity in rows:
        if memory <= until:
            found[memory].add(entity)
    return found


def distance(rows: list[tuple[int, int]], start: int, end: int, until: float) -> int | None:
    """How many steps from one to the other, breadth first; None where there is no way."""
    beside: dict[int, set[int]] = defaultdict(set)
    for entities in named(rows, until).values():
        for entity in entities:
            beside[entity] |= entities
    far, queue = {start: 0}, deque([start])
    while queue:
        at = queue.popleft()
        for other in beside[at]:
            if other not in far:
                far[other] = far[at] + 1
                queue.append(other)
    return far.get(end)


@settings(deadline=None)
@given(MENTIONS, st.integers(1, 10), st.integers(1, 10), st.sampled_from([3.0, 8.0, 99.0]))
def test_a_path_is_a_shortest_one_and_each_step_is_in_a_memory(
    rows: list[tuple[int, int]], start: int, end: int, until: float
) -> None:
    found = graph(rows).path(start, end, until)
    there = {entity for _, entity in rows}
    wanted = distance(rows, start, end, until) if {start, end} <= there else None
    if wanted is None or wanted > LONGEST:
        assert found == []
        return
    assert (found[0], found[-1], len(found)) == (start, end, wanted + 1)
    for one, other in pairwise(found):
        memories = graph(rows).shared(one, other, until)
        assert memories
        assert all({one, other} <= named(rows, until)[memory] for memory in memories)


@settings(deadline=None)
@given(MENTIONS, st.integers(1, 10), st.sampled_from([4.0, 99.0]))
def test_neighbours_have_the_weight_of_what_they_share(rows: list[tuple[int, int]], entity: int, until: float) -> None:
    whole, weights, counts = named(rows, 99.0), defaultdict[int, float](float), defaultdict[int, int](int)
    for memory, entities in named(rows, until).items():
        for other in entities - {entity} if entity in entities else ():
            weights[other] += 1 / max(1, len(whole[memory]) - 1)
            counts[other] += 1
    found = graph(rows).neighbours(entity, 100, until)
    assert {id: (round(weight, 9), count) for id, weight, count in found} == {
        id: (round(weight, 9), counts[id]) for id, weight in weights.items()
    }
    assert [weight for _, weight, _ in found] == sorted((weight for _, weight, _ in found), reverse=True)


def test_what_is_near_over_several_steps_ranks_above_what_is_far() -> None:
    rows = [(1, 1), (1, 2), (2, 2), (2, 3), (3, 3), (3, 4), (4, 7), (4, 8)]
    assert [id for id, _ in graph(rows).pagerank([1], 10)] == [2, 3, 4]
    assert graph(rows).pagerank([99], 10) == []


def test_an_empty_graph_knows_nobody() -> None:
    empty = graph([])
    assert (empty.neighbours(1, 5), empty.path(1, 2), empty.shared(1, 2)) == ([], [], [])


@settings(deadline=None)
@given(MENTIONS, st.lists(st.integers(1, 10)), st.sampled_from([3.0, 99.0]))
def test_links_are_those_who_share_a_memory_with_how_many_they_share(
    rows: list[tuple[int, int]], among: list[int], until: float
) -> None:
    shared: dict[tuple[int, int], list[float]] = defaultdict(list)
    everybody = named(rows, 99.0)
    for memory, entities in named(rows, until).items():
        wanted = sorted(entities & set(among))
        for n, one in enumerate(wanted):
            for other in wanted[n + 1 :]:
                shared[one, other].append(1 / (len(everybody[memory]) - 1))
    found = graph(rows).links(among, until)
    assert {(one, other): count for one, other, _, count in found} == {pair: len(each) for pair, each in shared.items()}
    assert all(abs(weight - sum(shared[one, other])) < 1e-9 for one, other, weight, _ in found)
    assert [weight for _, _, weight, _ in found] == sorted((weight for _, _, weight, _ in found), reverse=True)
    for entity in among:
        assert graph(rows).count(entity, until) == sum(entity in each for each in named(rows, until).values())
