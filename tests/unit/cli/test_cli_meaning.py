"""How search by meaning stands, on the command line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.standing import MeaningState, MeaningStatus
from tests.unit.cli.fakes import STATUS, command


def test_waiting_for_words_alone_is_no_failure_and_says_so_beside_the_answer() -> None:
    ran = command("wait", wait=STATUS)
    assert (ran.code, ran.out) == (0, "7 memories, all indexed.\n")
    assert ran.err == "Search by meaning is switched off; only the words were waited for.\n"
    ready = replace(STATUS, meaning=MeaningStatus(MeaningState.READY, model="m"))
    assert command("wait", wait=ready).err == ""


def test_waiting_where_nobody_has_prepared_the_embedder_ends_with_what_to_do() -> None:
    ran = command("wait", wait=Unavailable("meaning_absent"))
    assert ran.code == 5
    assert "mnemoteca models prepare" in ran.err


@pytest.mark.parametrize(
    ("meaning", "said"),
    [
        (MeaningStatus(MeaningState.OFF), "switched off"),
        (MeaningStatus(MeaningState.READY), "ready"),
        (MeaningStatus(MeaningState.READY, missing=1_200, left_s=130.0), "1,200 not yet found by it, about 2 min left"),
        (MeaningStatus(MeaningState.PREPARING, missing=7), "being prepared; 7 wait for it"),
        (MeaningStatus(MeaningState.ABSENT), "mnemoteca models prepare"),
        (MeaningStatus(MeaningState.FAILED, "the package is damaged"), "failed: the package is damaged"),
    ],
)
def test_the_status_tells_how_it_stands(meaning: MeaningStatus, said: str) -> None:
    out = command("service", "status", status=replace(STATUS, meaning=meaning)).out
    line = next(each for each in out.splitlines() if each.startswith("meaning"))
    assert said in line
