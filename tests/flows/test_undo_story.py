"""What was forgotten comes back: by the toast, by the key, many at once, and in the window of another day."""

from __future__ import annotations

from mnemoteca.core.views import Place
from mnemoteca.wire.client import Client
from tests.flows.at_window import becomes, desk, library, needs_screen, rest
from tests.flows.screen import Screen

pytestmark = needs_screen
__all__ = ["desk", "library"]
NOTES = ["three", "two", "one"]  # the newest first
LIST = (420, 240)


def test_what_was_forgotten_comes_back(desk: Screen, library: Client) -> None:
    for text in reversed(NOTES):
        library.library.capture(text)
    with desk.window() as process:
        desk.keys("ctrl+3")  # notes
        rest(desk)
        desk.keys("Home", "Delete")
        becomes(library, Place.NOTES, NOTES[1:])
        desk.keys("ctrl+z")
        becomes(library, Place.NOTES, NOTES)
        desk.keys("ctrl+shift+z")
        becomes(library, Place.NOTES, NOTES[1:])
        desk.keys("ctrl+z")
        becomes(library, Place.NOTES, NOTES)
        desk.click(*LIST)
        rest(desk)
        desk.keys("ctrl+a", "Delete")
        becomes(library, Place.NOTES, [])
        becomes(library, Place.TRASH, NOTES)
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
    with desk.window() as process:
        rest(desk)
        desk.keys("ctrl+z")
        becomes(library, Place.TRASH, [])
        becomes(library, Place.NOTES, NOTES)
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""
