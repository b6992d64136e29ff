"""A day at a real window without a mouse: everything by keys."""

from __future__ import annotations

from pathlib import Path

from mnemoteca.core.jobs import JobState
from mnemoteca.core.memory import Tier
from mnemoteca.core.views import Place
from mnemoteca.wire.client import Client
from tests import processes
from tests.flows.at_window import becomes, by_palette, desk, find, library, needs_screen, rest, write_note
from tests.flows.chats import TURNS, write_chats
from tests.flows.screen import Screen

pytestmark = needs_screen
__all__ = ["desk", "library"]


def test_a_day_by_keys_alone(desk: Screen, library: Client, data_folder: Path) -> None:
    chats = write_chats(data_folder.parent / "chats.jsonl")
    kept = library.library.add_short_term("Call the landlord", "personal", 0.2)
    with desk.window() as process:
        rest(desk)
        write_note(desk, "Helena has the keys #home")
        becomes(library, Place.NOTES, ["Helena has the keys #home"])
        desk.keys("ctrl+5")  # the tiers
        rest(desk)
        desk.keys("End", "ctrl+Up")
        assert processes.wait_until(lambda: library.library.memory(kept.id).tier is not Tier.SHORT)
        by_palette(desk, "Open a file")
        rest(desk)
        desk.type(str(chats))
        desk.keys("Return")
        assert processes.wait_until(
            lambda: [(job.kind, job.state) for job in library.library.jobs(1)] == [("preview", JobState.DONE)], 20
        )
        rest(desk)
        desk.hand("windowfocus", "--sync", desk.windows()[0])
        desk.keys("Return")
        assert processes.wait_until(lambda: library.library.status().memories == TURNS + 2)
        rest(desk)
        desk.keys("Escape")
        rest(desk)
        find(desk, "marathon")
        desk.keys("ctrl+d")
        assert processes.wait_until(lambda: library.library.counts().counts.get(Place.PINNED) == 1)
        find(desk, "helena")
        desk.keys("Delete")
        becomes(library, Place.TRASH, ["Helena has the keys #home"])
        desk.keys("alt+Home")  # today
        desk.keys("ctrl+z")
        becomes(library, Place.TRASH, [])
        desk.keys("ctrl+t", "F1")  # the timeline, the sheet of keys
        rest(desk)
        desk.keys("Escape", "ctrl+shift+b")  # backups
        rest(desk)
        desk.keys("space")
        assert processes.wait_until(lambda: bool(library.library.backups()))
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""
