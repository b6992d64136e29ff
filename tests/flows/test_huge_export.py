"""A look at an export of a gigabyte: it moves, it ends, and it takes no more memory than one of a megabyte."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.jobs import JobState
from tests.flows.test_service_start import client_of
from tests.processes import peak_mb
from tests.unit.library.importers.exported import AT, answer, message
from tests.unit.library.importing import corpus, session, turn

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")]
BYTES = int(os.environ.get("MNEMOTECA_HUGE_BYTES", 1_000_000_000))
MOST_MORE_MB = 250.0  # above what it holds when idle
_MESSAGES = 50  # of a conversation
_WORDS = "The bees were busy in the garden while Ana wrote about flour, water and salt. " * 12


def chatgpt() -> Iterator[str]:
    """A list of conversations, each a chain."""
    talk = 0
    while True:
        said = {f"m{n}": (answer if n % 2 else message)(f"{talk} {n} {_WORDS}", at=AT + talk) for n in range(_MESSAGES)}
        above = [None, *said]
        mapping: dict[str, object] = {
            id: {"id": id, "parent": parent, "children": [], "message": {"id": id, **told}}
            for (id, told), parent in zip(said.items(), above, strict=False)
        }
        told = {"conversation_id": f"c{talk}", "title": f"Talk {talk}", "create_time": AT, "mapping": mapping}
        yield ("," if talk else "[") + json.dumps(told)
        talk += 1


def sessions() -> Iterator[str]:
    talk = 0
    while True:
        turns = [turn(f"t{talk}-{n}", f"{talk} {n} {_WORDS}") for n in range(_MESSAGES)]
        yield json.dumps(corpus("big", session(f"s{talk}", *turns))) + "\n"
        talk += 1


def write_huge(path: Path, pieces: Iterator[str], end: str) -> int:
    """Write pieces until the file is large enough; how many."""
    count = size = 0
    with path.open("w", encoding="utf-8") as out:
        while size < BYTES:
            size += out.write(next(pieces))
            count += 1
        out.write(end)
    return count


def processor_s(pid: int) -> float:
    told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize(("make", "end"), [(chatgpt, "]"), (sessions, "")])
def test_a_look_at_a_gigabyte_moves_and_takes_no_more_memory_than_a_small_one(
    data_folder: Path, tmp_path: Path, make: Callable[[], Iterator[str]], end: str
) -> None:
    file = tmp_path / "huge.json"
    talks = write_huge(file, make(), end)
    try:
        with client_of(data_folder) as client:
            pid, library = client.welcome.pid, client.library
            idle, used, began = peak_mb(pid), processor_s(pid), stopwatch()
            job = library.preview_import(str(file), "personal", make.__name__)
            seen: set[int] = set()
            while job.state not in (JobState.DONE, JobState.FAILED, JobState.CANCELLED):
                job = library.wait_job(job.id, 0.5)
                seen.add(job.done)
            assert job.state is JobState.DONE, job.message
            looked = library.preview(job.id)
            more, used = peak_mb(pid) - idle, processor_s(pid) - used
    finally:
        file.unlink()
    print(f"\n{make.__name__}, {BYTES:,} bytes: {used:.0f} s of processor, {stopwatch() - began:.0f} s, +{more:.0f} MB")
    assert (looked.sessions, looked.memories) == (talks, talks * _MESSAGES)
    assert len(seen) > 5
    assert more <= MOST_MORE_MB
