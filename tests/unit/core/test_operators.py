"""What is typed into the search field: words and operators."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.memory import Tier
from mnemoteca.core.operators import Operator, read_typed, without_part
from mnemoteca.core.recall import Filters

ZONE = timezone(timedelta(hours=-3))
NOW = datetime(2026, 11, 21, 15, 30, tzinfo=ZONE)


def utc(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("from:Ana", Filters(speaker="Ana")),
        ('from:"Ana Lima"', Filters(speaker="Ana Lima")),
        ("DE:Ana", Filters(speaker="Ana")),
        ("with:Claude", Filters(beside="Claude")),
        ("tag:#Move tag:home", Filters(tags=("move", "home"))),
        ("etiqueta:mudança", Filters(tags=("mudança",))),
        ("tier:long tier:short", Filters(tiers=(Tier.LONG, Tier.SHORT))),
        ("camada:média", Filters(tiers=(Tier.MEDIUM,))),
        ("in:ChatGPT", Filters(source="ChatGPT")),
        ("is:pinned", Filters(pinned=True)),
        ("é:fixada", Filters(pinned=True)),
        ("before:2026", Filters(before=utc(2026, 1, 1))),
        ("before:2026-03", Filters(before=utc(2026, 3, 1))),
        ("after:2026-3-5", Filters(after=utc(2026, 3, 5))),
        ("after:yesterday", Filters(after=utc(2026, 11, 20))),
        ("depois:hoje", Filters(after=utc(2026, 11, 21))),
        ("-Recife", Filters(without=("recife",))),
    ],
)
def test_an_operator_becomes_a_filter(typed: str, filters: Filters) -> None:
    read = read_typed(f"the {typed} truck", NOW)
    assert (read.words, read.filters) == ("the truck", filters)


@pytest.mark.parametrize(
    "typed",
    [
        "tier:high",
        "before:soon",
        "after:2026-13",
        "is:blue",
        "http://a.b",
        "10:30",
        "e-mail",
        "a - b",
        "from:",
        "tag:!",
    ],
)
def test_what_can_not_be_read_as_an_operator_stays_among_the_words(typed: str) -> None:
    read = read_typed(typed, NOW)
    assert (read.words, read.filters, read.parts) == (typed, Filters(), ())


def test_a_day_at_the_edge_of_time_stays_among_the_words_where_the_zone_has_none() -> None:
    east = NOW.astimezone(timezone(timedelta(hours=2)))
    assert read_typed("before:0001 x", east).words == "before:0001 x"
    assert read_typed("after:9999-12-31", east).filters.after == datetime(9999, 12, 30, 22, tzinfo=UTC)


def test_what_stands_in_quotes_is_left_to_the_words() -> None:
    assert read_typed('"word for word" from:Ana', NOW).words == '"word for word"'


def test_a_part_can_be_taken_out_again() -> None:
    text = "truck from:Ana before:2026"
    read = read_typed(text, NOW)
    assert [part.operator for part in read.parts] == [Operator.FROM, Operator.BEFORE]
    assert without_part(text, read.parts[0]) == "truck before:2026"


@given(st.text(max_size=60))
def test_any_text_can_be_typed_and_its_parts_lie_within_it(text: str) -> None:
    read = read_typed(text, NOW)
    assert all(0 <= part.start < part.end <= len(text) for part in read.parts)
    assert not read.parts or read.filters != Filters()
