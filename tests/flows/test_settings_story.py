"""Settings of the window that are changed on the command line reach the real window that is open."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.screen import Screen, missing, screen

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Screen]:
    with screen() as made:
        yield made


def kept(folder: Path) -> dict[str, object]:
    """What the window holds for its next start, written as soon as it is in force."""
    file = folder / "window.json"
    found: dict[str, object] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found


@pytest.mark.usefixtures("service")
def test_the_command_line_changes_an_open_window(desk: Screen, data_folder: Path, mnemoteca: Mnemoteca) -> None:
    changed = {"formatted": False, "motion": "reduced", "keys": '{"pin": ["F9"]}'}
    with desk.window():
        assert processes.wait_until(lambda: bool(desk.windows()))
        for name, value in changed.items():
            said = "off" if value is False else str(value)
            assert mnemoteca("settings", "set", f"window.{name}", said).returncode == 0
        reached = processes.wait_until(lambda: changed.items() <= kept(data_folder).items())
        assert reached, kept(data_folder)
