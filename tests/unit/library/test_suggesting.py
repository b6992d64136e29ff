"""Small models suggest tags for what came and weigh it; what a person says of a tag is learned for good."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mnemoteca.core.memory import Memory
from mnemoteca.core.pushes import Push, Suggested
from mnemoteca.library.library import LocalLibrary
from mnemoteca.library.suggesting import Suggesting
from tests.driven import DrivenClock
from tests.processes import wait_until

CRASH = "The parser crashes with an error on empty input, that bug needs a fix"


@pytest.fixture
def following(library: LocalLibrary) -> LocalLibrary:
    library.suggesting.start()
    return library


def _tagged(library: LocalLibrary, id: int, wanted: Callable[[Memory], bool]) -> Memory:
    wait_until(lambda: wanted(library.memory(id)))
    return library.memory(id)


def test_what_comes_gets_suggestions_that_are_none_of_the_persons_tags(following: LocalLibrary) -> None:
    told: list[Push] = []
    following.listen(told.append)
    id = following.capture(CRASH + " #parser").id
    memory = _tagged(following, id, lambda memory: bool(memory.suggested))
    assert memory.tags == ("parser",)
    assert memory.suggested == ("bug",) == following.life(id).suggested
    wait_until(lambda: any(isinstance(push, Suggested) and id in push.ids for push in told))
    assert following.tags() == {"parser": 1}


def test_what_is_of_no_kind_of_work_gets_none(following: LocalLibrary) -> None:
    plain, crash = following.capture("We had soup for lunch by the lake").id, following.capture(CRASH).id
    _tagged(following, crash, lambda memory: bool(memory.suggested))
    assert following.memory(plain).suggested == ()


def test_an_importance_that_was_given_stays_and_a_note_keeps_its_floor(following: LocalLibrary) -> None:
    decided = "We decided that from now on releases are cut on Mondays, never forget"
    given = following.capture(decided, importance=0.75).id
    entry = following.add_short_term(decided, "personal", importance=0.3).id
    small = following.capture("ok thanks").id
    free = following.capture(decided).id
    assert _tagged(following, free, lambda memory: memory.importance != 0.7).importance > 0.8
    assert following.memory(given).importance == 0.75
    assert following.memory(entry).importance == 0.3
    assert following.memory(small).importance == 0.7


def test_an_importance_that_a_person_sets_is_not_weighed_again(library: LocalLibrary) -> None:
    id = library.capture("We decided that from now on releases are cut on Mondays").id
    library.weigh((id,), 0.1)
    library.suggesting.start()
    other = library.capture(CRASH).id
    _tagged(library, other, lambda memory: bool(memory.suggested))
    assert library.memory(id).importance == 0.1


def test_a_suggestion_is_declined_taken_and_given_back_by_undo(following: LocalLibrary) -> None:
    id = following.capture(CRASH).id
    _tagged(following, id, lambda memory: memory.suggested == ("bug",))
    following.tag((id,), remove=("bug",))
    assert following.memory(id).suggested == ()
    following.undo()
    assert following.memory(id).suggested == ("bug",)
    assert following.memory(id).tags == ()
    following.tag((id,), add=("bug",))
    assert (following.memory(id).tags, following.memory(id).suggested) == (("bug",), ())
    following.undo()
    assert (following.memory(id).tags, following.memory(id).suggested) == ((), ("bug",))


def test_what_is_said_of_one_is_suggested_for_its_like_also_after_a_restart(
    library: LocalLibrary, tmp_path: Path, clock: DrivenClock
) -> None:
    text = "Watered the tomatoes and the basil on the balcony"
    one = library.capture(text + " today").id
    library.tag((one,), add=("garden",))
    library.close()
    again = LocalLibrary.open(tmp_path / "library", clock)
    try:
        again.suggesting.start()
        other = again.capture(text + " again").id
        assert _tagged(again, other, lambda memory: bool(memory.suggested)).suggested == ("garden",)
        before = again.capture("Watered the basil and the tomatoes on our balcony").id
        _tagged(again, before, lambda memory: "garden" in memory.suggested)
        again.tag((other, before), remove=("garden",))
        assert again.memory(other).suggested == ()
    finally:
        again.close()


def test_an_edit_is_looked_at_anew(following: LocalLibrary) -> None:
    id = following.capture("We had soup for lunch by the lake").id
    edited = following.edit(id, CRASH).id
    _tagged(following, edited, lambda memory: memory.suggested == ("bug",))


def test_while_something_is_brought_in_only_what_a_person_wrote_is_looked_at(
    library: LocalLibrary, tmp_path: Path
) -> None:
    imports = [True]
    suggesting = Suggesting(library.store, library.taught, lambda _: None, imports=lambda: imports[0])
    turn = {"id": "t1", "speaker": "Ana", "text": CRASH, "at": "2026-11-19T10:00:00Z"}
    file = tmp_path / "talk.jsonl"
    file.write_text(json.dumps({"name": "talk", "sessions": [{"session_id": "s1", "turns": [turn]}]}) + "\n")
    library.jobs_runner.start()
    library.wait_job(library.import_file(str(file)).id, 60.0)
    brought = 1  # the first memory of a new library
    assert library.memory(brought).text == CRASH
    written = library.capture(CRASH).id
    suggesting.start()
    try:
        assert _tagged(library, written, lambda memory: bool(memory.suggested)).suggested == ("bug",)
        assert library.memory(brought).suggested == ()
        imports[0] = False
        assert _tagged(library, brought, lambda memory: bool(memory.suggested)).suggested == ("bug",)
    finally:
        suggesting.stop()
