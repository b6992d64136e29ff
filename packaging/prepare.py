"""Prepares the embedder, which takes seconds, then builds the engine for language models into .venv.

Started by ./run at low priority, behind the running app. The state of the engine stands in `.venv/prepared.json`
(core/preparation.py reads it), the output in `.venv/prepare.log`; the embedder keeps its own beside its files. A
failure costs only the features that need what could not be prepared; it is tried again after a day, or as soon as
what was missing is there, the embedder after ten minutes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from mnemoteca.core.clock import clock_of
from mnemoteca.core.connections import Purpose
from mnemoteca.core.preparation import PreparationState, parse_preparation
from mnemoteca.models.connecting import pip_hosts, record_file, recorded
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.preparing import read_state

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parents[1]
VENV = Path(sys.prefix)
STATE = VENV / "prepared.json"
LOG = VENV / "prepare.log"
# What the build needs: a command, and the package that has it.
TOOLS = {"g++": "g++", "cmake": "cmake", "ninja": "ninja-build"} if sys.platform != "win32" else {"cmake": "CMake"}
TRY_AGAIN = timedelta(days=1)
TRY_EMBEDDER_AGAIN = timedelta(minutes=10)


def main() -> int:
    """0 when the engine is there, or another preparation is at work on it."""
    with (VENV / "prepare.lock").open("w") as lock:
        try:
            hold(lock)
        except OSError:
            return 0
        prepare_embedder()
        return 0 if is_ready() else prepare()


def prepare_embedder() -> None:
    """The embedder tells how it went in a state file of its own."""
    places = EmbedderPlaces.standard()
    told = read_state(places)
    fresh = told.since is not None and now() - told.since < TRY_EMBEDDER_AGAIN
    if told.state is not PreparationState.FAILED or not fresh:
        subprocess.run([sys.executable, "-m", "mnemoteca.models.prepare"], stdin=subprocess.DEVNULL, check=False)


def is_ready() -> bool:
    """Whether the engine is there already."""
    return STATE.exists() and parse_preparation(STATE.read_bytes()).state is PreparationState.READY


def hold(lock: IO[str]) -> None:
    """Lock the file until it is closed; raises `OSError` where another holds it."""
    if sys.platform == "win32":
        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def prepare() -> int:
    started = now()
    if STATE.exists() and given_up(STATE.read_text(), started, missing_tools()):
        return 1
    write("waiting", started)
    if missing := install_tools():
        write("failed", started, f"{' and '.join(missing)} missing; install what is missing and start ./run again.")
        return 1
    write("building", started)
    record = record_file(), clock_of(os.environ), Purpose.ENGINE, "pip", pip_hosts()
    with LOG.open("wb") as log, recorded(*record) as use:
        code = subprocess.run(command(), env=environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log).returncode
        use.worked = code == 0
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
        as_root = ["sudo", "-n"] if shutil.which("sudo") else []
        apt = [*as_root, "apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=300", "install", "--no-install-recommends"]
        with recorded(record_file(), clock_of(os.environ), Purpose.SYSTEM, "apt-get", apt_hosts()) as use:
            run = subprocess.run([*apt, *missing], stdin=subprocess.DEVNULL, capture_output=True, check=False)
            use.worked = run.returncode == 0
        missing = missing_tools()
    return missing


def apt_hosts() -> list[str]:
    """Where apt-get fetches from, as it is set up."""
    command = ["apt-get", "indextargets", "--format", "$(SITE)"]
    told = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return sorted({site.split("://")[-1].split("/")[0] for site in told.stdout.split()}) or ["apt"]


def missing_tools() -> list[str]:
    return [package for name, package in TOOLS.items() if not shutil.which(name)]


def given_up(state: str, at: datetime, missing: list[str]) -> bool:
    """Whether the same failure would only be repeated: it is fresh, and not for want of a tool that is now there."""
    try:
        told = json.loads(state)
        fresh = at - datetime.fromisoformat(told["since"]) < TRY_AGAIN
        return bool(told["state"] == "failed" and fresh and ("missing" not in told["reason"] or missing))
    except (ValueError, KeyError, TypeError):
        return False


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
