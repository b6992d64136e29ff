"""Tasks end in a value or in a reason, whatever a model says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mnemoteca.core.model_tasks import EntityKind, Outcome
from mnemoteca.core.writing import Ending
from mnemoteca.models.tasks.asking import Style
from mnemoteca.models.tasks.parts import MOST_PARTS, halves
from mnemoteca.models.tasks.prompts import TASKS, prompt_file
from mnemoteca.models.tasks.tasks import Tasks
from tests.writer import Scribe

NOTE = "Marcos lends us his van on Friday. Ana Lima lives in Recife and paid 120 euros."
NOTA = "O Marcos empresta a van na sexta-feira. A Ana mora em Recife e não gosta de chá."

EACH: dict[str, Callable[[Tasks, str], Outcome[object]]] = {
    "summarise": lambda tasks, text: tasks.summarise(text),
    "title": lambda tasks, text: tasks.title(text),
    "tags": lambda tasks, text: tasks.tags(text),
    "extract": lambda tasks, text: tasks.extract(text),
    "expand": lambda tasks, text: tasks.expand(text),
    "follow_up": lambda tasks, text: tasks.follow_up(text, "Ana: hello"),
    "context": lambda tasks, text: tasks.context(text, "Ana: hello"),
}


def fact(subject: str, object: str, quote: str, relation: str = "has") -> dict[str, str]:
    return {"subject": subject, "relation": relation, "object": object, "quote": quote}


def test_a_summary_is_what_the_model_says() -> None:
    scribe = Scribe(lambda wish: {"summary": "Marcos lends a van; Ana paid 120 euros."})
    done = Tasks(scribe).summarise(NOTE)
    assert (done.value, done.ending) == ("Marcos lends a van; Ana paid 120 euros.", Ending.WHOLE)
    assert (done.prompt, done.model, done.parts) == ("summarise/1", "scribe", 1)
    (wish,) = scribe.wishes
    assert wish.user.endswith(NOTE)
    assert (wish.temperature, wish.urgent) == (0.2, False)


def test_what_is_told_to_the_model_is_in_the_language_of_the_text() -> None:
    scribe = Scribe(lambda wish: {"summary": "O Marcos empresta a van."})
    Tasks(scribe).summarise(NOTA)
    Tasks(scribe).summarise(NOTE)
    assert [wish.system[:4] for wish in scribe.wishes] == ["Você", "You "]


@pytest.mark.parametrize("task", EACH)
@pytest.mark.parametrize("ending", [each for each in Ending if each is not Ending.WHOLE])
def test_however_a_model_ends_the_task_ends_so_with_no_value(task: str, ending: Ending) -> None:
    done = EACH[task](Tasks(Scribe(lambda wish: ending)), NOTE)
    assert (done.value, done.ending, done.reason) == (None, ending, f"it ended as {ending.value}")


@pytest.mark.parametrize("task", EACH)
@pytest.mark.parametrize("said", ["", "no", '{"summary":"', "[]", "{}", "null", '{"summary": 7}', '{"tags": []}'])
def test_what_is_not_in_the_form_that_was_asked_for_is_no_value(task: str, said: str) -> None:
    done = EACH[task](Tasks(Scribe(lambda wish: said)), NOTE)
    assert (done.value, done.ending) == (None, Ending.MALFORMED)


@pytest.mark.parametrize("task", EACH)
def test_without_a_model_or_a_text_there_is_no_value(task: str) -> None:
    assert EACH[task](Tasks(Scribe(name="")), NOTE).ending is Ending.ABSENT
    scribe = Scribe()
    assert EACH[task](Tasks(scribe), " \n").ending is Ending.EMPTY
    assert scribe.wishes == []


@pytest.mark.parametrize("task", EACH)
def test_a_model_that_reads_too_little_is_told_so(task: str) -> None:
    assert EACH[task](Tasks(Scribe(context=100)), NOTE).ending is Ending.TOO_LONG


@pytest.mark.parametrize(
    ("said", "ending"),
    [
        ("Ana paid 999 euros.", Ending.UNFOUNDED),
        ("You summarise a person's note or conversation in one or two sentences, in the language", Ending.ECHO),
        ("Done <|im_end|>", Ending.ECHO),
        ("O Marcos empresta a van para a Ana e ela paga tudo", Ending.OTHER_LANGUAGE),
    ],
)
def test_a_summary_that_the_text_does_not_bear_is_no_value(said: str, ending: Ending) -> None:
    done = Tasks(Scribe(lambda wish: {"summary": said})).summarise(NOTE)
    assert (done.value, done.ending) == (None, ending)
    assert done.reason


def test_a_long_text_is_read_in_parts_and_what_is_said_of_them_is_said_once() -> None:
    scribe = Scribe(lambda wish: {"summary": f"Part {len(scribe.wishes)} of it." if "Part" in NOTE else "A van."})
    done = Tasks(scribe).summarise(NOTE * 600)
    assert done.value == "A van."
    assert done.parts > 2
    assert len(scribe.wishes) > done.parts
    whole = "".join(wish.user.removeprefix("The text:\n\n") for wish in scribe.wishes[: done.parts])
    assert whole == NOTE * 600


def test_a_text_beyond_all_measure_is_too_long() -> None:
    assert Tasks(Scribe()).summarise(NOTE * 60 * MOST_PARTS * 4).ending is Ending.TOO_LONG


def test_half_texts_meet_where_a_sentence_ends() -> None:
    assert halves("One two. Three four five. Six") == ["One two. ", "Three four five. Six"]
    assert halves("one two three four") == ["one two ", "three four"]
    assert halves("abcdef") == ["abc", "def"]


def test_a_summary_has_room_for_as_many_tokens_as_are_set() -> None:
    scribe = Scribe(lambda wish: {"summary": "A van."})
    for most in (20, 100, 200, 1000):
        Tasks(scribe, Style(max_tokens=most)).summarise(NOTE)
    assert [int(wish.grammar.split("letter{0,")[1].split("}")[0]) + 1 for wish in scribe.wishes] == [40, 200, 400, 400]


def test_facts_are_believed_by_their_quotes_alone() -> None:
    said = {
        "entities": [
            {"name": "Ana Lima", "kind": "person"},
            {"name": "Lisbon", "kind": "place"},
            {"name": "Rec", "kind": "place"},
        ],
        "facts": [
            fact("Ana Lima", "Recife", "Ana Lima lives in Recife", "lives_in"),
            fact("Ana", "Lisbon", "Ana lives in Lisbon", "lives_in"),  # no such words
            fact("Rui", "a boat", "Marcos lends us his van"),  # the quote tells of nobody of these
            fact("Ana", "a", "Ana"),  # too short to tell anything
        ],
    }
    done = Tasks(Scribe(lambda wish: said)).extract(NOTE)
    assert done.value is not None
    assert [(each.name, each.kind) for each in done.value.entities] == [("Ana Lima", EntityKind.PERSON)]
    (only,) = done.value.facts
    assert NOTE[only.start : only.end] == "Ana Lima lives in Recife"
    assert (only.subject, only.relation, only.object) == ("Ana Lima", "lives_in", "Recife")
    assert done.dropped == 5


def test_where_nothing_stands_in_the_text_nothing_is_believed() -> None:
    said = {"entities": [{"name": "Oslo", "kind": "place"}], "facts": []}
    assert Tasks(Scribe(lambda wish: said)).extract(NOTE).ending is Ending.UNFOUNDED
    nothing = Tasks(Scribe(lambda wish: {"entities": [], "facts": []})).extract(NOTE)
    assert (nothing.value, nothing.ending) == (None, Ending.EMPTY)


def test_tags_of_most_parts_come_first() -> None:
    answers = iter([["van", "move"], ["move"], ["move", "food", "cats"], *[["food"]] * 99])
    done = Tasks(Scribe(lambda wish: {"tags": next(answers)})).tags(NOTE * 400)
    assert done.value is not None
    assert done.value[:2] == ("move", "food")
    assert len(done.value) == 3


def test_other_wordings_are_others_and_keep_to_the_numbers() -> None:
    said = ["Who lends a van?", "van borrowed from whom", "van in 2031"]
    done = Tasks(Scribe(lambda wish: {"queries": said})).expand("who lends a VAN?")
    assert (done.value, done.dropped) == (("van borrowed from whom",), 2)
    same = Tasks(Scribe(lambda wish: {"queries": said[:1]})).expand("who lends a van?")
    assert same.ending is Ending.EMPTY


def test_a_follow_up_may_use_what_came_before() -> None:
    done = Tasks(Scribe(lambda wish: {"query": "When in 2026 does Marcos lend the van?"})).follow_up(
        "When?", "Who lends the van in 2026?"
    )
    assert done.value == "When in 2026 does Marcos lend the van?"


def test_context_reads_as_much_around_a_passage_as_fits() -> None:
    scribe = Scribe(lambda wish: {"context": "Ana and Marcos speak of a van."})
    done = Tasks(scribe).context("He lends it.", NOTE * 200)
    assert done.ending is Ending.WHOLE
    assert "He lends it." in scribe.wishes[0].user
    assert len(scribe.wishes[0].user) < 16_000


def test_what_is_given_is_never_looked_through_for_places() -> None:
    filled = prompt_file("follow_up").filled("en", {"before": "{text}", "text": "{before} {x}"})
    assert filled.endswith("{text}\n\nThe question: {before} {x}")


@pytest.mark.parametrize("task", TASKS)
def test_every_prompt_says_its_form_in_both_languages(task: str) -> None:
    prompt = prompt_file(task)
    for lang in ("en", "pt"):
        assert "JSON" in prompt.system[lang]
        assert "{text}" in prompt.user[lang]
        assert all(f'"{name}"' in prompt.system[lang] for name in prompt.schema["properties"])
