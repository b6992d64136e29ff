"""Killed while it reads what came in: nothing is lost, nothing is there twice, and it goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.flows.test_purge_story import killed_ones
from tests.processes import wait_until

NOTES = ("I live in Porto.", "I moved to Lisbon.", "Ana likes ceramics.", "Decidimos usar o DuckDB.")


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.parametrize("place", ["knowledge.batch", "knowledge.step"])
def test_a_kill_at_any_step_costs_that_step_alone(mnemoteca: Mnemoteca, data_folder: Path, place: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "mnemoteca", "service", "start"],
        env=os.environ | {"MNEMOTECA_FAIL_AT": f"{place}:1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as starting:
        starting.wait(60)
    kept = [answer(mnemoteca, "add", text)["id"] for text in NOTES]
    assert wait_until(lambda: not killed_ones(data_folder), 60)  # while it read them
    found = answers(mnemoteca, "facts", "--ended", "--wait")
    told = sorted((f["evidence"]["memory"], f["object"]) for f in found)
    wanted = zip(kept, ("Porto", "Lisbon", "ceramics", "usar o DuckDB"), strict=True)
    assert told == sorted(wanted)
    assert [n["memories"] for n in answers(mnemoteca, "entities", "Ana")] == [1]
