"""Sessions of Gemini CLI: a log that is replayed, and what older versions wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.jobs import JobState
from tests.driven import DrivenClock
from tests.unit.library.importers.transcripts import at, titles, told, write
from tests.unit.library.importing import Importing, opened

META = {"sessionId": "g1", "projectHash": "abc", "startTime": at(0), "lastUpdated": at(9), "kind": "main"}


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[Importing]:
    with opened(tmp_path / "data", clock) as library:
        yield library


def bring_in(library: Importing, path: Path) -> dict[str, int]:
    """Import what is there, detected from its content, and again, which changes nothing."""
    job = library.bring_in(path, format="")
    assert job.state is JobState.DONE, job.message
    assert job.result is not None
    again = library.bring_in(path, format="").result
    assert again is not None
    came = job.result["memories_new"] + job.result["changed"] + job.result["unchanged"]
    assert (again["memories_new"], again["changed"], again["unchanged"], again["sessions_new"]) == (0, 0, came, 0)
    return dict(job.result)


def user(id: str, content: Any, **more: Any) -> dict[str, Any]:
    return {"id": id, "timestamp": at(1), "type": "user", "content": content, **more}


def gemini(id: str, content: Any, **more: Any) -> dict[str, Any]:
    return {"id": id, "timestamp": at(2), "type": "gemini", "content": content, "model": "gemini-3-pro", **more}


def tool(id: str, output: str) -> dict[str, Any]:
    response = [{"functionResponse": {"id": id, "name": "run_shell_command", "response": {"output": output}}}]
    return {"id": id, "name": "run_shell_command", "args": {"command": "ls"}, "result": response, "status": "success",
            "timestamp": at(3), "resultDisplay": output}  # fmt: skip


def test_a_log_comes_in_as_it_was(library: Importing, tmp_path: Path) -> None:
    thoughts = [{"subject": "Plan", "description": "Look first.", "timestamp": at(2)}]
    path = write(
        tmp_path / "session-2026-05-08T13-00-g1.jsonl",
        {**META, "directories": ["/home/ana/app"]},
        user("m1", [{"text": "Look at @a.txt"}, {"text": "--- content ---"}], displayContent="Look at @a.txt"),
        {"id": "m2", "timestamp": at(2), "type": "info", "content": "Update available"},
        gemini("m3", "I see.", thoughts=thoughts, toolCalls=[tool("call-1", "a.txt")]),
        {"$set": {"summary": "Looking at a file", "lastUpdated": at(10)}},
    )
    result = bring_in(library, path)
    assert (result["sessions_new"], result["memories_new"], result["skipped"]) == (1, 5, 0)
    assert told(library) == [
        ("user", "", "Look at @a.txt"),
        ("tool", "Gemini CLI", "Update available"),
        ("tool", "Thinking", "Plan\nLook first."),
        ("assistant", "Gemini", "I see."),
        ("tool", "run_shell_command", "ls\n\na.txt"),
    ]
    assert library.rows("SELECT title, source, source_id FROM sessions") == [("Looking at a file", "Gemini CLI", "g1")]
    assert library.rows("SELECT folder FROM session_details") == [("/home/ana/app",)]
    assert {m.model for m in library.turns(1) if m.role.value == "assistant"} == {"gemini-3-pro"}


def test_the_same_id_again_replaces_a_message_where_it_stands(library: Importing, tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.jsonl",
        META,
        user("m1", "Go"),
        gemini("m2", ""),
        gemini("m2", "I", toolCalls=[{**tool("c", ""), "result": None, "resultDisplay": None, "status": "executing"}]),
        user("m3", "More"),
        gemini("m2", "I did it", toolCalls=[tool("c", "done")]),
        gemini("m4", "End"),
    )
    bring_in(library, path)
    assert [row[2] for row in told(library)] == ["Go", "I did it", "ls\n\ndone", "More", "End"]
    assert library.rows("SELECT count(*) FROM turn_details WHERE NOT active OR parent IS NOT NULL") == [(0,)]


def test_what_was_rewound_stays_as_a_branch_and_the_path_goes_on_before_it(library: Importing, tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.jsonl", META,
        user("m1", "Question"), gemini("m2", "Answer"), user("m3", "Old way"), gemini("m4", "Old answer"),
        {"$rewindTo": "m3"}, user("m5", "New way"), gemini("m6", "New answer"),
    )  # fmt: skip
    bring_in(library, path)
    turns = {m.text: m for m in library.turns(1)}
    assert [m.text for m in turns.values() if m.active] == ["Question", "Answer", "New way", "New answer"]
    assert turns["New way"].parent == turns["Answer"].id
    assert len(turns) == 6


def test_a_rewind_to_the_beginning_begins_anew(library: Importing, tmp_path: Path) -> None:
    path = write(tmp_path / "s.jsonl", META, user("m1", "Old"), gemini("m2", "Old answer"), {"$rewindTo": "m1"},
                 user("m3", "New"), {"$rewindTo": "nobody"}, user("m4", "Newest"))  # fmt: skip
    bring_in(library, path)
    assert [m.text for m in library.turns(1) if m.active] == ["Newest"]


def test_messages_that_are_set_add_to_the_log_but_a_compression_takes_nothing_away(
    library: Importing, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "s.jsonl",
        META,
        {"$set": {"messages": [user("m1", "One")]}},
        {"$set": {"messages": [user("m1", "One"), gemini("m2", "Two")]}},
        {"$set": {"messages": [user("z", "Summary of it all")], "lastUpdated": at(5)}},
        user("m3", "Three"),
    )
    bring_in(library, path)
    assert [row[2] for row in told(library)] == ["One", "Two", "Three"]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_session_of_an_older_version_is_one_object(library: Importing, tmp_path: Path, indent: int | None) -> None:
    old = {**META, "messages": [user("m1", "Question"), gemini("m2", "Answer", toolCalls=[tool("c", "x")])]}
    path = tmp_path / "session-1.json"
    path.write_text(json.dumps(old, indent=indent))
    assert bring_in(library, path)["memories_new"] == 3
    assert titles(library) == ["Question"]


def test_the_whole_folder_has_projects_with_their_paths_and_sub_agents(library: Importing, tmp_path: Path) -> None:
    home = tmp_path / ".gemini"
    write(home / "projects.json", {"projects": {"/home/ana/app": "app"}})
    (home / "settings.json").write_text("{}")
    chats = home / "tmp" / "app" / "chats"
    write(chats / "session-1.jsonl", META, user("m1", "Main"))
    write(chats / "g1" / "sub.jsonl", {**META, "sessionId": "sub", "kind": "subagent"}, user("m1", "Task"))
    bring_in(library, home)
    assert titles(library) == ["Main", "Task · Main"]
    assert library.rows("SELECT folder FROM session_details") == [("/home/ana/app",)] * 2


def test_a_log_does_not_begin_with_a_session_metadata_type(library: Importing, tmp_path: Path) -> None:
    path = write(tmp_path / "s.jsonl", META, user("m1", "Real files have no such type"))
    assert bring_in(library, path)["memories_new"] == 1


def test_torn_and_hostile_lines_are_listed_and_the_rest_comes_in(library: Importing, tmp_path: Path) -> None:
    bad = [b"{", b"[1]", b'{"id":7,"type":"user"}', b'{"id":"q","type":"user","content":{"text":5},"timestamp":{}}',
           b'{"$rewindTo":[1]}', b'{"$set":[]}', b"\xff",
           b'{"id":"g","type":"gemini","toolCalls":[3,{"result":[4]}]}']  # fmt: skip
    path = write(tmp_path / "s.jsonl", META, user("m1", "One"), *bad, gemini("m2", "half \ud83d of"), b'{"id":"m9","ty')
    result = bring_in(library, path)
    assert (result["skipped"], result["mended"]) == (4, 1)
    assert [row[2] for row in told(library)] == ["One", "tool", "half � of"]


def test_pictures_are_told_by_their_names(library: Importing, tmp_path: Path) -> None:
    parts = [{"inlineData": {"mimeType": "image/png", "data": "AA"}}, {"fileData": {"fileUri": "files/plan.pdf"}}]
    bring_in(library, write(tmp_path / "s.jsonl", META, user("m1", parts)))
    [memory] = library.turns(1)
    assert (memory.text, memory.attachments) == ("‹image 1›\n‹plan.pdf›", ("image 1", "plan.pdf"))
