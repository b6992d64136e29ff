"""What all tests share: a folder of their own, real processes that are gone afterwards, a clock to drive."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication

from tests import processes
from tests.driven import DrivenClock
from tests.patience import PatientBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
APP = Path(__file__).resolve().parents[1] / "app"


class Mnemoteca(Protocol):
    """Run a command of the program as a person does; `input` is its standard input."""

    def __call__(
        self, *args: str | bytes, input: str | bytes | None = None, timeout_s: float = 180.0
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's, with the patience that a busy machine needs."""
    return PatientBot(request)


@pytest.fixture
def clock() -> DrivenClock:
    return DrivenClock()


@pytest.fixture
def data_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty data folder under a short path, named by the environment; its service is ended afterwards."""
    base = Path(tempfile.mkdtemp(prefix="mn-"))
    folder, runtime = base / "data", base / "run"
    runtime.mkdir(mode=0o700)
    for name, value in {
        "MNEMOTECA_DATA": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(APP),
        "MNEMOTECA_PREPARE": "off",
        "MNEMOTECA_MEANING": "off",
        "MNEMOTECA_TEST_START_S": str(processes.PATIENCE_S),
    }.items():
        monkeypatch.setenv(name, value)
    yield folder
    subprocess.run(
        [sys.executable, "-m", "mnemoteca", "service", "stop"], capture_output=True, check=False, timeout=180
    )
    gone = processes.wait_until(lambda: not any(map(processes.alive, processes.of_folder(folder))))
    left = [pid for pid in processes.of_folder(folder) if processes.alive(pid)]
    processes.end(left)
    shutil.rmtree(base, ignore_errors=True)
    assert gone, f"these processes were left behind: {left}"


@pytest.fixture
def mnemoteca(data_folder: Path) -> Mnemoteca:
    """Run the program on `data_folder`."""

    def run(
        *args: str | bytes, input: str | bytes | None = None, timeout_s: float = 180.0
    ) -> subprocess.CompletedProcess[str]:
        given = input.encode() if isinstance(input, str) else input
        command = [sys.executable, "-m", "mnemoteca", *args]
        done = subprocess.run(
            command,
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            timeout=timeout_s,
            cwd=data_folder.parent,
            check=False,
        )
        out, err = (part.decode("utf-8", "backslashreplace") for part in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run


@pytest.fixture
def service(mnemoteca: Mnemoteca, data_folder: Path) -> Path:
    """A running service of `data_folder`; the folder."""
    done = mnemoteca("service", "start")
    assert done.returncode == 0, done.stderr
    return data_folder


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """A test that leaves a thread behind fails."""
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before]
    for thread in left:
        thread.join(processes.PATIENCE_S)
    still = [t.name for t in left if t.is_alive()]
    assert not still, f"these threads were left behind: {still}"
