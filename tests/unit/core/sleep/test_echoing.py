"""What comes back from an assistant is known by its words, whatever their order and whatever stands around them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mnemoteca.core.sleep.echoing import echoed, mark_of, shingles

GIVEN = (
    "We move to Recife on 15 January with two vans from Olinda. The keys are with Helena Prado in the shop. "
    "She opens at nine."
)
KEY = b"k" * 32


def known(asked: Collection[tuple[str, ...]]) -> Mapping[tuple[str, ...], int]:
    marks = {mark_of(KEY, shingle) for shingle in shingles(GIVEN)}
    return {shingle: 7 for shingle in asked if mark_of(KEY, shingle) in marks}


def test_what_is_repeated_is_known_verbatim_cut_reordered_and_wrapped() -> None:
    first, second, third = (part.strip() for part in GIVEN.split(". "))
    for text in (
        GIVEN,
        GIVEN[: len(GIVEN) // 2],
        f"{third} {second}. {first}.",
        f"From what you told me: {first}. And also that: {second}.",
    ):
        assert echoed(text, known) == 7, text


def test_what_is_said_anew_is_not() -> None:
    for text in (
        "You could book the vans for the week before, and ask the shop whether it opens on Saturday.",
        f"{GIVEN[:30]} but I would rather think about the weather, the roads, and who helps you to carry things.",
        "",
    ):
        assert echoed(text, known) is None, text


def test_a_mark_tells_nothing_without_the_key() -> None:
    assert mark_of(KEY, ("one", "two")) != mark_of(b"x" * 32, ("one", "two"))
    assert 0 <= mark_of(KEY, ("one", "two")) < 1 << 63
