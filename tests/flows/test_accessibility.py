"""What a screen reader is told of the real window, over the bus that screen readers use."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.wire.client import connect
from mnemoteca.wire.start import start_service
from tests.flows.chats import write_chats
from tests.flows.screen import Screen, missing, screen

SYSTEM_PYTHON = Path("/usr/bin/python3")
WALK = Path(__file__).with_name("accessible_tree.py")
NAMED = {"push button", "button", "check box", "radio button", "toggle button", "list item", "table cell", "text",
         "entry", "list", "menu item", "combo box"}  # fmt: skip

EVERYTHING, TIMELINE = "ctrl+1", "ctrl+t"
PAGES = (
    "alt+Home", EVERYTHING, *(f"ctrl+{n}" for n in range(2, 10)), TIMELINE, "ctrl+h", "ctrl+comma", "ctrl+shift+s",
    "ctrl+shift+b", "ctrl+shift+j",
)  # fmt: skip
CARDS = ("Escape,ctrl+n", "Escape,ctrl+k", "Escape,question")


def without() -> str:
    """What this machine lacks for the walk."""
    lacking = missing() + [name for name in ("dbus-run-session",) if shutil.which(name) is None]
    if (
        not lacking
        and subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode
    ):
        lacking = ["python3-pyatspi"]
    return ", ".join(lacking)


pytestmark = [pytest.mark.gui, pytest.mark.long]


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Screen]:
    if lacking := without():
        pytest.skip(f"needs {lacking}")
    with screen({"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}) as made:
        yield made


def fill(data_folder: Path) -> None:
    with connect(data_folder, start=start_service, role="test", patience_s=60) as client:
        chats = write_chats(data_folder.parent / "chats.jsonl")
        client.library.wait_job(client.library.import_file(str(chats)).id, 120.0)
        client.library.capture("Helena has the keys #home")


def test_a_screen_reader_hears_a_name_for_every_button_and_row(desk: Screen, data_folder: Path) -> None:
    fill(data_folder)
    told = tree(desk, *PAGES)
    found = [(page, role, depth) for page, depth, role, name in told if role in NAMED and not name.strip()]
    assert found == []
    for page in PAGES:
        assert {role for on, _, role, _ in told if on == page} & {"push button", "button"}, page
    names = {name for page, _, _, name in told if page == EVERYTHING}
    assert any("Helena has the keys" in name for name in names), names
    assert any("marathon" in name.lower() for name in names), names
    bars = {name for page, _, role, name in told if page == TIMELINE and role == "list item"}
    assert any("memories" in name for name in bars), bars


def test_a_screen_reader_hears_that_a_card_is_a_dialog_and_what_was_done(desk: Screen, data_folder: Path) -> None:
    fill(data_folder)
    told = tree(desk, *CARDS, "Escape,ctrl+1,Home,ctrl+d", "ctrl+z")
    for card in CARDS:
        assert [name for page, _, role, name in told if page == card and role == "dialog" and name], card
    said = [name for _, _, role, name in told if role == "announcement"]
    assert said[-2:] == ["Pinned.", "Undone."], said


def tree(desk: Screen, *keys: str) -> list[tuple[str, int, str, str]]:
    """The window's accessible tree after each of the keys: key, depth, role and name of all that is shown."""
    script = f"""{sys.executable} -m mnemoteca window & window=$!
        sleep 2
        xdotool search --sync --onlyvisible --name Mnemoteca windowfocus
        {SYSTEM_PYTHON} {WALK} mnemoteca {" ".join(keys)}
        code=$?
        kill $window
        wait $window 2>/dev/null
        exit $code"""
    environment = {key: value for key, value in desk.environment.items() if key != "DBUS_SESSION_BUS_ADDRESS"}
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script],
        env=environment | {"PYTHONDONTWRITEBYTECODE": "1"},
        cwd=os.fspath(WALK.parent),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]  # the bus talks, too
    return [(key, depth, role, name) for key, depth, role, name in told]
