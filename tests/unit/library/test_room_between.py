"""However many turns come in between two neighbours, each has a place of its own, in the order of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importing import File, corpus, session, turn


@pytest.mark.slow
def test_thousands_of_turns_between_two_neighbours_keep_their_order(library: LocalLibrary, tmp_path: Path) -> None:
    library.jobs_runner.start()
    file = File(tmp_path / "chats.jsonl")
    for between in (0, 1_500, 4_000):
        names = ["first", *[f"t{n:04}" for n in range(4_000 - between, 4_000)], "last"]
        path = file.write(corpus("c", session("s", *[turn(name, name) for name in names])))
        job = library.wait_job(library.import_file(str(path)).id, 60.0)
        assert (job.result or {})["memories_new"] == {0: 2, 1_500: 1_500, 4_000: 2_500}[between]
    (only,) = library.sessions()
    found = [each for start in range(0, 4_002, 500) for each in library.turns(only.id, start, 500)]
    assert [each.text for each in found] == names
    assert len({each.position for each in found}) == len(names)
    assert library.sessions()[0].turns == len(names)
    assert [each.sound for each in library.doctor() if each.name == "positions"] == [True]
