"""A model of a hub on loopback, on the command line: told of, cut, resumed, paused over a restart, checked, used."""

from __future__ import annotations

import importlib.util
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.model_hub import LARGE, QWEN, Surroundings, model_hub
from tests.flows.test_backup_story import kill_service, service_pid
from tests.gguf_made import BAD, gguf

if importlib.util.find_spec("huggingface_hub") is None:
    pytest.skip("what downloads models is not installed; ./run prepares it", allow_module_level=True)


@pytest.fixture
def around(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Surroundings]:
    with model_hub(data_folder.parent, monkeypatch) as made:
        yield made


def shelf(mnemoteca: Mnemoteca) -> dict[str, Any]:
    told = mnemoteca("models", "list", "--json")
    assert told.returncode == 0, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def download(mnemoteca: Mnemoteca, id: str) -> dict[str, Any] | None:
    return next((each for each in shelf(mnemoteca)["downloads"] if each["id"] == id), None)


def test_a_model_is_told_of_fetched_used_and_removed(mnemoteca: Mnemoteca, around: Surroundings) -> None:
    fetched = mnemoteca("models", "download", QWEN)
    assert fetched.returncode == 0, fetched.stderr
    assert all(each in fetched.stderr for each in ("someone/models-GGUF", "licence MIT", "fits well", "of the disk"))
    assert "is installed" in fetched.stdout
    (model,) = shelf(mnemoteca)["installed"]
    assert model["id"] == QWEN
    assert shelf(mnemoteca)["in_use"] == {"generate": QWEN}
    assert mnemoteca("models", "use", "summarise", QWEN).returncode == 0
    assert "generate, summarise" in mnemoteca("models", "info", QWEN).stdout
    again = mnemoteca("models", "download", QWEN)
    assert (again.returncode, "installed already" in again.stderr) == (3, True)
    assert mnemoteca("models", "remove", QWEN).returncode == 0
    assert shelf(mnemoteca)["installed"] == []
    assert not (around.folder / QWEN).exists()


def test_a_licence_is_agreed_to_before_anything_is_asked_of_the_hub(mnemoteca: Mnemoteca, around: Surroundings) -> None:
    refused = mnemoteca("models", "download", "careful")
    assert refused.returncode == 3
    assert "Some Terms" in refused.stderr
    assert "--accept-licence" in refused.stderr
    assert around.hub.asked == []
    assert mnemoteca("models", "download", "careful", "--accept-licence").returncode == 0


def test_a_download_that_is_cut_goes_on_and_is_checked(mnemoteca: Mnemoteca, around: Surroundings) -> None:
    around.hub.cut_after, around.hub.cuts = 5 << 20, 1
    assert mnemoteca("models", "download", "large", timeout_s=120).returncode == 0
    ranges = [each.headers.get("Range") for each in around.hub.asked if each.path.startswith("/store/")]
    assert ranges[0] is None
    assert ranges[-1] not in (None, "bytes=0-")
    assert (around.folder / "large/model.gguf").read_bytes() == LARGE


def test_a_download_is_paused_over_a_restart_and_goes_on_where_it_was(
    mnemoteca: Mnemoteca, around: Surroundings, data_folder: Path
) -> None:
    around.hub.rate = 400_000  # there is time to stop it, on a busy machine, too
    assert mnemoteca("models", "download", "large", "--in-background").returncode == 0
    part = around.folder / "large/model.gguf.part"
    assert processes.wait_until(lambda: part.exists() and part.stat().st_size > 1 << 20, 60)
    paused = mnemoteca("models", "download", "large", "--pause")
    assert "is paused at" in paused.stdout
    assert mnemoteca("service", "stop").returncode == 0
    told = download(mnemoteca, "large")
    assert told is not None
    assert told["state"] == "paused"
    there = part.stat().st_size
    assert 1 << 20 < there < len(LARGE)
    around.hub.rate = 0
    around.hub.asked.clear()
    assert mnemoteca("models", "download", "large", timeout_s=120).returncode == 0
    assert around.hub.asked[-1].headers["Range"].startswith(f"bytes={there}-")
    assert (around.folder / "large/model.gguf").read_bytes() == LARGE


