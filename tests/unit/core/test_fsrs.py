"""FSRS as its own library has it."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import fsrs as theirs
import pytest

from mnemoteca.core import fsrs
from mnemoteca.core.fsrs import Rating

T0 = datetime(2026, 1, 1, tzinfo=UTC)


def histories() -> list[list[tuple[int, int]]]:
    """A thousand of them: days since the last recall, and how it went."""
    dice = random.Random(20261121)
    return [
        [
            (0 if n == 0 else dice.choice([0, 1, 2, 3, 7, 20, 90]), dice.randint(1, 4))
            for n in range(dice.randint(1, 12))
        ]
        for _ in range(1_000)
    ]


def test_a_thousand_histories_come_to_what_the_library_says() -> None:
    scheduler = theirs.Scheduler(enable_fuzzing=False)
    assert tuple(scheduler.parameters) == fsrs.W
    for history in histories():
        card, known, now = theirs.Card(), None, T0
        for days, rating in history:
            now += timedelta(days=days)
            card, _ = scheduler.review_card(card, theirs.Rating(rating), now)
            known = fsrs.first(Rating(rating), now) if known is None else fsrs.again(known, Rating(rating), now)
        assert known is not None
        assert known.stability == pytest.approx(card.stability, rel=1e-12)
        assert known.difficulty == pytest.approx(card.difficulty, rel=1e-12)
        for later in (0, 1, 10, 30, 365):
            at = now + timedelta(days=later)
            assert fsrs.retrievability(known, at) == pytest.approx(
                scheduler.get_card_retrievability(card, at), abs=1e-9
            )


def test_fractions_of_a_day_count() -> None:
    known = fsrs.strength(T0, [])
    half = fsrs.retrievability(known, T0 + timedelta(hours=12))
    assert 1.0 > half > fsrs.retrievability(known, T0 + timedelta(days=1))


def test_a_recall_by_a_person_holds_longer_than_one_by_an_assistant() -> None:
    at = T0 + timedelta(days=5)
    good, hard = (fsrs.strength(T0, [(at, rating)]) for rating in (Rating.GOOD, Rating.HARD))
    assert good.stability > hard.stability > fsrs.strength(T0, []).stability
