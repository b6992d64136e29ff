"""The service is killed while a person writes: the note is kept once, and the window finds its way back."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from mnemoteca.core.views import Place
from mnemoteca.wire.client import connect
from mnemoteca.wire.start import start_service
from tests.flows.at_window import becomes, desk, find, library, needs_screen, rest, texts
from tests.flows.screen import Screen

pytestmark = needs_screen
__all__ = ["desk", "library"]


def kill_service(folder: Path) -> None:
    with connect(folder, start=None, role="test") as client:
        os.kill(client.library.status().pid, signal.SIGKILL)


def test_a_service_that_is_killed_costs_no_word_and_no_note(desk: Screen, data_folder: Path) -> None:
    with connect(data_folder, start=start_service, role="test", patience_s=60) as client:
        client.library.capture("Helena has the keys")
    with desk.window() as process:
        rest(desk)
        desk.keys("ctrl+n")
        rest(desk)
        desk.type("half a thought ")
        kill_service(data_folder)
        desk.type("and the rest")
        desk.keys("ctrl+Return")
        with connect(data_folder, start=start_service, role="test", patience_s=60) as client:
            becomes(client, Place.NOTES, ["half a thought and the rest", "Helena has the keys"])
            kill_service(data_folder)  # and once more, at rest
        rest(desk)
        find(desk, "helen")
        desk.keys("ctrl+d")
        with connect(data_folder, start=start_service, role="test", patience_s=60) as client:
            becomes(client, Place.PINNED, ["Helena has the keys"])
            assert len(texts(client, Place.NOTES)) == 2
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