@pytest.mark.parametrize("how", ["stopped", "killed"])
def test_a_download_under_way_goes_on_by_itself_after_the_service_was_ended(
    how: str, mnemoteca: Mnemoteca, around: Surroundings
) -> None:
    around.hub.rate = 400_000  # there is time to stop it, on a busy machine, too
    assert mnemoteca("models", "download", "large", "--in-background").returncode == 0
    part = around.folder / "large/model.gguf.part"
    assert processes.wait_until(lambda: part.exists() and part.stat().st_size > 1 << 20, 60)
    if how == "stopped":
        assert mnemoteca("service", "stop").returncode == 0
    else:
        kill_service(mnemoteca)
    assert part.stat().st_size > 1 << 20
    around.hub.rate = 0
    mnemoteca("models", "list")  # whoever comes starts the service again
    assert processes.wait_until(lambda: (around.folder / "large/model.json").exists(), 60)
    assert (around.folder / "large/model.gguf").read_bytes() == LARGE


def test_ctrl_c_pauses_what_is_waited_for(mnemoteca: Mnemoteca, around: Surroundings) -> None:
    around.hub.rate = 400_000  # there is time to stop it, on a busy machine, too
    command = [sys.executable, "-m", "mnemoteca", "models", "download", "large"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        part = around.folder / "large/model.gguf.part"
        assert processes.wait_until(lambda: part.exists() and part.stat().st_size > 1 << 20, 60)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=180)
    assert process.returncode == 8
    assert "is paused" in err
    told = download(mnemoteca, "large")
    assert told is not None
    assert told["state"] == "paused"
    assert mnemoteca("models", "download", "large", "--cancel").returncode == 0
    assert not (around.folder / "large").exists()


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"other_bytes": True}, 6, "its hash is another one"),
        ({"status": 401}, 5, "asks who you are"),
        ({"status": 403}, 5, "does not give"),
        ({"status": 429}, 5, "left alone for a while"),
        ({"status": 500}, 5, "is in trouble (HTTP 500)"),
        ({"tells_hash": False}, 6, "could not be checked"),
    ],
)
def test_what_goes_wrong_is_said_and_leaves_nothing_half_installed(
    change: dict[str, Any], code: int, said: str, mnemoteca: Mnemoteca, around: Surroundings
) -> None:
    for name, value in change.items():
        setattr(around.hub, name, value)
    around.hub.files[f"someone/models-GGUF/{QWEN}.gguf"] = gguf() + b"the end."
    refused = mnemoteca("models", "download", "careful", "--accept-licence")
    assert refused.returncode == code, refused.stderr
    assert said in refused.stderr
    assert shelf(mnemoteca)["installed"] == []
    assert not (around.folder / "careful/model.gguf").exists()


def test_another_file_than_the_pinned_one_is_refused(mnemoteca: Mnemoteca, around: Surroundings) -> None:
    around.hub.files[f"someone/models-GGUF/{QWEN}.gguf"] = gguf() + b"another"
    refused = mnemoteca("models", "download", QWEN)
    assert (refused.returncode, "not the file of the catalogue" in refused.stderr) == (6, True)
    assert around.hub.sent() == 0


def test_fifty_bad_files_are_refused_and_the_service_lives(
    mnemoteca: Mnemoteca, around: Surroundings, data_folder: Path
) -> None:
    mnemoteca("service", "start")
    pid = service_pid(mnemoteca)
    for number, (content, _) in enumerate(BAD.values()):
        path = data_folder.parent / f"bad-{number}.gguf"
        path.write_bytes(content)
        refused = mnemoteca("models", "install", str(path))
        assert refused.returncode == 3, (number, refused)
        assert refused.stderr.startswith("mnemoteca: ")
        assert "\x1b" not in refused.stderr
    assert service_pid(mnemoteca) == pid
    assert shelf(mnemoteca)["installed"] == []
    good = data_folder.parent / "good.gguf"
    good.write_bytes(gguf())
    assert mnemoteca("models", "install", str(good)).returncode == 0


def test_a_broken_own_catalogue_is_told_and_the_built_in_one_is_offered(
    mnemoteca: Mnemoteca, around: Surroundings
) -> None:
    (around.folder / "catalogue.json").write_text('{"version": 1, "models": [{"id": }]}')
    told = mnemoteca("models", "list")
    assert told.returncode == 0
    assert "can't be read as a catalogue" in told.stderr
    assert "Qwen3 0.6B" in told.stdout
