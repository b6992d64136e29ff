"""An import under way: how fast and how long yet, stopped with what is in kept or taken back, alive after a kill."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.library import Library
from mnemoteca.wire.client import connect
from mnemoteca.wire.start import start_service
from tests.conftest import Mnemoteca
from tests.flows.commands import answer
from tests.processes import alive, of_folder, wait_until
from tests.unit.library.importing import File, corpus, session, turn

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
MANY = 8_000


def written(path: Path, name: str) -> Path:
    turns = [turn(f"{name}{n}", f"mango {name} {n} " + "among many words " * 8) for n in range(MANY)]
    return File(path).write(corpus(name, session("s", *turns)))


def under_way(library: Library, path: Path) -> Job:
    """An import that has brought in something and has more to do."""
    job = library.import_file(str(path))
    assert wait_until(lambda: bool((library.job(job.id).result or {}).get("memories_new")))
    job = library.job(job.id)
    assert job.state is JobState.RUNNING
    return job


def everything(mnemoteca: Mnemoteca) -> int:
    return int(answer(mnemoteca, "stats")["places"]["everything"])


def test_an_import_is_stopped_killed_and_taken_back(mnemoteca: Mnemoteca, service: Path, tmp_path: Path) -> None:
    with_a = written(tmp_path / "a.jsonl", "a")
    client = connect(service, start=start_service, role="api")
    try:
        library = client.library
        job = under_way(library, with_a)
        assert job.rate > 0
        assert job.left_s is not None
        assert library.undo().count > 0  # while it still comes in
        ended = library.wait_job(job.id, 120.0)
        assert ended.state is JobState.CANCELLED
        assert everything(mnemoteca) == 0
        library.capture("a note of mine")  # ends what could be redone
        assert everything(mnemoteca) == 1

        job = under_way(library, written(tmp_path / "b.jsonl", "b"))
        [pid] = [each for each in of_folder(service) if alive(each)]
        os.kill(pid, signal.SIGKILL)
        assert wait_until(lambda: not alive(pid))
    finally:
        client.close()
    assert wait_until(lambda: mnemoteca("service", "start").returncode == 0, 60.0)
    client = connect(service, start=start_service, role="api")
    try:
        assert client.library.wait_job(job.id, 60.0).state is JobState.DONE  # it goes on by itself
        assert everything(mnemoteca) == MANY + 1  # what was undone before the kill stays undone

        job = under_way(client.library, written(tmp_path / "c.jsonl", "c"))
        client.library.cancel_job(job.id)
        assert client.library.wait_job(job.id, 120.0).state is JobState.CANCELLED
        kept = everything(mnemoteca) - MANY - 1
        assert 0 < kept < MANY
        assert client.library.undo().count == kept  # as one act
    finally:
        client.close()
    assert everything(mnemoteca) == MANY + 1


def test_the_list_of_what_could_not_be_taken_is_saved(mnemoteca: Mnemoteca, service: Path, tmp_path: Path) -> None:
    path = File(tmp_path / "c.jsonl").write(corpus("c", session("s", turn("a"), turn("b", 7))), b"{torn")
    done = mnemoteca("import", str(path), "--errors", str(tmp_path / "errors.txt"))
    assert done.returncode == 3
    lines = (tmp_path / "errors.txt").read_text(encoding="utf-8").splitlines()
    assert [line.partition(": ")[2].partition(":")[0] for line in lines] == ["line 1, session 1, turn 2", "line 2"]
