"""How present a memory was, is and will be."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import pytest

from mnemoteca.core.changes import By
from mnemoteca.core.sleep.outlook import CURVES, Outlook, by_fsrs, course, ebbinghaus

T0 = datetime(2026, 1, 1, tzinfo=UTC)


def after(days: float) -> datetime:
    return T0 + timedelta(days=days)


@pytest.mark.parametrize("days", [0, 1, 10, 30])
def test_ebbinghaus_is_as_it_is_written(days: int) -> None:
    assert ebbinghaus(T0, [], after(days)) == pytest.approx(math.exp(-days / 10), abs=1e-9)


def test_a_recall_begins_the_curve_anew_and_one_of_an_assistant_goes_half_the_way() -> None:
    assert ebbinghaus(T0, [(after(8), By.PERSON)], after(10)) == pytest.approx(math.exp(-0.2), abs=1e-9)
    assert ebbinghaus(T0, [(after(8), By.ASSISTANT)], after(10)) == pytest.approx(math.exp(-0.6), abs=1e-9)


@pytest.mark.parametrize("curve", CURVES)
def test_an_assistant_counts_less_than_a_person(curve: str) -> None:
    values = [
        CURVES[curve](T0, history, after(20)) for history in ([], [(after(8), By.ASSISTANT)], [(after(8), By.PERSON)])
    ]
    assert values == sorted(values)
    assert len(set(values)) == 3


@pytest.mark.parametrize("curve", CURVES)
def test_the_course_tells_what_was_is_and_will_be(curve: str) -> None:
    told = course(1, curve, T0, [(after(5), By.PERSON)], after(10), 30, pinned=False)
    assert (len(told.was), len(told.will), len(told.if_recalled)) == (11, 30, 30)
    assert told.was[0] == 1.0
    assert told.was[5] == 1.0  # it was recalled then
    assert told.was[-1] == CURVES[curve](T0, [(after(5), By.PERSON)], after(10))
    assert list(told.will) == sorted(told.will, reverse=True)
    assert all(better > worse for better, worse in zip(told.if_recalled, told.will, strict=True))


def test_what_was_not_known_then_changes_nothing_then() -> None:
    assert by_fsrs(T0, [(after(50), By.PERSON)], after(10)) == by_fsrs(T0, [], after(10))


def test_the_outlook_is_in_whole_percent() -> None:
    assert (Outlook(8, 3).percent, Outlook(0, 0).percent) == (38, 100)
