"""Rollouts of Codex: what the person and Codex said, once, with the tools between."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import zstandard

from mnemoteca.core.jobs import JobState
from tests.driven import DrivenClock
from tests.unit.library.importers.transcripts import Codex, at, titles, told, write
from tests.unit.library.importing import Importing, opened


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


def a_rollout(session: str = "c1", **meta: object) -> Codex:
    chat = Codex(session, **meta)
    chat.message("developer", "<permissions instructions>…")
    chat.message("user", "<environment_context>\n  <cwd>/home/ana/app</cwd>\n</environment_context>")
    chat.turn("t1")
    chat.user("Fix the test\nplease", images=["data:…"], local_images=["/tmp/shot.png"])
    chat.event("agent_reasoning", text="**Looking**")
    chat.item("reasoning", summary=[{"type": "summary_text", "text": "**Looking**"}], encrypted_content="x")
    chat.call("call_1", json.dumps({"output": "a.txt\n", "metadata": {"exit_code": 0}}))
    chat.event("token_count", info={})
    chat.agent("Done.")
    chat.event("task_complete", turn_id="t1", last_agent_message="Done.")
    return chat


def test_a_rollout_comes_in_as_it_was_and_nothing_twice(library: Importing, tmp_path: Path) -> None:
    result = bring_in(library, a_rollout().write(tmp_path))
    assert (result["sessions_new"], result["memories_new"], result["skipped"]) == (1, 4, 0)
    assert told(library) == [
        ("user", "", "Fix the test\nplease"),
        ("tool", "Thinking", "**Looking**"),
        ("tool", "shell", "ls -a\n\na.txt\n"),
        ("assistant", "Codex", "Done."),
    ]
    [session] = library.rows("SELECT title, source, source_id, extra FROM sessions")
    assert session == ("Fix the test", "Codex", "c1", '{"commit": "abc"}')
    assert library.rows("SELECT folder, branch FROM session_details") == [("/home/ana/app", "main")]
    turns = library.turns(1)
    assert [m.model for m in turns] == ["", "gpt-5.1-codex", "gpt-5.1-codex", "gpt-5.1-codex"]
    assert turns[0].attachments == ("shot.png", "image 1")
    assert [m.source_id for m in turns] == ["", "", "call_1", ""]


def test_a_packed_rollout_is_the_same_and_where_both_are_there_the_plain_one_counts(
    library: Importing, tmp_path: Path
) -> None:
    plain = a_rollout().write(tmp_path / "sessions" / "2026" / "05" / "08")
    packed = plain.with_name(plain.name + ".zst")
    packed.write_bytes(zstandard.ZstdCompressor().compress(plain.read_bytes()))
    alone = tmp_path / "alone.jsonl.zst"
    alone.write_bytes(packed.read_bytes())
    assert bring_in(library, alone)["memories_new"] == 4
    result = bring_in(library, tmp_path / "sessions")
    assert (result["memories_new"], result["unchanged"], result["mended"]) == (0, 4, 0)


def test_a_packed_rollout_that_is_cut_gives_what_came_before(library: Importing, tmp_path: Path) -> None:
    plain = b"".join(json.dumps(record).encode() + b"\n" for record in a_rollout().records)
    packed = zstandard.ZstdCompressor().compress(plain)
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "rollout-1.jsonl.zst").write_bytes(packed[:9] + b"\xff" * 40)
    a_rollout("c2").write(tmp_path / "sessions")
    job = library.bring_in(tmp_path / "sessions", format="codex")
    assert job.result is not None
    assert (job.result["memories_new"], job.result["skipped"]) == (4, 1)
    assert library.left_out(job)[0].where == "rollout-1.jsonl.zst"


def test_a_packed_bomb_is_refused(library: Importing, tmp_path: Path) -> None:
    bomb = b'{"type":"session_meta","payload":{"id":"x"}}\n' + b" " * 60_000_000
    path = tmp_path / "rollout-1.jsonl.zst"
    path.write_bytes(zstandard.ZstdCompressor().compress(bomb))
    job = library.bring_in(path, format="codex")
    assert (job.state, "unpack to more than 200 times" in job.message) == (JobState.FAILED, True)


def test_response_items_are_shown_where_a_file_has_no_events(library: Importing, tmp_path: Path) -> None:
    chat = Codex()
    chat.message("user", "# AGENTS.md instructions for /home/ana\n…")
    chat.message("user", "Question")
    chat.item("reasoning", summary=[{"type": "summary_text", "text": "Hm"}], encrypted_content="x")
    chat.message("assistant", "Answer")
    bring_in(library, chat.write(tmp_path))
    assert [row[2] for row in told(library)] == ["Question", "Hm", "Answer"]
    assert titles(library) == ["Question"]


def test_rollouts_of_the_first_versions_without_payloads_come_in(library: Importing, tmp_path: Path) -> None:
    path = write(
        tmp_path / "rollout-2025.jsonl",
        {"id": "old", "timestamp": at(0), "instructions": None, "git": {"branch": "dev"}},
        {"record_type": "state"},
        {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Question"}]},
        {"type": "local_shell_call", "call_id": "k", "action": {"type": "exec", "command": ["git", "log"]}},
        {"type": "local_shell_call_output", "call_id": "k", "output": {"content": "abc", "success": False}},
        {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "Answer"}]},
    )
    bring_in(library, path)
    assert [row[2] for row in told(library)] == ["Question", "git log\n\n‹error›\nabc", "Answer"]


def test_forks_drop_the_leading_turns_that_they_share(library: Importing, tmp_path: Path) -> None:
    parent = a_rollout()
    fork = Codex("c2", forked_from_id="c1")
    fork.records += [*parent.records]
    fork.turn("t2")
    fork.user("Another way")
    fork.agent("Yes.")
    parent.write(tmp_path, "rollout-2026-05-08T13-00-00-c1.jsonl")
    fork.write(tmp_path, "rollout-2026-05-08T14-00-00-c2.jsonl")
    result = bring_in(library, tmp_path)
    assert (result["sessions_new"], result["memories_new"]) == (2, 6)
    assert [row[2] for row in told(library, 2)] == ["Another way", "Yes."]
    assert library.rows("SELECT source_id, extra FROM sessions WHERE id = 2") == [
        ("c2", '{"parent_session": "c1", "commit": "abc"}')
    ]


def a_fork(parent: Codex, **meta: Any) -> Codex:
    """A fork that was made an hour later and says one thing more."""
    fork = Codex("c2", forked_from_id="c1", **{"timestamp": "2026-05-08T14:00:00.000Z", **meta})
    fork.records += [*parent.records]
    fork.turn("t9")
    fork.user("Another way")
    fork.agent("Done.")  # as the other session said
    for record in fork.records[-6:]:
        record["timestamp"] = "2026-05-08T14:00:01.000Z"
    return fork


@pytest.mark.parametrize("fork_first", [True, False])
def test_a_fork_that_comes_in_before_its_parent_or_without_it_doubles_nothing(
    tmp_path: Path, clock: DrivenClock, fork_first: bool
) -> None:
    parent = a_rollout()
    files = [parent.write(tmp_path / "parent"), a_fork(parent).write(tmp_path / "fork")]
    together = tmp_path / "together"
    parent.write(together, "rollout-2026-05-08T13-00-00-c1.jsonl")
    a_fork(parent).write(together, "rollout-2026-05-08T14-00-00-c2.jsonl")
    with opened(tmp_path / "one", clock) as one, opened(tmp_path / "other", clock) as other:
        for file in reversed(files) if fork_first else files:
            bring_in(one, file)
        bring_in(one, together)
        bring_in(other, together)
        assert one.contents() == other.contents()
        assert sorted(titles(one)) == sorted(titles(other)) == ["Another way", "Fix the test"]


def test_the_turns_of_a_fork_are_told_by_when_their_ids_were_made(library: Importing, tmp_path: Path) -> None:
    older, forked, newer = (f"0196b000-{n}000-7000-8000-000000000000" for n in range(3))
    fork = Codex(forked, forked_from_id="gone")
    for turn, words in ((older, "Before"), (newer, "After")):
        fork.turn(turn)
        fork.user(words)
    bring_in(library, fork.write(tmp_path))
    found = library.rows("SELECT s.source_id, m.text FROM memories m JOIN sessions s ON s.id = m.session ORDER BY 1, 2")
    assert found == [(forked, "After"), ("gone", "Before")]


def test_titles_are_those_that_codex_keeps(library: Importing, tmp_path: Path) -> None:
    home = tmp_path / ".codex"
    a_rollout().write(home / "sessions")
    a_rollout("c3").write(home / "sessions", "rollout-2026-05-08T15-00-00-c3.jsonl")
    with closing(sqlite3.connect(home / "state_5.sqlite")) as tables:
        tables.execute("CREATE TABLE threads (id TEXT, title TEXT, name TEXT)")
        tables.execute("INSERT INTO threads VALUES ('c1', 'Fix the test', 'My test'), ('c3', '  ', NULL)")
        tables.commit()
    before = (home / "state_5.sqlite").read_bytes()
    bring_in(library, home)
    assert titles(library) == ["My test", "Fix the test"]
    assert (home / "state_5.sqlite").read_bytes() == before
    assert sorted(each.name for each in home.iterdir()) == ["sessions", "state_5.sqlite"]


def test_a_file_of_titles_that_is_damaged_is_listed_and_the_rest_comes_in(library: Importing, tmp_path: Path) -> None:
    a_rollout().write(tmp_path / "home" / "sessions")
    (tmp_path / "home" / "thread_history_1.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000)
    result = bring_in(library, tmp_path / "home")
    assert (result["memories_new"], result["skipped"]) == (4, 1)
    assert titles(library) == ["Fix the test"]


def test_sub_agents_are_named_after_the_session_they_worked_for(library: Importing, tmp_path: Path) -> None:
    agent = Codex("c2", parent_thread_id="c1", agent_nickname="Hopper", source={"subagent": {}})
    agent.turn("t9")
    agent.user("Look into it")
    a_rollout().write(tmp_path, "rollout-2026-05-08T13-00-00-c1.jsonl")
    agent.write(tmp_path, "rollout-2026-05-08T14-00-00-c2.jsonl")
    bring_in(library, tmp_path)
    assert titles(library) == ["Fix the test", "Hopper · Look into it · Fix the test"]


def test_the_same_words_twice_and_the_same_session_in_two_places_are_told_apart(
    library: Importing, tmp_path: Path
) -> None:
    chat = a_rollout()
    chat.turn("t2")
    chat.user("Fix the test\nplease")
    chat.agent("Done.")
    chat.write(tmp_path / "sessions" / "2026")
    assert bring_in(library, tmp_path / "sessions")["memories_new"] == 6
    chat.write(tmp_path / "archived_sessions")
    job = library.bring_in(tmp_path, format="codex")
    assert job.result is not None
    assert (job.result["memories_new"], job.result["unchanged"]) == (0, 6)


def test_other_tools_and_summaries_of_what_was_compacted_are_kept_folded(library: Importing, tmp_path: Path) -> None:
    chat = Codex()
    chat.user("Go")
    chat.item("custom_tool_call", name="apply_patch", call_id="p", input="*** Begin Patch")
    chat.item("custom_tool_call_output", call_id="p", output="Done!")
    chat.item("web_search_call", status="completed", action={"type": "search", "query": "duckdb"})
    chat.item("function_call", name="wait", call_id="never", arguments="{torn")
    chat.item("function_call_output", call_id="gone", output=[{"type": "input_text", "text": "late"}])
    chat.record("compacted", {"message": "So far …", "replacement_history": [{"type": "message"}]})
    bring_in(library, chat.write(tmp_path))
    assert told(library)[1:] == [
        ("tool", "apply_patch", "*** Begin Patch\n\nDone!"),
        ("tool", "web_search", 'duckdb\n{"type": "search"}'),
        ("tool", "wait", "{torn"),
        ("tool", "tool", "late"),
        ("tool", "Compact summary", "So far …"),
    ]


def test_torn_and_hostile_records_are_listed_and_the_rest_comes_in(library: Importing, tmp_path: Path) -> None:
    lines = [json.dumps(record).encode() for record in a_rollout().records]
    bad = [b"{", b"[1]", b"null", b'{"type":"event_msg","payload":7}', b'{"type":[],"payload":{"type":{}}}', b"\xff"]
    path = write(tmp_path / "rollout-1.jsonl", *lines[:4], *bad, *lines[4:], lines[-1][:-5])
    result = bring_in(library, path)
    assert (result["memories_new"], result["skipped"]) == (4, 5)


def test_prompts_whose_rollouts_are_gone_come_from_the_history(library: Importing, tmp_path: Path) -> None:
    a_rollout().write(tmp_path / ".codex" / "sessions")
    write(
        tmp_path / ".codex" / "history.jsonl",
        {"session_id": "c1", "ts": 1746710000, "text": "Fix the test"},
        {"session_id": "gone", "ts": 1746710000, "text": "An old one"},
        {"session_id": "gone", "ts": 1746710000, "text": "in the same second"},
        b"{torn",
    )
    result = bring_in(library, tmp_path / ".codex")
    assert (result["memories_new"], result["skipped"]) == (6, 1)
    assert [row[2] for row in told(library, 2)] == ["An old one", "in the same second"]
