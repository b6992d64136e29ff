"""Learning: the same lessons give the same bytes, others are refused, and what was learned is told apart."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from mnemoteca.core.resources import resource
from mnemoteca.models.nano import train_entities
from mnemoteca.models.nano.entities.finder import Finder
from mnemoteca.models.nano.entities.known import Known
from mnemoteca.models.nano.entities.lessons import marked
from mnemoteca.models.nano.entities.perceptron import Course
from mnemoteca.models.nano.entities.training import OWN, Schooling, chances, train
from mnemoteca.models.nano.entities.weights import read_weights, write_weights

WEIGHTS = train_entities.WEIGHTS
LESSONS = [
    marked(line)
    for name in ("Ana", "Bruno", "Clara", "Davi")
    for line in (
        f"Hoje vi [P {name}] em [L Porto].",
        f"We saw [P {name}] in [L Rome].",
        f"[P {name}] works at [O Acme].",
        "Nothing to see here, really nothing.",
        "Então fui dormir.",
    )
]
CLASSES = {
    "first": ["Eva", "Rui"],
    "sur": ["Lima"],
    "city": ["Rome", "Porto"],
    "country": ["Peru"],
    "region": ["Asia"],
    "org": ["Acme"],
    "product": ["Linux"],
    "work": ["Hamlet"],
    "event": ["Easter"],
}
SMALL = Schooling({"one": LESSONS, OWN: LESSONS[:6]}, CLASSES, ["nothing in here"] * 5, Course(rounds=3), 1, 2_000)


def test_the_same_lessons_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_weights(train(SMALL).weights, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_weights_come_back_from_their_file_as_they_were(tmp_path: Path) -> None:
    weights = train(SMALL).weights
    write_weights(weights, tmp_path / "w")
    text = "Depois vi Clara em Porto."
    assert Finder(read_weights(tmp_path / "w"), Known(CLASSES)).find(text) == Finder(weights, Known(CLASSES)).find(text)
    assert read_weights(tmp_path / "w").usually("here") == "low"


def test_what_was_learned_is_found_in_a_sentence_that_was_not() -> None:
    text = "Hoje vi Eva em Rome."
    found = Finder(train(SMALL).weights, Known(CLASSES)).find(text)
    assert [(text[each.start : each.end], each.kind) for each in found] == [("Eva", "person"), ("Rome", "place")]


def test_figures_are_of_lessons_that_were_not_learned_from() -> None:
    figures = train(SMALL).figures
    assert set(figures) == {"one", OWN}
    assert figures["one"].span[2] == sum(len(lesson.spans) for lesson in LESSONS)


def test_chances_rise_with_the_margin() -> None:
    seen = [(margin, margin > 40 or margin == 10) for margin in range(100)]
    told = chances(seen, groups=10)
    assert list(told) == sorted(told)
    assert [chance for _, chance in told] == sorted(chance for _, chance in told)
    assert told[-1][1] == 1.0


def test_weights_of_another_form_are_refused(tmp_path: Path) -> None:
    (tmp_path / "w").write_bytes(b'{"form": 0, "kinds": [], "templates": 0}\n')
    with pytest.raises(ValueError, match="another form"):
        read_weights(tmp_path / "w")


@pytest.fixture
def small_set(tmp_path: Path) -> Path:
    """A set on the disk, in the form of the public ones, and a sources.json that names it."""
    path = tmp_path / "ner_small.jsonl"
    rows = [
        {"tokens": ["Hoje", "vi", name, "em", "Porto", "."], "tags": ["O", "O", "B-PER", "O", "B-LOC", "O"]}
        for name in ("Ana", "Bruno", "Clara", "Davi")
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    known = {
        "file": path.name,
        "licence": "own",
        "origin": "here",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    entry = {"weights": WEIGHTS, "sets": [known]}
    (tmp_path / "sources.json").write_text(json.dumps([entry]))
    return path


def test_a_set_with_other_bytes_is_refused_and_nothing_is_written(
    small_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small_set.write_text(small_set.read_text() + "\n")
    arguments = [str(small_set), "--sources", str(tmp_path / "sources.json"), "--out", str(tmp_path / "out")]
    assert train_entities.main(arguments) == 2
    assert "its SHA-256 is another" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_set_that_nobody_named_and_one_that_is_missing_are_told(
    small_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = small_set.rename(tmp_path / "ner_other.jsonl")
    assert train_entities.main([str(other), "--sources", str(tmp_path / "sources.json")]) == 2
    told = capsys.readouterr().err
    assert "ner_small.jsonl is missing." in told
    assert "ner_other.jsonl is not one of the sets" in told


def test_the_weights_that_come_with_the_app_are_those_of_the_sources() -> None:
    (entry,) = (each for each in json.loads(resource("nano/sources.json").read_text()) if each["weights"] == WEIGHTS)
    assert hashlib.sha256(resource(f"nano/{WEIGHTS}").read_bytes()).hexdigest() == entry["sha256"]


def test_lessons_of_our_own_are_read_with_their_lines() -> None:
    lesson = marked("Notes⏎- [P Ana] calls [O Acme]")
    assert lesson.text == "Notes\n- Ana calls Acme"
    assert [(lesson.text[start:end], kind) for start, end, kind in lesson.spans] == [
        ("Ana", "person"),
        ("Acme", "organisation"),
    ]
