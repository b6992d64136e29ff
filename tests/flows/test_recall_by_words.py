"""Recall by words: stems, accents, phrases, beginnings, a letter off, filters, windows, highlights, a path."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.recall import Question
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers, found

NOW = datetime.now(UTC)
TALK = [  # an id, who, what, how long ago
    ("t1", "Anna", "We walked along the river and talked about old bridges.", timedelta(minutes=20)),
    ("t2", "Ben", "Os meninos estavam correndo pela praia com o avô.", timedelta(hours=5)),
    ("t3", "Anna", "The mangoes were ripe, so I bought a whole box.", timedelta(days=3)),
    ("t4", "Ben", "Coração de mãe não se engana.", timedelta(days=20)),
    ("t5", "Anna", "Old talk: bridges about the river.", timedelta(days=400)),
]


@pytest.fixture
def talk(mnemoteca: Mnemoteca, data_folder: Path) -> Mnemoteca:
    """A library that holds the talk, and a pinned note with a tag."""
    turns = [{"id": id, "speaker": who, "text": text, "at": (NOW - ago).isoformat()} for id, who, text, ago in TALK]
    corpus = {"name": "talk", "sessions": [{"session_id": "s", "title": "By the sea", "turns": turns}]}
    file = data_folder.parent / "talk.jsonl"
    file.write_text(json.dumps(corpus) + "\n", encoding="utf-8")
    assert mnemoteca("import", str(file)).returncode == 0
    assert mnemoteca("add", "--pin", "ask about the river boat #boats").returncode == 0
    return mnemoteca


def ids(talk: Mnemoteca, *arguments: str) -> list[str]:
    return [hit["source_id"] or "note" for hit in answer(talk, "recall", *arguments)["hits"]]


def test_words_are_found_by_their_stems_without_accents_in_both_languages(talk: Mnemoteca) -> None:
    asked = {"walking": "t1", "bridge": "t1", "corre": "t2", "menino": "t2", "avo": "t2", "CORACAO": "t4", "mãe": "t4"}
    assert {word: ids(talk, word)[0] for word in asked} == asked


def test_what_stands_word_for_word_comes_first_and_quotes_ask_for_nothing_else(talk: Mnemoteca) -> None:
    assert ids(talk, "about old bridges")[0] == "t1"
    assert ids(talk, "bridges about the river")[0] == "t5"
    first = answer(talk, "recall", '"bridges about the river"')["hits"][0]
    assert (first["source_id"], first["path"][0]["arm"]) == ("t5", "phrase")


def test_a_word_that_stands_nowhere_is_tried_a_letter_off_and_said_so(talk: Mnemoteca) -> None:
    told = answer(talk, "recall", "mangos")
    assert (told["hits"][0]["source_id"], told["notes"]) == ("t3", ["mangos → mangoes"])
    assert "mangos → mangoes" in talk("recall", "mangos").stdout
    assert answer(talk, "recall", "rivver")["notes"] == ["rivver → river"]
    assert answer(talk, "recall", "mangoes")["notes"] == []
    assert talk("recall", "zzyzx").stdout == "Nothing found.\n"
    assert talk("add", "the river bar where Rivera sings").returncode == 0
    first, *rest = answer(talk, "recall", "Rivera rivver")["hits"]
    assert first["text"].endswith("Rivera sings")  # what stands as it was asked is above what is a letter off
    assert rest


def test_each_filter_narrows_what_is_found(talk: Mnemoteca) -> None:
    session = str(answers(talk, "sessions")[-1]["id"])
    assert set(ids(talk, "river")) >= {"t1", "t5", "note"}
    day = (NOW - timedelta(days=100)).date().isoformat()
    expected = {
        ("--session", session): {"t1", "t5"},
        ("--speaker", "anna"): {"t1", "t5"},
        ("--tier", "archive"): {"t5"},
        ("--source", "talk"): {"t1", "t5"},
        ("--tag", "boats"): {"note"},
        ("--before", day): {"t5"},
        ("--after", day): {"t1", "note"},
        ("--pinned",): {"note"},
        ("--window", "1h"): {"t1", "note"},
        ("--space", "personal", "--window", "1m"): {"t1", "note"},
    }
    texts = {"t1", "t5", "note"}
    assert {options: set(ids(talk, "river", *options)) & texts for options in expected} == expected


def test_the_four_windows_reach_back_as_far_as_they_say(talk: Mnemoteca) -> None:
    words = "bridges meninos mangoes coração"
    reach = {window: set(ids(talk, words, "--window", window)) - {"note"} for window in ("1h", "1d", "1w", "1m")}
    assert reach == {"1h": {"t1"}, "1d": {"t1", "t2"}, "1w": {"t1", "t2", "t3"}, "1m": {"t1", "t2", "t3", "t4"}}


def test_of_two_equal_ones_the_newer_is_above_and_the_path_says_why(talk: Mnemoteca) -> None:
    for at in ("2020-01-01", NOW.isoformat()):
        assert talk("add", "the same walnut cake", "--at", at).returncode == 0
    newer, older = answer(talk, "recall", "walnut")["hits"]
    assert (newer["occurred_at"] > older["occurred_at"], newer["score"] > older["score"]) == (True, True)
    assert "recency" in {reason["arm"] for reason in newer["path"]}
    assert "recency" not in {reason["arm"] for reason in older["path"]}


def test_a_hit_has_its_highlights_and_its_path(talk: Mnemoteca) -> None:
    (hit, *_) = answer(talk, "recall", "ripe mango box")["hits"]
    assert [hit["text"][start:end] for start, end in hit["highlights"]] == ["mangoes", "ripe", "box"]
    reasons: dict[str, Any] = {reason["arm"]: reason for reason in hit["path"]}
    assert {"words", "recency"} <= set(reasons)
    assert 0 < hit["score"] <= 1
    said = talk("recall", "ripe mango box").stdout
    assert "why: " in said


def test_the_speaker_and_the_title_find_what_was_said(talk: Mnemoteca) -> None:
    assert set(ids(talk, "sea")) >= {"t1", "t2", "t3", "t4", "t5"}
    assert ids(talk, "What did Ben say on the beach, praia?")[0] == "t2"


def test_a_beginning_finds_the_word_as_it_is_typed_and_what_is_kept_is_found_at_once_by_others(service: Path) -> None:
    with client_of(service) as one, client_of(service) as other:
        one.library.capture("the hummingbird came back")
        for n in range(3, len("hummingbird") + 1):
            typed = other.library.recall(Question("hummingbird"[:n]), as_typed=True)
            assert [hit.memory.text for hit in typed.hits] == ["the hummingbird came back"]
        for n in range(50):
            kept = (one, other)[n % 2].library.capture(f"fresh word number{n}x")
            hits = (other, one)[n % 2].library.recall(Question(f"number{n}x")).hits
            assert [hit.memory.id for hit in hits[:1]] == [kept.id]
            one.library.forget((kept.id,))
            assert kept.id not in [hit.memory.id for hit in other.library.recall(Question(f"number{n}x")).hits]


def client_of(folder: Path) -> Client:
    return connect(folder, start=start_service, role="test")


def test_what_one_command_kept_the_next_one_finds(mnemoteca: Mnemoteca) -> None:
    for n in range(4):
        assert mnemoteca("add", f"quokka{n}").returncode == 0
        assert found(mnemoteca, f"quokka{n}") == [f"quokka{n}"]
