"""An act's number is its own for good, and what was undone while it came in stays undone."""

from __future__ import annotations

from pathlib import Path

from mnemoteca.core.jobs import JobState
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.unit.library.importing import File, corpus, session, turn


def test_a_number_is_not_given_again_after_a_restart(tmp_path: Path, clock: DrivenClock) -> None:
    library = LocalLibrary.open(tmp_path / "library", clock)
    kept = library.capture("kept first").id
    library.capture("undone")
    undone = library.undo().act
    library.close()
    library = LocalLibrary.open(tmp_path / "library", clock)
    try:
        library.pin((kept,))  # ends what could be redone
        chain = library.history()
        assert undone is not None
        assert [act.kind for act in chain] == ["pin", "keep"]
        assert chain[0].act > undone
    finally:
        library.close()


def test_an_import_that_is_undone_before_it_goes_on_stays_undone(tmp_path: Path, clock: DrivenClock) -> None:
    file = File(tmp_path / "chats.jsonl")
    path = file.write(*[corpus(f"c{n}", session("s", *[turn(f"{n}-{m}") for m in range(600)])) for n in range(3)])
    library = LocalLibrary.open(tmp_path / "library", clock)
    job = library.import_file(str(path))
    try:
        library.store.write(lambda tx: tx.run("UPDATE jobs SET act = 7 WHERE id = ?", (job.id,)))
        row = "INSERT INTO acts VALUES (7, 1, TIMESTAMP '2026-01-01', 'import', 'import', 0, false)"
        library.store.write(lambda tx: tx.run(row))
        library.undo()
        library.capture("something else", space=DEFAULT_SPACE)  # ends what could be redone
    finally:
        library.close()
    library = LocalLibrary.open(tmp_path / "library", clock)
    try:
        library.jobs_runner.start()
        ended = library.wait_job(job.id, 120.0)
        assert ended.state is JobState.CANCELLED
        assert [each.preview for each in library.sessions()] == ["something else"]
    finally:
        library.close()
