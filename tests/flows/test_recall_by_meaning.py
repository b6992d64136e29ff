"""Recall by meaning, from outside: the embedder that comes with the app, a service, the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.readiness import find_runnable
from tests.conftest import Mnemoteca
from tests.flows.commands import answer

TALK = [
    ("Ana", "Marcos has a big van and nobody uses it on weekends."),
    ("Ben", "The blue ceramics are fragile, they travel with us."),
    ("Ana", "I get nervous whenever an examiner watches me drive."),
    ("Ben", "We signed the lease for the flat in Rua da Aurora."),
    ("Ana", "My grandmother planted lemon trees behind the house."),
    ("Ben", "Our dog must see the vet, she limps since Sunday."),
]


@pytest.fixture
def talk(mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Mnemoteca:
    """A library that holds the talk, with all its vectors."""
    if find_runnable(EmbedderPlaces.standard()) is None:
        pytest.skip("the embedder is not prepared on this machine")
    monkeypatch.setenv("MNEMOTECA_MEANING", "on")
    turns = [
        {"id": f"t{n}", "speaker": who, "text": text, "at": f"2026-03-0{n + 1}T09:00:00Z"}
        for n, (who, text) in enumerate(TALK)
    ]
    sessions = [{"session_id": f"s{n}", "title": "talk", "turns": [turn]} for n, turn in enumerate(turns)]
    file = data_folder.parent / "talk.jsonl"
    file.write_text(json.dumps({"name": "talk", "sessions": sessions}) + "\n", encoding="utf-8")
    assert mnemoteca("import", str(file)).returncode == 0
    assert mnemoteca("wait").returncode == 0
    return mnemoteca


def first(talk: Mnemoteca, *arguments: str) -> str:
    hits = answer(talk, "recall", *arguments)["hits"]
    return hits[0]["source_id"] if hits else ""


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("who could lend us a vehicle for the moving day", "t0"),
        ("which things break easily", "t1"),
        ("anxiety at the driving test", "t2"),
        ("what is wrong with our pet", "t5"),
        ("fruit in the garden", "t4"),
    ],
)
def test_a_question_finds_what_was_said_in_other_words(talk: Mnemoteca, question: str, found: str) -> None:
    assert first(talk, question) == found


def test_words_alone_find_less_and_what_they_find_stays_first(talk: Mnemoteca) -> None:
    assert answer(talk, "recall", "--arms", "words", "vehicle")["hits"] == []
    assert first(talk, "blue ceramics") == first(talk, "--arms", "words", "blue ceramics") == "t1"


def test_nothing_is_answered_where_nothing_is_a_good_answer(talk: Mnemoteca) -> None:
    question = "how do electron microscopes cool their magnets"
    assert answer(talk, "recall", question)["hits"] == []
    weak = answer(talk, "recall", "--weak", question)["hits"]
    assert weak
    assert all(hit["weak"] for hit in weak)
    assert "below this line nothing is a good answer" in talk("recall", "--weak", question).stdout


def test_what_is_like_a_memory_is_found(talk: Mnemoteca) -> None:
    talk("add", "the vet says that the dog may walk again")
    assert talk("wait").returncode == 0
    vet = answer(talk, "recall", "dog vet limps")["hits"][0]["id"]
    similar = answer(talk, "similar", str(vet), "-n", "2")["hits"]
    assert "walk again" in similar[0]["text"]


def test_why_the_first_is_first_is_told_in_words(talk: Mnemoteca) -> None:
    assert first(talk, "blue ceramics") == "t1"  # from now on its vector is known
    told = talk("recall", "--explain", "blue ceramics").stdout
    assert "words “blue”, “ceramics” +" in told
    assert "meaning +" in told
    assert "Without its words, [" in told or "Without" not in told
