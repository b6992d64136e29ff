"""Answers: in a model's words where they rest on what was found, else in quotes; nothing where nothing was found."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mnemoteca.core.answers import Answer, AnswerKind
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.pushes import AnswerGrew
from mnemoteca.core.writing import Ending, Options, Wish
from mnemoteca.library.answers.answers import Answers
from mnemoteca.library.answers.conversations import MOST, Conversations
from mnemoteca.store.tables import memories
from mnemoteca.store.tables.codes import TRASHED
from tests.driven import DrivenClock
from tests.unit.library.finding import Finding
from tests.writer import Scribe


class Asked(Answers, Finding):
    """A library that answers."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(folder, clock)
        self.conversations = Conversations()
        self.scribe = self.writer = Scribe(name="")


@pytest.fixture
def asked(tmp_path: Path, clock: DrivenClock) -> Iterator[Asked]:
    made = Asked(tmp_path, clock)
    yield made
    made.close()


def resolves(answer: Answer) -> bool:
    """Whether each sentence rests on passages that are there, word for word."""
    numbers = {each.number for each in answer.passages}
    whole = all(each.memory.text[each.start : each.end] == each.text for each in answer.passages)
    return whole and all(each.rests_on and numbers.issuperset(each.rests_on) for each in answer.stated)


def test_without_a_model_the_best_parts_are_quoted_word_for_word(asked: Asked) -> None:
    asked.say([("Ana", "It rained all day. Marcos lends us his van on Friday."), ("Rui", "The soup was cold.")])
    answer = asked.answer("Who lends a van?")
    assert answer.kind is AnswerKind.QUOTED
    assert answer.without_model == "absent"
    assert answer.stated[0].text == "Marcos lends us his van on Friday."
    assert answer.stated[0].rests_on == (1,)
    assert resolves(answer)


def test_where_nothing_is_found_nothing_is_said(asked: Asked) -> None:
    asked.say([("Ana", "It rained all day.")])
    answer = asked.answer("submarine")
    assert (answer.kind, answer.stated, answer.passages) == (AnswerKind.NOTHING, (), ())


def test_what_is_in_the_trash_is_not_quoted(asked: Asked) -> None:
    (id,) = asked.say([("Ana", "Marcos lends us his van.")])
    asked.forget((id,))
    assert asked.answer("van").kind is AnswerKind.NOTHING


def test_a_follow_up_is_searched_with_the_words_of_the_question_before(asked: Asked) -> None:
    asked.say([("Ana", "Marcos lends us his van on Friday."), ("Rui", "The dentist comes on Monday.")])
    asked.answer("Who lends a van?", conversation="c")
    more = asked.answer("When?", conversation="c", follow_up=True)
    assert more.searched == "When? lends van"
    assert "Friday" in more.text
    assert asked.answer("When?", conversation="c").searched == "When?"
    assert asked.answer("When?", conversation="other", follow_up=True).searched == "When?"


def test_what_makes_no_question_is_refused(asked: Asked) -> None:
    for question, limit in ((" ", 6), ("van", 0), ("van", 21)):
        with pytest.raises(BadInput):
            asked.answer(question, limit=limit)
    with pytest.raises(NotFound):
        asked.answer("van", space="nowhere")


def test_nothing_rests_on_what_a_model_worded(asked: Asked) -> None:
    (id,) = asked.say([("assistant", "Marcos owns a submarine.")])
    asked.store.write(lambda tx: tx.run("UPDATE memories SET kind = 'answer' WHERE id = ?", (id,)))
    assert asked.answer("submarine").kind is AnswerKind.NOTHING


@pytest.mark.slow
def test_only_so_many_conversations_are_kept_in_mind(asked: Asked) -> None:
    asked.say([("Ana", "Marcos lends us his van.")])
    for number in range(MOST + 1):
        asked.answer("Who lends a van?", conversation=str(number))
    assert asked.answer("When?", conversation="0", follow_up=True).searched == "When?"
    assert asked.answer("When?", conversation="2", follow_up=True).searched == "When? lends van"


def test_a_part_that_was_forgotten_meanwhile_is_left_out(asked: Asked) -> None:
    (id,) = asked.say([("Ana", "Marcos lends us his van.")])
    asked.index()
    asked.store.write(lambda tx: memories.set_state(tx, [id], state=TRASHED))  # without telling the index
    assert asked.answer("van").kind is AnswerKind.NOTHING


def says(*sentences: tuple[list[int], str]) -> Callable[[Wish], object]:
    return lambda wish: {"sentences": [{"rests_on": numbers, "text": text} for numbers, text in sentences]}


@pytest.fixture
def vans(asked: Asked) -> Asked:
    """Two memories of a van, and a model."""
    asked.say([("Ana", "Marcos lends us his van on Friday."), ("Rui", "The van holds 40 boxes.")])
    asked.scribe.name = "scribe"
    return asked


def test_a_model_words_the_answer_with_the_numbers_it_rests_on(vans: Asked) -> None:
    vans.scribe.say = says(([1], "Marcos lends his van on Friday."), ([2, 1], "The van holds 40 boxes."))
    answer = vans.answer("Who lends a van?")
    assert (answer.kind, answer.model, answer.without_model) == (AnswerKind.WRITTEN, "scribe", "")
    assert [each.rests_on for each in answer.stated] == [(1,), (2, 1)]
    assert resolves(answer)
    (wish,) = vans.scribe.wishes
    assert wish.urgent
    assert "[1] (2023-05-07 09:00, Ana) Marcos lends us his van on Friday." in wish.user
    assert wish.user.endswith("The question: Who lends a van?")


