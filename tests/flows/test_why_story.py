"""Why do I remember this? Where it came from, what promoted it, what rests on it, and what would alter it."""

from __future__ import annotations

from mnemoteca import get_tier_manager
from mnemoteca.api import disconnect
from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers

NOTES = (
    "We decided to keep the keys of the Recife house with Helena Prado.",
    "The movers from Olinda come on 15 January with two vans.",
    "The vet in Casa Forte opens at nine, and takes no cards at all.",
    "Helena Prado lives in Caruaru.",
)


def test_why_a_memory_and_what_was_learned_from_it_are_there(mnemoteca: Mnemoteca) -> None:
    ids = [int(answer(mnemoteca, "add", text, "--importance", "0.9")["id"]) for text in NOTES]
    get_tier_manager("personal").promote_all_eligible()
    disconnect()
    run = answer(mnemoteca, "consolidate")["run"]
    why = answer(mnemoteca, "why", str(ids[0]))
    assert why["origin"]["source"] == "note"
    assert [(each["tier"], each["run"], each["rule"]) for each in why["promoted"]] == [
        ("medium", 0, ""), ("long", run, "importance 0.90"),
    ]  # fmt: skip
    assert (why["tier"], why["next"], why["alters"]) == ("long", "stays", ["let_go"])
    resting = {ref["kind"]: ref["id"] for ref in why["rested_on_by"]}
    assert set(resting) >= {"digest", "pattern"}
    digest = answer(mnemoteca, "why", f"d{resting['digest']}")
    assert digest["run"] == run
    assert len(digest["rests_on"]) >= 2
    assert {quote["memory"] for quote in digest["rests_on"]} <= set(ids)
    pattern = answer(mnemoteca, "why", f"p{resting['pattern']}")
    assert [quote["text"] for quote in pattern["rests_on"]] == [NOTES[0]]
    (fact,) = answers(mnemoteca, "facts", "--wait", "--relation", "lives_in")
    resting = answer(mnemoteca, "why", str(ids[3]))["rested_on_by"]
    assert ("fact", fact["id"]) in [(ref["kind"], ref["id"]) for ref in resting]
    known = answer(mnemoteca, "why", f"f{fact['id']}")
    assert [(quote["memory"], quote["text"] in NOTES[3]) for quote in known["rests_on"]] == [(ids[3], True)]
    said = mnemoteca("why", str(ids[0])).stdout
    assert "rose to long" in said
    assert f"run {run}, importance 0.90" in said
    answer(mnemoteca, "undo-run", str(run))
    before = answer(mnemoteca, "why", str(ids[0]))
    assert (before["tier"], before["next"]) == ("medium", "rises")
    assert {ref["kind"] for ref in before["rested_on_by"]} <= {"fact"}  # what the run made is gone
    course = answer(mnemoteca, "course", str(ids[0]), "--days", "30")
    assert len(course["will"]) == 30
    assert 0.0 < course["will"][-1] < course["was"][-1] <= 1.0
    assert answer(mnemoteca, "outlook")["percent"] == 100
    assert mnemoteca("why", "x3").returncode == 3
    assert mnemoteca("why", "d99").returncode == 4
