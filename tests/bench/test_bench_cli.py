"""How quick the command line is: a command with the service up, the package's import, what ./run adds."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Mnemoteca

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.bench


def seconds(*command: str, times: int = 21) -> list[float]:
    """Wall seconds of each run, sorted."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        taken.append(time.perf_counter() - began)
    return sorted(taken)


def told(what: str, taken: list[float], limit_ms: float) -> float:
    """Print one line of the table; the median in milliseconds."""
    p50, p95 = statistics.median(taken) * 1000, taken[int(len(taken) * 0.95)] * 1000
    print(f"{what:34} p50 {p50:6.1f} ms  p95 {p95:6.1f} ms  (limit {limit_ms:g} ms)")
    return p50


def test_the_tiers_are_shown_within_a_quarter_of_a_second(service: Path, mnemoteca: Mnemoteca) -> None:
    assert mnemoteca("add", "coffee").returncode == 0
    assert told("mnemoteca tiers, service up", seconds(sys.executable, "-m", "mnemoteca", "tiers"), 250) <= 250


def test_importing_the_package_takes_next_to_nothing() -> None:
    bare, with_package = (seconds(sys.executable, "-c", what) for what in ("pass", "import mnemoteca"))
    added = [max(0.0, taken - statistics.median(bare)) for taken in with_package]
    assert told("import mnemoteca", added, 15) <= 15


def test_a_prepared_run_adds_little(service: Path) -> None:
    command = Path(sys.prefix) / "bin/mnemoteca"
    direct, prepared = seconds(str(command), "--version"), seconds(str(ROOT / "run"), "--version")
    added = [max(0.0, taken - statistics.median(direct)) for taken in prepared]
    assert told("./run, prepared, adds", added, 150) <= 150
