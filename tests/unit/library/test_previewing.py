"""A preview tells what an import would do, and writes nothing to memories."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mnemoteca.core.errors import NotFound
from mnemoteca.core.jobs import JobState, Skipped
from mnemoteca.core.preview import ImportOptions, Preview
from mnemoteca.library.library import LocalLibrary
from tests.unit.core.planted import card, drawn
from tests.unit.library.importing import File, corpus, session, turn

TOKEN = "gh" + "p_" + drawn(36)
LONG = "this text is long enough to be told apart from an okay"


@pytest.fixture
def running(library: LocalLibrary) -> LocalLibrary:
    library.jobs_runner.start()
    return library


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "chats.jsonl")


def look(library: LocalLibrary, path: Path) -> Preview:
    job = library.wait_job(library.preview_import(str(path)).id, 120.0)
    assert job.state is JobState.DONE, job.message
    return library.preview(job.id)


def import_(library: LocalLibrary, path: Path, options: ImportOptions = ImportOptions()) -> dict[str, int]:
    return library.wait_job(library.import_file(str(path), options=options).id, 120.0).result or {}


def test_everything_that_would_come_in_is_counted(running: LocalLibrary, file: File) -> None:
    path = file.write(
        corpus(
            "c",
            session("s", turn("a", LONG), turn("b", LONG), turn("d", " "), turn("e", "Warmup")),
            session("t", turn("f", f"use {TOKEN}", at="2024-01-01T00:00:00Z"), turn("g", "x" * 30_000, role="tool")),
        ),
        b"{torn",
    )
    before = running.store.last_change
    seen = look(running, path)
    where = "line 1, session 2, turn 1"
    assert (seen.format, seen.size, seen.ended) == ("sessions", path.stat().st_size, True)
    assert (seen.sessions, seen.sessions_new, seen.memories, seen.new) == (2, 2, 5, 5)
    assert (seen.first, seen.last) == (datetime(2023, 5, 8, 13, 56, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC))
    assert (seen.empty, seen.boilerplate, seen.tool_output, seen.tool_characters) == (1, 1, 1, 30_000)
    assert seen.duplicates == 1
    assert [(k.kind, k.count, [(e.shown, e.where) for e in k.examples]) for k in seen.secrets] == [
        ("GitHub token", 1, [(f"ghp_…{TOKEN[-4:]}", where)])
    ]
    assert seen.unread == 1
    assert seen.reasons == (Skipped("line 2", seen.reasons[0].reason),)
    assert running.store.last_change == before
    assert running.sessions() == ()


def test_what_is_here_already_is_told_as_the_import_would_take_it(running: LocalLibrary, file: File) -> None:
    import_(running, file.write(corpus("c", session("s", *[turn(i, f"text {i}") for i in "abc"]))))
    running.forget((3,))
    path = file.write(
        corpus("c", session("s", turn("a", "text a"), turn("b", "other"), turn("c", "text c"), turn("d")))
    )
    seen = look(running, path)
    assert (seen.new, seen.changed, seen.unchanged, seen.in_trash, seen.sessions_new) == (1, 1, 2, 1, 0)
    done = import_(running, path)
    assert (done["memories_new"], done["changed"], done["unchanged"], done["in_trash"]) == (1, 1, 2, 1)


def test_what_was_kept_with_its_secrets_is_here_already(running: LocalLibrary, file: File) -> None:
    path = file.write(corpus("c", session("s", turn("a", f"card {card('4', 16)}"))))
    import_(running, path, ImportOptions(keep_secrets=True))
    seen = look(running, path)
    assert (seen.new, seen.changed, seen.unchanged) == (0, 0, 1)


def test_a_text_that_another_memory_has_is_a_duplicate(running: LocalLibrary, file: File) -> None:
    running.capture(LONG)
    assert look(running, file.write(corpus("c", session("s", turn("a", LONG), turn("b", "ok"))))).duplicates == 1


def test_many_batches_add_up(running: LocalLibrary, file: File) -> None:
    turns = [turn(f"t{n}", f"{LONG} {n % 1500}") for n in range(3200)]
    seen = look(running, file.write(corpus("c", session("s", *turns))))
    assert (seen.sessions, seen.memories, seen.new, seen.duplicates) == (1, 3200, 3200, 1700)


def test_a_preview_of_another_job_is_refused(running: LocalLibrary, file: File) -> None:
    job = running.import_file(str(file.write(corpus("c", session("s", turn("a"))))))
    with pytest.raises(NotFound, match="not a preview"):
        running.preview(job.id)
    with pytest.raises(NotFound, match="no job"):
        running.preview(99)


def test_before_it_has_begun_it_tells_the_path_and_the_format(library: LocalLibrary, file: File) -> None:
    path = file.write(corpus("c", session("s", turn("a"))))
    job = library.preview_import(str(path))
    assert library.preview(job.id) == Preview(str(path), "sessions", path.stat().st_size)
    library.cancel_job(job.id)
    assert library.job(job.id).state is JobState.CANCELLED


def test_no_secret_stands_in_the_job_or_in_the_log(running: LocalLibrary, file: File, tmp_path: Path) -> None:
    look(running, file.write(corpus("c", session("s", turn("a", f"use {TOKEN}")))))
    running.store.checkpoint()
    held = b"".join(each.read_bytes() for each in (tmp_path / "library").rglob("*") if each.is_file())
    assert TOKEN.encode() not in held


def test_the_titles_of_the_first_sessions_are_told_without_their_secrets(running: LocalLibrary, file: File) -> None:
    named = [session(f"s{n}", turn(f"{n}", "text"), title=f"Talk {n}") for n in range(9)]
    bare = session("bare", turn("b", f"Where is {TOKEN}?\nI lost it"), title="")
    seen = look(running, file.write(corpus("c", bare, *named)))
    assert seen.titles == ("Where is ‹secret: GitHub token›?", *(f"Talk {n}" for n in range(7)))
