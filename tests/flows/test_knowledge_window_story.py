"""A person asks the graph of a real window how two are linked, by keys alone, and reads where that was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
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
SAID = (
    ("2024-01-01", "Ana lives in Recife."),
    ("2024-02-01", "It rained. We saw Marcos in Recife on Sunday."),
    ("2024-03-01", "Marcos works at Petrobras."),
    ("2024-03-02", "Julia likes sourdough."),
)


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Screen]:
    with screen() as made:
        yield made


@pytest.fixture
def library(data_folder: Path) -> Iterator[Client]:
    with connect(data_folder, start=start_service, role="test") as client:
        for day, text in SAID:
            at = datetime.fromisoformat(f"{day}T12:00:00+00:00").astimezone(UTC)
            client.library.capture(text, occurred_at=at, offset_min=0)
        client.library.wait_knowledge()
        yield client


def read(client: Client) -> set[str]:
    """The notes that were read."""
    view = client.library.open_view(ListQuery(Place.EVERYTHING))
    try:
        found = client.library.rows(view.view, 0, 100).memories
        return {memory.text for memory in found if memory.access_count}
    finally:
        client.library.close_view(view.view)


def test_how_two_are_linked_is_asked_and_the_sentence_is_read_where_it_stands(desk: Screen, library: Client) -> None:
    with desk.window() as process:
        desk.keys("ctrl+shift+g")
        rest(desk)
        desk.type("Ana")
        desk.keys("Return")
        rest(desk)
        desk.keys("Tab")
        desk.type("Petrobras")
        desk.keys("Return")
        rest(desk)
        desk.keys(*["Tab"] * 10)  # past both buttons, five kinds, picture and slider to the evidence
        desk.keys("Down", "Return")  # the second step
        assert processes.wait_until(lambda: bool(read(library)))
        assert read(library) == {SAID[1][1]}
        desk.keys("ctrl+alt+f")
        rest(desk)
        desk.keys("Home", "Return")  # the newest fact
        assert processes.wait_until(lambda: SAID[3][1] in read(library))
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""
