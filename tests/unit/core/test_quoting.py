"""The part of a text that says most about a question, word for word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.quoting import AT_MOST, asked_for, best_part, widened

LEASE = "The weather was fine. Marcos lends us his van on Friday! Then we had lunch."


def part(text: str, question: str, at_most: int = AT_MOST) -> str:
    start, end = best_part(text, asked_for(question), at_most)
    return text[start:end]


def test_the_sentence_that_holds_the_words_asked_for_is_quoted() -> None:
    assert part(LEASE, "Who lends us a van?") == "Marcos lends us his van on Friday!"


def test_two_sentences_are_quoted_where_each_holds_another_word() -> None:
    assert part(LEASE, "van and lunch") == "Marcos lends us his van on Friday! Then we had lunch."


def test_endings_and_accents_do_not_hide_a_word() -> None:
    assert part("Nada disso. Os cafés da Rua Aurora abrem cedo.", "cafe aurora") == "Os cafés da Rua Aurora abrem cedo."


def test_where_no_word_is_held_the_beginning_is_quoted() -> None:
    assert part(LEASE, "submarine") == "The weather was fine."


def test_a_long_sentence_is_cut_at_blanks_around_the_word() -> None:
    long = "and so on " * 200 + "the van " + "and so on " * 200
    quoted = part(long, "van")
    assert "van" in quoted
    assert len(quoted) <= AT_MOST
    assert f" {quoted} " in f" {long} "


def test_a_part_is_widened_by_whole_sentences_on_both_sides() -> None:
    start = LEASE.index("Marcos")
    end = LEASE.index("Then") - 1
    assert LEASE[slice(*widened(LEASE, start, end, 400))] == LEASE
    assert LEASE[slice(*widened(LEASE, start, end, 56))] == "Marcos lends us his van on Friday! Then we had lunch."
    assert widened(LEASE, start, end, 10) == (start, end)


@given(st.text(max_size=600), st.text(max_size=40), st.integers(10, 400))
def test_a_quote_stands_in_the_text_is_no_longer_than_allowed_and_has_no_blank_ends(
    text: str, question: str, at_most: int
) -> None:
    quoted = part(text, question, at_most)
    assert quoted in text
    assert len(quoted) <= at_most
    assert quoted == quoted.strip()
    assert bool(quoted) == bool(text.strip())
