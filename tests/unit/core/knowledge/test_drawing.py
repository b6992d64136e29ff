"""Pictures of a graph: what is linked stands close, nothing stands on another, and all comes out the same again."""

from __future__ import annotations

import numpy as np
import pytest

from mnemoteca.core.knowledge.drawing import placed

STAR = [(0, n, 1.0) for n in range(1, 13)]


def test_nothing_stands_on_another() -> None:
    points = placed(13, STAR, 1)
    apart = np.sqrt(((points[:, None] - points[None, :]) ** 2).sum(axis=2))
    np.fill_diagonal(apart, np.inf)
    assert apart.min() > 0.3


def test_what_is_linked_stands_closer_than_what_is_not() -> None:
    groups = [range(0, 8), range(8, 16)]
    links = [(a, b, 1.0) for group in groups for a in group for b in group if a < b] + [(0, 8, 0.5)]
    points = placed(16, links, 1)
    inside = [np.hypot(*(points[a] - points[b])) for a, b, weight in links if weight == 1.0]
    between = [np.hypot(*(points[a] - points[b])) for a in range(1, 8) for b in range(9, 16)]
    assert np.mean(inside) < 0.7 * np.mean(between)


def test_the_way_stands_from_left_to_right_and_the_same_graph_gives_the_same_picture() -> None:
    links = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 0.5), (1, 4, 0.2)]
    points = placed(5, links, 3)
    assert list(np.argsort(points[:3, 0])) == [0, 1, 2]
    assert np.array_equal(points, placed(5, links, 3))


@pytest.mark.parametrize(("count", "way"), [(0, 0), (1, 0), (1, 1), (2, 2), (3, 0)])
def test_few_or_none_have_their_places_too(count: int, way: int) -> None:
    points = placed(count, [], way)
    assert points.shape == (count, 2)
    assert np.isfinite(points).all()
