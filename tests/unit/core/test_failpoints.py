"""The named places at which a test may kill the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mnemoteca.core.failpoints import Failpoints

REACH = """
from mnemoteca.core.failpoints import reach
for n in range(5):
    reach("here")
    reach("there")
    print(n)
"""


def test_without_being_asked_nothing_happens() -> None:
    Failpoints({}).reach("here")


def test_each_reach_is_written_down(tmp_path: Path) -> None:
    points = Failpoints({"MNEMOTECA_FAIL_LOG": str(tmp_path / "log")})
    points.reach("here")
    points.reach("there")
    assert (tmp_path / "log").read_text() == "here\nthere\n"


def test_the_process_is_killed_when_the_place_is_reached_for_the_nth_time() -> None:
    app = Path(__file__).resolve().parents[3] / "app"
    environment = {"MNEMOTECA_FAIL_AT": "here:3", "PYTHONPATH": str(app)}
    done = subprocess.run([sys.executable, "-uc", REACH], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (-9, "0\n1\n")


def test_the_process_can_be_killed_a_moment_after_the_place_was_reached() -> None:
    app = Path(__file__).resolve().parents[3] / "app"
    environment = {"MNEMOTECA_FAIL_AT": "here:1:50", "PYTHONPATH": str(app)}
    script = REACH + "input()\n"
    command = [sys.executable, "-uc", script]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.wait(60) == -9
