"""add, edit, tag, settings, spaces: what reaches the library, and what is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mnemoteca.core.changes import Done
from mnemoteca.core.memory import Space
from mnemoteca.core.recall import TierCount, TierStats
from tests.unit.cli.fakes import MEMORY, STATUS, command


def test_a_note_is_the_words_that_were_given() -> None:
    ran = command("add", "buy", "milk", "--tag", "home", "--pin", capture=MEMORY)
    (request,) = ran.library.named("capture")
    assert (request.text, request.tags, request.pinned, request.space) == ("buy milk", ("home",), True, "personal")
    assert ran.out == "Kept as memory 1 in “personal” (short).\n"


def test_a_note_may_come_on_standard_input_with_its_lines() -> None:
    ran = command("add", "-", stdin="﻿uma linha\ne o café\n".encode(), capture=MEMORY)
    assert ran.library.named("capture")[0].text == "uma linha\ne o café\n"


@pytest.mark.parametrize("stdin", [b"caf\xe9", b"ok\xff", b"\xed\xa0\x80"])
def test_bytes_that_are_no_text_are_refused_on_standard_input(stdin: bytes) -> None:
    ran = command("add", "-", stdin=stdin)
    assert ran.code == 3
    assert "UTF-8" in ran.err
    assert ran.library.calls == []


@pytest.mark.parametrize(
    "arguments",
    [("add", "caf\udce9"), ("add", "x", "--space", "\udcff"), ("recall", "\udcff"), ("add", "x", "--tag", "\udcff")],
)
def test_bytes_that_are_no_text_are_refused_as_arguments(arguments: tuple[str, ...]) -> None:
    ran = command(*arguments)
    assert ran.code == 3
    assert "UTF-8" in ran.err


def test_a_note_may_say_when_it_happened() -> None:
    ran = command("add", "x", "--at", "2026-11-01T10:00+02:00", capture=MEMORY)
    (request,) = ran.library.named("capture")
    assert (request.occurred_at, request.offset_min) == (datetime(2026, 11, 1, 8, 0, tzinfo=UTC), 120)
    ran = command("add", "x", "--at", "2026-11-01", capture=MEMORY)
    assert ran.library.named("capture")[0].offset_min is None


@pytest.mark.parametrize("given", ["yesterday", "2026-13-01", "0001-01-01T00:00+14:00"])
def test_a_date_that_is_none_is_said(given: str) -> None:
    ran = command("add", "x", "--at", given)
    assert (ran.code, given in ran.err) == (3, True)


def test_an_edited_note_has_a_new_number() -> None:
    ran = command("edit", "1", "new", "text", edit=replace(MEMORY, id=8))
    assert ran.out.startswith("Kept as memory 8;")
    assert ran.library.named("edit")[0].text == "new text"


def test_tags_are_added_and_removed_and_listed() -> None:
    ran = command("tag", "1", "2", "--add", "a", "--remove", "b", tag=Done(2, 9))
    request = ran.library.named("tag")[0]
    assert (request.ids, request.add, request.remove) == ((1, 2), ("a",), ("b",))
    assert ran.out == "2 memories changed.\n"
    assert command("tag", tags={"home": 3}).out == "#home  3\n"


def test_tagging_with_nothing_to_add_is_refused() -> None:
    assert command("tag", "1").code == 3


def test_spaces_are_listed_with_and_without_the_word_list() -> None:
    spaces = (Space("personal", 2, 1, True), Space("luna", 1, 1, True))
    listed = command("spaces", spaces=spaces).out
    assert listed == command("spaces", "list", spaces=spaces).out
    assert "personal  2 memories  1 session" in listed
    assert [space["name"] for space in command("spaces", "--json", spaces=spaces).json()] == ["personal", "luna"]


@pytest.mark.parametrize(("given", "value"), [("240", 240.0), ("1.5", 1.5)])
def test_a_setting_is_read_as_its_kind(given: str, value: float) -> None:
    ran = command("settings", "set", "short.ttl_s", given, set_setting=Done(0, 1))
    assert ran.library.named("set_setting")[0].value == value


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [("short.ttl_s", "soon", 3), ("short.ttl_s", "0", 3), ("nope", "1", 4), ("tiers.promote", "maybe", 3)],
)
def test_a_setting_that_cannot_be_is_refused(name: str, value: str, code: int) -> None:
    assert command("settings", "set", name, value).code == code


def test_a_switch_is_set_by_on_and_off() -> None:
    ran = command("settings", "set", "tiers.promote", "off", "--space", "luna", set_setting=Done(0, 1))
    request = ran.library.named("set_setting")[0]
    assert (request.value, request.space) == (False, "luna")
    assert ran.out == "tiers.promote is off.\n"


def test_settings_are_shown() -> None:
    ran = command("settings", settings={"tiers.promote": True})
    assert ran.out == "tiers.promote  on  Promote memories by itself.\n"
    assert command("settings", "get", "tiers.promote", "--json", settings={"tiers.promote": True}).out == (
        '{"tiers.promote":true}\n'
    )


def test_fewer_than_one_session_is_refused() -> None:
    ran = command("sessions", "-n", "0")
    assert (ran.code, ran.out) == (3, "")


def test_what_is_missing_from_the_library_is_told_with_the_tiers() -> None:
    none = TierCount(0, None, None, 0, 0)
    status = replace(STATUS, notices=("The last 3 changes are missing.",))
    ran = command("tiers", tier_stats=TierStats(none, none, none, none, none), status=status)
    assert (ran.code, ran.err) == (0, "The last 3 changes are missing.\n")
