"""The export of ChatGPT: sharded or not, every branch, and each trap that is known of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.importing import Empty, Item, RawTurn
from mnemoteca.core.memory import Precision, Role
from mnemoteca.library.importers.chatgpt import ChatGPT
from mnemoteca.library.importers.detect import open_origin
from tests.unit.library.importers.exported import (
    AT,
    BRANCHED,
    answer,
    as_file,
    as_zip,
    chat,
    conversation,
    message,
    read,
    said,
    sessions,
    turns,
    unread,
)


def taken(tmp_path: Path, *conversations: Any) -> list[Item]:
    return read(ChatGPT(), as_file(tmp_path / "conversations.json", list(conversations)))


def only(tmp_path: Path, told: Any) -> RawTurn:
    """The one turn that a message becomes."""
    (turn,) = turns(taken(tmp_path, conversation({"root": (None, None), "m": ("root", told)})))
    return turn


def test_every_branch_is_kept_and_the_chosen_path_is_what_lies_above_the_current_node(tmp_path: Path) -> None:
    found = turns(taken(tmp_path, BRANCHED))
    assert [(turn.id, turn.parent, turn.active) for turn in found] == [
        ("ask", "\0root", True),
        ("second", "ask", True),
        ("more", "second", True),
        ("end", "more", True),
        ("first", "ask", False),
        ("thanks", "first", False),
        ("third", "ask", False),
    ]
    assert [(turn.role, turn.speaker, turn.model) for turn in found[:2]] == [
        (Role.USER, "", ""),
        (Role.ASSISTANT, "ChatGPT", "gpt-4o"),
    ]


def test_a_zip_its_folder_and_a_single_file_of_any_name_are_the_same(tmp_path: Path) -> None:
    single = read(ChatGPT(), as_file(tmp_path / "download (1)", [BRANCHED]))
    zipped = as_zip(
        tmp_path / "export.zip", {"chat.html": b"<html>", "user.json": {}, "conversations.json": [BRANCHED]}
    )
    as_file(tmp_path / "folder" / "export" / "conversations.json", [BRANCHED])
    for path in (zipped, tmp_path / "folder"):
        assert ChatGPT().detect(open_origin(path)) > 0.9
        found = read(ChatGPT(), path)
        assert [(t.id, t.text, t.parent) for t in turns(found)] == [(t.id, t.text, t.parent) for t in turns(single)]
        assert [s.id for s in sessions(found)] == [s.id for s in sessions(single)]


def test_an_export_in_shards_is_read_whole_and_in_order(tmp_path: Path) -> None:
    shards = {
        f"conversations-{n:03}.json": [conversation({"m": (None, message(f"shard {n}"))}, conversation_id=f"c{n}")]
        for n in range(12)
    }
    found = read(ChatGPT(), as_zip(tmp_path / "export.zip", {"shared_conversations.json": [], **shards}))
    assert [session.id for session in sessions(found)] == [f"c{n}" for n in range(12)]
    assert [turn.text for turn in turns(found)] == [f"shard {n}" for n in range(12)]


def test_a_conversation_that_comes_in_two_shards_comes_in_once(tmp_path: Path) -> None:
    grown = conversation({"m": (None, message("one")), "n": ("m", answer("two"))})
    found = taken(tmp_path, conversation({"m": (None, message("one"))}), grown)
    assert [turn.id for turn in turns(found)] == ["m", "n"]


def test_it_is_known_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    def sure(value: object) -> float:
        return ChatGPT().detect(open_origin(as_file(tmp_path / "conversations.json", value)))

    assert sure([BRANCHED]) > 0.9
    assert sure(b"\xef\xbb\xbf" + json.dumps([BRANCHED]).encode()) > 0.9
    assert sure([chat(said("m"))]) == 0
    assert sure([]) == 0
    assert sure(b"[[[[") == 0


def test_times_that_are_missing_are_told_by_what_is_there(tmp_path: Path) -> None:
    nodes = {"a": (None, message(at=AT + 5)), "b": ("a", answer(at=None))}
    found = taken(tmp_path, conversation(nodes, create_time=None))
    assert sessions(found)[0].started.at == datetime(2023, 11, 14, 22, 13, 25, tzinfo=UTC)
    first, second = turns(found)
    assert first.moment.precision is Precision.INSTANT
    assert (second.moment.at, second.moment.precision) == (first.moment.at, Precision.DAY)
    (bare,) = turns(taken(tmp_path, {"mapping": {"a": {"message": message(at=None)}}}))
    assert bare.moment.at is None


@pytest.mark.parametrize(
    ("told", "at"),
    [
        (1_700_000_000, datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        (1_700_000_000.25, datetime(2023, 11, 14, 22, 13, 20, 250_000, tzinfo=UTC)),
        (1_700_000_000_250, datetime(2023, 11, 14, 22, 13, 20, 250_000, tzinfo=UTC)),
        ("1700000000.25", datetime(2023, 11, 14, 22, 13, 20, 250_000, tzinfo=UTC)),
        ("2023-11-14T22:13:20Z", datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        (10, datetime(1970, 1, 1, 0, 0, 10, tzinfo=UTC)),
        (0, None),
        (-62_135_596_801, None),
        (1e300, None),
        (10**400, None),
        (True, None),
        ("yesterday", None),
        ({"at": 1}, None),
    ],
)
def test_seconds_and_milliseconds_are_told_apart_and_impossible_times_are_none(
    tmp_path: Path, told: object, at: datetime | None
) -> None:
    nodes = {"a": (None, message(at=told))}
    (turn,) = turns(taken(tmp_path, conversation(nodes, create_time=None)))
    assert turn.moment.at == at


def test_a_time_that_is_no_number_does_no_harm(tmp_path: Path) -> None:
    text = json.dumps([conversation({"a": (None, message(at=float("nan")))}, create_time=float("inf"))])
    (turn,) = turns(read(ChatGPT(), as_file(tmp_path / "c.json", text.encode())))
    assert turn.moment.at is None


def test_without_a_title_it_is_called_by_its_first_question(tmp_path: Path) -> None:
    asked = "\n  Where is the boat? " + "It was here yesterday " * 9
    nodes = {"a": (None, message("", "system")), "b": ("a", message(asked)), "c": ("b", answer())}
    (session,) = sessions(taken(tmp_path, conversation(nodes, title=None)))
    assert session.title.startswith("Where is the boat? It was here")
    assert session.title.endswith("…")
    assert len(session.title) <= 81


def test_without_ids_it_comes_in_and_comes_in_only_once(tmp_path: Path) -> None:
    nameless = conversation({"a": (None, message())})
    del nameless["conversation_id"]
    (session,) = sessions(taken(tmp_path, nameless))
    assert session.id.startswith("\0")
    assert sessions(taken(tmp_path, nameless | {"title": "Renamed"}))[0].id == session.id
    assert sessions(taken(tmp_path, nameless | {"id": "old-style"}))[0].id == "old-style"


def test_without_a_current_node_the_newest_answer_is_on_the_path(tmp_path: Path) -> None:
    nodes = {"a": (None, message()), "b": ("a", answer(at=AT + 500)), "c": ("a", answer(at=AT + 50))}
    for current in ({}, {"current_node": None}, {"current_node": "gone"}, {"current_node": 7}):
        found = turns(taken(tmp_path, conversation(nodes) | {"current_node": None} | current))
        assert [turn.id for turn in found if turn.active] == ["a", "b"]


def test_hidden_and_system_messages_are_no_turns_but_are_kept_beside_the_session(tmp_path: Path) -> None:
    about = {"content_type": "user_editable_context", "user_profile": "I am a gardener"}
    hidden = {"is_visually_hidden_from_conversation": True}
    nodes = {
        "root": (None, None),
        "system": ("root", message("You are helpful", "system")),
        "about": ("system", message(about, metadata=hidden)),
        "ask": ("about", message("Roses?")),
        "memo": ("ask", message("set up", "tool", metadata=hidden)),
        "reply": ("memo", answer("Yes.")),
    }
    found = taken(tmp_path, conversation(nodes))
    assert [(turn.id, turn.parent) for turn in turns(found)] == [("ask", "\0root"), ("reply", "ask")]
    extra = json.loads(sessions(found)[0].extra or "")
    assert set(extra["hidden"]) == {"system", "about", "memo"}
    assert extra["hidden"]["about"]["content"] == about


def test_a_kind_of_content_that_nobody_knows_has_a_sign_and_is_kept_as_it_is(tmp_path: Path) -> None:
    strange = {"content_type": "hologram", "depth": 3, "parts": ["a ship", {"content_type": "ray", "of": "light"}]}
    turn = only(tmp_path, answer(strange))
    assert turn.text == "‹hologram›\na ship\n‹ray›"
    assert json.loads(turn.extra or "")["content"] == strange
    assert only(tmp_path, answer({"content_type": "hologram"})).text == "‹hologram›"


def test_pictures_and_files_are_named_by_what_the_export_calls_them(tmp_path: Path) -> None:
    pictured = {
        "content_type": "multimodal_text",
        "parts": [
            {"content_type": "image_asset_pointer", "asset_pointer": "file-service://file-AbC123", "width": 3},
            {"content_type": "audio_transcription", "text": "what is this?"},
            {"content_type": "real_time", "audio_asset_pointer": {"asset_pointer": "sediment://file_00ff"}},
            "look",
        ],
    }
    attached = {"attachments": [{"id": "file-9", "name": "plan.pdf"}, {"id": "file-8"}, "odd"]}
    exported = {
        "conversations.json": [conversation({"m": (None, message(pictured, metadata=attached))})],
        "file-AbC123-garden.png": b"png",
    }
    (turn,) = turns(read(ChatGPT(), as_zip(tmp_path / "e.zip", exported)))
    assert turn.text == "what is this?\nlook"
    assert turn.attachments == ("garden.png", "file_00ff", "plan.pdf", "file-8")
    alone = {"content_type": "multimodal_text", "parts": [pictured["parts"][0]]}
    assert only(tmp_path, message(alone)).text == "‹file-AbC123›"


@pytest.mark.parametrize(
    ("told", "role", "speaker", "text"),
    [
        (answer({"content_type": "thoughts", "thoughts": [{"summary": "Colours", "content": "Blue or red"}]}),
         Role.TOOL, "Thinking", "Colours\nBlue or red"),
        (answer({"content_type": "reasoning_recap", "content": "Thought for 3 s"}), Role.TOOL, "Thinking",
         "Thought for 3 s"),
        (answer({"content_type": "code", "language": "python", "text": "print(1)"}), Role.ASSISTANT, "ChatGPT",
         "```python\nprint(1)\n```"),
        (answer({"content_type": "code", "language": "unknown", "text": "print(1)"}, recipient="python"), Role.TOOL,
         "python", "print(1)"),
        (message({"content_type": "execution_output", "text": "1"}, "tool", author={"role": "tool", "name": "python"}),
         Role.TOOL, "python", "1"),
        (message({"content_type": "tether_browsing_display", "result": "L1: sea"}, "tool",
                 author={"role": "tool", "name": "browser"}), Role.TOOL, "browser", "L1: sea"),
        (message({"content_type": "system_error", "name": "Oops", "text": "it failed"}, "system"), Role.TOOL,
         "System", "Oops\nit failed"),
        (message({"content_type": "text", "parts": ["one", None, 3, ["x"], "two"]}), Role.USER, "", "one\ntwo"),
    ],
)  # fmt: skip
def test_each_kind_of_content_is_read_as_what_it_is(
    tmp_path: Path, told: Any, role: Role, speaker: str, text: str
) -> None:
    turn = only(tmp_path, told)
    assert (turn.role, turn.speaker, turn.text) == (role, speaker, text)
    assert turn.extra is None


def test_a_quoted_page_is_a_place(tmp_path: Path) -> None:
    quote = {"content_type": "tether_quote", "url": "https://example.org/a", "title": "Roses", "text": "They are red"}
    turn = only(tmp_path, message(quote, "tool", author={"role": "tool", "name": "browser"}))
    assert turn.text == "Roses\nhttps://example.org/a\nThey are red"
    assert turn.places == (("url", "https://example.org/a"),)
    assert only(tmp_path, message(quote | {"url": "javascript:alert(1)"}, "tool")).places == ()


def test_messages_that_answer_each_other_in_a_circle_come_in_and_are_listed(tmp_path: Path) -> None:
    told = conversation({"a": ("c", message("one")), "b": ("a", answer("two")), "c": ("b", message("three"))}, "b")
    found = taken(tmp_path, told)
    assert sorted(turn.text for turn in turns(found)) == ["one", "three", "two"]
    (listed,) = unread(found)
    assert "circle" in listed.reason
    assert "message a" in listed.where


def test_links_that_only_the_parent_tells_count_and_unknown_children_do_not(tmp_path: Path) -> None:
    told = conversation({"a": (None, message("one")), "b": (None, answer("two"))}, "b")
    told["mapping"]["a"]["children"] = ["b", "gone", 4, None]
    assert [(turn.id, turn.parent) for turn in turns(taken(tmp_path, told))] == [("a", "\0root"), ("b", "a")]


def test_json_nested_200_times_is_read(tmp_path: Path) -> None:
    deep: Any = "bottom"
    for _ in range(200):
        deep = {"in": [deep]}
    turn = only(tmp_path, answer({"content_type": "hologram", "deep": deep}))
    assert '"bottom"' in (turn.extra or "")


def test_json_nested_without_end_costs_its_message_and_no_other(tmp_path: Path) -> None:
    told = json.dumps([conversation({"a": (None, message("bomb")), "b": ("a", answer("after"))})])
    bomb = told.replace('"bomb"', "[" * 50_000 + "]" * 50_000)
    found = read(ChatGPT(), as_file(tmp_path / "c.json", bomb.encode()))
    assert [turn.text for turn in turns(found)] == ["after"]
    assert [each.reason for each in unread(found)] == ["it is nested too deeply"]


@pytest.mark.parametrize(
    "odd", [7, "text", None, [], {}, {"mapping": 3}, {"mapping": []}, {"mapping": {"a": 3}}, {"title": [], "id": {}}]
)
def test_what_is_no_conversation_is_listed_and_the_next_one_comes_in(tmp_path: Path, odd: object) -> None:
    found = taken(tmp_path, odd, BRANCHED)
    assert len(turns(found)) == 7


@pytest.mark.parametrize(
    "odd", [7, "text", [], {"author": 3}, {"author": None, "content": None}, {"content": {}}, {"content": "x"}]
)
def test_what_is_no_message_costs_itself_and_what_answers_it_moves_up(tmp_path: Path, odd: object) -> None:
    told = conversation({"a": (None, message("one")), "b": ("a", None), "c": ("b", answer("three"))})
    told["mapping"]["b"]["message"] = odd
    found = turns(taken(tmp_path, told))
    assert [(turn.text, turn.parent) for turn in found] == [("one", "\0root"), ("three", "a")]


def test_a_message_without_text_is_counted_and_not_listed(tmp_path: Path) -> None:
    found = taken(tmp_path, conversation({"a": (None, message("")), "b": ("a", answer(" \n"))}))
    assert (turns(found), unread(found)) == ([], [])
    assert found.count(Empty()) == 2


def test_half_characters_and_wrong_bytes_are_replaced_and_said(tmp_path: Path) -> None:
    told = json.dumps([conversation({"a": (None, message("caf\ud800")), "b": ("a", answer("WRONG"))})])
    found = read(ChatGPT(), as_file(tmp_path / "c.json", told.encode().replace(b"WRONG", b"pur\xe9e")))
    assert [turn.text for turn in turns(found)] == ["caf�", "pur�e"]
    assert [each.taken for each in unread(found)] == [True, True]


def test_a_torn_file_gives_what_is_whole_and_says_where_it_ends(tmp_path: Path) -> None:
    whole = json.dumps([BRANCHED, conversation({"m": (None, message("next"))}, conversation_id="c2")]).encode()
    for cut in (len(whole) - 1, len(whole) - 200):
        found = read(ChatGPT(), as_file(tmp_path / "c.json", whole[:cut]))
        assert len(turns(found)) in (7, 8)
        assert unread(found)


def test_a_message_that_is_too_long_is_listed(tmp_path: Path) -> None:
    found = taken(tmp_path, conversation({"a": (None, message("x" * 16_000_001)), "b": ("a", answer("after"))}))
    assert [turn.text for turn in turns(found)] == ["after"]
    assert "16,000,001 characters" in unread(found)[0].reason
