"""The forgetting curve."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from mnemoteca import apply_forgetting_curve, retrievability

T0 = datetime(2026, 3, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Held:
    importance: float = 1.0
    occurred_at: datetime | None = T0
    last_access: datetime | None = None


@pytest.mark.parametrize("days", [0, 1, 10, 30])
def test_retrievability_is_the_exponential_of_the_age_in_tens_of_days(days: int) -> None:
    assert retrievability(Held(), T0 + timedelta(days=days)) == pytest.approx(math.exp(-days / 10), abs=1e-9)


@pytest.mark.parametrize(("importance", "days", "expected"), [(1.0, 0, 10.0), (0.5, 10, 5.5 / math.e), (0.0, 0, 1.0)])
def test_the_adjusted_priority_is_ten_at_most_and_falls_with_age(
    importance: float, days: float, expected: float
) -> None:
    assert apply_forgetting_curve(Held(importance), days) == pytest.approx(expected, abs=1e-9)


def test_the_adjusted_priority_never_falls_below_one() -> None:
    assert apply_forgetting_curve(Held(0.1), 365) == 1.0


def test_the_age_counts_from_the_last_access() -> None:
    held = Held(last_access=T0 + timedelta(days=9))
    assert retrievability(held, T0 + timedelta(days=10)) == pytest.approx(math.exp(-0.1), abs=1e-9)


def test_what_lies_ahead_or_has_no_time_is_fully_present() -> None:
    assert retrievability(Held(), T0 - timedelta(days=3)) == 1.0
    assert retrievability(Held(occurred_at=None), T0) == 1.0
