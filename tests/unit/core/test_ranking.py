"""The arithmetic of ranking."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.memory import Tier
from mnemoteca.core.ranking import (
    WEIGHTS,
    best_of_group,
    copies_last,
    held_in,
    nearness,
    normalised,
    own_part,
    recency,
    spread,
    stacked,
    standing,
    trusted,
)
from mnemoteca.core.recall import WINDOW_S, Window
from mnemoteca.core.text import words

WEEK, MONTH = WINDOW_S[Window.WEEK], WINDOW_S[Window.MONTH]


@pytest.mark.parametrize("age_s", [0.0, 1.0, 3600.0, WEEK, 30 * 86_400.0, 1e9])
@pytest.mark.parametrize("tau_s", [3600.0, 86_400.0, WEEK, MONTH])
def test_recency_is_one_and_a_fifth_of_the_exponential_of_age(age_s: float, tau_s: float) -> None:
    assert recency(age_s, tau_s) == pytest.approx(1 + 0.2 * math.exp(-age_s / tau_s), abs=1e-9)


def test_what_has_no_date_or_lies_ahead_has_no_recency() -> None:
    assert recency(None, WEEK) == recency(-1.0, WEEK) == 1.0


def test_a_month_has_thirty_days() -> None:
    assert MONTH == 30 * 86_400.0


@given(st.sampled_from(Tier), st.booleans(), st.floats(0, 1))
def test_tier_pin_and_retrievability_together_give_at_most_a_tenth(tier: Tier, pinned: bool, present: float) -> None:
    assert 1.0 <= standing(tier, pinned, present) <= 1.1 + 1e-12


def test_a_pinned_long_memory_that_is_present_gets_the_whole_tenth() -> None:
    assert standing(Tier.LONG, True, 1.0) == pytest.approx(1.1)


def test_scores_are_normalised_by_the_highest() -> None:
    assert normalised(np.array([1.0, 4.0])).tolist() == [0.25, 1.0]
    assert normalised(np.array([])).tolist() == normalised(np.zeros(0)).tolist() == []


def test_a_score_spreads_to_the_turns_before_and_after_within_one_conversation() -> None:
    follows = np.array([False, True, True, False, True])  # rows 0-2 belong together, and 3-4
    touched, given_on = spread(np.array([1, 2]), np.array([1.0, 0.5]), follows, 0.4)
    assert dict(zip(touched.tolist(), given_on.tolist(), strict=True)) == pytest.approx({0: 0.4, 1: 0.2, 2: 0.4})


def test_nothing_spreads_beyond_the_ends() -> None:
    touched, given_on = spread(np.array([0, 2]), np.array([1.0, 1.0]), np.array([False, False, False]), 0.4)
    assert touched.tolist() == [0, 2]
    assert given_on.tolist() == [0.0, 0.0]


def test_a_group_has_the_score_of_its_best() -> None:
    assert best_of_group(np.array([7, 7, 9]), np.array([0.1, 0.6, 0.3])).tolist() == [0.6, 0.6, 0.3]


@given(st.lists(st.lists(st.floats(0.001, 2.0), max_size=5), max_size=3))
def test_a_lower_class_never_passes_a_higher_one_and_keeps_its_ratios(classes: list[list[float]]) -> None:
    result = stacked(classes)
    for upper, lower in itertools.pairwise(result):
        assert max(lower, default=0.0) < min(upper, default=math.inf)
    for before, after in zip(classes, result, strict=True):
        assert [x / before[0] for x in before] == pytest.approx([x / after[0] for x in after])


def test_of_equal_texts_two_stand_before_the_others() -> None:
    texts = [["a"], ["a"], ["b"], ["a"], ["c"], ["a"]]
    assert copies_last(texts, 10) == [0, 1, 2, 4, 3, 5]
    assert [copies_last(texts, wanted) for wanted in (1, 4, 5)] == [[0], [0, 1, 2, 4], [0, 1, 2, 4, 3]]
    assert copies_last([], 10) == []


def test_no_more_texts_are_looked_at_for_copies_than_are_wanted() -> None:
    texts = iter([["a"], ["b"], ["c"]])
    assert copies_last(texts, 2) == [0, 1]
    assert list(texts) == [["c"]]


SENTENCE = "The truck comes on Friday morning, and the boxes with all the books must be in the hall by then, please."
SAID = words(SENTENCE)


@pytest.mark.parametrize(
    ("other", "is_a_copy"),
    [
        (SAID, True),
        ([*SAID, "thanks"], True),
        (["well", *SAID[:-1]], True),
        ([*SAID[:4], "thursday", *SAID[5:]], False),  # hardly anything else, but no addition
        ([*SAID, "not"], False),
        ([*SAID, "2"], False),
        (SAID[:8], False),
        (SAID[::-1], False),
    ],
)
def test_a_text_that_is_nearly_equal_is_a_copy(other: list[str], is_a_copy: bool) -> None:
    placed = copies_last([SAID, SAID, other, ["else"]], 4)
    assert placed == ([0, 1, 3, 2] if is_a_copy else [0, 1, 2, 3])


def test_who_did_what_to_whom_is_no_copy() -> None:
    assert copies_last([["ana", "called", "bruno"]] * 2 + [["bruno", "called", "ana"]] + [["else"]], 4) == [0, 1, 2, 3]


def test_meaning_weighs_less_the_more_of_the_question_one_memory_holds() -> None:
    assert trusted(0.8, 0.0) == 0.8
    assert trusted(0.8, 1.0) == pytest.approx(0.8 * (1 - WEIGHTS.held))


def test_the_nearest_counts_whole_and_from_the_fiftieth_on_nothing() -> None:
    close = nearness(np.linspace(0.9, 0.1, 80), np.ones(80))
    assert (close[0], close[49], close[79]) == (1.0, 0.0, 0.0)
    assert np.all(np.diff(close) <= 0)
    assert nearness(np.array([0.4]), np.ones(1)).tolist() == [1.0]
    assert nearness(np.zeros(0), np.zeros(0)).tolist() == []


def test_a_text_of_many_passages_loses_of_its_cosine() -> None:
    long, short = nearness(np.array([0.52, 0.5, 0.1]), np.array([20.0, 1.0, 1.0]))[:2]
    assert long < short == 1.0


def test_words_of_the_header_alone_give_less_unless_meaning_agrees() -> None:
    assert own_part(0.8, 0.0, holds_any=True) == own_part(0.8, 1.0, holds_any=False) == 0.8
    assert own_part(0.8, 0.0, holds_any=False) == pytest.approx(0.48)
    assert own_part(0.8, 0.5, holds_any=False) == pytest.approx(0.64)


def test_what_a_long_text_holds_of_a_question_tells_less() -> None:
    held = held_in(np.array([0.8, 0.8, 0.8]), np.array([0, 1, 4]))
    assert held[0] == held[1] == 0.8
    assert held[2] == pytest.approx(0.8 / (1 + 0.15 * math.log(4)))
