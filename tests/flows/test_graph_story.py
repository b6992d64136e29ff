"""How two are linked, sentence by sentence; who belongs together; and how it was on an earlier day."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Mnemoteca
from tests.flows.commands import answer
from tests.flows.test_facts_story import note


def test_two_are_linked_by_sentences_and_not_before_they_were_said(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    note(mnemoteca, "Ana lives in Recife.", "2024-01-01")
    met = note(mnemoteca, "It rained. We saw Marcos in Recife on Sunday. Then we left.", "2024-02-01")
    note(mnemoteca, "Marcos works at Petrobras.", "2024-03-01")
    note(mnemoteca, "Julia likes sourdough.", "2024-03-02")
    path = answer(mnemoteca, "path", "Ana", "Petrobras", "--wait")
    assert [step["end"]["name"] for step in path["steps"]] == ["Recife", "Marcos", "Petrobras"]
    quotes = [(step["evidence"]["quote"], (step["fact"] or {}).get("relation")) for step in path["steps"]]
    assert quotes == [
        ("Ana lives in Recife", "lives_in"), ("We saw Marcos in Recife on Sunday", None),
        ("Marcos works at Petrobras", "works_at"),
    ]  # fmt: skip
    assert answer(mnemoteca, "path", "Ana", "Petrobras", "--as-of", "2024-02-15")["steps"] == []
    assert answer(mnemoteca, "path", "Ana", "Julia")["steps"] == []
    assert "Ana → Recife → Marcos → Petrobras" in mnemoteca("path", "Ana", "Petrobras").stdout
    around = answer(mnemoteca, "graph", "Recife")["neighbours"]
    assert {(n["entity"]["name"], n["memories"]) for n in around} == {("Ana", 1), ("Marcos", 1)}
    far = answer(mnemoteca, "graph", "Ana", "--far")["neighbours"]
    assert [n["entity"]["name"] for n in far] == ["Recife", "Marcos", "Petrobras"]
    answer(mnemoteca, "forget", str(met))
    assert answer(mnemoteca, "path", "Ana", "Petrobras")["steps"] == []  # at once
    answer(mnemoteca, "restore", str(met))
    assert len(answer(mnemoteca, "path", "Ana", "Petrobras", "--wait")["steps"]) == 3
