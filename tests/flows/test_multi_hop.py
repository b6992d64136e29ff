"""A question that no single memory answers is followed over several, each step told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Mnemoteca
from tests.flows.commands import answer

PAGES = {
    "bakery": "The bakery at the harbour of Olinda was opened by Ermengarde Tours and her cousins.",
    "founder": "Ermengarde Tours\nErmengarde Tours was born in the village of Sintra and came over by ship.",
    "village": "Sintra\nSintra is known for its palace with the yellow towers.",
    **{f"noise{n}": f"A shop in street {n} was opened by somebody and sells thing number {n}." for n in range(40)},
}


@pytest.fixture
def pages(mnemoteca: Mnemoteca, data_folder: Path) -> Mnemoteca:
    """A library of pages, each a session of its own."""
    sessions = [
        {
            "session_id": name,
            "title": "page",
            "turns": [{"id": name, "speaker": "doc", "text": text, "at": "2024-01-01"}],
        }
        for name, text in PAGES.items()
    ]
    file = data_folder.parent / "pages.jsonl"
    file.write_text(json.dumps({"name": "pages", "sessions": sessions}) + "\n", encoding="utf-8")
    assert mnemoteca("import", str(file)).returncode == 0
    return mnemoteca


QUESTION = "which towers has the palace of the village where the one who opened the bakery was born"


def test_each_hop_is_told_with_the_name_it_went_by_and_the_memory_it_came_from(pages: Mnemoteca) -> None:
    hits = {hit["source_id"]: hit for hit in answer(pages, "recall", "--hops", "3", QUESTION)["hits"]}
    (step,) = [reason for reason in hits["founder"]["path"] if reason["arm"] == "hop"]
    assert (step["detail"], step["hop"], step["via"]) == ("ermengarde tours", 2, hits["bakery"]["id"])
    assert "by “ermengarde tours” from" in pages("recall", "--hops", "3", QUESTION).stdout


def test_hops_bring_up_what_one_question_leaves_behind(pages: Mnemoteca) -> None:
    followed = [hit["source_id"] for hit in answer(pages, "recall", "--hops", "3", "-n", "3", QUESTION)["hits"]]
    assert set(followed) == {"bakery", "founder", "village"}


def test_more_hops_than_there_are_is_refused(pages: Mnemoteca) -> None:
    assert pages("recall", "--hops", "9", "x").returncode == 3
