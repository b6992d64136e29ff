"""Recall by meaning beside words, over a real library; the embedder knows that some words mean the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.meaning import Vectors
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.library.meaning.following import MeaningIndexing
from mnemoteca.library.recall.meant import without_names
from mnemoteca.library.recall.widening import Widening
from tests.driven import DrivenClock
from tests.embedder import BagOfWords, vector_of
from tests.unit.library.finding import Finding

SAME = {"lorry": "truck", "lent": "borrow", "lend": "borrow", "doctor": "physician", "afraid": "fear", "scared": "fear"}


class Thesaurus(BagOfWords):
    """Words that mean the same have one direction; `slow`: no question is ready in time."""

    slow = False

    def question(self, text: str, at_most_s: float) -> Vectors | None:
        return None if self.slow else vector_of(_plain(text))

    def passages(self, texts: Sequence[str]) -> Vectors:
        return super().passages([_plain(text) for text in texts])


def _plain(text: str) -> str:
    return " ".join(SAME.get(word, word) for word in text.lower().replace("?", "").replace(".", "").split())


class Meant(Finding, Widening):
    """A library with both arms."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(folder, clock)
        self.embedder = Thesaurus()
        self.following = self.meaning = MeaningIndexing(self.store, self.embedder, self.push)
        self.following.start()

    def settle(self) -> None:
        self.index()
        self.following.wait()

    def close(self) -> None:
        self.following.stop()
        super().close()


@pytest.fixture
def meant(tmp_path: Path, clock: DrivenClock) -> Iterator[Meant]:
    opened = Meant(tmp_path / "library", clock)
    yield opened
    opened.close()


@pytest.fixture
def chat(meant: Meant) -> list[int]:
    """A talk of two, and much else around it."""
    talk = [
        ("Ana", "My neighbour has a truck and likes to borrow it out"),
        ("Ben", "The blue ceramics are fragile"),
        ("Ana", "I fear the stairs"),
        ("Ben", "Our physician lives in Olinda"),
    ]
    ids = meant.say(talk)
    for n in range(60):
        meant.say([("Cleo", f"entry number{n} about topic{n} and place{n}")], title=f"list{n}")
    meant.settle()
    return ids


def test_a_question_finds_what_was_said_in_other_words(meant: Meant, chat: list[int]) -> None:
    assert meant.texts("lorry", arms="words") == []
    found = meant.ask("lorry")
    assert found.hits[0].memory.id == chat[0]
    assert found.hits[0].path[0].arm == "meaning"
    assert "words" not in [reason.arm for reason in found.hits[0].path]
    assert (found.partial, found.without_meaning) == (False, "")


def test_each_arm_can_be_asked_alone(meant: Meant, chat: list[int]) -> None:
    assert meant.ask("scared stairs", arms="words").hits[0].memory.id == chat[2]
    by_meaning = meant.ask("scared stairs", arms="meaning").hits[0]
    assert by_meaning.memory.id == chat[2]
    assert not [reason for reason in by_meaning.path if reason.arm == "words" and reason.weight]
    both = {reason.arm: reason.weight for reason in meant.ask("scared stairs").hits[0].path}
    assert both["words"] > 0 < both["meaning"]


def test_a_phrase_is_not_passed_by_what_is_nearer_in_meaning(meant: Meant, chat: list[int]) -> None:
    meant.say([("Dora", "there are very many words around the phrase lorry doctor scared in this long memory of mine")])
    meant.say([("Dora", "truck physician fear")])
    meant.settle()
    hits = meant.ask('"lorry doctor scared"').hits
    assert hits[0].path[0].arm == "phrase"
    assert "many words" in hits[0].memory.text


@pytest.mark.slow
def test_a_person_does_not_wait_for_a_slow_embedder_and_is_told(meant: Meant, chat: list[int]) -> None:
    meant.embedder.slow = True
    found = meant.ask("the blue ceramics")
    assert found.hits[0].memory.id == chat[1]
    assert (found.partial, found.without_meaning) == (True, "late")


@pytest.mark.parametrize(
    ("state", "partial"),
    [(MeaningState.PREPARING, True), (MeaningState.ABSENT, False), (MeaningState.FAILED, False)],
)
def test_without_an_embedder_words_answer_and_it_is_said_why(
    meant: Meant, chat: list[int], state: MeaningState, partial: bool
) -> None:
    meant.embedder.standing = EmbedderState(state)
    found = meant.ask("the blue ceramics")
    assert found.hits[0].memory.id == chat[1]
    assert (found.partial, found.without_meaning) == (partial, state.value)


def test_as_one_types_nothing_is_embedded(meant: Meant, chat: list[int]) -> None:
    assert meant.texts("lorry", as_typed=True) == []
    assert meant.ask("lorry", as_typed=True).without_meaning == ""


