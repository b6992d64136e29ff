"""Pin, forget to trash, restore, undo: two hundred acts of the person, by space, across restarts."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from mnemoteca import get_tier_manager
from mnemoteca.api import disconnect
from mnemoteca.core.errors import NotFound
from mnemoteca.core.memory import State
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.connecting import stop_service
from mnemoteca.wire.start import start_service
from tests.conftest import Mnemoteca
from tests.flows.chats import TURNS, write_chats
from tests.flows.commands import answer, answers, found

ACTS = 200


def client_of(folder: Path) -> Client:
    return connect(folder, start=start_service, role="test")


def state(mnemoteca: Mnemoteca, id: str) -> tuple[str, str, bool]:
    shown = answer(mnemoteca, "show", id)
    return shown["state"], shown["tier"], shown["pinned"]


def test_what_is_pinned_and_forgotten_comes_back_as_it_was(mnemoteca: Mnemoteca) -> None:
    id = str(answer(mnemoteca, "add", "the key is with Helena")["id"])
    assert answer(mnemoteca, "pin", id)["count"] == 1
    pinned = state(mnemoteca, id)
    assert pinned == ("active", "medium", True)
    assert answer(mnemoteca, "forget", id)["count"] == 1
    assert (state(mnemoteca, id)[0], found(mnemoteca, "Helena")) == ("trashed", [])
    assert answer(mnemoteca, "restore", id)["count"] == 1
    assert (state(mnemoteca, id), found(mnemoteca, "Helena")) == (pinned, ["the key is with Helena"])
    for expected in (("trashed", "medium", True), pinned, ("active", "short", False)):  # back through all of it
        assert mnemoteca("undo").returncode == 0
        assert state(mnemoteca, id) == expected
    assert mnemoteca("undo", "--redo").returncode == 0
    assert state(mnemoteca, id) == pinned
    assert answer(mnemoteca, "unpin", id)["count"] == 1
    assert state(mnemoteca, id) == ("active", "medium", False)
    kinds = [act["kind"] for act in answers(mnemoteca, "undo", "--list")]
    assert kinds == ["unpin", "pin", "keep"]


def test_undo_keeps_spaces_apart_and_says_when_there_is_nothing_left(mnemoteca: Mnemoteca) -> None:
    assert mnemoteca("spaces", "make", "luna").returncode == 0
    at_home = str(answer(mnemoteca, "add", "at home")["id"])
    away = str(answer(mnemoteca, "add", "away", "--space", "luna")["id"])
    assert mnemoteca("pin", at_home, away).returncode == 0  # one act in each
    assert mnemoteca("undo", "--space", "luna").returncode == 0
    assert (state(mnemoteca, at_home)[2], state(mnemoteca, away)[2]) == (True, False)
    assert mnemoteca("undo", "--space", "luna").returncode == 0
    refused = mnemoteca("undo", "--space", "luna")
    assert (refused.returncode, "nothing to undo in “luna”" in refused.stderr) == (4, True)
    assert state(mnemoteca, at_home) == ("active", "medium", True)


def test_an_import_is_one_act(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    assert mnemoteca("import", str(write_chats(data_folder.parent / "chats.jsonl"))).returncode == 0
    assert answer(mnemoteca, "stats")["places"]["everything"] == TURNS
    assert answer(mnemoteca, "undo")["count"] == TURNS
    assert (answer(mnemoteca, "stats")["places"]["everything"], found(mnemoteca, "coffee")) == (0, [])
    assert answer(mnemoteca, "undo", "--redo")["count"] == TURNS
    assert answer(mnemoteca, "stats")["places"]["everything"] == TURNS


def test_two_hundred_acts_are_taken_back_across_a_restart_whatever_an_assistant_did_meanwhile(
    service: Path,
) -> None:
    with client_of(service) as client:
        note = client.library.capture("a note with many tags")
        for n in range(ACTS):
            client.library.tag((note.id,), (f"t{n}",))
        assert len(client.library.memory(note.id).tags) == ACTS
        assert stop_service(service)
        manager = get_tier_manager("personal")
        for n in range(ACTS + 60):  # more than a space remembers of the person
            manager.add_short_term(f"an assistant's entry {n}")
        disconnect()
        for left in reversed(range(ACTS)):
            assert client.library.undo().label == "tag"
            if left == ACTS // 2:
                os.kill(pid := client.library.status().pid, signal.SIGKILL)
                assert client.library.status().pid != pid  # a question is asked again
        after = client.library.memory(note.id)
        assert (after.tags, after.state) == ((), State.ACTIVE)


def test_what_an_assistant_did_is_not_in_the_chain_of_the_person(service: Path) -> None:
    get_tier_manager("personal").add_short_term("by an assistant")
    disconnect()
    with client_of(service) as client, pytest.raises(NotFound, match="nothing to undo"):
        client.library.undo()
