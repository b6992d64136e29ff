"""The rules of the house that a linter can't be asked to keep, and proof that the linter keeps the others."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "app/mnemoteca"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_no_file_is_longer_than_400_lines() -> None:
    assert [str(m) for m in MODULES if len(m.read_text().splitlines()) > 400] == []


def test_no_function_is_longer_than_60_lines() -> None:
    long = [
        f"{module}:{node.lineno} {node.name}"
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert long == []


def test_every_module_says_in_its_first_line_what_it_owns() -> None:
    silent = [str(m) for m in MODULES if not (ast.get_docstring(ast.parse(m.read_text())) or "").split("\n")[0]]
    assert silent == []


def test_no_module_is_called_utils_helper_or_manager() -> None:
    assert [str(m) for m in MODULES if {"util", "utils", "helper", "helpers", "manager"} & set(m.stem.split("_"))] == []


def asks_for_a_focus_proxy(source: str) -> list[int]:
    """The lines that call `focusProxy()`: its answer None makes Python the owner of the widget, and collecting that
    wrapper then deletes a widget that is still shown (PySide 6.11)."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if getattr(call.func, "attr", "") == "focusProxy"]


def test_no_widget_is_asked_for_its_focus_proxy() -> None:
    assert asks_for_a_focus_proxy("widget.focusProxy()") == [1]
    sources = [*MODULES, *(ROOT / "tests").rglob("*.py")]
    assert [str(each) for each in sources if asks_for_a_focus_proxy(each.read_text(encoding="utf-8"))] == []


def lint(source: str, file: str) -> str:
    """What ruff says about this source as if it stood in that file."""
    command = [str(Path(sys.executable).parent / "ruff"), "check", "--output-format=concise", "--stdin-filename", file]
    return subprocess.run([*command, "-"], cwd=ROOT, input=source, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("from datetime import UTC, datetime\n\nprint(datetime.now(UTC))\n", "TID251"),
        ("import datetime\n\ndatetime.datetime.utcnow()\n", "TID251"),
        ("import time\n\ntime.time()\n", "TID251"),
        ("from time import monotonic\n\nmonotonic()\n", "TID251"),
        ("from PySide6.QtWidgets import *\n", "F403"),
        ("def f() -> None:\n    import json\n\n    json.dumps(1)\n", "PLC0415"),
        ("try:\n    f()\nexcept Exception:\n    g()\n", "BLE001"),
        ("print(1)\n", "T201"),
    ],
)
def test_the_linter_notices(source: str, rule: str) -> None:
    assert rule in lint(source, "app/mnemoteca/store/example.py")


def test_the_clock_may_ask_the_machine_for_the_time() -> None:
    assert "TID251" not in lint("import time\n\ntime.time()\n", "app/mnemoteca/core/clock.py")


def test_every_folder_of_the_resources_goes_into_an_installed_app() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["data-files"]
    there = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert set(declared) == {f"share/mnemoteca/{folder}" for folder in there}
