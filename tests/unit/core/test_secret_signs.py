"""Secrets of many texts at once: the same as of each by itself, and most texts are not looked at again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnemoteca.core.secret_rules import NAMED, RULES
from mnemoteca.core.secret_signs import signs_in
from mnemoteca.core.secrets import WINDOW, find, find_each
from tests.unit.core.planted import Planted, drawn, look_alikes, secrets

PLANTED = [each.text for each in (*secrets(), *look_alikes())]
NEEDLES = sorted({needle for rule in RULES for needle in rule.needles} | set(NAMED))
PIECES = st.one_of(
    st.sampled_from(PLANTED),
    st.sampled_from(NEEDLES),
    st.sampled_from([" ", "\n", "\u2003", "ção ", "密码", "👍", "=", ": ", '"', " is ", "hunter2!x", "\u212aey = "]),
    st.text(max_size=12),
    st.text("0123456789- \u0661\u0966", max_size=24),
)
TEXTS = st.lists(st.lists(PIECES, max_size=5).map("".join), max_size=12)


@pytest.mark.parametrize("planted", [*secrets(), *look_alikes()], ids=lambda planted: planted.name)
@pytest.mark.parametrize("between", ["plain words", "日本語 👍 ção", ""])
def test_a_secret_is_found_among_other_texts_just_as_alone(planted: Planted, between: str) -> None:
    assert find_each([between, planted.text, between, planted.text]) == [(), find(planted.text)] * 2


@pytest.mark.slow
@settings(max_examples=300)
@given(TEXTS)
def test_many_texts_hold_what_each_of_them_holds(texts: list[str]) -> None:
    assert find_each(texts) == [find(text) for text in texts]


def test_a_secret_does_not_reach_from_one_text_into_the_next() -> None:
    token = "gh" + "p_" + drawn(36)
    assert find_each([f"password ={token[:10]}", token[10:]]) == [find(f"password ={token[:10]}"), ()]
    assert find_each(["the password is", "hunter2!"]) == [(), ()]


@pytest.mark.slow
def test_texts_of_every_length_come_back_in_their_order() -> None:
    token = "gh" + "p_" + drawn(36)
    texts = ["a " + token, "x" * (WINDOW + 5) + " " + token, "", "word " * 90_000 + token, token, "y" * WINDOW]
    assert [len(found) for found in find_each(texts)] == [1, 1, 0, 1, 1, 0]
    assert find_each(texts) == [find(text) for text in texts]


def test_ordinary_texts_have_no_signs() -> None:
    texts = [
        "We met in Recife on 12 May 2024 and spoke of nothing else.",
        "A chave ficou na portaria; a senha também.",
        "The key of the door, a token of love, a secret between us: nothing.",
        "see src/mnemoteca/core/identity.py and the basics",
    ]
    assert not {n for n, signs in signs_in(texts).items() if signs.named or signs.cards}
    assert {needle for signs in signs_in(texts).values() for needle in signs.needles} <= {"asic", "pat"}
