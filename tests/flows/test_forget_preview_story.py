"""Before something is forgotten, a person sees what goes with it and where it still stands; that changes nothing."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.flows.test_purge_story import write_talk

DECIDED = "We decided to keep the keys of the Recife house with Helena Prado."
OTHERS = (
    "The movers from Olinda come on 15 January with two vans.",
    "The vet in Casa Forte opens at nine, and takes no cards at all.",
    "The garden of the old house has a pear tree and a well.",
)


def test_what_goes_with_a_memory_is_told_before(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    source = write_talk(data_folder.parent / "talk.jsonl", DECIDED, *OTHERS)
    answer(mnemoteca, "import", str(source))
    answer(mnemoteca, "consolidate")
    (pattern,) = answer(mnemoteca, "learned")["patterns"]
    decided = pattern["quote"]["memory"]
    (digest,) = answer(mnemoteca, "learned")["digests"]
    quoted = {quote["memory"] for quote in digest["sentences"]}
    seen = answer(mnemoteca, "forget", str(decided), "--preview")
    assert (seen["memories"], seen["patterns_gone"], seen["digests_gone"]) == (1, 1, 0)
    assert seen["digests_rewritten"] == (1 if decided in quoted else 0)
    assert seen["sources"] == [str(source)]
    said = mnemoteca("forget", str(decided), "--preview").stdout
    assert "also removes" in said
    assert "pattern" in said
    assert f"still stands in: {source}" in said
    assert answer(mnemoteca, "show", str(decided))["state"] == "active"  # a preview changes nothing
    (session,) = answers(mnemoteca, "sessions")
    whole = answer(mnemoteca, "forget", str(session["id"]), "--session", "--preview")
    assert (whole["memories"], whole["digests_gone"], whole["patterns_gone"]) == (4, 1, 1)
    answer(mnemoteca, "forget", str(decided))
    held = answer(mnemoteca, "learned")
    assert held["patterns"] == []
    assert decided not in {quote["memory"] for each in held["digests"] for quote in each["sentences"]}
