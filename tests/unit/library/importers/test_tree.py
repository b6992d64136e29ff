"""A tree of messages in its order: the chosen path first, each branch behind its siblings, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.library.importers.tree import Placed, last_leaf, ordered


def test_the_chosen_path_comes_first_and_each_branch_behind_its_siblings() -> None:
    found = ordered({"a": "", "b": "a", "c": "b", "d": "a", "e": "d", "f": "a"}, "e")
    assert [(node.id, node.active) for node in found.nodes] == [
        ("a", True), ("d", True), ("e", True), ("b", False), ("c", False), ("f", False),
    ]  # fmt: skip
    assert found.circles == ()


def test_a_parent_that_is_not_there_is_none() -> None:
    assert ordered({"a": "gone"}, "a").nodes == (Placed("a", "", True),)


def test_a_circle_is_cut_at_its_first_message_and_told() -> None:
    found = ordered({"x": "y", "y": "z", "z": "y", "me": "me"}, "x")
    assert found.circles == ("y", "me")
    assert [node.id for node in found.nodes] == ["y", "x", "z", "me"]
    assert {node.id for node in found.nodes if node.active} == {"y", "x"}


@pytest.mark.slow
def test_a_chain_of_a_hundred_thousand_messages_is_no_deeper_than_one_of_two() -> None:
    parents = {str(n): str(n - 1) if n else "" for n in range(100_000)}
    assert [node.id for node in ordered(parents, "99999").nodes] == list(parents)


def test_without_a_chosen_message_it_is_the_last_that_nobody_answers() -> None:
    assert last_leaf({"a": "", "b": "a", "c": "a", "d": "b"}) == "d"
    assert last_leaf({"a": "b", "b": "a"}) == "a"
    assert last_leaf({}) == ""


@given(st.dictionaries(st.integers(0, 30), st.integers(-1, 40)), st.integers(-1, 30))
def test_any_shape_is_told_whole_with_parents_before_children(told: dict[int, int], current: int) -> None:
    parents = {str(id): str(parent) for id, parent in told.items()}
    found = ordered(parents, str(current))
    assert sorted(node.id for node in found.nodes) == sorted(parents)
    here: set[str] = {""}
    for node in found.nodes:
        assert node.parent in here
        here.add(node.id)
    active = [node for node in found.nodes if node.active]
    assert found.nodes[: len(active)] == tuple(active)  # one path, and in front
    assert [node.parent for node in active[1:]] == [node.id for node in active[:-1]]
    if str(current) in parents:
        assert active[-1].id == str(current)
