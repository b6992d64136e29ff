"""The set-up that goes on behind the running app: its state is read, whatever stands in the file."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mnemoteca.core.preparation import Preparation, PreparationState, parse_preparation
from mnemoteca.core.resources import resource

NOW = datetime(2026, 11, 21, 12, 5, tzinfo=UTC)


def test_a_build_says_how_long_it_takes_already() -> None:
    told = parse_preparation('{"state": "building", "since": "2026-11-21T12:00:00+00:00", "minutes": 0, "new": 1}')
    assert told.state is PreparationState.BUILDING
    assert "5 min so far" in told.sentence(NOW)


def test_a_build_that_began_yesterday_was_interrupted() -> None:
    told = parse_preparation('{"state": "building", "since": "2026-11-20T12:00:00+00:00"}')
    assert "interrupted" in told.sentence(NOW)


def test_a_failure_says_its_reason() -> None:
    told = parse_preparation('{"state": "failed", "reason": "cmake missing."}')
    assert told.sentence(NOW).endswith("cmake missing.")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"state": "new"}', '{"since": "soon"}'])
def test_what_cannot_be_read_counts_as_not_started(text: str) -> None:
    assert parse_preparation(text) == Preparation()


def test_every_state_has_a_sentence() -> None:
    sentences = {Preparation(state, NOW, 1.0, "why").sentence(NOW) for state in PreparationState}
    assert len(sentences) == len(PreparationState)


def test_resources_stand_beside_the_package_in_a_checkout() -> None:
    assert resource("icons").parent.name == "resources"
