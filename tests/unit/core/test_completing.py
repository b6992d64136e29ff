"""What could stand after an operator: values that fit what is typed so far."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mnemoteca.core.completing import MOST, Known, Suggestion, suggested
from mnemoteca.core.operators import read_typed

KNOWN = Known(("Ana Lima", "Claude", "Anselmo"), ("kitchen", "move", "home/garden"), ("claude-code", "note"))
TODAY = date(2026, 1, 21)


def values(text: str, cursor: int | None = None) -> list[str]:
    return [each.value for each in suggested(text, len(text) if cursor is None else cursor, KNOWN, TODAY)]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("from:", ["Ana Lima", "Claude", "Anselmo"]),
        ("milk from:an", ["Ana Lima", "Anselmo"]),
        ("with:LIM", ["Ana Lima"]),
        ('de:"ana l', ["Ana Lima"]),
        ("tag:#k", ["kitchen"]),
        ("tag:gar", ["home/garden"]),
        ("em:code", ["claude-code"]),
        ("tier:", ["short", "medium", "long", "faded", "archive"]),
        ("camada:med", ["média"]),
        ("is:", ["pinned"]),
        ("é:f", ["fixada"]),
        ("before:y", ["yesterday"]),
        ("antes:o", ["ontem"]),
        ("after:2026", ["2026-01", "2026"]),
        ("depois:2025-1", ["2025-12", "2025-11", "2025-10"]),
    ],
)
def test_values_fit_the_operator_its_language_and_what_is_typed(typed: str, wanted: list[str]) -> None:
    assert values(typed) == wanted


@pytest.mark.parametrize(
    "typed", ["", "milk", "from", "http:", "xfrom :a", "from:zz", "is:pinned", 'from:"Ana Lima" ', "12:30"]
)
def test_nothing_is_offered_where_no_operator_is_open_or_all_is_typed(typed: str) -> None:
    assert values(typed) == []


def test_no_more_than_a_few_are_offered() -> None:
    many = Known(tags=[f"tag{n}" for n in range(50)])
    assert len(suggested("tag:", 4, many, TODAY)) == MOST


def test_what_is_taken_is_quoted_where_it_has_to_be_and_can_be_read() -> None:
    (ana, _) = suggested("oats from:an", 12, KNOWN, TODAY)
    assert ana.taken("oats from:an") == ('oats from:"Ana Lima" ', 21)
    assert read_typed(ana.taken("oats from:an")[0], datetime(2026, 1, 21, tzinfo=UTC)).filters.speaker == "Ana Lima"


def test_in_the_middle_of_a_value_all_of_it_is_replaced_and_the_rest_stays() -> None:
    text = "tag:kixx milk"
    (found,) = suggested(text, 6, KNOWN, TODAY)
    assert found == Suggestion("kitchen", 4, 8)
    assert found.taken(text) == ("tag:kitchen milk", 12)
