"""What goes to the network is written down before it does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mnemoteca.core.connections import Outcome, Purpose, Record
from mnemoteca.models.connecting import read_record, record_file, recorded
from mnemoteca.models.places import EmbedderPlaces
from tests.driven import DrivenClock

APP = Path(__file__).resolve().parents[3] / "app"


@pytest.fixture
def places(tmp_path: Path) -> EmbedderPlaces:
    return EmbedderPlaces(tmp_path / "models" / "embedder")


def test_the_line_stands_before_the_network_is_used(tmp_path: Path, places: EmbedderPlaces) -> None:
    path, clock = tmp_path / "deep" / "connections.jsonl", DrivenClock()
    with recorded(path, clock, Purpose.EMBEDDER, "pip", ("pypi.org",)) as going:
        (begun,) = read_record(path, places).connections
        assert (begun.outcome, begun.at, begun.hosts) == (Outcome.BEGUN, clock.now(), ("pypi.org",))
        clock.advance(60)
        going.worked, going.size = True, 83
    (ended,) = read_record(path, places).connections
    assert (ended.outcome, ended.size, ended.at) == (Outcome.DONE, 83, begun.at)


def test_what_breaks_off_has_failed(tmp_path: Path, places: EmbedderPlaces) -> None:
    path = tmp_path / "connections.jsonl"
    with pytest.raises(KeyboardInterrupt), recorded(path, DrivenClock(), Purpose.ENGINE, "pip", ("pypi.org",)):
        raise KeyboardInterrupt
    assert read_record(path, places).connections[0].outcome is Outcome.FAILED


def test_where_no_host_is_gone_to_nothing_is_listed(tmp_path: Path, places: EmbedderPlaces) -> None:
    path = tmp_path / "connections.jsonl"
    with recorded(path, DrivenClock(), Purpose.EMBEDDER, "pip", ()):
        pass
    assert read_record(path, places) == Record()


def test_where_it_cannot_be_written_the_network_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    used = False
    with pytest.raises(OSError, match="file"):  # noqa: SIM117
        with recorded(tmp_path / "file" / "record", DrivenClock(), Purpose.ENGINE, "pip", ("pypi.org",)):
            used = True
    assert not used


def test_a_model_that_was_made_before_the_record_was_kept_is_not_hidden(tmp_path: Path, places: EmbedderPlaces) -> None:
    path = tmp_path / "connections.jsonl"
    assert read_record(path, places) == Record()
    places.folder.mkdir(parents=True)
    places.manifest.write_text("{}")
    assert read_record(path, places) == Record(whole=False)


def test_the_record_is_no_cache(tmp_path: Path) -> None:
    assert record_file({"MNEMOTECA_MODELS": str(tmp_path)}, "linux") == tmp_path.resolve() / "connections.jsonl"
    assert record_file({"XDG_STATE_HOME": "/s"}, "linux") == Path("/s/mnemoteca/connections.jsonl")
    assert record_file({}, "linux") == Path.home() / ".local/state/mnemoteca/connections.jsonl"
    assert "Cache" not in str(record_file({}, "darwin"))


def test_the_shell_records_a_command_before_any_package_is_there(tmp_path: Path, places: EmbedderPlaces) -> None:
    """With the standard library alone, as the set-up has it."""
    environment = {**os.environ, "PYTHONPATH": str(APP), "MNEMOTECA_MODELS": str(tmp_path)}
    environment |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "https://files.example/"}
    module = ["-S", "-m", "mnemoteca.models.connecting", "packages", "--", sys.executable, "-c", "raise SystemExit(3)"]
    assert subprocess.run([sys.executable, *module], env=environment, check=False).returncode == 3
    (found,) = read_record(tmp_path / "connections.jsonl", places).connections
    assert (found.what, found.tool, found.outcome) == (Purpose.PACKAGES, "pip", Outcome.FAILED)
    assert found.hosts == ("files.example",)
