"""A first window: a person at a real one, on a screen of its own, by mouse and keyboard."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.jobs import JobState
from mnemoteca.core.memory import Memory, State
from mnemoteca.core.recall import Question
from mnemoteca.core.views import ListQuery, Place
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.flows.at_window import find, rest, write_note
from tests.flows.chats import TURNS, write_chats
from tests.flows.screen import Screen, missing, running, screen

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]
NEW_NOTE = (1370, 24)  # the button at the top right
SESSIONS = (80, 138)  # the third place
LOOKED = ("preview", JobState.DONE)


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Screen]:
    with screen() as made:
        yield made


@pytest.fixture
def library(data_folder: Path) -> Iterator[Client]:
    with connect(data_folder, start=start_service, role="test") as client:
        yield client


def listed(client: Client, place: Place) -> tuple[Memory, ...]:
    view = client.library.open_view(ListQuery(place))
    try:
        return client.library.rows(view.view, 0, 100).memories
    finally:
        client.library.close_view(view.view)


def texts(client: Client, place: Place) -> list[str]:
    return [memory.text for memory in listed(client, place)]


def becomes(client: Client, place: Place, wanted: list[str]) -> None:
    assert processes.wait_until(lambda: texts(client, place) == wanted), (place, texts(client, place))


def say_yes(desk: Screen, library: Client) -> None:
    """Wait until what would come in is shown, and bring it in."""
    assert processes.wait_until(lambda: [(j.kind, j.state) for j in library.library.jobs(1)] == [LOOKED])
    rest(desk)
    desk.hand("windowfocus", "--sync", desk.windows()[0])
    desk.keys("Return")


def test_a_day_at_the_window(desk: Screen, library: Client, data_folder: Path, tmp_path: Path) -> None:
    with desk.window() as process:
        write_note(desk, "Helena has the keys")
        becomes(library, Place.NOTES, ["Helena has the keys"])
        desk.click(*NEW_NOTE)
        rest(desk)
        desk.type("Buy oat milk")
        desk.keys("ctrl+Return")
        becomes(library, Place.NOTES, ["Buy oat milk", "Helena has the keys"])
        find(desk, "helen")
        desk.keys("ctrl+d")
        becomes(library, Place.PINNED, ["Helena has the keys"])
        desk.keys("Delete")
        becomes(library, Place.TRASH, ["Helena has the keys"])
        desk.keys("ctrl+z")
        becomes(library, Place.TRASH, [])
        becomes(library, Place.PINNED, ["Helena has the keys"])
        chats = write_chats(data_folder.parent / "chats.jsonl")
        desk.keys("Escape", "ctrl+o")
        rest(desk)
        desk.type(str(chats))
        desk.keys("Return")
        say_yes(desk, library)
        assert processes.wait_until(lambda: library.library.status().memories == TURNS + 2)
        desk.keys("Escape")
        desk.click(*SESSIONS)
        rest(desk)
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
    with desk.window() as process:
        assert json.loads((data_folder / "window.json").read_text())["place"] == "sessions"
        find(desk, "marathon")
        desk.keys("ctrl+d")
        assert processes.wait_until(lambda: len(texts(library, Place.PINNED)) == 2)
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""


def test_files_that_the_command_names_are_brought_in(desk: Screen, library: Client, data_folder: Path) -> None:
    chats = write_chats(data_folder.parent / "chats.jsonl")
    with desk.window(chats.name):
        say_yes(desk, library)
        assert processes.wait_until(lambda: library.library.status().memories == TURNS)


def test_a_file_that_is_dropped_on_the_window_is_brought_in(desk: Screen, library: Client, data_folder: Path) -> None:
    chats = write_chats(data_folder.parent / "chats.jsonl")
    source = [sys.executable, str(Path(__file__).with_name("drag_source.py")), str(chats)]
    with desk.window(), running(source, desk.environment):
        assert processes.wait_until(lambda: bool(desk.windows("A file")))
        desk.hand("windowmove", "--sync", desk.windows("A file")[0], "20", "700")
        rest(desk)
        desk.hand("mousemove", "100", "740", "mousedown", "1")
        for x in range(120, 721, 60):
            desk.hand("mousemove", str(x), "450" if x > 300 else "740", "sleep", "0.05")
        rest(desk)
        desk.hand("mouseup", "1")
        say_yes(desk, library)
        assert processes.wait_until(lambda: library.library.status().memories == TURNS)


def test_the_window_starts_the_service_and_heals_when_it_is_killed(desk: Screen, data_folder: Path) -> None:
    with desk.window():
        assert processes.wait_until(lambda: service_of(data_folder) is not None)
        write_note(desk, "before the fall")
        with connect(data_folder, start=None, role="test") as client:
            becomes(client, Place.NOTES, ["before the fall"])
            os.kill(client.library.status().pid, signal.SIGKILL)
        write_note(desk, "after the fall")
        with connect(data_folder, start=start_service, role="test") as client:
            becomes(client, Place.NOTES, ["after the fall", "before the fall"])


def service_of(folder: Path) -> str | None:
    path = folder / "address"
    return path.read_text() if path.exists() else None


def draft_survives_kills(desk: Screen, folder: Path, kills: int, seed: int) -> None:
    """Type, kill at some moment; what was typed more than a second before stands in the box again."""
    chance = random.Random(seed)
    print(f"seed {seed}")
    typed = ""
    for n in range(kills):
        process = desk.open()
        desk.keys("ctrl+n")
        rest(desk)
        word = f"word{n} "
        desk.type(word)
        typed += word
        rest(desk, 1.0 + chance.random())
        desk.type("late")  # may be lost: younger than a second
        time.sleep(chance.random() * 0.3)
        process.kill()
        process.wait(60)
        assert process.stderr is not None
        process.stderr.close()
        text = json.loads((folder / "drafts" / "capture.json").read_text())["text"]
        assert text.startswith(typed), (n, text)
        typed = text
    with desk.window():
        desk.keys("ctrl+n")
        rest(desk)
        desk.keys("ctrl+Return")
        with connect(folder, start=start_service, role="test") as client:
            becomes(client, Place.NOTES, [typed])
            assert client.library.recall(Question("word0")).hits[0].memory.state is State.ACTIVE


def test_what_was_typed_survives_a_killed_window(desk: Screen, data_folder: Path) -> None:
    draft_survives_kills(desk, data_folder, 3, 11)


@pytest.mark.long
def test_what_was_typed_survives_twenty_killed_windows(desk: Screen, data_folder: Path) -> None:
    draft_survives_kills(desk, data_folder, 20, 12)
