"""A text cut into words: set apart or as people write, it comes out alike."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mnemoteca.models.nano.entities.shaping import shaped
from mnemoteca.models.nano.entities.words import Word, lines_of, pieces_of


def words(text: str) -> list[str]:
    return [word.text for line in lines_of(text) for word in line]


@pytest.mark.parametrize(
    ("written", "apart"),
    [
        ("Ana's dog, (the old one).", "Ana ' s dog , ( the old one ) ."),
        ("“Oi”, disse D'Ávila!", "“ Oi ” , disse D'Ávila !"),
        ("Trás-os-Montes/Porto: 12%", "Trás-os-Montes / Porto : 12%"),
    ],
)
def test_marks_set_apart_change_nothing(written: str, apart: str) -> None:
    assert words(written) == words(apart)


def test_links_addresses_and_abbreviations_are_one_word() -> None:
    assert words("see https://a.org/b, a.b@c.pt, @ana in the U.S.") == [
        "see", "https://a.org/b", ",", "a.b@c.pt", ",", "@ana", "in", "the", "U.S.",
    ]  # fmt: skip


def test_words_stand_where_they_say() -> None:
    text = "  Olá\n\n🙂 Ana’s — ok"
    assert all(text[word.start : word.end] == word.text for line in lines_of(text) for word in line)


def test_a_long_line_is_cut_at_the_end_of_a_sentence_and_loses_nothing() -> None:
    line = [Word(text, at, at + 1) for at, text in enumerate(("a b c d e f . " * 40).split())]
    pieces = pieces_of(line)
    assert pieces[0][0] == 0
    assert pieces[-1][1] == len(line)
    assert all(a[1] == b[0] for a, b in pairwise(pieces))
    assert all(line[end - 1].text == "." for _, end in pieces)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Durban ( África", ["Durban", "África"]),
        ("Albino ( filósofo )", ["Albino ( filósofo )"]),
        ("Ana | Paulo", ["Ana", "Paulo"]),
        ("Porto ?", ["Porto"]),
        ("'' Suva ''", ["Suva"]),
        ("( )", []),
    ],
)
def test_a_name_is_cut_at_what_it_can_not_hold(text: str, parts: list[str]) -> None:
    (line,) = lines_of(text)
    found = shaped(line, 0, len(line))
    assert [text[line[start].start : line[end - 1].end] for start, end in found] == parts