def test_what_is_forgotten_is_not_found_by_meaning(meant: Meant, chat: list[int]) -> None:
    meant.forget((chat[0],))
    assert chat[0] not in [hit.memory.id for hit in meant.ask("lorry", weak=True).hits]


def test_where_nothing_is_a_good_answer_there_is_none_unless_it_is_wanted(meant: Meant, chat: list[int]) -> None:
    assert meant.ask("xylophone quartet").hits == ()
    weak = meant.ask("xylophone quartet", weak=True).hits
    assert weak
    assert all(hit.weak for hit in weak)


def test_weak_ones_follow_the_good(meant: Meant, chat: list[int]) -> None:
    marks = [hit.weak for hit in meant.ask("lorry", limit=40).hits]
    assert marks[0] is False
    assert marks == sorted(marks)
    assert any(marks)


def test_what_the_first_hit_owes_its_place_to_is_told(meant: Meant, clock: DrivenClock) -> None:
    first, second = meant.say([("Ana", "a truck for the garden"), ("Ben", "a truck for the gardens")], title="x")
    meant.pin((second,))
    meant.settle()
    found = meant.ask("truck garden")
    owed = {each.part: each for each in found.unless}
    assert found.hits[0].memory.id in (first, second)
    if found.hits[0].memory.id == second:
        assert owed["standing"].after == first
        assert owed["standing"].place == 2


def test_a_hop_goes_by_a_name_and_tells_from_where(meant: Meant) -> None:
    meant.say([("Ana", "The bakery in Olinda belongs to Ermengarde Tours.")], title="one")
    (mother,) = meant.say([("Ben", "Ermengarde Tours was born in Lisbon long ago.")], title="two")
    for n in range(30):
        meant.say([("Cleo", f"the owner of shop{n} was out")], title=f"list{n}")
    meant.settle()
    asked = "where was the owner of the bakery born"
    found = meant.multi_hop_retrieval(asked, max_hops=2, limit=40, arms="words")
    plain = meant.texts(asked, limit=40, arms="words")
    hit = next(hit for hit in found.hits if hit.memory.id == mother)
    (hop,) = [reason for reason in hit.path if reason.arm == "hop"]
    assert [each.memory.text for each in found.hits].index(hit.memory.text) <= plain.index(hit.memory.text)
    assert (hop.detail, hop.hop) == ("ermengarde tours", 2)
    assert meant.memory(hop.via).text.startswith("The bakery")
    with pytest.raises(BadInput, match="hops"):
        meant.multi_hop_retrieval("x", max_hops=9)


def test_what_is_like_a_memory_is_found_and_by_words_without_vectors(meant: Meant, chat: list[int]) -> None:
    (like,) = meant.say([("Eve", "a lorry that a neighbour lent")], title="elsewhere")
    meant.settle()
    similar = meant.similar(chat[0], limit=3)
    assert similar.hits[0].memory.id == like
    assert chat[0] not in [hit.memory.id for hit in similar.hits]
    with pytest.raises(NotFound):
        meant.similar(10_000)


def test_a_memory_is_shown_with_what_stands_around_it(meant: Meant, chat: list[int]) -> None:
    around = meant.surroundings(chat[1], around=1)
    assert [each.id for each in around.before] == [chat[0]]
    assert [each.id for each in around.after] == [chat[2]]
    assert around.memory.id == chat[1]


def test_too_few_hits_are_searched_again_with_what_they_say(meant: Meant, chat: list[int]) -> None:
    meant.say([("Ana", "Marimba lessons begin with Gustavo on Mondays")], title="m1")
    (more,) = meant.say([("Ana", "Gustavo moved the lessons to Tuesdays")], title="m2")
    meant.settle()
    found = meant.search_with_context_expansion("marimba", limit=5)
    assert found.hits[0].memory.text.startswith("Marimba")
    wider = next(hit for hit in found.hits if hit.memory.id == more)
    assert wider.path[-1].arm in ("expansion", "meaning")
    assert wider.score <= found.hits[0].score


def test_names_of_speakers_are_left_out_of_what_is_embedded() -> None:
    assert without_names("What is Ana's fear of stairs?", {"ana"}) == "What is fear of stairs?"
    assert without_names("Ana?", {"ana"}) == "Ana?"
    assert without_names("What is it?", ()) == "What is it?"
    assert without_names("O que a Zoé disse", {"zoe"}) == "O que a disse"


def test_the_vector_of_a_question_has_the_size_of_all(meant: Meant) -> None:
    vector = meant.embedder.question("truck", 0.0)
    assert vector is not None
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)
