"""What a source bears: quotes and names that stand in it, numbers, its language, nothing of what a model was told."""

from __future__ import annotations

import pytest

from mnemoteca.models.tasks.checks import (
    invented_numbers,
    other_language,
    repeats,
    shares_a_word,
    span_of,
    stands_in,
)
from mnemoteca.models.tasks.prompts import TASKS, prompt_file

SOURCE = "Marcos lends us\nhis van.  Ana Lima (Recife) paid 120 euros."


def test_a_quote_stands_where_it_stands() -> None:
    assert span_of("his van", SOURCE) == (16, 23)
    start, end = span_of("lends us his van", SOURCE) or (0, 0)
    assert SOURCE[start:end] == "lends us\nhis van"


@pytest.mark.parametrize("quote", ["Marcos lent us", "lends us a van", "marcos lends", "", "   ", "van. Rui"])
def test_what_stands_there_in_other_words_is_no_quote(quote: str) -> None:
    assert span_of(quote, SOURCE) is None


def test_a_name_stands_as_whole_words() -> None:
    assert stands_in("Ana Lima", SOURCE) == (26, 34)
    assert stands_in("Recife", SOURCE) is not None
    for name in ("Marc", "Lim", "ana", " ", "Ana  Recife"):
        assert stands_in(name, SOURCE) is None


def test_numbers_that_are_not_there_are_invented() -> None:
    assert invented_numbers("120 euros, 12 days", SOURCE) == ["12"]


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("lang", ["en", "pt"])
def test_a_line_of_what_a_model_was_told_and_marks_of_a_chat_are_repeated(task: str, lang: str) -> None:
    prompt = prompt_file(task)
    some = " ".join(prompt.system[lang].split()[3:14])
    assert repeats(f"Well. {some}!", prompt, lang, SOURCE)
    assert repeats("yes <|im_end|>", prompt, lang, SOURCE)
    assert not repeats("yes <|im_end|>", prompt, lang, "I type <|im_end|> a lot")
    assert not repeats("Marcos lends us his van.", prompt, lang, SOURCE)


def test_only_a_text_of_some_length_can_be_in_another_language() -> None:
    assert other_language("Marcos lends us the van that he has at home", "pt")
    assert other_language("O Marcos empresta a van que ele tem em casa", "en")
    assert not other_language("O Marcos empresta a van que ele tem em casa", "pt")
    assert not other_language("van", "pt")
    assert not other_language("Marcos lends us the van that he has at home", "")


def test_words_are_shared_whatever_their_case_and_accents() -> None:
    assert shares_a_word("CAFÉ", "gosta de cafe")
    assert not shares_a_word("chá", "gosta de cafe")
