"""The command line: every command answers in JSON, too, takes its data folder from option or environment, and helps."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path

import pytest

from mnemoteca.cli.command import Command
from mnemoteca.cli.parser import EXIT_CODES
from mnemoteca.cli.table import COMMANDS
from mnemoteca.core.errors import FAMILIES
from mnemoteca.models.places import EmbedderPlaces
from tests.conftest import Mnemoteca
from tests.flows.commands import answer
from tests.flows.model_hub import QWEN, model_hub
from tests.flows.test_cli_examples import CAN_FETCH, STAYS, examples, keep_what_examples_name, make_surroundings

ASKED_FOR = {
    "add", "edit", "tag", "spaces", "import", "sessions", "show", "recall", "tiers", "stats", "pin", "unpin",
    "forget", "restore", "undo", "wait", "consolidate", "service", "doctor", "backup", "restore-backup", "window",
}  # fmt: skip


WORDS_ALONE = "Search by meaning is switched off; only the words were waited for.\n"


def test_every_command_that_was_asked_for_is_there() -> None:
    assert {command.name for command in COMMANDS} >= ASKED_FOR
    parts = {f"{command.name} {part.name}" for command in COMMANDS for part in command.parts}
    assert {"service start", "service stop", "service status"} <= parts


def test_every_command_answers_in_json_one_value_a_line(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_surroundings(data_folder.parent)
    embedder = EmbedderPlaces.standard().folder
    with model_hub(data_folder.parent, monkeypatch) as around:
        (around.folder / embedder.name).symlink_to(embedder)  # prepared once for all tests
        keep_what_examples_name(mnemoteca)
        for example in dict.fromkeys(examples()):
            if example not in STAYS and (CAN_FETCH or not example.endswith(QWEN)):
                done = mnemoteca(*shlex.split(example)[1:], "--json")
                told = WORDS_ALONE if example == "mnemoteca wait" else ""
                assert (done.returncode, "" if QWEN in example else done.stderr) == (0, told), (example, done.stderr)
                values = [json.loads(line) for line in done.stdout.splitlines()]
                assert all(isinstance(value, dict) for value in values), example


def test_the_data_folder_comes_from_the_option_before_the_environment(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MNEMOTECA_DATA", str(data_folder.parent / "elsewhere"))
    done = mnemoteca("--data", str(data_folder), "add", "here")
    assert done.returncode == 0, done.stderr
    monkeypatch.setenv("MNEMOTECA_DATA", str(data_folder))
    assert answer(mnemoteca, "stats")["memories"] == 1
    assert not (data_folder.parent / "elsewhere").exists()


def test_the_exit_codes_are_documented(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    told = mnemoteca("--help").stdout
    assert EXIT_CODES.strip() in told
    for family in FAMILIES.values():
        assert f"\n  {family.exit_code}  " in told
    assert not data_folder.exists(), "help needs no library"


def test_a_note_of_standard_input_may_come_through_a_pipe(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    assert answer(mnemoteca, "add", "-", "--tag", "pipe", input="piped in")["tags"] == ["pipe"]
    asked = answer(mnemoteca, "recall", "-", input="piped")
    assert [hit["text"] for hit in asked["hits"]] == ["piped in"]
    assert os.fspath(data_folder) == answer(mnemoteca, "stats")["folder"]


def parts_of(command: Command) -> list[str]:
    return [command.name, *(f"{command.name} {part.name}" for part in command.parts)]


def test_every_help_has_an_example(mnemoteca: Mnemoteca) -> None:
    for name in [name for command in COMMANDS[:3] for name in parts_of(command)]:  # all of them: the unit tests
        told = mnemoteca(*name.split(), "--help")
        assert (told.returncode, "example:\n  mnemoteca " in told.stdout) == (0, True)
