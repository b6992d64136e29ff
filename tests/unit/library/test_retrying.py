"""What failed or was cancelled is started anew as it was asked for; acts are undone down to one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnemoteca.core.errors import NotFound
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.preview import ImportOptions
from mnemoteca.core.views import Place
from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importing import File, corpus, session, turn


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "chats.jsonl")


def ended(library: LocalLibrary, job: Job) -> Job:
    return library.wait_job(job.id, 120.0)


def cancelled(library: LocalLibrary, job: Job) -> Job:
    """Ended before its turn came: nothing runs yet."""
    library.cancel_job(job.id)
    library.jobs_runner.start()
    return ended(library, job)


def test_a_cancelled_import_comes_in_when_it_is_tried_again(library: LocalLibrary, file: File) -> None:
    path = file.write(corpus("c", session("s", turn("a", "one"), turn("b", "two"))))
    job = cancelled(library, library.import_file(str(path), options=ImportOptions(keep_secrets=True)))
    assert job.state is JobState.CANCELLED
    again = ended(library, library.retry_job(job.id))
    assert (again.state, again.kind, again.title) == (JobState.DONE, "import", job.title)
    assert library.counts().counts[Place.EVERYTHING] == 2
    with library.store.read() as reader:
        assert len(set(reader.all("SELECT args FROM jobs"))) == 1


def test_a_failed_export_is_written_once_what_stood_in_its_way_is_gone(library: LocalLibrary, tmp_path: Path) -> None:
    library.capture("something to keep")
    target = tmp_path / "out.jsonl"
    job = library.export(str(target))
    target.write_text("in the way")
    library.jobs_runner.start()
    assert ended(library, job).state is JobState.FAILED
    target.unlink()
    assert ended(library, library.retry_job(job.id)).state is JobState.DONE
    assert target.exists()


def test_what_was_done_is_not_done_again(library: LocalLibrary, file: File) -> None:
    library.jobs_runner.start()
    job = ended(library, library.import_file(str(file.write(corpus("c", session("s", turn("a", "one")))))))
    assert library.retry_job(job.id).id == job.id


def test_a_file_that_is_gone_is_told_of_at_once(library: LocalLibrary, file: File) -> None:
    path = file.write(corpus("c", session("s", turn("a", "one"))))
    job = cancelled(library, library.import_file(str(path)))
    path.unlink()
    with pytest.raises(NotFound, match="chats"):
        library.retry_job(job.id)
    with pytest.raises(NotFound):
        library.retry_job(999)


def test_acts_are_undone_down_to_one_of_them(library: LocalLibrary) -> None:
    kept = library.capture("something to keep")
    first = library.pin((kept.id,))
    library.weigh((kept.id,), 0.9)
    library.tag((kept.id,), ("kitchen",))
    assert first.act is not None
    assert library.undo_to(first.act).count == 3
    memory = library.memory(kept.id)
    assert (memory.pinned, memory.tags) == (False, ())
    assert [act.undone for act in library.history()] == [True, True, True, False]
    with pytest.raises(NotFound):
        library.undo_to(first.act)
    with pytest.raises(NotFound):
        library.undo_to(999)
    library.redo()
    assert library.memory(kept.id).pinned
