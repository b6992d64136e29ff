"""Who does what is made of a text: small models first, then a language model; nobody elsewhere unasked."""

from __future__ import annotations

import pytest

from mnemoteca.core.model_plan import LONG, By, Models, Task, needs_context, plan, routed

BOTH = Models(language_model=True, remote=True)
STORY = "Ana sold the boat in May. " * 20


def test_tags_and_entities_are_the_work_of_the_small_models_whatever_else_there_is() -> None:
    for task in (Task.TAGS, Task.ENTITIES):
        assert plan(task, STORY, BOTH) == (By.NANO,)


def test_a_short_text_is_its_own_summary_and_a_longer_one_is_written_where_somebody_can() -> None:
    assert plan(Task.SUMMARY, "Ana sold the boat.", BOTH) == (By.NANO,)
    assert plan(Task.SUMMARY, STORY, Models()) == (By.NANO,)
    assert plan(Task.SUMMARY, STORY, Models(language_model=True)) == (By.LANGUAGE_MODEL, By.NANO)


def test_a_remote_model_is_in_no_plan_unless_it_was_switched_on() -> None:
    for task in Task:
        for text in ("", "He said yes.", STORY, "x " * LONG):
            assert By.REMOTE not in plan(task, text, Models(language_model=True))
    assert plan(Task.SUMMARY, STORY, BOTH) == (By.LANGUAGE_MODEL, By.REMOTE, By.NANO)
    assert plan(Task.SUMMARY, "word " * LONG, BOTH) == (By.REMOTE, By.LANGUAGE_MODEL, By.NANO)


@pytest.mark.parametrize(
    "text", ["He said yes to that.", "Isso foi ontem.", "then we took the other one", "Ela não quer."]
)
def test_what_points_to_what_was_said_before_needs_context(text: str) -> None:
    assert needs_context(text)
    assert plan(Task.CONTEXT, text, Models(language_model=True)) == (By.LANGUAGE_MODEL,)
    assert plan(Task.CONTEXT, text, Models()) == ()


@pytest.mark.parametrize(
    "text", ["I told Ana that he likes it.", "Buy milk and bread.", STORY, "Comprar pão amanhã cedo."]
)
def test_what_says_of_what_it_speaks_needs_none(text: str) -> None:
    assert plan(Task.CONTEXT, text, BOTH) == ()


def test_nothing_is_made_of_a_text_without_words() -> None:
    assert all(plan(task, " \n", BOTH) == () for task in Task)


def test_a_batch_goes_to_whom_each_text_needs() -> None:
    texts = ["Buy milk.", STORY, "He said yes.", "word " * LONG]
    assert routed(texts, BOTH) == {By.NANO: [0], By.LANGUAGE_MODEL: [1, 2], By.REMOTE: [3]}
    assert routed(texts, Models()) == {By.NANO: [0, 1, 2, 3], By.LANGUAGE_MODEL: [], By.REMOTE: []}
