"""What comes again just as it stands here is told at once; whatever differs is looked at turn by turn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.jobs import JobState
from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importing import File, corpus, session, turn

SESSIONS = 30


@pytest.fixture
def running(library: LocalLibrary) -> LocalLibrary:
    library.jobs_runner.start()
    return library


def told(**other: str) -> dict[str, Any]:
    """Conversations of three turns; `other` names texts that are others, by the ids of their turns."""
    return corpus(
        "c",
        *(
            session(
                f"s{n}",
                *(turn(f"t{n}_{m}", other.get(f"t{n}_{m}", f"word {n} {m}")) for m in range(3)),
                title=other.get(f"s{n}", f"Talk {n}"),
            )
            for n in range(SESSIONS)
        ),
    )


def brought_in(library: LocalLibrary, path: Path) -> dict[str, int]:
    job = library.wait_job(library.import_file(str(path)).id, 60.0)
    assert job.state is JobState.DONE, job.message
    return job.result or {}


@pytest.fixture
def file(running: LocalLibrary, tmp_path: Path) -> File:
    file = File(tmp_path / "chats.jsonl")
    assert brought_in(running, file.write(told()))["memories_new"] == 3 * SESSIONS
    return file


def test_the_same_again_writes_nothing_but_how_far_it_is(running: LocalLibrary, file: File) -> None:
    before = running.store.last_change
    result = brought_in(running, file.write(told()))
    assert (result["unchanged"], result["changed"], result["memories_new"], result["in_trash"]) == (90, 0, 0, 0)
    assert running.store.last_change == before


def test_one_changed_text_and_one_new_title_among_many_are_seen(running: LocalLibrary, file: File) -> None:
    result = brought_in(running, file.write(told(t7_1="another word", s9="Another talk")))
    assert (result["unchanged"], result["changed"], result["retitled"]) == (89, 1, 1)
    assert brought_in(running, file.write(told(t7_1="another word", s9="Another talk")))["unchanged"] == 90


def test_two_texts_that_change_places_are_two_changes(running: LocalLibrary, file: File) -> None:
    result = brought_in(running, file.write(told(t7_1="word 7 2", t7_2="word 7 1")))
    assert (result["unchanged"], result["changed"]) == (88, 2)


def test_what_lies_in_the_trash_is_told_and_stays_there(running: LocalLibrary, file: File) -> None:
    running.forget_session(running.sessions()[0].id)
    result = brought_in(running, file.write(told()))
    assert (result["unchanged"], result["in_trash"]) == (90, 3)
    assert len(running.sessions()) == SESSIONS - 1


def test_of_two_titles_that_a_file_tells_the_first_one_counts(running: LocalLibrary, file: File) -> None:
    again = session("s0", turn("t0_3", "a later word"), title="Another talk")
    result = brought_in(running, file.write(told(), corpus("c", again)))
    assert (result["unchanged"], result["memories_new"], result["retitled"]) == (90, 1, 0)
    assert "Talk 0" in {each.title for each in running.sessions()}
