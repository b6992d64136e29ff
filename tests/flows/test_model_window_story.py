"""A person gets a model at a real window by keys alone: cut and resumed, paused over a restart, checked, removed."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.connections import Outcome, Purpose, parse
from mnemoteca.core.model_roles import Role
from mnemoteca.core.model_shelf import Download, DownloadState
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.at_window import needs_screen, rest
from tests.flows.model_hub import LARGE, QWEN, Surroundings, model_hub
from tests.flows.screen import Screen, screen

if importlib.util.find_spec("huggingface_hub") is None:
    pytest.skip("what downloads models is not installed; ./run prepares it", allow_module_level=True)

pytestmark = needs_screen


@pytest.fixture
def around(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Surroundings]:
    with model_hub(data_folder.parent, monkeypatch) as made:
        yield made


@pytest.fixture
def desk(around: Surroundings) -> Iterator[Screen]:
    with screen() as made:
        yield made


def asked(data_folder: Path) -> Client:
    return connect(data_folder, start=start_service, role="test", patience_s=60)


def download(client: Client) -> Download | None:
    return next(iter(client.library.models().downloads), None)


def is_paused(client: Client) -> bool:
    told = download(client)
    return told is not None and told.state is DownloadState.PAUSED


def installed(client: Client) -> list[str]:
    return sorted(model.id for model in client.library.models().installed)


def test_a_model_is_got_paused_over_a_restart_and_removed_at_the_window(
    desk: Screen, around: Surroundings, data_folder: Path, mnemoteca: Mnemoteca
) -> None:
    hub, part = around.hub, around.folder / "large/model.gguf.part"
    with desk.window():
        with asked(data_folder) as client:
            assert processes.wait_until(lambda: bool(desk.windows()), 60)
            rest(desk)
            desk.keys("ctrl+alt+m")
            rest(desk)
            desk.keys("Return")  # Download, of the first card
            assert processes.wait_until(lambda: installed(client) == [QWEN], 180)
            assert client.library.models().in_use == {Role.GENERATE: QWEN}
            rest(desk)
            hub.rate, hub.cut_after, hub.cuts = 1_500_000, 3 << 20, 1
            desk.keys("Tab", "Tab", "Tab", "Return")  # Use, a smaller copy, Remove, and Download of the next card
            assert processes.wait_until(lambda: part.exists() and part.stat().st_size > 4 << 20, 180)
            hub.rate = 40_000  # there is time to stop it, on a busy machine, too
            rest(desk, 0.2)
            desk.keys("Return")  # Pause stands where Download stood
            assert processes.wait_until(lambda: is_paused(client))
        assert mnemoteca("service", "stop").returncode == 0
        there, hub.rate = part.stat().st_size, 0
        hub.asked.clear()
        with asked(data_folder) as client:
            assert is_paused(client)
            rest(desk, 2.0)  # the window has the service again
            desk.keys("Return")  # Go on
            assert processes.wait_until(lambda: installed(client) == ["large", QWEN], 180)
            assert hub.asked[-1].headers["Range"].startswith(f"bytes={there}-")
            assert (around.folder / "large/model.gguf").read_bytes() == LARGE
            rest(desk)
            desk.keys("Tab", "Tab", "Return")  # from Use over a smaller copy to Remove, which asks
            rest(desk)
            desk.keys("shift+Tab", "Return")  # from No to Remove
            assert processes.wait_until(lambda: installed(client) == [QWEN])
    record = parse((around.folder / "connections.jsonl").read_text())
    assert {each.what for each in record} == {Purpose.MODEL}
    assert {host for each in record for host in each.hosts} == {"127.0.0.1", "localhost"}
    assert sum(each.outcome is Outcome.DONE for each in record) >= 4


def test_what_is_not_what_was_to_come_is_refused_at_the_window(
    desk: Screen, around: Surroundings, data_folder: Path
) -> None:
    around.hub.other_bytes = True
    around.hub.files[f"someone/models-GGUF/{QWEN}.gguf"] += b"the end."
    with desk.window(), asked(data_folder) as client:
        assert processes.wait_until(lambda: bool(desk.windows()), 60)
        rest(desk)
        desk.keys("ctrl+alt+m")
        rest(desk)
        desk.keys("Tab", "Tab", "Return")  # the third card: its hash is not known before, its licence is asked about
        rest(desk)
        desk.keys("shift+Tab", "Return")  # from No to I agree
        assert processes.wait_until(lambda: (told := download(client)) is not None and bool(told.reason), 60)
        told = download(client)
        assert told is not None
        assert "its hash is another one" in told.reason
        assert installed(client) == []
        assert not (around.folder / "careful/model.gguf.part").exists()
