"""Quick capture at a real window: by the key in every program, by command, by a second start."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.views import ListQuery, Place
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.flows.at_window import rest
from tests.flows.screen import Screen, missing, running, screen

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]
BOX = "New note"


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Screen]:
    with screen() as made:
        yield made


@pytest.fixture
def library(data_folder: Path) -> Iterator[Client]:
    with connect(data_folder, start=start_service, role="test") as client:
        yield client


def notes(client: Client) -> list[str]:
    view = client.library.open_view(ListQuery(Place.NOTES))
    try:
        return [memory.text for memory in client.library.rows(view.view, 0, 100).memories]
    finally:
        client.library.close_view(view.view)


def becomes(client: Client, wanted: list[str]) -> None:
    assert processes.wait_until(lambda: notes(client) == wanted), notes(client)


def press_close(desk: Screen, window: str) -> None:
    """What the window manager says when the button in the frame is pressed."""
    display = Display(desk.display)
    target = display.create_resource_object("window", int(window))
    named = [display.intern_atom(name) for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW")]
    target.send_event(ClientMessage(window=target, client_type=named[0], data=(32, [named[1], 0, 0, 0, 0])))
    display.sync()
    display.close()


def start(desk: Screen, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "mnemoteca", *arguments],
        env=desk.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def box_opens(desk: Screen) -> None:
    assert processes.wait_until(lambda: bool(desk.windows(BOX))), "no box came up"
    desk.hand("windowfocus", "--sync", desk.windows(BOX)[0])


def box_goes(desk: Screen) -> None:
    assert processes.wait_until(lambda: not desk.windows(BOX)), "the box stays"


def write(desk: Screen, text: str) -> None:
    box_opens(desk)
    desk.type(text)
    desk.keys("ctrl+Return")
    box_goes(desk)


def test_a_key_opens_the_box_while_the_person_is_elsewhere(desk: Screen, library: Client) -> None:
    with desk.window():
        rest(desk, 1.5)  # the key is held a moment after the window is there
        window = desk.windows()[0]
        desk.hand("windowminimize", "--sync", window)
        took = []
        for _ in range(3):
            began = stopwatch()
            desk.keys("ctrl+alt+space")
            assert processes.wait_until(lambda: bool(desk.windows(BOX))), "no box came up"
            took.append(stopwatch() - began)
            desk.hand("windowfocus", "--sync", desk.windows(BOX)[0])
            desk.keys("Escape")
            box_goes(desk)
        print("from the key to the box, with two starts of xdotool:", [f"{each:.3f} s" for each in took])
        desk.keys("ctrl+alt+space")
        write(desk, "Keys on Friday #move")
        becomes(library, ["Keys on Friday #move"])


def test_a_second_start_and_the_command_reach_the_window_that_is_open(
    desk: Screen, library: Client, tmp_path: Path
) -> None:
    with desk.window() as first:
        window = desk.windows()[0]
        desk.hand("windowminimize", "--sync", window)
        assert start(desk, "capture").wait(60) == 0
        write(desk, "Oat milk")
        becomes(library, ["Oat milk"])
        file = tmp_path / "page.md"
        file.write_text("# A page\n\nRye bread", encoding="utf-8")
        assert start(desk, "window", str(file)).wait(60) == 0
        assert processes.wait_until(lambda: desk.windows() == [window])
        assert processes.wait_until(lambda: [job.kind for job in library.library.jobs(1)] == ["preview"])
        assert first.poll() is None


def test_where_no_window_runs_the_box_comes_alone_keeps_and_goes(desk: Screen, library: Client) -> None:
    alone = start(desk, "capture")
    write(desk, "Rye bread")
    assert alone.wait(60) == 0
    becomes(library, ["Rye bread"])


def test_what_was_typed_in_a_box_that_was_killed_stands_in_the_next(desk: Screen, library: Client) -> None:
    first = start(desk, "capture")
    box_opens(desk)
    desk.type("The keys are at")
    rest(desk)
    first.kill()
    first.wait(60)
    box_goes(desk)
    second = start(desk, "capture")
    write(desk, " Helena's")
    assert second.wait(60) == 0
    becomes(library, ["The keys are at Helena's"])


def test_the_box_alone_grows_into_the_window_when_that_is_wanted(desk: Screen, library: Client) -> None:
    alone = start(desk, "capture")
    box_opens(desk)
    desk.type("Helena has the keys")
    assert start(desk, "window").wait(60) == 0
    box_goes(desk)
    try:
        assert processes.wait_until(lambda: bool(desk.windows())), "no window came up"
        assert alone.poll() is None
        rest(desk)
        desk.hand("windowfocus", "--sync", desk.windows()[0])
        desk.keys("ctrl+n", "ctrl+Return")
        becomes(library, ["Helena has the keys"])
    finally:
        alone.kill()
        alone.wait(60)


@pytest.mark.skipif(shutil.which("trayer") is None, reason="needs trayer")
def test_closing_the_window_asks_once_and_stays_in_the_tray(desk: Screen, library: Client) -> None:
    with running(["trayer", "--edge", "bottom"], desk.environment), desk.window() as process:
        rest(desk, 1.5)
        window = desk.windows()[0]
        press_close(desk, window)
        rest(desk)
        assert desk.windows() == [window]  # it asks
        desk.keys("Return")
        assert processes.wait_until(lambda: not desk.windows()), "the window stays on the screen"
        assert process.poll() is None
        assert processes.wait_until(lambda: library.library.settings()["service.keep_running"] is True)
        desk.keys("ctrl+alt+space")
        write(desk, "From the tray")
        becomes(library, ["From the tray"])
        assert start(desk, "window").wait(60) == 0
        assert processes.wait_until(lambda: desk.windows() == [window]), "the window does not come back"
        desk.hand("windowfocus", "--sync", window)
        desk.keys("ctrl+q")
        assert process.wait(60) == 0


@pytest.mark.skipif(shutil.which("trayer") is None, reason="needs trayer")
def test_at_login_nothing_is_to_be_seen_but_the_sign_in_the_tray(desk: Screen, library: Client) -> None:
    with running(["trayer", "--edge", "bottom"], desk.environment):
        rest(desk)
        process = start(desk, "window", "--tray")
        try:
            rest(desk, 3.0)
            assert desk.windows() == []
            desk.keys("ctrl+alt+space")
            write(desk, "At once")
            becomes(library, ["At once"])
        finally:
            process.kill()
            process.wait(60)
