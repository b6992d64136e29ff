"""Long texts are cut into overlapping passages at sentence ends, and nothing of them is lost."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.passages import ROOM, passages

ENGLISH = "We walked to the lake in the morning. It was cold! Did you bring the small boat? Nobody had, of course. "
PORTUGUESE = "Fomos ao lago de manhã. Estava frio! Trouxeste o barco pequeno? Ninguém o tinha trazido, claro. "
CHINESE = "今天我们走了很远的路。晚上睡得不好！你带船了吗？"
CODE = "def area(width: float, height: float) -> float:\n    return width * height\n\n"


def pieces(text: str, lang: str = "") -> list[str]:
    return [text[begin:end] for begin, end in passages(text, lang)]


def test_a_short_text_is_one_passage() -> None:
    assert passages("") == ((0, 0),)
    assert pieces("A note.") == ["A note."]


@pytest.mark.parametrize(("text", "lang"), [(ENGLISH, "en"), (PORTUGUESE, "pt"), (CHINESE, ""), (CODE, "")])
def test_passages_end_with_a_sentence_or_a_line(text: str, lang: str) -> None:
    found = pieces(text * 40, lang)
    assert len(found) > 3
    assert {piece.rstrip(" ")[-1] for piece in found} <= set(".!?。！？\n")


@pytest.mark.parametrize(("text", "lang"), [(ENGLISH, "en"), (PORTUGUESE, "pt"), (CHINESE, ""), (CODE, "")])
def test_each_passage_shares_something_with_the_one_before(text: str, lang: str) -> None:
    found = passages(text * 40, lang)
    assert all(before[0] < begin < before[1] for before, (begin, _) in itertools.pairwise(found))


def test_a_text_without_sentences_is_cut_between_words_and_one_without_words_anywhere() -> None:
    words = pieces("word " * 2_000)
    assert all(piece.strip().split(" ")[0] == piece.strip().split(" ")[-1] == "word" for piece in words)
    assert len(pieces("a" * 5_000)) > 5


def test_passages_in_english_are_longer_than_in_portuguese() -> None:
    assert len(pieces(ENGLISH * 40, "en")) < len(pieces(ENGLISH * 40, "pt"))


@given(st.text(st.sampled_from("ab1 .。\n!漢😀é\u0301\ud83d"), max_size=3_000), st.floats(5.0, 400.0))
def test_nothing_is_lost_and_every_passage_is_new(text: str, at_most: float) -> None:
    found = passages(text, "", at_most, at_most / 6)
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    for (begin, end), (next_begin, next_end) in itertools.pairwise(found):
        assert begin < next_begin <= end < next_end


@pytest.mark.slow
def test_a_text_of_10_mb_is_cut_whole() -> None:
    text = (ENGLISH * (10_000_000 // len(ENGLISH) + 1))[:10_000_000]
    found = passages(text, "en")
    assert found[-1][1] == len(text)
    assert len(found) < len(text) / ROOM


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["a" * 3_000_000, "\n" * 3_000_000, " " * 3_000_000, "." * 1_000_000, "漢" * 1_000_000]
)
def test_a_text_of_one_character_is_no_trap(text: str) -> None:
    began = time.process_time()
    found = passages(text)
    assert (found[0][0], found[-1][1]) == (0, len(text))
    assert time.process_time() - began < 10.0
