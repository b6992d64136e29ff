"""Work in the background makes way for a person's."""

from __future__ import annotations

from mnemoteca.store.lanes import BREATH_S, LEISURE, LEISURE_S, STEP_S, rest_s


def test_after_a_short_step_nobody_rests() -> None:
    assert rest_s(STEP_S / 2) == 0


def test_it_rests_as_long_as_it_worked_but_no_longer_than_a_breath() -> None:
    assert rest_s(STEP_S * 2) == STEP_S * 2
    assert rest_s(60) == BREATH_S


def test_what_nobody_waits_for_rests_most_of_the_time() -> None:
    assert rest_s(STEP_S / 2, leisurely=True) == 0
    assert rest_s(STEP_S * 2, leisurely=True) == STEP_S * 2 * LEISURE
    assert rest_s(60, leisurely=True) == LEISURE_S
