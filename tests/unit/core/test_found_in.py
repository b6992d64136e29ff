"""Letters are found whatever their case and accents, and it is told where they stand in the text as it is."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.found_in import MOST_PLACES, plain, spans_of


def test_case_and_accents_make_no_difference() -> None:
    text = "Café, CAFE\u0301 e o cafezinho"
    assert [text[a:b] for a, b in spans_of(text, "cafe")] == ["Café", "CAFE\u0301"[:4] + "\u0301", "cafe"]
    assert [text[a:b] for a, b in spans_of(text, "CAFÉ")] == [text[a:b] for a, b in spans_of(text, "cafe")]


def test_what_stands_beside_itself_is_counted_once_each() -> None:
    assert spans_of("aaaa", "aa") == ((0, 2), (2, 4))
    assert spans_of("anything", "") == ()
    assert len(spans_of("a" * (MOST_PLACES + 9), "a")) == MOST_PLACES


@given(st.text(max_size=40), st.text(min_size=1, max_size=3))
def test_what_is_told_holds_what_was_sought(text: str, wanted: str) -> None:
    spans = spans_of(text, wanted)
    assert all(plain(wanted) in plain(text[start:end]) for start, end in spans)
    assert all(one[1] <= other[1] for one, other in pairwise(spans))
    assert bool(spans) == (bool(plain(wanted)) and plain(wanted) in plain(text))
