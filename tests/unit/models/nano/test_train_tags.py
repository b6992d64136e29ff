"""The trainer of the tagger: the same bytes again, sets by their hash, figures of what was not learned from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from mnemoteca.core.resources import resource
from mnemoteca.models.nano.tag_figures import figures
from mnemoteca.models.nano.tag_learning import TagLesson, learned
from mnemoteca.models.nano.tag_weights import read_weights, weights_text
from mnemoteca.models.nano.tags import WEIGHTS, Tagger
from mnemoteca.models.nano.train_tags import LABELS, main

WORK = [
    ("bug", "fix the crash of the lamp", "the lamp crashes at night", "error when the lamp is lit"),
    ("docs", "write a guide to the lamp", "guide: how the lamp is lit", "explain the lamp in the guide"),
    ("deploy", "release the lamp", "publish a new release", "release and publish the lamp image"),
]


@pytest.fixture
def surroundings(tmp_path: Path) -> Path:
    """A set with tags, a set of talk, our own lines, and what says which sets they must be."""
    rows = [{"text": text, "tags": [tag], "lang": "en"} for tag, *texts in WORK for text in texts]
    (tmp_path / "work.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    turns = [{"speaker": "user", "text": text} for text in ("I like figs", "Figs are sweet", "Rain again")]
    (tmp_path / "talk.jsonl").write_text(json.dumps({"sessions": [{"turns": turns}], "questions": []}) + "\n")
    (tmp_path / "ordinary.txt").write_text("# ours\nMilk and bread\n\nBread with figs\n")
    (tmp_path / "work.txt").write_text("bug, docs: corrigi o guia\n")
    sets = [
        {"file": name, "licence": "own", "origin": "a test", "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
        for name in ("work.jsonl", "talk.jsonl")
        for file in [tmp_path / name]
    ]
    (tmp_path / "sources.json").write_text(json.dumps([{"weights": WEIGHTS, "sets": sets}]))
    return tmp_path


def train(folder: Path, *more: str, sets: tuple[str, ...] = ("work.jsonl", "talk.jsonl")) -> int:
    files = [str(folder / name) for name in sets]
    known = ["--own", str(folder), "--sources", str(folder / "sources.json"), "--out", str(folder / "out.weights")]
    return main([*files, *known, *more])


def test_the_same_sets_make_the_same_bytes_in_whatever_order_they_are_given(surroundings: Path) -> None:
    assert train(surroundings) == 0
    made = (surroundings / "out.weights").read_bytes()
    assert train(surroundings, sets=("talk.jsonl", "work.jsonl")) == 0
    assert (surroundings / "out.weights").read_bytes() == made
    tagger = Tagger(read_weights(surroundings / "out.weights"))
    assert [tagger.classify(texts[0]) for _, *texts in WORK] == [tag for tag, *_ in WORK]
    assert tagger.classify("Figs and bread") == "general"


@pytest.mark.parametrize("sets", [("work.jsonl",), ("work.jsonl", "talk.jsonl", "ordinary.txt")])
def test_a_set_that_is_missing_or_unknown_is_refused(
    surroundings: Path, sets: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(surroundings, sets=sets) == 2
    assert "sources.json" in capsys.readouterr().err or len(sets) == 1
    assert not (surroundings / "out.weights").exists()


def test_a_set_with_other_bytes_is_refused(surroundings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (surroundings / "work.jsonl").open("a") as file:
        file.write("\n")
    assert train(surroundings) == 2
    assert "work.jsonl" in capsys.readouterr().err


def test_figures_are_told_of_what_was_not_learned_from(surroundings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train(surroundings, "--folds", "3") == 0
    told = dict(line.split()[:2] for line in capsys.readouterr().out.splitlines()[:-1])
    assert {"bug", "docs", "deploy", "macro", "sets", "general"} <= told.keys()


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    weights = learned([TagLesson({"a": 1.0, "b": 0.5}, ["bug"]), TagLesson({"a": 1.0, "c": 1.0}, ["docs"])] * 2, LABELS)
    file = tmp_path / "made.weights"
    file.write_text(weights_text(weights), encoding="utf-8")
    assert read_weights(file) == weights
    assert weights.scores({"unknown": 1.0}) == list(weights.bias)


def test_figures_count_one_tag_apart_from_several() -> None:
    told = figures(
        [
            (["bug"], ["bug", "docs"]),
            (["docs"], ["bug"]),
            (["bug", "docs"], ["docs"]),
            (["general"], ["general"]),
            (["general"], ["test"]),
        ]
    )
    assert told.by_tag == {"bug": 2 / 3, "docs": 0.0}
    assert (told.macro, told.sets, told.general) == (1 / 3, 2 / 3, 0.5)


def test_the_weights_that_come_with_the_app_are_those_that_are_named(tmp_path: Path) -> None:
    named = {each["weights"]: each for each in json.loads(resource("nano/sources.json").read_text(encoding="utf-8"))}
    assert {name for each in named.values() for name in each["own"]} <= {
        file.name for file in resource("nano").iterdir()
    }
    tags = named[WEIGHTS]
    made = hashlib.sha256((resource("nano") / WEIGHTS).read_bytes()).hexdigest()
    assert tags["sha256"] == made
    assert all(each["licence"] for each in tags["sets"])
