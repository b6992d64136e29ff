"""Any tree of messages, through a real library: every branch readable, the chosen path right, nothing lost or twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnemoteca.core.memory import Memory
from mnemoteca.library.importers.detect import choose, open_origin
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.unit.library.importers.exported import (
    AT,
    BRANCHED,
    ROOT,
    answer,
    as_file,
    as_zip,
    chat,
    conversation,
    message,
    said,
)
from tests.unit.library.importers.transcripts import Claude
from tests.unit.library.importing import Importing, opened

Tree = dict[str, str | None]  # what each message answers


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Importing]:
    with opened(tmp_path_factory.mktemp("library") / "data", DrivenClock()) as library:
        yield library


@contextmanager
def serving(folder: Path) -> Iterator[LocalLibrary]:
    """A whole library with its jobs at work."""
    library = LocalLibrary.open(folder, DrivenClock())
    library.jobs_runner.start()
    try:
        yield library
    finally:
        library.close()


@st.composite
def trees(draw: st.DrawFn) -> tuple[Tree, str]:
    """A tree of messages, and the one that the person was at."""
    count = draw(st.integers(1, 25))
    told: Tree = {"m0": None}
    for n in range(1, count):
        above = draw(st.integers(-1, n - 1))
        told[f"m{n}"] = None if above < 0 else f"m{above}"
    return told, draw(st.sampled_from(list(told)))


def as_chatgpt(tree: Tree, current: str) -> dict[str, Any]:
    nodes: dict[str, tuple[str | None, Any]] = {"root": (None, None)}
    for n, (id, above) in enumerate(tree.items()):
        told = answer(f"text of {id}", AT + n) if n % 2 else message(f"text of {id}", at=AT + n)
        nodes[id] = (above or "root", told)
    return conversation(nodes, current)


def as_claude(tree: Tree, current: str) -> dict[str, Any]:
    told = [said(id, f"text of {id}", parent=above or ROOT) for id, above in tree.items()]
    return chat(*told, current_leaf_message_uuid=current)


def above(tree: Tree, id: str | None) -> list[str]:
    """A message and all it rests on, from the beginning."""
    found: list[str] = []
    while id is not None:
        found.append(id)
        id = tree[id]
    return found[::-1]


def by_links(turns: tuple[Memory, ...], turn: Memory) -> list[str]:
    """The same, by the links of the memories."""
    here = {each.id: each for each in turns}
    found = [turn.source_id]
    while (parent := here[turn.id].parent) != 0:
        assert parent is not None
        turn = here[parent]
        found.append(turn.source_id)
    return found[::-1]


@pytest.mark.parametrize("made", [as_chatgpt, as_claude])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=trees())
@pytest.mark.slow
def test_any_tree_of_messages_is_kept_whole(
    library: Importing, tmp_path: Path, made: Any, told: tuple[Tree, str]
) -> None:
    tree, current = told
    space = library.new_space()
    path = as_file(tmp_path / "conversations.json", [made(tree, current)])
    job = library.bring_in(path, space, "")
    assert job.result is not None
    assert (job.result["memories_new"], job.result["skipped"]) == (len(tree), 0), job.message
    (session,) = library.sessions(space)
    turns = library.turns(session.id)

    assert sorted(turn.source_id for turn in turns) == sorted(tree)  # none lost, none twice
    assert all(turn.text == f"text of {turn.source_id}" for turn in turns)
    assert all(by_links(turns, turn) == above(tree, turn.source_id) for turn in turns)
    chosen = above(tree, current)
    assert [turn.source_id for turn in turns if turn.active] == chosen
    assert [turn.source_id for turn in turns[: len(chosen)]] == chosen  # in order, and in front

    shown = library.path(session.id, limit=500)
    assert [turn.source_id for turn in shown.turns[: len(chosen)]] == chosen
    for turn in turns:  # every branch is shown by way of its turns
        way = [each.source_id for each in library.path(session.id, turn.id, 0, 500).turns]
        assert way[: way.index(turn.source_id) + 1] == above(tree, turn.source_id)

    again = library.bring_in(path, space, "")
    assert again.result is not None
    assert again.result["unchanged"] == len(tree)
    assert library.turns(session.id) == turns


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=trees())
def test_any_tree_of_a_transcript_is_kept_whole_and_what_was_said_last_is_on_the_path(
    library: Importing, tmp_path: Path, told: tuple[Tree, str]
) -> None:
    tree, space = told[0], library.new_space()
    talk = Claude()
    for n, (id, parent) in enumerate(tree.items()):
        if n % 2 and parent is not None:  # a person begins
            talk.assistant(id, {"type": "text", "text": f"text of {id}"}, parentUuid=parent)
        else:
            talk.user(id, f"text of {id}", parentUuid=parent)
    job = library.bring_in(talk.write(tmp_path), space, "")
    assert job.result is not None
    assert (job.result["memories_new"], job.result["skipped"]) == (len(tree), 0), job.message
    (session,) = library.sessions(space)
    turns = library.turns(session.id)
    assert [turn.text for turn in turns] == [f"text of {id}" for id in tree]  # none lost, none twice, in order
    chosen = [f"text of {id}" for id in above(tree, list(tree)[-1])]
    assert [turn.text for turn in turns if turn.active] == chosen
    for turn, id in zip(turns, tree, strict=True):  # every branch is shown by way of its turns
        way = [each.text for each in library.path(session.id, turn.id, 0, 500).turns]
        assert way[: way.index(turn.text) + 1] == [f"text of {each}" for each in above(tree, id)]


def test_another_answer_that_was_chosen_since_is_on_the_path_after_the_next_import(
    library: Importing, tmp_path: Path
) -> None:
    space = library.new_space()
    library.bring_in(as_file(tmp_path / "a.json", [BRANCHED]), space, "")
    (session,) = library.sessions(space)
    assert [turn.source_id for turn in library.path(session.id).turns] == ["ask", "second", "more", "end"]
    job = library.bring_in(as_file(tmp_path / "b.json", [BRANCHED | {"current_node": "thanks"}]), space, "")
    assert job.result is not None
    assert (job.result["memories_new"], job.result["changed"]) == (0, 0)
    assert [turn.source_id for turn in library.path(session.id).turns] == ["ask", "first", "thanks"]


def test_a_talk_that_went_on_and_branched_goes_on_here(library: Importing, tmp_path: Path) -> None:
    space = library.new_space()
    nodes: dict[str, tuple[str | None, Any]] = {
        "root": (None, None), "ask": ("root", message("Which?")), "one": ("ask", answer("Red.")),
    }  # fmt: skip
    library.bring_in(as_file(tmp_path / "a.json", [conversation(nodes)]), space, "")
    grown = {**nodes, "two": ("ask", answer("Blue.")), "so": ("two", message("So be it"))}
    library.bring_in(as_file(tmp_path / "b.json", [conversation(grown)]), space, "")
    (session,) = library.sessions(space)
    found = library.path(session.id)
    assert [turn.source_id for turn in found.turns] == ["ask", "two", "so"]
    one = next(turn for turn in library.turns(session.id) if turn.source_id == "one")
    assert [turn.source_id for turn in library.path(session.id, one.id).turns] == ["ask", "one"]
    assert found.forks == ((found.turns[1].id, one.id),)


def test_an_edited_message_keeps_its_place_in_the_tree(library: Importing, tmp_path: Path) -> None:
    space = library.new_space()
    library.bring_in(as_file(tmp_path / "a.json", [BRANCHED]), space, "")
    edited = as_file(tmp_path / "b.json", [BRANCHED])
    edited.write_bytes(edited.read_bytes().replace(b"Blue, rather.", b"Blue, surely."))
    job = library.bring_in(edited, space, "")
    assert job.result is not None
    assert job.result["changed"] == 1
    (session,) = library.sessions(space)
    turns = library.turns(session.id)
    assert [turn.text for turn in library.path(session.id).turns][:3] == [
        "Which colour?",
        "Blue, surely.",
        "Tell me more",
    ]
    more = next(turn for turn in turns if turn.source_id == "more")
    assert by_links(turns, more) == ["ask", "second", "more"]


def test_our_own_export_carries_the_branches_with_it(tmp_path: Path) -> None:
    tree: Tree = {"a": None, "b": "a", "c": "a", "d": None, "e": "d", "f": "b"}
    source, copy = tmp_path / "library.jsonl", tmp_path / "copy.jsonl"
    with serving(tmp_path / "first") as library:
        library.wait_job(library.import_file(str(as_file(tmp_path / "c.json", [as_chatgpt(tree, "c")]))).id, 60.0)
        library.wait_job(library.export(str(source)).id, 60.0)
        before = library.turns(library.sessions()[0].id)
    with serving(tmp_path / "second") as library:
        library.wait_job(library.import_file(str(source)).id, 60.0)
        (session,) = library.sessions()
        after = library.turns(session.id)
        assert {turn.source_id: by_links(after, turn) for turn in after} == {id: above(tree, id) for id in tree}
        assert [(turn.source_id, turn.active) for turn in after] == [(turn.source_id, turn.active) for turn in before]
        assert [turn.source_id for turn in library.path(session.id).turns[:2]] == ["a", "c"]
        library.wait_job(library.export(str(copy)).id, 60.0)
    assert copy.read_bytes() == source.read_bytes()


def test_each_export_is_told_from_all_other_formats(tmp_path: Path) -> None:
    talks = {"chat.html": b"<html>", "user.json": {"id": "u"}, "conversations.json": [BRANCHED]}
    chats = {"users.json": [{"uuid": "u"}], "memories.json": [], "conversations.json": [chat(said("m"))]}
    for members, name in ((talks, "chatgpt"), (chats, "claude_ai")):
        assert choose(open_origin(as_zip(tmp_path / "export.zip", members))).name == name
        for member, value in members.items():
            as_file(tmp_path / name / member, value)
        assert choose(open_origin(tmp_path / name)).name == name
        assert choose(open_origin(tmp_path / name / "conversations.json")).name == name


def test_counts_of_an_export_are_as_they_were_counted_by_hand(library: Importing, tmp_path: Path) -> None:
    space = library.new_space()
    blank = conversation({"root": (None, None), "m": ("root", message(""))}, conversation_id="c2")
    path = as_zip(tmp_path / "e.zip", {"conversations-000.json": [BRANCHED, 7], "conversations-001.json": [blank]})
    job = library.bring_in(path, space, "")
    assert job.result is not None
    counts = {name: job.result[name] for name in ("sessions_new", "memories_new", "empty", "skipped")}
    assert counts == {"sessions_new": 1, "memories_new": 7, "empty": 1, "skipped": 1}
    (skipped,) = library.left_out(job)
    assert skipped.where == "conversations-000.json, conversation 2"
    before = library.store.last_change
    library.bring_in(path, space, "")
    assert library.store.last_change == before
