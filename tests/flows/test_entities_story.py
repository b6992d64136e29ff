"""Names are put together under guards, merged and split by hand, and every mention comes back by undo."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.flows.test_facts_story import facts, note


def names(mnemoteca: Mnemoteca) -> dict[str, tuple[int, set[str]]]:
    """By what it is called: in how many memories each entity is, and all its names."""
    found = answers(mnemoteca, "entities", "--wait")
    return {e["name"]: (e["memories"], {n["name"] for n in e["names"]}) for e in found}


def test_a_first_name_is_the_only_persons_who_has_it(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    note(mnemoteca, "Ana lives in Recife.", "2024-01-01")
    note(mnemoteca, "Ana Souza likes ceramics.", "2024-01-02")
    assert names(mnemoteca)["Ana Souza"] == (2, {"Ana", "Ana Souza"})
    assert {each[0] for each in facts(mnemoteca, "Ana")} == {"Ana Souza"}
    note(mnemoteca, "Ana Lima works at Petrobras.", "2024-01-03")
    found = names(mnemoteca)  # two could be meant by now
    assert (found["Ana"][1], found["Ana Souza"][1], found["Ana Lima"][1]) == ({"Ana"}, {"Ana Souza"}, {"Ana Lima"})


def test_merging_and_splitting_restore_every_mention(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    note(mnemoteca, "Carla visited Lisbon.", "2024-01-01")
    note(mnemoteca, "O Pedro conheceu a Carla em Lisboa.", "2024-01-02")
    note(mnemoteca, "Pedro moved to Lisboa.", "2024-01-03")
    before = names(mnemoteca)
    assert (before["Lisbon"][0], before["Lisboa"][0]) == (1, 2)
    answer(mnemoteca, "entity", "merge", "Lisbon", "Lisboa")
    merged = names(mnemoteca)
    assert merged["Lisboa"] == (3, {"Lisbon", "Lisboa"})
    assert "Lisbon" not in merged
    answer(mnemoteca, "undo")
    assert names(mnemoteca) == before
    answer(mnemoteca, "undo", "--redo")
    assert names(mnemoteca) == merged
    answer(mnemoteca, "entity", "split", "Lisboa", "Lisbon")
    assert names(mnemoteca) == before
    answer(mnemoteca, "undo")
    assert names(mnemoteca) == merged
    assert mnemoteca("entity", "merge", "Lisbon", "Lisboa").returncode == 3


def test_one_name_of_two_people_is_split_by_memories(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    note(mnemoteca, "Marcos lives in Olinda.", "2024-01-01")
    other = note(mnemoteca, "Marcos lives in Natal.", "2024-01-01")
    assert len(answers(mnemoteca, "contradictions", "--wait")) == 1
    answer(mnemoteca, "entity", "split", "Marcos", "--memories", str(other))
    assert answers(mnemoteca, "contradictions") == []
    found = [(e["id"], e["memories"]) for e in answers(mnemoteca, "entities", "Marcos")]
    assert [count for _, count in found] == [1, 1]
    assert [facts(mnemoteca, str(id)) for id, _ in sorted(found)] == [
        [("Marcos", "lives_in", "Olinda")], [("Marcos", "lives_in", "Natal")],
    ]  # fmt: skip
    answer(mnemoteca, "undo")
    assert [e["memories"] for e in answers(mnemoteca, "entities", "Marcos")] == [2]
    assert len(answers(mnemoteca, "contradictions")) == 1
