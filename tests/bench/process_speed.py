"""How quick and how large the processes are: commands, the window, the service at rest."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from mnemoteca.core.clock import stopwatch
from tests.bench.desk import Desk, cpu_s, resident_mb
from tests.bench.library_speed import SETTLE_S
from tests.bench.table import Row, seconds_of, single, timed
from tests.flows import screen

ROOT = Path(__file__).resolve().parents[2]
IDLE_S = 60.0


def commands(desk: Desk) -> Iterator[Row]:
    """Whole processes, from their start to their end, the service being up."""
    desk.rested()
    tiers = [seconds_of(lambda: _run(desk, "-m", "mnemoteca", "tiers")) for _ in range(21)]
    yield timed("mnemoteca tiers, whole process", desk.size, tiers, 250)
    bare = [seconds_of(lambda: _run(desk, "-c", "pass")) for _ in range(21)]
    yield timed("python -c pass", 0, bare)
    yield timed("import mnemoteca", 0, [_import_s(desk) for _ in range(11)], 15)
    if (Path(sys.prefix) / "bin/mnemoteca").exists():
        direct = [seconds_of(lambda: _command(desk, f"{sys.prefix}/bin/mnemoteca")) for _ in range(11)]
        prepared = [seconds_of(lambda: _command(desk, str(ROOT / "run"))) for _ in range(11)]
        yield timed("mnemoteca --version", 0, direct)
        yield timed("./run --version, prepared", 0, prepared)
        yield single("what ./run adds, by the least", 0, 1000 * (min(prepared) - min(direct)), "ms", most=150)


def _environment(desk: Desk) -> dict[str, str]:
    return os.environ | {"MNEMOTECA_DATA": str(desk.folder), "PYTHONPATH": str(ROOT / "app")}


def _run(desk: Desk, *arguments: str) -> None:
    _command_of(desk, [sys.executable, *arguments])


def _command(desk: Desk, program: str) -> None:
    _command_of(desk, [program, "--version"])


def _command_of(desk: Desk, command: list[str]) -> None:
    subprocess.run(command, env=_environment(desk), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)


def _import_s(desk: Desk) -> float:
    """What the import of the package alone takes, as Python counts it."""
    command = [sys.executable, "-X", "importtime", "-c", "import mnemoteca"]
    told = subprocess.run(command, env=_environment(desk), capture_output=True, text=True, check=True).stderr
    found = re.findall(r"\|\s+(\d+) \| mnemoteca$", told, re.MULTILINE)
    return int(found[-1]) / 1e6


def idling(desk: Desk) -> Iterator[Row]:
    """The service at rest: after what was done so far, and after a start."""
    desk.rested()
    time.sleep(SETTLE_S)
    yield single("service, idle, as it was used", desk.size, desk.resident_mb(), "MB", most=250)
    desk.stop()
    yield single(
        "start of the service until it answers", desk.size, 1000 * seconds_of(lambda: desk.library.status()), "ms"
    )
    yield single("service after a start", desk.size, desk.resident_mb(), "MB", most=250)
    time.sleep(SETTLE_S)
    before = desk.cpu_s()
    time.sleep(IDLE_S)
    yield single("CPU of the idle service, one client", desk.size, 100 * (desk.cpu_s() - before) / IDLE_S, "%", 0.3)


def windowing(desk: Desk) -> Iterator[Row]:
    """The window on a virtual screen: from the start of its process until it is seen; its memory; both at rest."""
    if screen.missing():
        return
    desk.rested()
    environment = {"MNEMOTECA_DATA": str(desk.folder), "PYTHONPATH": str(ROOT / "app")}
    with screen.screen(environment) as shown:
        yield timed("window seen, service running", desk.size, [_seen_s(shown) for _ in range(5)], None, 800)
        desk.stop()
        began = stopwatch()
        with shown.window(watched=False) as process:
            desk.library.status()
            yield single("window and service from nothing", desk.size, 1000 * (stopwatch() - began), "ms", most=2500)
            time.sleep(SETTLE_S)
            before = desk.cpu_s() + cpu_s(process.pid)
            time.sleep(IDLE_S)
            used = desk.cpu_s() + cpu_s(process.pid) - before
            yield single("window, idle", desk.size, resident_mb(process.pid), "MB", most=200)
            yield single("CPU of window and service, idle", desk.size, 100 * used / IDLE_S, "%", most=0.5)


def _seen_s(shown: screen.Screen) -> float:
    began = stopwatch()
    with shown.window(watched=False):
        return stopwatch() - began
