"""The format `sessions`: what comes in as it is, and what each kind of bad input is told."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.jobs import JobState
from mnemoteca.core.memory import Tier
from tests.driven import DrivenClock
from tests.unit.library.importing import File, Importing, corpus, opened, session, turn


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[Importing]:
    with opened(tmp_path / "data", clock) as library:
        yield library


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "chats.jsonl")


def test_turns_come_in_word_for_word_with_speaker_role_time_tags_and_order(library: Importing, file: File) -> None:
    turns = (
        turn("a", " Olá — ção \n\tdone ", "Ana", role="assistant", tags=["Work", "#home"]),
        turn("b", "second", "Bo", at="2023-05-08T23:30:00-03:00"),
        turn("c", "note", "", role="note", at="2023-05-09"),
    )
    job = library.bring_in(file.write(corpus("c1", session("s1", *turns), source="a chat")))
    assert (job.state, job.message) == (JobState.DONE, "1 new session, 3 new memories.")
    found = library.turns(library.sessions()[0].id)
    assert [m.text for m in found] == [" Olá — ção \n\tdone ", "second", "note"]
    assert [(m.role.value, m.speaker, m.source, m.source_id, m.kind) for m in found] == [
        ("assistant", "Ana", "a chat", "a", "turn"),
        ("user", "Bo", "a chat", "b", "turn"),
        ("note", "", "a chat", "c", "note"),
    ]
    assert found[0].tags == ("home", "work")
    assert (found[1].occurred_at, found[1].offset_min) == (datetime(2023, 5, 9, 2, 30, tzinfo=UTC), -180)
    assert [m.precision.value for m in found] == ["instant", "instant", "day"]
    assert {m.tier for m in found} == {Tier.ARCHIVE}


def test_what_is_younger_than_a_day_comes_to_medium_and_its_time_counts_from_when_it_was(
    library: Importing, file: File
) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("a", at="2026-11-21T02:00:00Z")))))
    memory = library.turns(1)[0]
    assert (memory.tier, memory.tier_until) == (Tier.MEDIUM, datetime(2026, 11, 22, 2, tzinfo=UTC))


def test_what_our_own_export_names_is_taken_over(library: Importing, file: File) -> None:
    own = turn("a", "new text", tier="long", pinned=True, importance=0.9, versions=["old", "older"])
    library.bring_in(file.write(corpus("c", session("s", own, kind="notes"))))
    memory = library.turns(1)[0]
    assert (memory.tier, memory.pinned, memory.importance, memory.text) == (Tier.LONG, True, 0.9, "new text")
    assert [v.text for v in library.versions(memory.id)] == ["old", "older", "new text"]
    assert library.bring_in(file.path).result == library.bring_in(file.path).result
    assert library.rows("SELECT count(*) FROM memories") == [(3,)]


def test_unknown_fields_are_kept_as_they_are_written(library: Importing, file: File) -> None:
    line = (
        b'{"name":"c","licence":"CC","questions":[1],"sessions":[{"session_id":"s","mood":1.50,"turns":'
        b'[{"id":"a","text":"x","image":{"url":"u"},"n":1e400}]}]}'
    )
    library.bring_in(file.write(line))
    assert library.rows("SELECT extra FROM memories") == [('{"image":{"url":"u"},"n":1e400}',)]
    assert library.rows("SELECT extra FROM sessions") == [('{"mood":1.50,"corpus":{"licence":"CC"}}',)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_byte_order_mark_and_any_line_end_are_fine(library: Importing, file: File, end: bytes) -> None:
    file.write(corpus("c", session("s", turn("a"))), end=end)
    file.path.write_bytes(b"\xef\xbb\xbf" + file.path.read_bytes() + b"\r\n \n")
    assert library.bring_in(file.path, format="").message == "1 new session, 1 new memory."


def test_a_torn_line_is_listed_with_its_place_and_the_rest_comes_in(library: Importing, file: File) -> None:
    whole = json.dumps(corpus("c2", session("s", turn("a")))).encode()
    job = library.bring_in(file.write(corpus("c1", session("s", turn("a"))), whole[:-9], b"{]", b"[1]", b"7", whole))
    assert job.result is not None
    assert (job.state, job.result["memories_new"], job.result["skipped"]) == (JobState.DONE, 2, 4)
    told = [(each.where, each.reason) for each in library.left_out(job)]
    cut = len(file.path.read_bytes().split(b"\n")[0]) + 1 + len(whole) - 9
    assert told[0] == ("line 2", f"it ends too early (byte {cut:,} of the file)")
    assert [where for where, _ in told] == ["line 2", "line 3", "line 4", "line 5"]
    assert told[2][1] == "it is not a JSON object"


def test_invalid_utf_8_costs_only_the_turn_it_stands_in(library: Importing, file: File) -> None:
    line = json.dumps(corpus("c", session("s", turn("a"), turn("b", "WRONG"), turn("c")))).encode()
    job = library.bring_in(file.write(line.replace(b"WRONG", b"caf\xe9")))
    [told] = library.left_out(job)
    assert (told.where, told.reason) == (
        "line 1, session 1, turn 2",
        f"its text is not UTF-8 (byte {line.index(b'WRONG') + 3:,} of the file)",
    )
    assert [row[2] for row in library.contents()] == ["a", "c"]


def test_a_session_or_turn_of_the_wrong_shape_is_listed_and_the_others_come_in(library: Importing, file: File) -> None:
    wrong = [
        7,
        {"session_id": "x", "turns": 5},
        session("s", 3, {"id": "n"}, turn("t", 9), turn("a"), turn("b", tags=1)),
    ]
    job = library.bring_in(file.write(corpus("c", *wrong, session("s2", turn("c")))))
    assert [(each.where, each.reason) for each in library.left_out(job)] == [
        ("line 1, session 1", "it is not an object"),
        ("line 1, session 2", "its “turns” are not a list"),
        ("line 1, session 3, turn 1", "it is not an object"),
        ("line 1, session 3, turn 2", "it has no text"),
        ("line 1, session 3, turn 3", "its text is not a text"),
        ("line 1, session 3, turn 5", "its tags are not a list of texts"),
    ]
    assert [row[2] for row in library.contents()] == ["a", "c"]


def test_an_empty_turn_is_counted_and_nothing_is_wrong(library: Importing, file: File) -> None:
    job = library.bring_in(file.write(corpus("c", session("s", turn("a", ""), turn("b", " \n\t"), turn("c")))))
    assert job.message == "1 new session, 1 new memory, 2 were empty."
    assert library.left_out(job) == []


def test_of_two_turns_with_one_id_the_first_counts_and_the_other_is_listed(library: Importing, file: File) -> None:
    file.write(corpus("c", session("s", turn("a", "first"), turn("a", "other"))), corpus("c", session("s2", turn("a"))))
    job = library.bring_in(file.path)
    assert [each.where for each in library.left_out(job)] == ["line 1, session 1, turn 2", "line 2, session 1, turn 1"]
    assert library.left_out(job)[0].reason == "the id “a” came before; the first one counts"
    assert [row[3] for row in library.contents()] == ["first"]
    again = library.bring_in(file.path)
    assert again.result is not None
    assert (again.result["changed"], again.result["unchanged"], again.result["skipped"]) == (0, 1, 2)


def test_the_same_ids_in_another_corpus_are_others(library: Importing, file: File) -> None:
    library.bring_in(file.write(corpus("c1", session("s", turn("a"))), corpus("c2", session("s", turn("a")))))
    assert len(library.contents()) == 2


def test_control_characters_stay_and_lone_surrogates_become_storable_and_are_told(
    library: Importing, file: File
) -> None:
    line = rb'{"name":"c","sessions":[{"session_id":"s","turns":[{"id":"a","text":"bell\u0007 \u001b[1m \u007f"},'
    line += rb'{"id":"b","text":"half \ud83d of","x":"\ud800"},{"id":"c","text":"bare ' + b"\x07" + rb'"}]}]}'
    job = library.bring_in(file.write(line))
    assert [row[3] for row in library.contents()] == ["bell\x07 \x1b[1m \x7f", "half � of", "bare \x07"]
    assert job.result is not None
    assert (job.result["skipped"], job.result["mended"]) == (0, 1)
    assert [each.where for each in library.left_out(job)] == ["line 1, session 1, turn 2"]
    assert library.bring_in(file.path).message.startswith("3 were here already")


@pytest.mark.slow
@pytest.mark.parametrize(
    "at", ["0000-01-01", "10000-01-01", "soon", "2023-02-30", 1683554160, "9999-12-31T23:00:00-05:00"]
)
def test_what_is_no_time_within_the_years_1_to_9999_is_unknown_and_kept_as_written(
    library: Importing, file: File, at: object
) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("a", at=at)))))
    memory = library.turns(1)[0]
    assert (memory.occurred_at, memory.precision.value, memory.tier) == (None, "unknown", Tier.ARCHIVE)
    assert json.loads(library.rows("SELECT extra FROM memories")[0][0]) == {"at": at}


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_the_first_and_the_last_year_are_times(library: Importing, file: File, at: str) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("a", at=at)))))
    assert library.turns(1)[0].occurred_at == datetime.fromisoformat(at)


def test_a_turn_without_time_is_of_its_sessions_day(library: Importing, file: File) -> None:
    library.bring_in(file.write(corpus("c", session("s", {"id": "a", "text": "x"}))))
    memory = library.turns(1)[0]
    assert (memory.occurred_at, memory.precision.value) == (datetime(2023, 5, 8, 13, 56, tzinfo=UTC), "day")


@pytest.mark.slow
def test_a_text_of_ten_megabytes_is_taken_whole(library: Importing, file: File) -> None:
    text = "wörd " * 2_000_000
    library.bring_in(file.write(corpus("c", session("s", turn("a", text), turn("b")))))
    assert library.memory(1).text == text


def test_a_line_over_the_limit_is_passed_over_with_its_number_and_size(library: Importing, file: File) -> None:
    with file.write(corpus("c", session("s", turn("a")))).open("ab") as out:
        out.write(b'{"name":"big","sessions":[')
        for _ in range(65):
            out.write(b" " * 1_000_000)
        out.write(b"]}\n" + json.dumps(corpus("d", session("s", turn("b")))).encode())
    job = library.bring_in(file.path)
    [told] = library.left_out(job)
    assert told.where == "line 2"
    assert told.reason.startswith("it has 65,000,028 bytes; at most 64,000,000 are read.")
    assert [row[2] for row in library.contents()] == ["a", "b"]


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00", b'{"a": 1}\n', b"hello\n", b"[]\n"])
def test_a_file_that_is_not_what_it_says_is_refused(library: Importing, file: File, content: bytes) -> None:
    file.path.write_bytes(content)
    with pytest.raises(BadInput, match="is in no format that can be read here"):
        library.import_file(str(file.path))
    job = library.bring_in(file.path, format="sessions")
    assert job.state is JobState.FAILED
    assert "could not be read to its end: line 1: it" in job.message


@pytest.mark.parametrize("content", [b"", b" \n\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_called_empty(library: Importing, file: File, content: bytes) -> None:
    file.path.write_bytes(content)
    with pytest.raises(BadInput, match=r"chats\.jsonl is empty"):
        library.import_file(str(file.path))


def test_paths_that_are_no_readable_files_are_told_apart(library: Importing, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        library.import_file(str(tmp_path / "none.jsonl"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput, match="empty is empty"):
        library.import_file(str(tmp_path / "empty"))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInput, match="is not a file"):
        library.import_file(str(tmp_path / "pipe"))
    with pytest.raises(NotFound, match="There is no file"):
        library.import_file("a\0b")
    with pytest.raises(BadInput, match="no import format called “docx”"):
        library.import_file(__file__, format="docx")
    with pytest.raises(NotFound, match="no space called"):
        library.import_file(str(File(tmp_path / "x").write(corpus("c", session("s", turn("a"))))), "nowhere")


def test_deep_nesting_is_kept_or_listed_but_breaks_nothing(library: Importing, file: File) -> None:
    deep = (
        b'{"name":"c","sessions":[{"session_id":"s","turns":[{"id":"a","text":"x","deep":' + b"[" * 9000 + b"]" * 9000
    )
    job = library.bring_in(file.write(deep + b'},{"id":"b","text":"y"}]}]}'))
    assert [row[2] for row in library.contents()] == ["a", "b"]
    assert job.state is JobState.DONE


def test_the_file_itself_is_never_changed(library: Importing, file: File) -> None:
    before = file.write(corpus("c", session("s", turn("a")))).stat()
    library.bring_in(file.path)
    after = file.path.stat()
    assert (before.st_mtime_ns, before.st_size, before.st_ino) == (after.st_mtime_ns, after.st_size, after.st_ino)


def test_a_speaker_called_assistant_has_that_part_unless_another_is_told(library: Importing, file: File) -> None:
    turns = (turn("a", "Hi", "user"), turn("b", "Welcome", "Assistant"), turn("c", "!", "assistant", role="tool"))
    library.bring_in(file.write(corpus("c", session("s", *turns))))
    assert [memory.role.value for memory in library.turns(1)] == ["user", "assistant", "tool"]
