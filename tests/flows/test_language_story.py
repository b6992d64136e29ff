"""The language of everything changes while the window is open, and back."""

from __future__ import annotations

from mnemoteca.wire.client import Client
from tests import processes
from tests.flows.at_window import by_palette, desk, library, needs_screen, rest
from tests.flows.screen import Screen

pytestmark = needs_screen
__all__ = ["desk", "library"]


def box_is_called(desk: Screen, name: str) -> None:
    """The box for a quick note opens under this name where the window is out of the way; both are as before then."""
    window = desk.windows("^Mnemoteca")[0]
    desk.hand("windowminimize", "--sync", window)
    desk.keys("ctrl+alt+space")
    assert processes.wait_until(lambda: bool(desk.windows(name))), (name, desk.windows(""))
    desk.hand("windowfocus", "--sync", desk.windows(name)[0])
    desk.keys("Escape")
    assert processes.wait_until(lambda: not desk.windows(name)), name
    desk.hand("windowmap", "--sync", window, "windowfocus", "--sync", window)
    rest(desk)


def test_the_language_changes_at_once_and_back(desk: Screen, library: Client) -> None:
    library.library.capture("Oat milk")
    with desk.window() as process:
        rest(desk, 1.5)  # the key is held a moment after the window is there
        box_is_called(desk, "New note")
        by_palette(desk, "Português")
        box_is_called(desk, "Nova nota")
        assert processes.wait_until(lambda: library.library.settings()["window.language"] == "pt_BR")
        by_palette(desk, "English")
        box_is_called(desk, "New note")
        assert processes.wait_until(lambda: library.library.settings()["window.language"] == "en")
        assert process.poll() is None
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""
