"""A run is taken back as if it had never been, in any order; what rests on it is named and goes with it when asked."""

from __future__ import annotations

from typing import Any

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.flows.test_sleep_story import NOTES, kept_in_medium


def tiers(mnemoteca: Mnemoteca, ids: dict[str, int]) -> dict[int, str]:
    return {id: answer(mnemoteca, "show", str(id))["tier"] for id in ids.values()}


def learned(mnemoteca: Mnemoteca) -> list[Any]:
    held = answer(mnemoteca, "learned")
    return [each["sentences"] for each in held["digests"]] + [each["quote"]["text"] for each in held["patterns"]]


def run(mnemoteca: Mnemoteca) -> int:
    return int(answer(mnemoteca, "consolidate")["run"])


def test_an_older_run_is_undone_under_two_later_ones(mnemoteca: Mnemoteca) -> None:
    ids = kept_in_medium(mnemoteca)
    before = tiers(mnemoteca, ids)
    first = run(mnemoteca)
    answer(mnemoteca, "add", "The vet in Casa Forte opens at nine, and takes no cards at all.")
    second = run(mnemoteca)
    answer(mnemoteca, "add", "We decided to paint the kitchen of the new house green.")
    third = run(mnemoteca)
    newest = learned(mnemoteca)
    answer(mnemoteca, "undo-run", str(first))
    assert tiers(mnemoteca, ids) == before
    assert learned(mnemoteca)[0] == newest[0]  # the digest of the day is that of the newest run
    assert learned(mnemoteca)[1:] == ["We decided to paint the kitchen of the new house green."]
    answer(mnemoteca, "undo-run", str(third))
    (of_second,) = learned(mnemoteca)
    answer(mnemoteca, "undo-run", str(second))
    assert of_second
    assert learned(mnemoteca) == []
    assert {each["run"]: each["state"] for each in answers(mnemoteca, "runs")} == dict.fromkeys(
        (first, second, third), "undone"
    )
    refused = mnemoteca("undo-run", str(first))
    assert refused.returncode == 3
    assert "can't be undone: it is undone" in refused.stderr


def test_what_was_undone_is_not_done_again_by_the_next_run(mnemoteca: Mnemoteca) -> None:
    ids = kept_in_medium(mnemoteca)
    before = tiers(mnemoteca, ids)
    answer(mnemoteca, "undo-run", str(run(mnemoteca)))
    again = answer(mnemoteca, "consolidate")
    assert (again["promoted"], again["faded"], again["digests"], again["patterns"]) == (0, 0, 0, 0)
    assert tiers(mnemoteca, ids) == before


def test_a_later_act_that_rests_on_a_run_is_named_and_undone_with_it_when_asked(mnemoteca: Mnemoteca) -> None:
    ids = kept_in_medium(mnemoteca)
    before = tiers(mnemoteca, ids)
    first = run(mnemoteca)
    duplicate = ids[NOTES[4]]
    answer(mnemoteca, "pin", str(duplicate))  # it faded: the pin brings it back to medium
    assert answer(mnemoteca, "show", str(duplicate))["tier"] == "medium"
    refused = mnemoteca("undo-run", str(first))
    assert refused.returncode == 3
    assert "“pin” (act " in refused.stderr
    assert "--with-later" in refused.stderr
    (rest,) = answer(mnemoteca, "run", str(first))["rests"]
    assert (rest["kind"], rest["label"]) == ("act", "pin")
    answer(mnemoteca, "undo-run", str(first), "--with-later")
    assert tiers(mnemoteca, ids) == before
    assert not answer(mnemoteca, "show", str(duplicate))["pinned"]
    assert learned(mnemoteca) == []


def test_what_was_done_to_other_memories_since_stays_done(mnemoteca: Mnemoteca) -> None:
    ids = kept_in_medium(mnemoteca)
    first = run(mnemoteca)
    answer(mnemoteca, "pin", str(ids[NOTES[0]]))
    newer = answer(mnemoteca, "edit", str(ids[NOTES[4]]), "The movers come on 15 January with three vans.")
    assert newer["tier"] == "faded"
    answer(mnemoteca, "undo-run", str(first))
    assert answer(mnemoteca, "show", str(ids[NOTES[0]]))["pinned"]
    assert answer(mnemoteca, "show", str(newer["id"]))["tier"] == "medium"  # as if it had never faded
