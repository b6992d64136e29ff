"""Ordinary text has no dates: words that look like one, numbers of other things, code and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.dates.finder import find_dates
from tests.unit.core.dates.dated import SAID_AT, found


@pytest.mark.parametrize(
    "text",
    [
        "This may take longer; you may be right.",
        "Wait a second, I have a second idea for you.",
        "The sun was out and I sat down.",
        "March on, soldiers, and mar nothing.",
        "The wed couple was in a fall of snow when they began to spring up.",
        "It's version 3.11.2, not 2.0.16.",
        "Call me: 555-0199 or +1 415 555 0132, or 138-2010-2015.",
        "Room 15, page 20, chapter 3, line 7.",
        "At 20 degrees it takes 3/4 of an hour, 50% of it cold.",
        "We have 2 cats, one dog and seven hens.",
        "It costs $12, € 2019 or R$ 2.000,00.",
        "See https://x.org/2024/05/06/post and `2024-05-06` in ABC-12345 or GPT-4.",
        "The ratio is 16:9, the score 3-2, the part no. 4.",
        "Have a good day, good morning and good night!",
        "One day at a time; some day I'll play.",
        "One by one they left; by one or two votes, after 7 tries.",
        "Moro no Rio de Janeiro, perto do Mar; é a sexta-parte do Acórdão 863/2014.",
        "In the coming weeks, as in previous years, we rest in the evenings.",
        "Everybody on the second floor had a third of it first.",
        "O mar está calmo e as sete gatas dormem.",
        "É a segunda parte da quarta edição, na quinta tentativa.",
        "Vou sair para ter um set completo de duas peças.",
        "Bom dia! Boa tarde e boa noite a todos.",
        "A versão 2.16.4 custa R$ 15,90 ou 3/4 do preço.",
        "Dois terços do grupo têm um quarto só.",
        "Ligue para 11 98765-4321 ou (21) 2345-6789.",
        "Toda segunda e todo dia ele corre; cada semana mais.",
        "He runs every morning and each Friday.",
    ],
)
def test_ordinary_text_has_no_dates(text: str) -> None:
    assert found(text) == []


@given(st.text(max_size=200))
def test_any_text_is_read_and_places_lie_in_it(text: str) -> None:
    last = 0
    for each in find_dates(text, SAID_AT):
        assert last <= each.start < each.end <= len(text)
        last = each.end


_SAID = (
    "from to between and the next last 3 15 2024 31 week month days Friday May at pm on of until since early late"
    " Christmas q1 - / . , de a às dia semana março próxima que vem há e meia até noite terceiro ano 99 :"
)
_WORDS = st.sampled_from(_SAID.split())


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_words_of_dates_in_any_order_are_read(text: str) -> None:
    for said_at in (SAID_AT, None):
        for each in find_dates(text, said_at):
            assert text[each.start : each.end].strip() == text[each.start : each.end]


@pytest.mark.slow
def test_a_long_text_without_a_blank_is_read() -> None:
    assert find_dates("1" * 20_000, SAID_AT) == ()
    assert find_dates("a-" * 10_000, SAID_AT) == ()
    assert find_dates("", SAID_AT) == ()
