"""The export of Claude.ai: trees of messages, blocks, files and projects, and each trap that is known of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.importing import Empty, Item, RawTurn
from mnemoteca.core.memory import Precision, Role
from mnemoteca.library.importers.claude_ai import ClaudeAI
from mnemoteca.library.importers.detect import open_origin
from tests.unit.library.importers.exported import (
    BRANCHED,
    ROOT,
    as_file,
    as_zip,
    chat,
    read,
    said,
    sessions,
    turns,
    unread,
)

PROJECT = {
    "uuid": "p",
    "name": "The garden",
    "description": "All about it",
    "prompt_template": "Answer as a gardener",
    "created_at": "2025-03-01T09:00:00Z",
    "is_private": True,
    "docs": [
        {"uuid": "d1", "filename": "roses.md", "content": "# Roses", "created_at": "2025-03-02T09:00:00Z"},
        {"filename": "soil.txt", "content": "Loam"},
        {"filename": "soil.txt", "content": "Clay"},
        {"filename": "empty.txt", "content": ""},
    ],
}


def taken(tmp_path: Path, *chats: Any) -> list[Item]:
    return read(ClaudeAI(), as_file(tmp_path / "conversations.json", list(chats)))


def parts(tmp_path: Path, *blocks: Any, **more: Any) -> list[RawTurn]:
    """The turns that a message of these blocks becomes."""
    return turns(taken(tmp_path, chat(said("m", "flat", "assistant", content=list(blocks), **more))))


def test_the_tree_is_kept_and_the_last_message_stands_on_the_chosen_path(tmp_path: Path) -> None:
    told = chat(
        said("ask"),
        said("first", "Red.", "assistant", "ask"),
        said("thanks", "Thanks", parent="first"),
        said("second", "Blue.", "assistant", "ask"),
        said("more", "More", parent="second"),
    )
    found = turns(taken(tmp_path, told))
    assert [(turn.id, turn.parent, turn.active) for turn in found] == [
        ("ask", "\0root", True),
        ("second", "ask", True),
        ("more", "second", True),
        ("first", "ask", False),
        ("thanks", "first", False),
    ]
    assert [(turn.role, turn.speaker, turn.model) for turn in found[:2]] == [
        (Role.USER, "", ""),
        (Role.ASSISTANT, "Claude", ""),
    ]
    other = turns(taken(tmp_path, told | {"current_leaf_message_uuid": "thanks"}))
    assert [turn.id for turn in other if turn.active] == ["ask", "first", "thanks"]


def test_a_first_message_that_was_edited_is_a_second_beginning(tmp_path: Path) -> None:
    found = turns(taken(tmp_path, chat(said("a"), said("a2", "hello again", parent=ROOT))))
    assert [(turn.id, turn.parent, turn.active) for turn in found] == [("a2", "\0root", True), ("a", "\0root", False)]


def test_messages_that_tell_no_parents_follow_each_other(tmp_path: Path) -> None:
    found = turns(taken(tmp_path, chat(*(said(id, parent=None) for id in "abc"))))
    assert [(turn.id, turn.parent) for turn in found] == [("a", "\0root"), ("b", "a"), ("c", "b")]


def test_a_message_that_answers_one_that_is_not_there_begins_anew(tmp_path: Path) -> None:
    found = turns(taken(tmp_path, chat(said("a"), said("b", parent="gone"))))
    assert {turn.id: turn.parent for turn in found} == {"a": "\0root", "b": "\0root"}


def test_blocks_come_before_the_flat_text_and_that_is_taken_where_there_are_none(tmp_path: Path) -> None:
    (told,) = parts(tmp_path, {"type": "text", "text": "one"}, {"type": "text", "text": "two"})
    assert told.text == "one\n\ntwo"
    (flat,) = parts(tmp_path)
    assert flat.text == "flat"
    (again,) = parts(tmp_path, {"type": "text", "text": ""})
    assert again.text == "flat"


def test_tools_are_one_turn_with_what_they_answered_and_thinking_is_another(tmp_path: Path) -> None:
    found = parts(
        tmp_path,
        {"type": "thinking", "thinking": "Let me look"},
        {"type": "text", "text": "I look."},
        {"type": "tool_use", "id": "t1", "name": "view", "input": {"path": "app.py", "lines": [1, 2]}},
        {"type": "tool_use", "id": "t2", "name": "web_search", "input": {"query": "roses"}},
        {"type": "tool_result", "tool_use_id": "t1", "name": "view", "content": [{"type": "text", "text": "x = 1"}]},
        {"type": "tool_result", "tool_use_id": "t2", "content": "nothing", "is_error": True},
        {"type": "token_budget"},
        {"type": "text", "text": "Done."},
    )
    assert [(turn.id, turn.role, turn.speaker, turn.text) for turn in found] == [
        ("m/block 0", Role.TOOL, "Thinking", "Let me look"),
        ("m", Role.ASSISTANT, "Claude", "I look."),
        ("m/block 2", Role.TOOL, "view", 'app.py\n{"lines": [1, 2]}\n\nx = 1'),
        ("m/block 3", Role.TOOL, "web_search", "roses\n\n‹error›\nnothing"),
        ("m/block 7", Role.ASSISTANT, "Claude", "Done."),
    ]
    assert [turn.parent for turn in found] == ["\0root", "m/block 0", "m", "m/block 2", "m/block 3"]


def test_an_answer_of_a_tool_without_an_id_is_of_the_call_before_it_and_one_without_a_call_stands_alone(
    tmp_path: Path,
) -> None:
    found = parts(
        tmp_path,
        {"type": "tool_result", "name": "repl", "content": "early"},
        {"type": "tool_use", "name": "repl", "input": {"code": "1"}},
        {
            "type": "tool_result",
            "content": [{"type": "image"}, {"type": "knowledge", "title": "T", "url": "https://a"}],
        },
    )
    assert [turn.text for turn in found] == ["early", "1\n\n‹image›\nT\nhttps://a"]


def test_a_block_that_nobody_knows_has_a_sign_and_is_kept_as_it_is(tmp_path: Path) -> None:
    strange = {"type": "hologram", "text": "a ship", "depth": 3}
    (turn,) = parts(tmp_path, {"type": "text", "text": "See:"}, strange, 7, None, {"type": "voice_note", "text": "hm"})
    assert turn.text == "See:\n\n‹hologram›\na ship\n\nhm"
    assert json.loads(turn.extra or "")["content"] == [strange]


def test_files_are_named_and_their_texts_are_documents(tmp_path: Path) -> None:
    attached = [
        {"file_name": "plan.txt", "file_size": 4, "file_type": "txt", "extracted_content": "Dig."},
        {"file_name": "scan.pdf", "extracted_content": ""},
    ]
    told = said("m", "See these", attachments=attached, files=[{"file_name": "a.png"}, {"file_uuid": "u"}, 3])
    message, document, reply = turns(taken(tmp_path, chat(told, said("r", "Yes", "assistant", "m"))))
    assert (message.text, message.attachments) == ("See these", ("plan.txt", "scan.pdf", "a.png", "u"))
    assert (document.id, document.role, document.speaker, document.text, document.parent) == (
        "m/file 1", Role.DOCUMENT, "plan.txt", "Dig.", "m",
    )  # fmt: skip
    assert reply.parent == "m/file 1"
    (alone,) = turns(taken(tmp_path, chat(said("m", "", files_v2=[{"file_name": "b.png"}]) | {"files": None})))
    assert (alone.text, alone.attachments) == ("‹b.png›", ("b.png",))


def test_projects_are_sessions_of_documents_with_their_instructions(tmp_path: Path) -> None:
    exported = {"conversations.json": [chat(said("m"))], "projects.json": [PROJECT], "users.json": [{"uuid": "a"}]}
    path = as_zip(tmp_path / "export.zip", exported)
    assert ClaudeAI().detect(open_origin(path)) > 0.9
    found = read(ClaudeAI(), path)
    talk, project = sessions(found)
    assert (talk.kind, project.kind, project.id, project.title) == ("chat", "document", "p", "The garden")
    assert json.loads(project.extra or "") == {"is_private": True}
    assert [(turn.id, turn.speaker, turn.text) for turn in turns(found)[1:]] == [
        ("description", "Description", "All about it"),
        ("prompt_template", "Instructions", "Answer as a gardener"),
        ("d1", "roses.md", "# Roses"),
        ("doc soil.txt", "soil.txt", "Loam"),
        ("doc soil.txt 2", "soil.txt", "Clay"),
    ]
    dated = turns(found)[3].moment
    assert (dated.at, dated.precision) == (datetime(2025, 3, 2, 9, tzinfo=UTC), Precision.INSTANT)
    assert turns(found)[1].moment.precision is Precision.DAY


def test_the_file_of_projects_can_be_pointed_at_alone(tmp_path: Path) -> None:
    path = as_file(tmp_path / "projects.json", [PROJECT])
    assert ClaudeAI().detect(open_origin(path)) > 0.8
    assert len(turns(read(ClaudeAI(), path))) == 5


def test_several_shards_and_a_folder_are_read_whole(tmp_path: Path) -> None:
    for n in range(3):
        as_file(tmp_path / "data" / f"conversations-{n:03}.json", [chat(said(f"m{n}", f"shard {n}"), uuid=f"k{n}")])
    found = read(ClaudeAI(), tmp_path / "data")
    assert [turn.text for turn in turns(found)] == ["shard 0", "shard 1", "shard 2"]


def test_it_is_known_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    def sure(value: object) -> float:
        return ClaudeAI().detect(open_origin(as_file(tmp_path / "x.json", value)))

    assert sure([chat(said("m"))]) > 0.9
    assert sure([BRANCHED]) == 0
    assert sure(chat(said("m"))) > 0.9  # one alone
    assert sure({"chat": "messages"}) == 0


def test_missing_names_ids_and_times_are_made_from_what_is_there(tmp_path: Path) -> None:
    bare = chat(said("m", "Where is it?"), said("n", "Here", "assistant", "m", created_at=None), name="")
    del bare["uuid"], bare["created_at"], bare["chat_messages"][0]["uuid"]
    found = taken(tmp_path, bare)
    (session,) = sessions(found)
    assert session.title == "Where is it?"
    assert session.id.startswith("\0")
    assert session.started.at == datetime(2025, 5, 8, 13, 56, 0, 123456, tzinfo=UTC)
    assert {turn.text: turn.moment.precision for turn in turns(found)} == {
        "Where is it?": Precision.INSTANT, "Here": Precision.DAY,
    }  # fmt: skip


def test_messages_that_answer_each_other_in_a_circle_come_in_and_are_listed(tmp_path: Path) -> None:
    found = taken(tmp_path, chat(said("a", "one", parent="b"), said("b", "two", parent="a")))
    assert sorted(turn.text for turn in turns(found)) == ["one", "two"]
    assert "circle" in unread(found)[0].reason


def test_two_messages_of_one_id_both_come_in(tmp_path: Path) -> None:
    found = turns(taken(tmp_path, chat(said("a", "one"), said("a", "two"))))
    assert sorted(turn.text for turn in found) == ["one", "two"]
    assert len({turn.id for turn in found}) == 2


@pytest.mark.parametrize("odd", [7, "x", None, [], {"chat_messages": 3}, {"chat_messages": None}, {"uuid": [1]}])
def test_what_is_no_conversation_is_listed_and_the_next_one_comes_in(tmp_path: Path, odd: object) -> None:
    assert [turn.text for turn in turns(taken(tmp_path, odd, chat(said("m"))))] == ["hello"]


@pytest.mark.parametrize("odd", [7, None, [], {}, {"content": 3, "text": 4, "attachments": {}, "files": "x"}])
def test_what_is_no_message_costs_itself(tmp_path: Path, odd: object) -> None:
    found = taken(tmp_path, chat(odd, said("m")))
    assert [turn.text for turn in turns(found)] == ["hello"]
    assert len(unread(found)) + found.count(Empty()) == 1


@pytest.mark.slow
def test_json_nested_200_times_is_read_and_without_end_costs_its_message(tmp_path: Path) -> None:
    deep: Any = "bottom"
    for _ in range(200):
        deep = [deep]
    (turn,) = parts(tmp_path, {"type": "hologram", "deep": deep})
    assert '"bottom"' in (turn.extra or "")
    told = json.dumps([chat(said("m", content=["bomb"]), said("n", "after"))])
    bomb = told.replace('"bomb"', "[" * 50_000 + "]" * 50_000)
    found = read(ClaudeAI(), as_file(tmp_path / "c.json", bomb.encode()))
    assert [turn.text for turn in turns(found)] == ["after"]
    assert [each.reason for each in unread(found)] == ["it is nested too deeply"]


@pytest.mark.slow
def test_a_hundred_thousand_blocks_are_read_in_one_go(tmp_path: Path) -> None:
    (turn,) = parts(tmp_path, *[{"type": "text", "text": "word"}] * 100_000)
    assert turn.text.count("word") == 100_000


def test_what_claude_remembered_is_a_session_of_documents_of_the_account_and_its_projects(tmp_path: Path) -> None:
    remembered = {
        "account_uuid": "a",
        "conversations_memory": "**Work**\n\nAna keeps bees.",
        "project_memories": {"p": "Roses, mostly.", "other": "Bread", "blank": " ", "broken": 7},
    }
    files = {"conversations.json": [chat(said("m"))], "projects.json": [PROJECT], "memories.json": [remembered, 7]}
    found = read(ClaudeAI(), as_zip(tmp_path / "e.zip", files))
    assert [(each.id, each.title, each.kind) for each in sessions(found)][-1] == (
        "memories a", "What Claude remembered", "document",
    )  # fmt: skip
    assert [(each.id, each.speaker, each.text, each.role) for each in turns(found)][-3:] == [
        ("conversations", "Claude", "**Work**\n\nAna keeps bees.", Role.DOCUMENT),
        ("p", "The garden", "Roses, mostly.", Role.DOCUMENT),
        ("other", "Project", "Bread", Role.DOCUMENT),
    ]
    assert [(each.where, each.reason) for each in unread(found)] == [
        ("memories.json, memory 2", "it is not an object"),
    ]  # fmt: skip
    alone = as_file(tmp_path / "memories.json", [remembered])
    assert ClaudeAI().detect(open_origin(alone)) == 0.9
    assert [each.text for each in turns(read(ClaudeAI(), alone))] == [each.text for each in turns(found)][-3:]
