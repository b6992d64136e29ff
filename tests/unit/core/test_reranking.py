"""The order that comes of reading hits once more."""

from __future__ import annotations

from mnemoteca.core.reranking import new_order


def test_the_best_score_comes_first_and_equal_ones_stay_in_their_order() -> None:
    assert new_order([1, 1, 1, 1], [0.1, 0.9, 0.1, 0.5]) == [1, 3, 0, 2]


def test_what_holds_the_phrase_is_not_passed_by_what_does_not() -> None:
    assert new_order([0, 0, 1, 2], [0.1, 0.2, 0.9, 0.95]) == [1, 0, 3, 2]
