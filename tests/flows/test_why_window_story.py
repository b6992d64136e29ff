"""A person asks why something is remembered, and is told what goes with it before it is forgotten; by keys alone."""

from __future__ import annotations

import pytest

from mnemoteca.core.memory import State
from mnemoteca.core.views import Place
from mnemoteca.wire.client import Client
from tests import processes
from tests.flows.at_window import desk, library, needs_screen, rest, texts
from tests.flows.screen import Screen
from tests.flows.test_sleep_window_story import ended, kept

__all__ = ["desk", "library"]
pytestmark = needs_screen
DECIDED = "We decided to keep the keys of the Recife house with Helena Prado."
VAN = "The van of Marcos stands behind the church of Olinda until the weekend."


@pytest.fixture
def slept(library: Client) -> tuple[int, int]:
    """A memory that a pattern and a fact rest on, and its run."""
    ids = kept(library, DECIDED, VAN)
    library.library.wait_knowledge()
    return ids[0], library.library.consolidate_medium_to_long().run


def choose_oldest(desk: Screen) -> None:
    """The note that was kept first."""
    desk.keys("ctrl+3")  # Notes
    rest(desk)
    desk.keys("End")
    rest(desk)


def test_why_leads_from_a_memory_to_the_run_and_back(slept: tuple[int, int], library: Client, desk: Screen) -> None:
    id, run = slept
    found = library.library.why(id)
    assert [ref.kind for ref in found.rested_on_by] == ["pattern", "fact"]
    with desk.window() as process:
        choose_oldest(desk)
        desk.keys("ctrl+shift+y")
        rest(desk)
        desk.keys("Tab")  # round the card, from Close to what rests on it: the pattern comes first
        desk.keys("Home", "Return")
        rest(desk)
        desk.keys("shift+Tab", "space")  # Show the run
        rest(desk)
        desk.keys("Tab", "space")  # Undo this run
        assert processes.wait_until(lambda: library.library.runs()[0].state.value == "undone")
        assert library.library.run(run).run.state.value == "undone"
        rest(desk)
        ended(desk, process)


def test_what_goes_with_a_memory_is_said_before_it_is_forgotten(
    slept: tuple[int, int], library: Client, desk: Screen
) -> None:
    id, _ = slept
    with desk.window() as process:
        choose_oldest(desk)
        desk.keys("Delete")
        rest(desk)
        desk.keys("Escape")
        rest(desk)
        assert library.library.memory(id).state is State.ACTIVE
        desk.keys("Delete")
        rest(desk)
        desk.keys("Return")
        assert processes.wait_until(lambda: library.library.memory(id).state is State.TRASHED)
        assert texts(library, Place.TRASH) == [DECIDED]
        rest(desk)
        desk.keys("ctrl+z")
        assert processes.wait_until(lambda: library.library.memory(id).state is State.ACTIVE)
        rest(desk)
        ended(desk, process)
