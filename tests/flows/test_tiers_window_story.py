"""A person at the tiers of a real window: cards rise by drag and by key, are let go, and come back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.memory import Tier
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.flows.at_window import rest
from tests.flows.screen import Screen, missing, screen

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]
FIRST_SHORT, FIRST_MEDIUM = (430, 230), (830, 230)
LONG_GROUND, LET_GO = (1220, 560), (500, 780)


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Screen]:
    with screen() as made:
        yield made


@pytest.fixture
def library(data_folder: Path) -> Iterator[Client]:
    with connect(data_folder, start=start_service, role="test") as client:
        yield client


def drag(desk: Screen, start: tuple[int, int], end: tuple[int, int]) -> None:
    """With the mouse, in small steps, as a hand does."""
    steps = [
        part
        for n in range(1, 16)
        for part in (
            "mousemove",
            str(round(start[0] + (end[0] - start[0]) * n / 15)),
            str(round(start[1] + (end[1] - start[1]) * n / 15)),
            "sleep",
            "0.04",
        )
    ]
    desk.hand("mousemove", *map(str, start), "mousedown", "1", "sleep", "0.1", *steps)
    rest(desk)
    desk.hand("mouseup", "1")


def becomes(desk: Screen, client: Client, id: int, tier: Tier) -> None:
    found = processes.wait_until(lambda: client.library.memory(id).tier is tier)
    assert found, (tier, client.library.memory(id).tier)
    rest(desk)  # the window hears of it, too


def test_cards_go_from_tier_to_tier_by_drag_and_by_key(desk: Screen, library: Client) -> None:
    kept = library.library.add_short_term("Helena has the keys", "personal", 0.2)
    with desk.window() as process:
        desk.keys("ctrl+5")  # short
        rest(desk)
        drag(desk, FIRST_SHORT, (830, 500))
        becomes(desk, library, kept.id, Tier.MEDIUM)
        drag(desk, FIRST_MEDIUM, LONG_GROUND)
        becomes(desk, library, kept.id, Tier.LONG)
        desk.keys("ctrl+z")
        becomes(desk, library, kept.id, Tier.MEDIUM)
        desk.click(*FIRST_MEDIUM)
        rest(desk)
        desk.keys("ctrl+Up")
        becomes(desk, library, kept.id, Tier.LONG)
        desk.keys("ctrl+z")
        becomes(desk, library, kept.id, Tier.MEDIUM)
        drag(desk, FIRST_MEDIUM, LET_GO)
        becomes(desk, library, kept.id, Tier.FADED)
        desk.keys("ctrl+z")
        becomes(desk, library, kept.id, Tier.MEDIUM)
        desk.click(*FIRST_MEDIUM)
        rest(desk)
        desk.keys("ctrl+Down")
        becomes(desk, library, kept.id, Tier.FADED)
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""
