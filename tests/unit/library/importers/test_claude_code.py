"""Transcripts of Claude Code: each session as it was, each record once."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.importing import ReadTo
from mnemoteca.core.jobs import JobState
from mnemoteca.library.importers.claude_code import ClaudeCode
from mnemoteca.library.importers.detect import open_origin
from tests.driven import DrivenClock
from tests.unit.library.importers.asread import items
from tests.unit.library.importers.transcripts import Claude, call, text, titles, told, write
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


def a_session(session: str = "s1") -> Claude:
    chat = Claude(session)
    chat.plain(type="file-history-snapshot", messageId="m", snapshot={}, isSnapshotUpdate=False)
    chat.user("u1", "How many files are here?\nCount them.")
    chat.assistant("a1", {"type": "thinking", "thinking": "I should look."}, id="m1")
    chat.assistant("a2", text("Let me look."), id="m1")
    chat.assistant("a3", call("toolu_1", command="ls", description="List"), id="m1")
    chat.result("r1", "toolu_1", "a.txt\nb.txt")
    chat.assistant("a4", text("Two files."))
    return chat


def test_a_session_comes_in_as_it_was(library: Importing, tmp_path: Path) -> None:
    result = bring_in(library, a_session().write(tmp_path))
    assert (result["sessions_new"], result["memories_new"], result["skipped"]) == (1, 5, 0)
    assert told(library) == [
        ("user", "", "How many files are here?\nCount them."),
        ("tool", "Thinking", "I should look."),
        ("assistant", "Claude", "Let me look."),
        ("tool", "Bash", 'ls\n{"description": "List"}\n\na.txt\nb.txt'),
        ("assistant", "Claude", "Two files."),
    ]
    [session] = library.rows("SELECT title, source, kind, source_id, collection, started_at FROM sessions")
    assert session[:5] == ("How many files are here?", "Claude Code", "chat", "s1", "")
    assert session[5].isoformat() == "2026-05-08T13:00:01"
    assert library.rows("SELECT folder, branch FROM session_details") == [("/home/ana/app", "main")]
    assert {m.kind for m in library.turns(1) if m.role.value == "tool"} == {"tool"}
    assert [m.model for m in library.turns(1)] == ["", *["claude-opus-4-5"] * 4]
    assert [m.active for m in library.turns(1)] == [True] * 5


def test_records_of_one_message_that_streamed_in_are_one_turn(library: Importing, tmp_path: Path) -> None:
    chat = Claude()
    chat.user("u1", "Hello")
    chat.assistant("a1", text("It is"), id="m1")
    chat.assistant("a2", text("It is a test"), id="m1")  # the same, further on
    chat.assistant("a3", text("It is a test"), id="m1")  # the same again
    chat.assistant("a4", call("t1"), id="m1")
    chat.assistant("a5", call("t2", command="pwd"), id="m1")
    chat.result("r1", "t1", "one", parentUuid="a4")
    chat.result("r2", "t2", "two", parentUuid="a5")
    chat.assistant("a6", text("And more"), id="m1")
    bring_in(library, chat.write(tmp_path))
    assert told(library)[1:] == [
        ("assistant", "Claude", "It is a test\n\nAnd more"),
        ("tool", "Bash", "ls\n\none"),
        ("tool", "Bash", "pwd\n\ntwo"),
    ]
    assert library.rows("SELECT count(*) FROM turn_details WHERE NOT active OR parent IS NOT NULL") == [(0,)]


def test_forks_that_replay_the_same_uuids_come_in_once(library: Importing, tmp_path: Path) -> None:
    parent, fork = a_session(), Claude("s2", sessionKind="bg")
    fork.records = parent.records[:4]
    fork.user("f1", "Another way", parentUuid="a2")
    parent.write(tmp_path / "projects" / "-home-ana-app")
    fork.write(tmp_path / "projects" / "-home-ana-app", "0fork.jsonl")  # comes first by its name
    result = bring_in(library, tmp_path / "projects")
    assert (result["memories_new"], result["sessions_new"], result["skipped"]) == (6, 2, 0)
    assert told(library, 2) == [("user", "", "Another way")]
    assert (
        library.bring_in(tmp_path / "projects" / "-home-ana-app" / "0fork.jsonl", format="").message
        == "4 were here already."
    )


def test_a_session_taken_up_again_under_another_id_does_not_come_twice(library: Importing, tmp_path: Path) -> None:
    first, again = a_session(), a_session("s0")
    again.records = [{**record, "sessionId": "s0"} if "sessionId" in record else record for record in again.records]
    again.user("u9", "Further")
    first.write(tmp_path / "p")
    again.write(tmp_path / "p")
    assert bring_in(library, tmp_path / "p")["memories_new"] == 6


def test_user_records_that_are_only_tool_results_are_not_the_human(library: Importing, tmp_path: Path) -> None:
    bring_in(library, a_session().write(tmp_path))
    assert [row[2] for row in told(library) if row[0] == "user"] == ["How many files are here?\nCount them."]


def test_a_tool_output_is_stored_once(library: Importing, tmp_path: Path) -> None:
    chat = Claude()
    chat.user("u1", "Go")
    chat.assistant("a1", call("t1"))
    chat.record("progress", "p1", data={"output": "MARK"}, toolUseID="t1")
    chat.result("r1", "t1", [text("MARK"), {"type": "image", "source": {}}], parentUuid="a1")
    chat.result("r2", "t1", "MARK of another time")
    chat.result("r3", "t9", "of a call that is not there", block={"is_error": True})
    bring_in(library, chat.write(tmp_path))
    assert told(library)[1:] == [
        ("tool", "Bash", "ls\n\nMARK\n‹image›"),
        ("tool", "tool", "MARK of another time"),
        ("tool", "tool", "‹error›\nof a call that is not there"),
    ]


def test_injected_wrappers_are_stripped_and_the_words_of_the_person_stay(library: Importing, tmp_path: Path) -> None:
    chat = Claude()
    chat.user("u1", "<system-reminder>Be brief.</system-reminder>\nWhat is <system-reminder> for?")
    chat.user(
        "u2", [text("<ide_opened_file>a.py</ide_opened_file>"), text("<ide_selection>x = 1</ide_selection>Why 1?")]
    )
    chat.user("u3", "Explain `<system-reminder>a</system-reminder>` to me.\n\n<system-reminder>\nb\n</system-reminder>")
    chat.user("u4", "<command-message>review is running…</command-message>\n<command-name>/review</command-name>\n"
                    "<command-args>the last commit</command-args>")  # fmt: skip
    chat.user("u5", "<local-command-stdout>\x1b[1mSet\x1b[0m</local-command-stdout>")
    chat.user("u6", "<bash-input>git log</bash-input>")
    chat.user("u7", "<bash-stdout>abc</bash-stdout><bash-stderr></bash-stderr>")
    chat.user("u8", "Caveat: made by commands", isMeta=True)
    chat.user("u9", [text("[Request interrupted by user for tool use]")])
    chat.user("u10", "  indented\n<b>verbatim</b>\n")
    bring_in(library, chat.write(tmp_path))
    assert told(library) == [
        ("user", "", "What is <system-reminder> for?"),
        ("user", "", "Why 1?"),
        ("user", "", "Explain `<system-reminder>a</system-reminder>` to me."),
        ("user", "", "/review the last commit"),
        ("tool", "Command", "Set"),
        ("user", "", "! git log"),
        ("tool", "Bash", "abc"),
        ("user", "", "  indented\n<b>verbatim</b>\n"),
    ]


@pytest.mark.parametrize(
    ("records", "title"),
    [
        ([("ai-title", "aiTitle", "Generated"), ("custom-title", "customTitle", "My own")], "My own"),
        ([("ai-title", "aiTitle", "Generated"), ("summary", "summary", "Summed up")], "Generated"),
        ([("summary", "summary", "Summed up")], "Summed up"),
        ([], "Count the files"),
    ],
)
def test_the_title_is_the_persons_else_generated_else_a_summary_else_the_first_prompt(
    library: Importing, tmp_path: Path, records: list[tuple[str, str, str]], title: str
) -> None:
    chat = Claude()
    chat.user("u0", "<command-name>/clear</command-name>")
    chat.user("u1", "Count the files\nplease")
    for kind, name, words in records:
        chat.plain(**{"type": kind, name: words, "leafUuid": "u1", "sessionId": "s1"})
    bring_in(library, chat.write(tmp_path))
    assert titles(library) == [title]


def test_a_summary_at_the_top_of_another_file_is_the_title_of_the_session_it_names(
    library: Importing, tmp_path: Path
) -> None:
    chat, other = a_session(), Claude("s2")
    other.plain(type="summary", summary="Counting files", leafUuid="a4")
    other.user("v1", "Something else")
    chat.write(tmp_path / "p")
    other.write(tmp_path / "p")
    bring_in(library, tmp_path / "p")
    assert titles(library) == ["Counting files", "Something else"]


@pytest.mark.parametrize("name", ["s1/subagents/agent-x7.jsonl", "agent-x7.jsonl"])
def test_sub_agents_are_sessions_of_their_own_linked_by_title(library: Importing, tmp_path: Path, name: str) -> None:
    agent = Claude(isSidechain=True, agentId="x7")
    agent.user("b1", "Look into the tests")
    agent.assistant("b2", text("They pass."))
    a_session().write(tmp_path / "p")
    path = agent.write(tmp_path / "p", name)
    path.with_suffix(".meta.json").write_text(json.dumps({"agentType": "Explore", "description": "Test survey"}))
    bring_in(library, tmp_path / "p")
    assert titles(library) == ["How many files are here?", "Test survey · How many files are here?"]
    assert [row[2] for row in told(library, 2)] == ["Look into the tests", "They pass."]
    assert library.rows("SELECT source_id, extra FROM sessions WHERE id = 2") == [
        ("s1/agent-x7", '{"parent_session": "s1"}')
    ]


def test_records_of_sub_agents_between_the_others_are_sessions_of_their_own(library: Importing, tmp_path: Path) -> None:
    chat = a_session()
    chat.user("c1", "First task", isSidechain=True, parentUuid=None)
    chat.user("d1", "Second task", isSidechain=True, parentUuid=None)
    chat.assistant("c2", text("First done"), isSidechain=True, parentUuid="c1")
    chat.assistant("d2", text("Second done"), isSidechain=True, parentUuid="d1")
    chat.user("u2", "Thanks", parentUuid="a4")
    bring_in(library, chat.write(tmp_path))
    assert told(library)[-1] == ("user", "", "Thanks")
    assert sorted([row[2] for row in told(library, n)] for n in (2, 3)) == [
        ["First task", "First done"],
        ["Second task", "Second done"],
    ]
    assert library.rows("SELECT count(*) FROM turn_details WHERE NOT active OR parent IS NOT NULL") == [(0,)]


def test_branches_are_kept_and_the_path_that_was_chosen_last_is_the_active_one(
    library: Importing, tmp_path: Path
) -> None:
    chat = Claude()
    chat.user("u1", "Question")
    chat.assistant("a1", text("Answer"))
    chat.user("u2", "Old way")
    chat.assistant("a2", text("Old answer"))
    chat.record("progress", "p1", parentUuid="a1")
    chat.user("u3", "New way")
    chat.assistant("a3", text("New answer"))
    bring_in(library, chat.write(tmp_path))
    turns = {m.text: m for m in library.turns(1)}
    assert [m.text for m in library.turns(1) if m.active] == ["Question", "Answer", "New way", "New answer"]
    assert turns["New way"].parent == turns["Answer"].id
    assert [m.text for m in library.turns(1)] == [
        "Question", "Answer", "Old way", "Old answer", "New way", "New answer",
    ]  # fmt: skip


def test_a_first_prompt_that_was_written_anew_begins_the_conversation_again(library: Importing, tmp_path: Path) -> None:
    chat = Claude()
    chat.user("u1", "Old")
    chat.assistant("a1", text("Old answer"))
    chat.user("u2", "New", parentUuid=None)
    chat.assistant("a2", text("New answer"))
    bring_in(library, chat.write(tmp_path))
    assert [m.text for m in library.turns(1) if m.active] == ["New", "New answer"]


def test_what_came_before_a_compaction_stays_on_the_path_and_its_summary_is_marked(
    library: Importing, tmp_path: Path
) -> None:
    chat = a_session()
    chat.record("system", "b1", subtype="compact_boundary", parentUuid=None, logicalParentUuid="a4", content="…")
    chat.user("k1", "This session is being continued …", isCompactSummary=True, isVisibleInTranscriptOnly=True)
    chat.user("u2", "Go on")
    bring_in(library, chat.write(tmp_path))
    assert told(library)[-2:] == [
        ("tool", "Compact summary", "This session is being continued …"),
        ("user", "", "Go on"),
    ]
    assert all(m.active for m in library.turns(1))
    assert library.rows("SELECT kind FROM memories WHERE speaker = 'Compact summary'") == [("summary",)]


def test_what_was_typed_while_it_worked_and_pictures_are_the_persons(library: Importing, tmp_path: Path) -> None:
    chat = Claude()
    chat.user(
        "u1", [{"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "AA"}}, text("See")]
    )
    chat.plain(type="queue-operation", operation="enqueue", content="And then?", sessionId="s1")
    chat.record("attachment", "q1", attachment={"type": "queued_command", "prompt": "And then?"})
    chat.user("u2", [{"type": "document", "title": "plan.pdf", "source": {}}])
    bring_in(library, chat.write(tmp_path))
    assert told(library) == [("user", "", "See"), ("user", "", "And then?"), ("user", "", "‹plan.pdf›")]
    assert [m.attachments for m in library.turns(1)] == [("image 1",), (), ("plan.pdf",)]


def test_a_session_that_grew_goes_on_and_a_call_that_was_open_gets_its_answer(
    library: Importing, tmp_path: Path
) -> None:
    chat = a_session()
    path = write(tmp_path / "s1.jsonl", *chat.records[:5])
    assert bring_in(library, path)["memories_new"] == 4
    write(path, *chat.records)
    result = bring_in(library, path)
    assert (result["memories_new"], result["changed"], result["unchanged"]) == (1, 1, 3)
    assert [row[2] for row in told(library)][-2:] == ['ls\n{"description": "List"}\n\na.txt\nb.txt', "Two files."]


def test_a_session_that_goes_on_while_it_is_read_comes_in_as_it_was(tmp_path: Path) -> None:
    told = Claude()
    for number in range(3_000):
        told.user(f"u{number}", f"question {number} " + "and so on " * 40)
    path = told.write(tmp_path)
    wanted = items(ClaudeCode(), path)
    reading = ClaudeCode().read(open_origin(path))
    found = [next(reading)]
    line = path.read_bytes().splitlines(keepends=True)[-1]
    with path.open("ab") as file:
        file.writelines(line.replace(b"u2999", b"v%d" % number) for number in range(50))
    found += reading
    assert [each for each in found if not isinstance(each, ReadTo)] == wanted


def test_torn_and_hostile_records_are_listed_and_the_rest_comes_in(library: Importing, tmp_path: Path) -> None:
    chat = a_session()
    deep = b"[" * 9000 + b"]" * 9000
    bad = [b"{", b"[1]", b"7", b'{"type":"user","uuid":"x","sessionId":"s1","message":3}', b"\xff\xfe",
           b'{"type":"brand-new","uuid":"y","sessionId":5,"timestamp":{},"parentUuid":["x"]}',
           b'{"type":"user","uuid":"z","sessionId":"s1","parentUuid":"z","message":{"content":%b}}' % deep]  # fmt: skip
    lines = [json.dumps(record).encode() for record in chat.records]
    path = write(tmp_path / "s1.jsonl", *lines[:3], *bad, *lines[3:], lines[-1][:-9])
    result = bring_in(library, path)
    assert (result["memories_new"], result["skipped"]) == (5, 8)
    job = library.bring_in(path, format="")
    assert [each.where for each in library.left_out(job)][-1] == f"line {len(lines) + len(bad) + 1}"


def test_broken_characters_and_odd_times_are_taken(library: Importing, tmp_path: Path) -> None:
    chat = Claude()
    chat.user("u1", "half \ud83d of", timestamp="0000-00-00")
    chat.user("u2", "later", timestamp=7)
    result = bring_in(library, chat.write(tmp_path))
    assert (result["memories_new"], result["mended"]) == (2, 1)
    assert [m.occurred_at for m in library.turns(1)] == [None, None]


def test_the_whole_folder_and_a_zip_of_it_are_the_same(library: Importing, tmp_path: Path) -> None:
    home = tmp_path / ".claude"
    a_session().write(home / "projects" / "-home-ana-app")
    (home / "settings.json").write_text("{}")
    (home / "todos").mkdir()
    write(
        home / "history.jsonl",
        {"display": "in a transcript", "timestamp": 1746710000000, "project": "/home/ana/app", "sessionId": "s1"},
        {"display": "old [Pasted text #1 +2 lines]", "timestamp": 1746710000001, "project": "/p", "sessionId": "gone",
         "pastedContents": {"1": {"id": 1, "type": "text", "content": "a\nb"}}},
    )  # fmt: skip
    with zipfile.ZipFile(tmp_path / "claude.zip", "w") as packed:
        for path in sorted(home.rglob("*")):
            packed.write(path, path.relative_to(tmp_path))
    assert bring_in(library, home)["memories_new"] == 6
    assert told(library, 2) == [("user", "", "old a\nb")]
    assert library.bring_in(tmp_path / "claude.zip", format="").message == "6 were here already."


def test_prompts_whose_transcripts_are_gone_come_from_the_history(library: Importing, tmp_path: Path) -> None:
    write(
        tmp_path / "history.jsonl",
        {"display": "one", "timestamp": 1746710000000, "project": "/p", "sessionId": "g1", "pastedContents": {}},
        {"display": "two", "timestamp": 1746710000000, "project": "/q", "sessionId": "g2", "pastedContents": {}},
        {"display": "three", "timestamp": 1746710001000, "project": "/p", "sessionId": "g1", "pastedContents": {}},
        {"display": "before there were sessions", "timestamp": 1740000000000, "project": "/p"},
        {"timestamp": 1746710000000, "project": "/p"},
        b"{torn",
    )
    result = bring_in(library, tmp_path / "history.jsonl")
    assert (result["sessions_new"], result["memories_new"], result["skipped"]) == (3, 4, 2)
    assert [row[2] for row in told(library, 1)] == ["one", "three"]
    assert titles(library) == ["one", "two", "before there were sessions"]


@pytest.mark.parametrize("odd", [[], {}, 7, None])
def test_values_of_the_wrong_kind_break_nothing(library: Importing, tmp_path: Path, odd: object) -> None:
    chat = a_session()
    chat.record(odd, "x1")  # type: ignore[arg-type]
    chat.user("x2", [{"type": odd, "text": odd}, {"type": "tool_result", "tool_use_id": odd, "content": odd}])
    chat.assistant("x3", {"type": "tool_use", "id": odd, "name": odd, "input": odd}, odd)
    assert bring_in(library, chat.write(tmp_path))["memories_new"] >= 5


def test_the_folder_is_that_of_the_records_as_the_name_of_the_projects_folder_is_lossy(
    library: Importing, tmp_path: Path
) -> None:
    for number, folder in enumerate(("/home/ana/my-app", "/home/ana/my_app", "/home/ana/my/app")):
        chat = Claude(f"s{number}", cwd=folder)
        chat.user(f"u{number}", "Question")
        chat.write(tmp_path / "projects" / "-home-ana-my-app")
    bring_in(library, tmp_path / "projects")
    assert library.rows("SELECT folder FROM session_details ORDER BY session") == [
        ("/home/ana/my-app",), ("/home/ana/my_app",), ("/home/ana/my/app",),
    ]  # fmt: skip


def test_records_without_an_id_come_in_in_their_order_and_once(library: Importing, tmp_path: Path) -> None:
    lines = [{"type": "user", "sessionId": "s", "message": {"role": "user", "content": words}} for words in "ab"]
    answer = {"type": "assistant", "sessionId": "s", "message": {"role": "assistant", "content": [text("c")]}}
    result = bring_in(library, write(tmp_path / "s.jsonl", *lines, answer))
    assert (result["memories_new"], result["skipped"]) == (3, 0)
    assert [words for _, _, words in told(library)] == ["a", "b", "c"]
