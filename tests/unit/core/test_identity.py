"""Two sources tell the same conversation only where words, roles and times are the same, in a row."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.identity import Said, already_here, new_title
from mnemoteca.core.importing import content_hash

AT = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)


def said(*words: str, sharp: bool = True, role: str = "user", after_s: float = 0.0) -> list[Said]:
    return [
        Said(frozenset({content_hash(word)}), AT + timedelta(minutes=n, seconds=after_s), role, sharp)
        for n, word in enumerate(words)
    ]


def test_the_same_turns_at_the_same_times_are_the_same_conversation() -> None:
    assert already_here(said("a", "b", "c"), said("a", "b", "c")) == range(3)
    assert already_here(said("a", "b"), said("a", "b", after_s=0.4)) == range(2)


def test_a_part_of_it_is_the_same_and_one_that_went_on_is_as_far_as_it_is_here() -> None:
    whole = said("a", "b", "c", "d")
    assert already_here(whole[1:3], whole) == range(1, 3)
    assert already_here(whole, whole[:2]) == range(2)


def test_what_is_merely_similar_is_another_conversation() -> None:
    whole = said("a", "b", "c")
    assert not already_here(said("a", "b", "x"), whole)
    assert not already_here(said("a", "b", "c", after_s=60), whole)
    assert not already_here(said("a", "b", "c", role="assistant"), whole)
    assert not already_here(said("a", "b", "c", sharp=False), whole)
    assert not already_here(said("a"), said("a"))
    assert not already_here([*whole[1:], *said("x")], whole)
    assert not already_here([], whole)
    assert not already_here(whole, [])


def test_turns_without_times_belong_to_it_where_others_have_some() -> None:
    unknown = Said(frozenset({content_hash("b")}), None, "user", sharp=False)
    mixed = [said("a")[0], unknown]
    assert already_here(mixed, mixed) == range(2)
    assert not already_here([unknown, unknown], [unknown, unknown])


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_what_is_found_is_equal_turn_by_turn(told: list[str], here: list[str]) -> None:
    mine, other = said(*told), said(*here)
    found = already_here(mine, other)
    assert all(mine[n] == other[at] for n, at in enumerate(found))
    assert not found or len(found) == len(mine) or len(found) == len(other)


def test_a_title_changes_with_its_source_but_never_loses_what_was_kept() -> None:
    assert new_title("first words", "A trip", "first words") == "A trip"
    assert new_title("A trip", "A trip", "A trip") is None
    assert new_title("A trip", "", "A trip") is None
    assert new_title("key 4711", "key ‹secret›", "key ‹secret›") is None
    assert new_title("key ‹secret›", "key 4711", "key ‹secret›") == "key 4711"
