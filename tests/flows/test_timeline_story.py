"""A person at the timeline of a real window: a time is brushed by mouse and by keys, and what it holds is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mnemoteca.core.views import ListQuery, Place
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.flows.at_window import rest
from tests.flows.screen import Screen, missing, screen

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]
LEFT, RIGHT, MIDDLE = 254, 1412, 190  # of the bars
DAYS = 60


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Screen]:
    with screen() as made:
        yield made


@pytest.fixture
def library(data_folder: Path) -> Iterator[Client]:
    with connect(data_folder, start=start_service, role="test") as client:
        begun = datetime.now(UTC) - timedelta(days=DAYS)
        for day in range(DAYS):
            client.library.capture(f"day {day}", occurred_at=begun + timedelta(days=day), offset_min=0)
        yield client


def read(client: Client) -> set[int]:
    """The days of which the note was read."""
    view = client.library.open_view(ListQuery(Place.EVERYTHING))
    try:
        found = client.library.rows(view.view, 0, 100).memories
        return {int(memory.text.split()[1]) for memory in found if memory.access_count}
    finally:
        client.library.close_view(view.view)


def at(day: int) -> str:
    """Where the bar of this day stands: a day of room before them, two behind."""
    return str(round(LEFT + (RIGHT - LEFT) * (day + 1.5) / (DAYS + 2)))


def test_a_time_is_brushed_and_what_it_holds_is_read(desk: Screen, library: Client) -> None:
    with desk.window() as process:
        desk.keys("ctrl+t")
        rest(desk)
        moves = [part for day in range(21, 31) for part in ("mousemove", at(day), str(MIDDLE), "sleep", "0.03")]
        desk.hand("mousemove", at(20), str(MIDDLE), "mousedown", "1", *moves, "mouseup", "1")
        rest(desk)
        desk.keys("Tab", "Down", "Return")  # the newest of the time that is brushed
        assert processes.wait_until(lambda: bool(read(library)))
        (day,) = read(library)
        assert 28 <= day <= 32
        desk.keys("ctrl+t")
        rest(desk)
        desk.keys("Escape", "End", *["Left"] * 10, *["shift+Left"] * 3)
        rest(desk)
        desk.keys("Tab", "Down", "Return")
        assert processes.wait_until(lambda: len(read(library)) == 2)
        (day,) = read(library) - {day}
        assert 47 <= day <= 52
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""
