"""The library: spaces, notes by hand, a session a day, edits with versions, tags; by the command line."""

from __future__ import annotations

import pytest

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers, found


def space_names(mnemoteca: Mnemoteca, *options: str) -> list[str]:
    return [space["name"] for space in answers(mnemoteca, "spaces", "list", *options)]


def test_a_space_is_made_renamed_put_into_the_trash_and_brought_back(mnemoteca: Mnemoteca) -> None:
    assert mnemoteca("spaces", "make", "travel").returncode == 0
    assert mnemoteca("add", "a tent for two", "--space", "travel").returncode == 0
    assert mnemoteca("spaces", "rename", "travel", "journeys").returncode == 0
    assert space_names(mnemoteca) == ["personal", "journeys"]
    assert found(mnemoteca, "tent", "--space", "journeys") == ["a tent for two"]
    assert found(mnemoteca, "tent") == []
    assert "journeys" in mnemoteca("spaces", "delete", "journeys").stdout
    assert (space_names(mnemoteca), space_names(mnemoteca, "--trashed")) == (["personal"], ["journeys"])
    refused = mnemoteca("recall", "tent", "--space", "journeys")
    assert (refused.returncode, "no space called “journeys”" in refused.stderr) == (4, True)
    assert mnemoteca("spaces", "restore", "journeys").returncode == 0
    assert found(mnemoteca, "tent", "--space", "journeys") == ["a tent for two"]
    assert mnemoteca("spaces", "delete", "personal").returncode == 3


def test_a_note_comes_by_words_or_standard_input_and_stands_as_it_was_written(mnemoteca: Mnemoteca) -> None:
    written = "Two lines,\n  the second one indented — with café.\n"
    assert answer(mnemoteca, "add", "call", "Helena")["text"] == "call Helena"
    kept = answer(mnemoteca, "add", "-", input=written)
    assert answer(mnemoteca, "show", str(kept["id"]))["text"] == written
    for empty in (("add", "  "), ("add", "-")):
        refused = mnemoteca(*empty, input="\n \n")
        assert (refused.returncode, "There is nothing in this note" in refused.stderr) == (3, True)


def test_the_notes_of_a_local_day_share_a_session(mnemoteca: Mnemoteca, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Sao_Paulo")
    days = [
        answer(mnemoteca, "add", text, "--at", at)["session_title"]
        for text, at in (
            ("morning", "2026-03-01T08:00"),  # the zone of the machine
            ("late in the evening", "2026-03-02T02:30+00:00"),  # said where it was the 2nd already
            ("just before midnight", "2026-03-01T23:30"),
            ("the next day", "2026-03-02T00:30-03:00"),
        )
    ]
    assert days == ["2026-03-01", "2026-03-02", "2026-03-01", "2026-03-02"]
    sessions = answers(mnemoteca, "sessions")
    assert [(session["title"], session["turns"]) for session in sessions] == [("2026-03-02", 2), ("2026-03-01", 2)]
    turns = answers(mnemoteca, "show", "--session", str(sessions[1]["id"]))
    assert [turn["text"] for turn in turns] == ["morning", "just before midnight"]


def test_an_edit_is_a_new_version_and_the_former_text_is_kept_behind_it(mnemoteca: Mnemoteca) -> None:
    first = answer(mnemoteca, "add", "Anna lives in Porto #anna")["id"]
    second = answer(mnemoteca, "edit", str(first), "Anna lives in Lisbon #anna")
    assert second["version_of"] == first
    assert (found(mnemoteca, "Porto"), found(mnemoteca, "Lisbon")) == ([], ["Anna lives in Lisbon #anna"])
    versions = answers(mnemoteca, "show", str(second["id"]), "--versions")
    assert [(v["text"], v["current"]) for v in versions] == [
        ("Anna lives in Porto #anna", False),
        ("Anna lives in Lisbon #anna", True),
    ]
    assert mnemoteca("edit", str(first), "too late").returncode == 4
    assert mnemoteca("undo").returncode == 0
    assert found(mnemoteca, "Anna lives") == ["Anna lives in Porto #anna"]


def test_tags_come_from_the_text_and_by_hand_and_narrow_a_question(mnemoteca: Mnemoteca) -> None:
    trip = str(answer(mnemoteca, "add", "the train to Braga #Travel/north `#code`")["id"])
    home = str(answer(mnemoteca, "add", "the train set of Ana")["id"])
    assert mnemoteca("tag", home, "--add", "#toys").returncode == 0
    assert answer(mnemoteca, "tag") == {"travel/north": 1, "toys": 1}
    assert found(mnemoteca, "train", "--tag", "toys") == ["the train set of Ana"]
    assert mnemoteca("tag", trip, "--remove", "travel/north").returncode == 0
    assert answer(mnemoteca, "tag") == {"toys": 1}
    assert mnemoteca("tag", trip, "--add", "two words").returncode == 3
