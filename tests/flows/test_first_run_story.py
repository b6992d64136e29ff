"""A new library at a real window: language, what is on this machine, and something found, in three steps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.jobs import JobState
from mnemoteca.core.views import Place
from mnemoteca.wire.client import Client
from tests import processes
from tests.flows.at_window import becomes, desk, find, library, needs_screen, rest
from tests.flows.screen import Screen

pytestmark = needs_screen
__all__ = ["desk", "library"]


@pytest.fixture(autouse=True)
def home(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home folder with a vault in it."""
    vault = data_folder.parent / "home" / "Documents" / "Diary"
    (vault / ".obsidian").mkdir(parents=True)
    (vault / "monday.md").write_text("# Monday\n\nA walk to the sea.\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(data_folder.parent / "home"))


def job_is(desk: Screen, client: Client, kind: str) -> None:
    def done() -> bool:
        return [(job.kind, job.state) for job in client.library.jobs(1)] == [(kind, JobState.DONE)]

    assert processes.wait_until(done), client.library.jobs(1)
    rest(desk)


def test_three_steps_lead_from_nothing_to_a_memory_that_is_found(
    desk: Screen, library: Client, data_folder: Path
) -> None:
    with desk.window() as process:
        began = stopwatch()
        rest(desk)
        desk.keys("Tab", "Tab", "Tab", "space")  # 1: the language
        state = data_folder / "window.json"
        assert processes.wait_until(lambda: state.exists() and json.loads(state.read_text())["language"] == "pt_BR")
        desk.keys("Tab", "Return")  # 2: what is on this machine
        rest(desk)
        desk.keys("space")  # look into the first
        job_is(desk, library, "preview")
        desk.keys("Return")  # 3: bring it in
        job_is(desk, library, "import")
        desk.keys("Escape")
        find(desk, "walk sea")
        desk.keys("ctrl+d")
        becomes(library, Place.PINNED, ["# Monday\n\nA walk to the sea.\n"])
        print(f"from the window to a pinned memory: {stopwatch() - began:.1f} s")
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
