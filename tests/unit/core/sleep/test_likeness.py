"""When two memories say the same: never by closeness alone."""

from __future__ import annotations

import pytest

from mnemoteca.core.sleep.likeness import duplicates

SAME = [
    ("Anna likes her coffee black in the morning", "Anna likes her coffee black in the morning!"),
    ("A reunião ficou para o dia 12 em Olinda", "a reunião ficou para o dia 12 em Olinda."),
]
OTHER = [
    ("I live in the old house by the river", "I don't live in the old house by the river"),
    ("Eu moro na casa velha perto do rio", "Eu não moro na casa velha perto do rio"),
    ("The movers come on 15 January with two vans", "The movers come on 12 January with two vans"),
    ("The keys are now with Helena in the shop", "The keys are now with Marta in the shop"),
    ("We never lock the garden gate at night", "We lock the garden gate at night"),
    ("The meeting is on Tuesday at nine", "The meeting is on Thursday at nine"),
    ("Is the gate locked at night?", "Is the gate locked at night?"),
    ("ok thanks", "ok thanks"),
]


def found(one: str, other: str, groups: tuple[object, object] = (1, 1)) -> list[tuple[int, int]]:
    return list(duplicates([(1, groups[0], one), (2, groups[1], other)]))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_says_the_same_is_found(one: str, other: str) -> None:
    assert found(one, other) == [(2, 1)]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_number_name_or_negation_is_another_thing(one: str, other: str) -> None:
    assert found(one, other) == []


def test_the_same_words_on_another_day_are_another_event() -> None:
    assert found(*SAME[0], groups=(1, 2)) == []
