"""Many short strings looked for at once: none is missed, and hardly anything else is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.needles import Needles

WORDS = st.lists(st.text("abkxyz-:/ _", min_size=1, max_size=7), min_size=1, max_size=40)


@given(WORDS, st.text("abkxyz-:/ _é", max_size=200))
def test_every_place_of_every_needle_is_told(needles: list[str], text: str) -> None:
    told = Needles(needles).places(text.encode("latin-1"))
    assert told == sorted(set(told))
    assert {at for needle in needles for at in range(len(text)) if text.startswith(needle, at)} <= set(told)


@given(WORDS, st.text("abkxyzABKXYZ-:/ _", max_size=200))
def test_capitals_make_no_difference_where_they_should_not(needles: list[str], text: str) -> None:
    told = Needles([], any_case=needles).places(text.encode("latin-1"))
    lower = text.lower()
    assert {at for needle in needles for at in range(len(text)) if lower.startswith(needle, at)} <= set(told)


def test_what_only_resembles_a_needle_is_rarely_told() -> None:
    text = "the quick brown fox jumps over the lazy dog and looked for what was asked, helped, stopped. " * 100
    told = Needles(["://", "-u", "AWS_", "login"], any_case=["password", "key", "secret"]).places(text.encode())
    assert len(told) < len(text) / 50


def test_an_empty_row_and_one_shorter_than_the_needle_hold_nothing() -> None:
    assert Needles(["login"]).places(b"") == []
    assert Needles(["login"]).places(b"xy") == []
