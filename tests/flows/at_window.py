"""A person at a real window with a library: what the stories of the window share."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.views import ListQuery, Place
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.flows.screen import Screen, missing, screen

needs_screen = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]


@pytest.fixture
def library(data_folder: Path) -> Iterator[Client]:
    with connect(data_folder, start=start_service, role="test", patience_s=60) as client:
        yield client


@pytest.fixture
def desk(library: Client) -> Iterator[Screen]:
    with screen() as made:
        yield made


def rest(desk: Screen, least_s: float = 0.4) -> None:
    """Wait until window and service have nothing more to do, however slow the machine is."""
    time.sleep(least_s)  # what was pressed arrives
    pids = [pid for pid in processes.of_folder(Path(desk.environment["MNEMOTECA_DATA"])) if processes.alive(pid)]
    still = 0
    former: dict[int, tuple[int, str]] = {}
    for _ in range(1500):
        now = {pid: busy(pid) for pid in pids if processes.alive(pid)}
        calm = all(state == "S" and ticks - former.get(pid, (0, ""))[0] <= 1 for pid, (ticks, state) in now.items())
        still, former = still + 1 if calm else 0, now
        if still == 6:
            return
        time.sleep(0.05)


def busy(pid: int) -> tuple[int, str]:
    """The CPU time that a process has used, in ticks, and the state of its first thread."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0, "S"
    return int(fields[11]) + int(fields[12]), fields[0]


def texts(client: Client, place: Place) -> list[str]:
    """What stands in a place, the newest first."""
    view = client.library.open_view(ListQuery(place))
    try:
        return [memory.text for memory in client.library.rows(view.view, 0, 100).memories]
    finally:
        client.library.close_view(view.view)


def becomes(client: Client, place: Place, wanted: list[str]) -> None:
    """Wait until just this stands there, and until the window has heard of it."""
    assert processes.wait_until(lambda: texts(client, place) == wanted), (place, texts(client, place))
    time.sleep(0.4)


def write_note(desk: Screen, text: str) -> None:
    desk.keys("ctrl+n")
    rest(desk)
    desk.type(text)
    rest(desk)
    desk.keys("ctrl+Return")


def find(desk: Screen, words: str) -> None:
    """Search, and choose the first hit."""
    desk.keys("ctrl+f", "ctrl+a")
    desk.type(words)
    rest(desk, 0.7)  # a pause, after which is asked by meaning, too
    desk.keys("Return")
    rest(desk)
    desk.keys("Down")
    rest(desk)


def by_palette(desk: Screen, words: str) -> None:
    """Choose what fits best in the palette."""
    desk.keys("ctrl+k")
    rest(desk)
    desk.type(words)
    rest(desk)
    desk.keys("Return")
    rest(desk)


__all__ = ["becomes", "by_palette", "desk", "find", "library", "needs_screen", "rest", "texts", "write_note"]
