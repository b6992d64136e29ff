"""A person chooses some memories in a real window and takes them out; another library takes them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.jobs import JobState
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.flows.at_window import rest
from tests.flows.screen import Screen, missing, screen

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Screen]:
    with screen() as made:
        yield made


@pytest.fixture
def library(data_folder: Path) -> Iterator[Client]:
    with connect(data_folder, start=start_service, role="test") as client:
        for n in range(5):
            client.library.capture(f"note {n}")
        yield client


def test_what_is_chosen_is_written_and_can_be_brought_in_elsewhere(
    desk: Screen, library: Client, tmp_path: Path
) -> None:
    with desk.window() as process:
        desk.keys("ctrl+1")
        rest(desk)
        desk.keys("Home", "Down", "shift+Down", "shift+Down")
        rest(desk)
        desk.keys("ctrl+e")
        rest(desk)
        desk.keys("ctrl+a")
        desk.type(str(tmp_path / "some"))
        desk.keys("Return")
        assert processes.wait_until(lambda: (tmp_path / "some.jsonl").exists())
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""
    library.library.make_space("other")
    job = library.library.import_file(str(tmp_path / "some.jsonl"), "other")
    job = library.library.wait_job(job.id, 120.0)
    assert (job.state, (job.result or {}).get("memories_new")) == (JobState.DONE, 3)
