"""Two statements that can't both be so go to the tray; the person decides, and can take it back."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.flows.test_facts_story import facts, note


def test_a_person_decides_between_two_facts_and_takes_it_back(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    note(mnemoteca, "I was born on 4 May 1990.", "2024-03-01")
    note(mnemoteca, "Nasci em 5 de maio de 1990.", "2024-07-01")
    note(mnemoteca, "I like tea. I like coffee.", "2024-07-02")
    (found,) = answers(mnemoteca, "contradictions", "--wait")
    assert {found["one"]["object"], found["other"]["object"]} == {"4 May 1990", "5 de maio de 1990"}
    assert found["one"]["standing"] == found["other"]["standing"] == "disputed"
    answer(mnemoteca, "contradictions", "keep", str(found["id"]), "one")
    assert answers(mnemoteca, "contradictions") == []
    assert facts(mnemoteca, "--relation", "born_on") == [("me", "born_on", "4 May 1990")]
    (settled,) = answers(mnemoteca, "contradictions", "--all")
    assert settled["verdict"] == "one"
    answer(mnemoteca, "undo")
    assert [each["id"] for each in answers(mnemoteca, "contradictions")] == [found["id"]]
    assert len(facts(mnemoteca, "--relation", "born_on")) == 2
    answer(mnemoteca, "contradictions", "keep", str(found["id"]), "both")
    assert answers(mnemoteca, "contradictions") == []
    assert len(facts(mnemoteca, "--relation", "born_on")) == 2
    answer(mnemoteca, "contradictions", "keep", str(found["id"]), "other")
    assert facts(mnemoteca, "--relation", "born_on") == [("me", "born_on", "5 de maio de 1990")]
    assert mnemoteca("contradictions", "keep", "99", "one").returncode == 4


def test_a_forgotten_side_is_no_contradiction_any_more(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    note(mnemoteca, "Gosto de coentro.", "2024-03-01")
    hated = note(mnemoteca, "Odeio coentro.", "2024-07-01")
    assert len(answers(mnemoteca, "contradictions", "--wait")) == 1
    answer(mnemoteca, "forget", str(hated))
    assert answers(mnemoteca, "contradictions") == []  # at once
    assert [f["standing"] for f in answers(mnemoteca, "facts", "--wait")] == ["holds"]
    answer(mnemoteca, "restore", str(hated))
    assert len(answers(mnemoteca, "contradictions", "--wait")) == 1
