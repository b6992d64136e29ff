"""Bringing in at a real window: looked at first, secrets chosen, by drop, stopped and taken back, errors, sources."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.views import Place
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.flows.at_window import rest
from tests.flows.screen import Screen, missing, running, screen
from tests.unit.core.planted import drawn

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]
TOKEN = "gh" + "p_" + drawn(36)


@pytest.fixture
def home(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a vault in it."""
    made = data_folder.parent / "home"
    vault = made / "Documents" / "Diary"
    (vault / ".obsidian").mkdir(parents=True)
    (vault / "monday.md").write_text("# Monday\n\nA walk to the sea.\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(made))
    return made


@pytest.fixture
def library(data_folder: Path, home: Path) -> Iterator[Client]:
    with connect(data_folder, start=start_service, role="test") as client:
        yield client


@pytest.fixture
def desk(library: Client) -> Iterator[Screen]:
    with screen() as made:
        yield made


def chats(path: Path, count: int, *more: str, torn: bool = False) -> Path:
    texts = [f"text number {n} of many" for n in range(count)] + list(more)
    turns = [
        {"id": str(n), "speaker": "Ana", "text": text, "at": "2026-11-01T10:00:00Z"} for n, text in enumerate(texts)
    ]
    session = {"session_id": "s", "title": "Milk", "started_at": "2026-11-01T10:00:00Z", "turns": turns}
    line = json.dumps({"name": path.stem, "sessions": [session]}) + "\n"
    path.write_text(line + ("{torn\n" if torn else ""), encoding="utf-8")
    return path


def newest(client: Client) -> Job | None:
    return next(iter(client.library.jobs(1)), None)


def becomes(desk: Screen, client: Client, kind: str, state: JobState, timeout: float = 60.0) -> None:
    def is_so() -> bool:
        job = newest(client)
        return job is not None and (job.kind, job.state) == (kind, state)

    assert processes.wait_until(is_so, timeout), newest(client)
    rest(desk)  # the window hears of it


def name_file(desk: Screen, title: str, path: Path) -> None:
    """Type a path where the window asks for one."""
    assert processes.wait_until(lambda: bool(desk.windows(title))), title
    rest(desk)
    desk.keys("ctrl+a")
    desk.type(str(path))
    desk.keys("Return")


def there(client: Client) -> int:
    return client.library.counts().counts.get(Place.EVERYTHING, 0)


def test_a_file_is_seen_first_and_secrets_come_in_only_where_they_are_wanted(
    desk: Screen, library: Client, data_folder: Path
) -> None:
    path = chats(data_folder.parent / "keys.jsonl", 2, f"The token is {TOKEN}, keep it")
    with desk.window(str(path)):
        becomes(desk, library, "preview", JobState.DONE)
        assert there(library) == 0
        desk.keys("Return")
        becomes(desk, library, "import", JobState.DONE)
        session = library.library.sessions()[0].id
        assert library.library.turns(session)[2].text == "The token is ‹secret: GitHub token›, keep it"
    with desk.window(str(path)) as process:
        becomes(desk, library, "preview", JobState.DONE)
        desk.keys("Tab", "Tab", "Down", "Return")  # round to the choice, and the other one
        becomes(desk, library, "import", JobState.DONE)
        assert library.library.turns(session)[2].text == f"The token is {TOKEN}, keep it"
        desk.keys("Escape", "ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""


def test_a_dropped_file_is_stopped_in_the_middle_and_taken_back(
    desk: Screen, library: Client, data_folder: Path
) -> None:
    path = chats(data_folder.parent / "many.jsonl", 120_000)
    source = [sys.executable, str(Path(__file__).with_name("drag_source.py")), str(path)]
    with desk.window(), running(source, desk.environment):
        assert processes.wait_until(lambda: bool(desk.windows("A file")))
        desk.hand("windowmove", "--sync", desk.windows("A file")[0], "20", "700")
        rest(desk)
        desk.hand("mousemove", "100", "740", "mousedown", "1")
        for x in range(120, 721, 60):
            desk.hand("mousemove", str(x), "450" if x > 300 else "740", "sleep", "0.05")
        rest(desk)
        desk.hand("mouseup", "1")
        becomes(desk, library, "preview", JobState.DONE, 120.0)
        desk.hand("windowfocus", "--sync", desk.windows()[0])  # the keyboard is still with where the file came from
        desk.keys("Return")
        began = time.monotonic()
        assert processes.wait_until(lambda: there(library) > 0)
        a_while_s = max(0.5, time.monotonic() - began)  # the busier the machine is, the longer it takes to hear of it
        time.sleep(a_while_s)
        desk.keys("shift+Tab", "Return")  # Stop…
        time.sleep(a_while_s)
        desk.keys("Tab", "Return")  # Take it back
        becomes(desk, library, "import", JobState.CANCELLED, 120.0)
        assert processes.wait_until(lambda: there(library) == 0)
        assert library.library.counts().counts[Place.TRASH] > 0


def test_what_could_not_be_taken_is_listed_and_the_list_is_saved(
    desk: Screen, library: Client, data_folder: Path
) -> None:
    with desk.window(str(chats(data_folder.parent / "torn.jsonl", 2, torn=True))):
        becomes(desk, library, "preview", JobState.DONE)
        desk.keys("Return")
        becomes(desk, library, "import", JobState.DONE)
        saved = data_folder.parent / "left-out.txt"
        desk.keys("shift+Tab", "shift+Tab", "Return")  # Save the list…
        name_file(desk, "Save the list", saved)
        assert processes.wait_until(saved.exists)
        assert saved.read_text(encoding="utf-8").startswith("line 2: ")


def test_what_is_new_in_a_source_comes_in_by_one_key(desk: Screen, library: Client, home: Path) -> None:
    vault = home / "Documents" / "Diary"
    with desk.window():
        desk.keys("ctrl+shift+s")  # sources
        rest(desk)
        desk.keys("space")  # the first one: look inside
        becomes(desk, library, "preview", JobState.DONE)
        desk.keys("Return")
        becomes(desk, library, "import", JobState.DONE)
        desk.keys("Escape")
        assert [source.path for source in library.library.sources() if source.yes_at] == [os.fspath(vault)]
        (vault / "tuesday.md").write_text("# Tuesday\n\nRain.\n", encoding="utf-8")
        desk.keys("F5")
        assert processes.wait_until(lambda: there(library) == 2)
