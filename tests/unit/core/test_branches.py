"""The paths through a conversation that has branches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.branches import NOTHING, Link, path


def links(*told: tuple[int, int | None, bool]) -> list[Link]:
    return [Link(id, parent, active) for id, parent, active in told]


FORKED = links((1, NOTHING, True), (2, 1, True), (3, 2, True), (4, 1, False), (5, 4, False), (6, 4, False))


def test_a_session_without_branches_is_one_path_in_its_order() -> None:
    found = path(links((7, None, True), (3, None, True), (9, None, True)))
    assert found.ids == (7, 3, 9)
    assert found.beside == {}


def test_the_chosen_path_is_told_first_with_what_stands_beside_it() -> None:
    found = path(FORKED)
    assert found.ids == (1, 2, 3)
    assert found.beside == {2: (2, 4)}


def test_a_path_leads_through_a_turn_and_on_below_it() -> None:
    assert path(FORKED, 4).ids == (1, 4, 5)
    found = path(FORKED, 6)
    assert found.ids == (1, 4, 6)
    assert found.beside == {4: (2, 4), 6: (5, 6)}


def test_a_turn_that_is_not_there_leads_along_the_chosen_path() -> None:
    assert path(FORKED, 99).ids == (1, 2, 3)
    assert path([], 99).ids == ()


def test_a_first_message_that_was_edited_begins_a_second_path() -> None:
    found = path(links((1, NOTHING, True), (2, 1, True), (3, NOTHING, False), (4, 3, False)))
    assert found.ids == (1, 2)
    assert found.beside == {1: (1, 3)}
    assert path(links((1, NOTHING, True), (2, 1, True), (3, NOTHING, False), (4, 3, False)), 4).ids == (3, 4)


def test_what_answered_a_turn_in_the_trash_answers_what_that_answered() -> None:
    given = [Link(1, NOTHING, True), Link(2, 1, True, hidden=True), Link(3, 2, True), Link(4, None, True)]
    assert path(given).ids == (1, 3, 4)


def test_turns_that_answer_each_other_hide_nothing() -> None:
    found = path(links((1, 2, True), (2, 1, True), (3, 3, False)))
    assert sorted(found.ids) == [1, 2]
    assert path(links((1, 2, True), (2, 1, True), (3, 3, False)), 3).ids == (3,)


@st.composite
def forests(draw: st.DrawFn) -> list[Link]:
    count = draw(st.integers(1, 30))
    return [
        Link(n, draw(st.one_of(st.none(), st.integers(0, n - 1))), draw(st.booleans()), draw(st.booleans()))
        for n in range(1, count + 1)
    ]


@pytest.mark.slow
@given(forests())
def test_every_turn_that_is_not_in_the_trash_is_on_the_path_through_it(given: list[Link]) -> None:
    shown = [link.id for link in given if not link.hidden]
    for id in shown:
        found = path(given, id)
        assert id in found.ids
        assert len(set(found.ids)) == len(found.ids)
        assert set(found.ids) <= set(shown)
    reached: set[int] = set()
    waiting = list(path(given).ids)
    while waiting:  # by switching from fork to fork, too
        if (id := waiting.pop()) not in reached:
            reached.add(id)
            found = path(given, id)
            waiting += [*found.ids, *(each for beside in found.beside.values() for each in beside)]
    assert reached == set(shown)