def test_a_sentence_that_rests_on_nothing_is_dropped(vans: Asked) -> None:
    vans.scribe.say = says(
        ([1], "Marcos lends his van."),
        ([1], "It costs 99 euros."),
        ([2], "Submarines dive."),
        ([1], "Marcos lends his van."),
    )
    answer = vans.answer("Who lends a van?")
    assert [each.text for each in answer.stated] == ["Marcos lends his van."]
    assert answer.dropped == 3


@pytest.mark.parametrize(
    ("said", "ending"),
    [
        (says(([3], "Marcos lends his van.")), Ending.MALFORMED),
        (says(([], "Marcos lends his van.")), Ending.MALFORMED),
        (says(([1], "Cats sleep.")), Ending.UNFOUNDED),
        (says(([1], "A van é do Marcos e ele não empresta a ninguém sem falar com a Ana")), Ending.OTHER_LANGUAGE),
        (lambda wish: "{", Ending.MALFORMED),
        (lambda wish: Ending.CUT, Ending.CUT),
        (lambda wish: Ending.CRASHED, Ending.CRASHED),
        (lambda wish: Ending.ABSENT, Ending.ABSENT),
    ],
)
def test_where_a_model_fails_its_passages_are_quoted_and_the_reason_is_told(
    vans: Asked, said: Callable[[Wish], object], ending: Ending
) -> None:
    vans.scribe.say = said
    answer = vans.answer("Who lends a van?")
    assert (answer.kind, answer.without_model) == (AnswerKind.QUOTED, ending)
    assert resolves(answer)


def test_where_nothing_is_found_no_model_is_asked(vans: Asked) -> None:
    assert vans.answer("submarine").kind is AnswerKind.NOTHING
    assert vans.scribe.wishes == []


def test_quotes_can_be_asked_for(vans: Asked) -> None:
    answer = vans.answer("van", quoted=True)
    assert (answer.kind, answer.without_model, vans.scribe.wishes) == (AnswerKind.QUOTED, "", [])


def test_a_question_in_portuguese_is_put_in_portuguese(vans: Asked) -> None:
    vans.scribe.say = says(([1], "O Marcos empresta a van."))
    assert vans.answer("Quem empresta a van para a gente?").kind is AnswerKind.WRITTEN
    assert "A pergunta: Quem" in vans.scribe.wishes[0].user


def test_a_follow_up_tells_the_model_what_was_asked_before(vans: Asked) -> None:
    vans.scribe.say = says(([1], "Marcos lends his van."))
    vans.answer("Who lends a van?", conversation="c")
    vans.answer("When?", conversation="c", follow_up=True)
    assert "Asked before:\n\n- Who lends a van? — Marcos lends his van.\n\nThe question: When?" in (
        vans.scribe.wishes[1].user
    )


def test_the_answer_is_told_as_it_grows_without_what_will_be_dropped(vans: Asked) -> None:
    vans.scribe.say = says(([1], "Marcos lends his van."), ([2], "Cats sleep."), ([2], "It holds 40 boxes."))
    vans.pushed.clear()
    answer = vans.answer("Who lends a van?", stream="s")
    grown = [each for each in vans.pushed if isinstance(each, AnswerGrew)]
    assert grown
    assert grown[0].stream == "s"
    assert grown[0].growing
    assert answer.text.startswith(grown[0].stated[0].text)
    vans.pushed.clear()
    vans.answer("Who lends a van?")
    assert not [each for each in vans.pushed if isinstance(each, AnswerGrew)]


def test_as_many_passages_are_given_as_the_model_has_room_for(vans: Asked) -> None:
    vans.say(
        [("Ana", f"The van number {n} is parked. " + "It is a van of some size, and blue. " * 20) for n in range(20)]
    )
    vans.scribe.context = 1300
    vans.scribe.say = says(([1], "A van is parked."))
    answer = vans.answer("van", limit=20)
    assert 1 <= len(answer.passages) < 20
    assert f"[{len(answer.passages)}]" in vans.scribe.wishes[0].user
    assert f"[{len(answer.passages) + 1}]" not in vans.scribe.wishes[0].user


def test_models_are_run_as_it_is_set(vans: Asked) -> None:
    vans.memo.given = {"slm.model": "tiny", "slm.memory_mb": 700, "slm.temperature": 0.9}
    vans.scribe.say = says(([1], "Marcos lends his van."))
    vans.answer("Who lends a van?")
    assert (vans.scribe.options, vans.scribe.wishes[0].temperature) == (Options("tiny", "auto", "cpu", 700), 0.9)


def test_an_answer_that_is_kept_is_marked_as_inferred_is_found_and_bears_nothing(vans: Asked) -> None:
    kept = vans.keep_answer("Marcos owns a submarine.", "What does Marcos own?", (1, 2), "scribe")
    assert (kept.kind, kept.category, kept.role, kept.speaker) == ("answer", "inferred", "assistant", "scribe")
    with vans.store.read() as reader:
        (row,) = reader.all("SELECT extra FROM memories WHERE id = ?", (kept.id,))
    assert json.loads(row[0]) == {"question": "What does Marcos own?", "rests_on": [1, 2], "model": "scribe"}
    assert "Marcos owns a submarine." in vans.texts("submarine")
    assert vans.answer("submarine").kind is AnswerKind.NOTHING
    with pytest.raises(NotFound):
        vans.keep_answer("No.", "What?", (99,))
    with pytest.raises(BadInput):
        vans.keep_answer(" ", "What?")
    assert vans.undo().count == 1
    assert vans.texts("submarine") == []
