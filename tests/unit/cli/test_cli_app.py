"""What all commands share: options, exit codes, sentences."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.cli.bugs import BugReport
from mnemoteca.cli.command import Command
from mnemoteca.cli.parser import EXIT_CODES
from mnemoteca.cli.table import COMMANDS
from mnemoteca.core.errors import FAMILIES, Damaged, DiskTrouble, NotFound, Problem, Stopped, Unavailable
from tests.unit.cli.fakes import STATUS, command


def every_command(commands: tuple[Command, ...] = COMMANDS, before: str = "") -> Iterator[tuple[str, Command]]:
    for each in commands:
        yield before + each.name, each
        yield from every_command(each.parts, before + each.name + " ")


@pytest.mark.parametrize("arguments", [("--data", "{}", "wait"), ("wait", "--data", "{}"), ("wait", "--data={}")])
def test_the_data_folder_is_accepted_before_and_after_the_command(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert command(*(a.format(tmp_path) for a in arguments), wait=STATUS).folder == tmp_path


def test_the_data_folder_may_stand_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNEMOTECA_DATA", str(tmp_path / "mine"))
    assert command("wait", wait=STATUS).folder == tmp_path / "mine"


@pytest.mark.parametrize("arguments", [("--json", "wait"), ("wait", "--json")])
def test_json_is_accepted_before_and_after_the_command(arguments: tuple[str, ...]) -> None:
    assert command(*arguments, wait=STATUS).json()[0]["memories"] == 7


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (NotFound("no_memory", id=9), 4),
        (Unavailable("service_gone"), 5),
        (Damaged("damaged_file", path="p", aside="a"), 6),
        (DiskTrouble("disk_full", folder="f"), 7),
        (Stopped("cancelled"), 8),
        (KeyboardInterrupt(), 8),
    ],
)
def test_a_problem_is_one_line_on_standard_error_and_its_exit_code(problem: BaseException, code: int) -> None:
    ran = command("wait", wait=problem)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert ran.err.startswith("mnemoteca: ")


@pytest.mark.parametrize(
    "arguments", [(), ("tieres",), ("add",), ("pin", "x"), ("recall", "--nope"), ("wait", "-n", "1")]
)
def test_a_command_that_is_not_understood_says_where_its_help_stands(arguments: tuple[str, ...]) -> None:
    ran = command(*arguments)
    assert ran.code == 2
    assert "--help" in ran.err
    assert ran.err.count("\n") == 1


def test_every_family_of_problems_has_its_exit_code_in_the_help() -> None:
    documented = {int(line.split()[0]) for line in EXIT_CODES.splitlines()[1:]}
    assert documented == {0, 2} | {family.exit_code for family in FAMILIES.values()}


@pytest.mark.parametrize(
    ("name", "declared"), list(every_command()), ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_the_help_of_every_command_has_an_example_of_it(
    name: str, declared: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command(*name.split(), "--help")
    assert ended.value.code == 0
    assert declared.example in capsys.readouterr().out
    assert declared.example.startswith(f"mnemoteca {name.split()[0]}")


def test_a_bug_surfaces_as_itself_and_not_as_a_problem() -> None:
    with pytest.raises(ZeroDivisionError):
        command("wait", wait=lambda: 1 / 0)


def test_a_bug_is_told_in_one_sentence_that_names_the_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bugs = BugReport()
    bugs.folder = tmp_path
    try:
        raise ValueError("a secret text of a memory")
    except ValueError:
        bugs(*sys.exc_info())
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert str(tmp_path / "service.log") in said
    log = (tmp_path / "service.log").read_text()
    assert "ValueError" in log
    assert "test_a_bug_is_told" in log
    assert "secret" not in said + log


def test_every_problem_has_an_exit_code_of_its_own() -> None:
    codes = [family.exit_code for family in FAMILIES.values() if family is not Problem]
    assert len(set(codes)) == len(codes)
