"""Secrets in texts: found, told apart from what looks like one, masked, left out."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.secrets import WINDOW, Secret, counted, entropy, find, masked, without
from tests.unit.core.planted import Planted, card, drawn, look_alikes, secrets


def test_recall_and_precision_over_sixty_texts(capsys: pytest.CaptureFixture[str]) -> None:
    planted, others = secrets(), look_alikes()
    found = {each.name: [each.text[s.start : s.end] for s in find(each.text)] for each in (*planted, *others)}
    right = sum(each.secret in found[each.name] for each in planted)
    taken = sum(map(len, found.values()))
    recall, precision = right / len(planted), right / taken
    with capsys.disabled():
        print(f"\nsecrets: {len(planted)} planted, {len(others)} look-alikes: recall {recall:.3f}, ", end="")
        print(f"precision {precision:.3f}")
    assert len(planted) + len(others) == 60
    assert recall >= 0.95
    assert precision >= 0.9


@pytest.mark.parametrize("planted", secrets(), ids=lambda planted: planted.name)
def test_a_planted_secret_is_found_with_its_kind_and_its_span(planted: Planted) -> None:
    assert [(s.kind, planted.text[s.start : s.end]) for s in find(planted.text)] == [(planted.kind, planted.secret)]


@pytest.mark.parametrize("planted", look_alikes(), ids=lambda planted: planted.name)
def test_a_look_alike_is_not_taken(planted: Planted) -> None:
    assert find(planted.text) == ()


def test_only_the_span_is_left_out_and_nothing_is_found_in_what_stays() -> None:
    for each in secrets():
        told = without(each.text, find(each.text))
        assert told == each.text.replace(each.secret, f"‹secret: {each.kind}›")
        assert find(told) == ()


def test_the_masked_form_tells_which_one_it_is_and_no_more() -> None:
    token = "gh" + "p_" + drawn(36)
    assert masked(token, Secret("GitHub token", 0, len(token))) == f"ghp_…{token[-4:]}"
    number = card("4", 16)
    assert masked(number, Secret("card number", 0, 16)) == f"…{number[-4:]}"
    assert masked("hunter2!", Secret("password", 0, 8)) == "…"
    for each in secrets():
        for secret in find(each.text):
            shown = masked(each.text, secret)
            assert each.secret not in shown
            assert len(shown) <= 41


def test_several_in_one_text_are_counted_by_kind() -> None:
    text = " and ".join(each.text for each in secrets() if each.kind in ("card number", "Stripe key"))
    assert counted(find(text)) == {"card number": 3, "Stripe key": 2}


def test_a_card_in_a_longer_number_or_a_path_is_none() -> None:
    number = card("4", 16)
    for text in (
        f"1{number}",
        f"{number}1",
        f"/{number}/x",
        f"0.{number}",
        f"id={number}",
        f"{number} 42",
        f"a{number}",
    ):
        assert find(text) == ()


def test_entropy_tells_random_from_repeated() -> None:
    assert entropy("aaaaaaaa") == 0
    assert entropy("") == 0
    assert entropy(drawn(40)) > 4


@given(st.text(alphabet=st.sampled_from("a7K=:\"'- \n/@.#_+&passwordkeytokenİ"), max_size=200))
def test_no_text_breaks_it_and_what_is_left_out_stays_out(text: str) -> None:
    found = find(text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert without(text, ()) == text


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["-eyJ", "key='", "a_", "sk-", "password=", "://:", "-----BEGIN " + "PRIVATE KEY-----", "4111 ", "data:a/", "é: ",
     "eyJaaaaaaaa.", "A" * 40 + "\n", "token=" + "_" * 50 + "x1y2z3w4v5u6t7.! ", "Bearer ", "SG.", "sha512-"],
)  # fmt: skip
def test_a_hostile_text_takes_no_longer_than_its_length_asks_for(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    began = time.thread_time()
    find(text)
    assert time.thread_time() - began < 10


def test_many_secrets_in_one_text_are_all_found() -> None:
    text = "\n".join("gh" + "p_" + drawn(36, seed=n) for n in range(3000))
    assert len(find(text)) == 3000


@pytest.mark.slow
def test_the_secrets_of_a_very_long_text_are_those_of_its_windows_each_once() -> None:
    token, filler = "gh" + "p_" + drawn(36), "some words of a log. " * 47_000
    image = "data:image/png;base64," + "gh" + "p_" + "A" * 1_200_000
    text = f"{filler}{token} {filler}{token[:20]}\n{image}\n{filler}{token}"
    assert len(text) > 3 * WINDOW
    at = text.index(token)
    last = text.rindex(token)
    assert [(each.kind, each.start) for each in find(text)] == [("GitHub token", at), ("GitHub token", last)]


def test_a_secret_on_the_border_of_two_windows_is_found_whole() -> None:
    token = "gh" + "p_" + drawn(36)
    for before in (WINDOW - 20, WINDOW - 1, WINDOW, WINDOW - 40):
        text = "x " * (before // 2) + " " * (before % 2) + token + " y" * 1_000
        assert [(each.start, each.end) for each in find(text)] == [(before, before + len(token))]
