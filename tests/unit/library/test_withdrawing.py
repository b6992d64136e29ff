"""An import is taken back as one act, whatever was done since, also while it is still coming in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.views import Place
from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importing import File, corpus, session, turn


@pytest.fixture
def running(library: LocalLibrary) -> LocalLibrary:
    library.jobs_runner.start()
    return library


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "chats.jsonl")


def import_(library: LocalLibrary, path: Path) -> Job:
    return library.wait_job(library.import_file(str(path)).id, 120.0)


def many(count: int) -> dict[str, Any]:
    return corpus("c", session("s", *[turn(str(n), f"text {n}") for n in range(count)]))


def test_an_import_is_taken_back_and_what_was_done_since_stays(running: LocalLibrary, file: File) -> None:
    job = import_(running, file.write(many(3)))
    kept = running.capture("a note that came later")
    assert running.undo_import(job.id).count == 3
    assert running.counts().counts[Place.EVERYTHING] == 1
    assert running.memory(kept.id).text == "a note that came later"
    assert running.undo_import(job.id).count == 0


def test_what_an_import_changed_has_its_former_text_again(running: LocalLibrary, file: File) -> None:
    import_(running, file.write(corpus("c", session("s", turn("a", "as it was")))))
    job = import_(running, file.write(corpus("c", session("s", turn("a", "as it is")))))
    running.undo_import(job.id)
    assert [memory.text for memory in running.turns(running.sessions()[0].id)] == ["as it was"]


def test_an_import_that_is_coming_in_ends_with_nothing_of_it(running: LocalLibrary, file: File) -> None:
    job = running.import_file(str(file.write(many(20_000))))
    running.undo_import(job.id)
    assert running.job(job.id).state is JobState.CANCELLED
    assert running.counts().counts.get(Place.EVERYTHING, 0) == 0


def test_what_is_no_import_is_refused(running: LocalLibrary, file: File) -> None:
    look = running.wait_job(running.preview_import(str(file.write(many(1)))).id, 120.0)
    with pytest.raises(BadInput):
        running.undo_import(look.id)
    with pytest.raises(NotFound):
        running.undo_import(10_000)
