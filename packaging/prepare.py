"""Builds the engine for language models into .venv, behind the running app, and says how far it is.

Started by ./run at low priority. The state stands in `.venv/prepared.json` (core/preparation.py reads it), the
output in `.venv/prepare.log`. A failure costs only the features that need a language model; it is tried again
after a day, or as soon as what was missing is there.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = Path(sys.prefix)
STATE = VENV / "prepared.json"
LOG = VENV / "prepare.log"
TOOLS = {"g++": "g++", "cmake": "cmake", "ninja": "ninja-build"}
TRY_AGAIN = timedelta(days=1)


def main() -> int:
    """0 when the engine is there, or another preparation is at work on it."""
    with (VENV / "prepare.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return 0
        return prepare()


def prepare() -> int:
    started = now()
    if given_up(started):
        return 1
    write("waiting", started)
    if missing := install_tools():
        write("failed", started, f"{' and '.join(missing)} missing. Install: sudo apt-get install {' '.join(missing)}")
        return 1
    write("building", started)
    with LOG.open("wb") as log:
        code = subprocess.run(command(), env=environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log).returncode
    if code:
        write("failed", started, f"the build ended with code {code}; its output is in {LOG}.")
        return 1
    write("ready", started)
    return 0


def command() -> list[str]:
    """Wheels for everything but llama-cpp-python, which has none."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["models"]
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
    return [*pip, "--only-binary", ":all:", "--no-binary", "llama-cpp-python", *wanted]


def environment() -> dict[str, str]:
    """For this machine's own processor, without llama.cpp's tools: a third of the time."""
    arguments = [
        "-DLLAVA_BUILD=OFF",
        "-DGGML_NATIVE=ON",
        f"-DCMAKE_PROJECT_llama.cpp_INCLUDE={ROOT / 'packaging' / 'llama-without-tools.cmake'}",
    ]
    return {**os.environ, "CMAKE_ARGS": " ".join(arguments)}


def install_tools() -> list[str]:
    """Install the build tools where this may be done; the packages that are still missing."""
    missing = missing_tools()
    if missing and shutil.which("apt-get"):
        as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        apt = [*as_root, "apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=300", "install", "--no-install-recommends"]
        subprocess.run([*apt, *missing], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        missing = missing_tools()
    return missing


def missing_tools() -> list[str]:
    return [package for name, package in TOOLS.items() if not shutil.which(name)]


def given_up(at: datetime) -> bool:
    """Whether the same failure would only be repeated: it is fresh, and not for want of a tool that is now there."""
    try:
        state = json.loads(STATE.read_text())
        fresh = at - datetime.fromisoformat(state["since"]) < TRY_AGAIN
    except (OSError, ValueError, KeyError):
        return False
    return bool(state["state"] == "failed" and fresh and ("missing" not in state["reason"] or missing_tools()))


def write(state: str, since: datetime, reason: str = "") -> None:
    """Replace the state file as a whole."""
    minutes = round((now() - since).total_seconds() / 60, 1)
    text = {"state": state, "since": since.isoformat(), "minutes": minutes, "reason": reason, "log": str(LOG)}
    part = STATE.with_suffix(".part")
    part.write_text(json.dumps(text))
    part.replace(STATE)


def now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
