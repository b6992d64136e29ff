"""How quick the window is with very many memories: frames, rows after a jump, hits as typed, the first frame."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from mnemoteca.core.clock import stopwatch
from mnemoteca.gui.watchdog import VARIABLE
from tests.bench.desk import Desk, resident_mb
from tests.bench.table import Row, single, timed
from tests.bench.texts import write_long
from tests.flows import screen

ROOT = Path(__file__).resolve().parents[2]
FRAME_MS, FILLED_MS, HITS_MS, FIRST_MS, RESIDENT_MB, BLOCK_MS = 16, 150, 60, 700, 250, 50
LOOKS = 8
TURNS, OPENED_MS = 20_000, 300


def scrolling(desk: Desk) -> Iterator[Row]:
    """A list of everything, through by keys and by the handle of its scroll bar."""
    for name, seconds in _hand(desk, "scroll").items():
        most = FILLED_MS if name.startswith("rows") else BLOCK_MS if name.startswith("longest") else FRAME_MS
        yield timed(name, desk.size, seconds, None, most)


def typing(desk: Desk) -> Iterator[Row]:
    """Questions letter by letter."""
    desk.rested()
    for name, seconds in _hand(desk, "type").items():
        yield timed(name, desk.size, seconds, None, BLOCK_MS if name.startswith("longest") else HITS_MS)


def reading(desk: Desk) -> Iterator[Row]:
    """A very long session."""
    desk.filled()
    path = desk.folder.parent / "long.jsonl"
    if not path.exists():
        write_long(path, TURNS)
        desk.wait_for(desk.library.import_file(str(path)))
    desk.rested()
    for name, seconds in _hand(desk, "read").items():
        opened = name.startswith("a session")
        yield timed(name, desk.size, seconds, None, OPENED_MS if opened else BLOCK_MS)


def opening(desk: Desk) -> Iterator[Row]:
    """From the start of the process to the first frame, the service running; what it holds after some use."""
    if screen.missing():
        return
    desk.rested()
    with screen.screen(_environment(desk)) as shown:
        for zoom in (100, 150):
            (desk.folder / "window.json").write_text(json.dumps({"zoom": zoom}), encoding="utf-8")
            took = [_first_frame_s(shown, desk) for _ in range(LOOKS)]
            yield timed(f"first frame at {zoom} %, service running", desk.size, took, None, FIRST_MS)
        (desk.folder / "window.json").unlink(missing_ok=True)
        with shown.window(watched=False) as process:
            time.sleep(1.0)
            shown.keys("ctrl+f")
            shown.type("the man who")
            shown.keys("Return", "Down", "Escape", "ctrl+1", "End", "Home", *["Next"] * 40)
            time.sleep(2.0)
            yield single("window, used", desk.size, resident_mb(process.pid), "MB", most=RESIDENT_MB)


def _first_frame_s(shown: screen.Screen, desk: Desk) -> float:
    record = desk.folder.parent / "frames.jsonl"
    record.unlink(missing_ok=True)
    began = stopwatch()
    with subprocess.Popen(
        [sys.executable, "-m", "mnemoteca", "window"], env=shown.environment | {VARIABLE: str(record)}
    ) as process:
        while not (record.exists() and "first_frame" in record.read_text()):
            time.sleep(0.005)
        process.kill()
    told = [json.loads(line) for line in record.read_text().splitlines()]
    return float(next(line["first_frame"] for line in told if "first_frame" in line)) - began


def _hand(desk: Desk, what: str) -> dict[str, list[float]]:
    """What a hand at a window of another process found, on a screen of its own."""
    if screen.missing():
        return {}
    desk.filled()
    with screen.screen(_environment(desk)) as shown:
        command = [sys.executable, "-m", "tests.bench.window_hand", what, str(desk.folder)]
        done = subprocess.run(command, env=shown.environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def _environment(desk: Desk) -> dict[str, str]:
    return {"MNEMOTECA_DATA": str(desk.folder), "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "app", ROOT)))}
