"""The small models on the command line: texts of the line, of standard input and of files; bad lines in a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from mnemoteca.cli.command import NanoTask
from tests.driven import DrivenClock
from tests.unit.cli.fakes import command


def says_all(task: str) -> NanoTask:
    """A model that finds what it was given."""

    def find(text: str, said_at: datetime | None) -> Mapping[str, object]:
        return {"task": task, "text": text, "at": said_at.isoformat() if said_at else None}

    return find


def finds(*found: object) -> NanoTask:
    return lambda text, said_at: {"found": list(found)}


def lines_of(folder: Path, *lines: object) -> str:
    file = folder / "texts.jsonl"
    file.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")
    return str(file)


def test_a_text_of_the_line_is_looked_at_without_a_service() -> None:
    ran = command("nano", "tags", "Fix", "it", "--json", nano=says_all, running=False)
    now = DrivenClock().now()
    (told,) = ran.json()
    assert (ran.code, ran.err, ran.library.calls) == (0, "", [])
    assert (told["task"], told["text"]) == ("tags", "Fix it")
    assert datetime.fromisoformat(told["at"]) == now


def test_a_minus_reads_the_text_from_standard_input() -> None:
    (told,) = command("nano", "tags", "-", "--json", nano=says_all, stdin="Olá\nAna".encode()).json()
    assert told["text"] == "Olá\nAna"


def test_each_line_of_a_file_is_answered_under_its_id(tmp_path: Path) -> None:
    file = lines_of(
        tmp_path,
        {"id": "a", "text": "one\u2028line"},
        {"id": 2, "text": "", "reference": "2016-11-07T00:00:00", "more": 1},
        {"id": "c", "text": "z", "reference": "2016-11-07T01:00:00-03:00"},
    )
    ran = command("nano", "tags", "--json", "--file", file, nano=says_all)
    assert [(told["id"], told["text"], told["at"]) for told in ran.json()] == [
        ("a", "one\u2028line", None),
        (2, "", "2016-11-07T00:00:00"),
        ("c", "z", "2016-11-07T01:00:00-03:00"),
    ]


def test_lines_may_come_through_standard_input() -> None:
    lines = '\ufeff{"id": "1", "text": "a"}\n\n{"id": "2", "text": "b"}\n'.encode()
    assert [
        told["text"] for told in command("nano", "tags", "--file", "-", "--json", nano=says_all, stdin=lines).json()
    ] == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    "line",
    ["no JSON", "[1]", '"text"', '{"id": "1"}', '{"text": "a"}', '{"id": "1", "text": 1}', '{"id": [], "text": "a"}',
     '{"id": "1", "text": "a", "reference": 5}', '{"id": "1", "text": "\\ud800"}'],
)  # fmt: skip
def test_a_line_that_is_no_text_is_told_by_its_number_before_anything_is_answered(tmp_path: Path, line: str) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text('{"id": "1", "text": "a"}\n' + line + "\n", encoding="utf-8")
    ran = command("nano", "tags", "--json", "--file", str(file), nano=says_all)
    assert (ran.code, ran.out) == (3, "")
    assert f"Line 2 of {file} is not a text to look at." in ran.err


def test_a_reference_that_is_no_date_is_told(tmp_path: Path) -> None:
    file = lines_of(tmp_path, {"id": "1", "text": "a", "reference": "soon"})
    ran = command("nano", "tags", "--file", file, nano=says_all)
    assert (ran.code, ran.out) == (3, "")
    assert "Line 1 of" in ran.err
    assert "“soon”, which is not a date" in ran.err


@pytest.mark.parametrize(("name", "code"), [("nowhere.jsonl", 4), ("", 3), ("a\0b", 3)])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str, code: int) -> None:
    ran = command("nano", "tags", "--file", f"{tmp_path}/{name}", nano=says_all)
    assert (ran.code, ran.out) == (code, "")
    assert str(tmp_path) in ran.err


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_bytes(b'{"id": "1", "text": "caf\xe9"}\n')
    assert "Line 1" in command("nano", "tags", "--file", str(file), nano=says_all).err


@pytest.mark.parametrize("words", [(), ("a", "--file", "b")])
def test_either_a_text_or_a_file_is_wanted(words: tuple[str, ...]) -> None:
    ran = command("nano", "tags", *words, nano=says_all)
    assert (ran.code, ran.out) == (2, "")
    assert "mnemoteca nano tags --help" in ran.err


def test_a_person_reads_words_in_one_line_and_places_in_the_text_a_line_each(tmp_path: Path) -> None:
    assert command("nano", "tags", "a", nano=lambda task: finds("bug", "docs")).out == "bug, docs\n"
    assert command("nano", "tags", "a", nano=lambda task: finds()).out == "–\n"
    places = finds({"start": 4, "end": 7, "type": "person"}, {"start": 8, "end": 13, "value": "2026-11-21"})
    assert command("nano", "tags", "Com Ana today", nano=lambda task: places).out == "Ana\tperson\ntoday\t2026-11-21\n"
    file = lines_of(tmp_path, {"id": "n1", "text": "a"})
    assert command("nano", "tags", "--file", file, nano=lambda task: finds("bug")).out == "n1: bug\n"


def test_nano_alone_lists_what_can_be_asked_for() -> None:
    assert command("nano").out.startswith("tags ")
    (told,) = command("nano", "--json").json()
    assert "tags" in told["tasks"]
