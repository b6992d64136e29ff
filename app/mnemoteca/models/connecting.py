"""Writes the record of connections: before a tool goes to the network, and when it has ended.

`python -m mnemoteca.models.connecting packages -- COMMAND…` runs a command of pip so; the set-up uses it before any
package is there, therefore the standard library is all that stands here. Where the record can't be written, the
network is not used.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mnemoteca.core.clock import Clock, clock_of
from mnemoteca.core.connections import Connection, Outcome, Purpose, Record, hosts_of_pip, line_of, parse
from mnemoteca.models.places import EmbedderPlaces

NAME = "connections.jsonl"


def record_file(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where the record stands: with the models where MNEMOTECA_MODELS says so, else where the platform keeps state."""
    if given := environment.get("MNEMOTECA_MODELS"):
        return Path(os.path.realpath(os.path.expanduser(given))) / NAME
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "Mnemoteca state" / NAME
    if platform == "darwin":
        return Path.home() / "Library/Logs/mnemoteca" / NAME
    return Path(environment.get("XDG_STATE_HOME") or Path.home() / ".local/state") / "mnemoteca" / NAME


def read_record(path: Path, places: EmbedderPlaces) -> Record:
    """What the record says; where there is none although the model was made, that was before it was kept."""
    try:
        return Record(parse(path.read_text(encoding="utf-8", errors="replace")))
    except FileNotFoundError:
        return Record(whole=not places.manifest.exists())


class Going:
    """A use of the network that is under way; what it leaves is told to it."""

    def __init__(self) -> None:
        self.worked = False
        self.size: int | None = None


@contextmanager
def recorded(path: Path, clock: Clock, what: Purpose, tool: str, hosts: Sequence[str]) -> Iterator[Going]:
    """Write that the network is used, then how that ended; no line where no host is gone to. Raises `OSError`."""
    going = Going()
    if not hosts:
        _add(path, "")
        yield going
        return
    at = clock.now()
    begun = Connection(f"{at.isoformat()} {os.getpid()}", at, what, tool, tuple(hosts))
    _add(path, line_of(begun))
    try:
        yield going
    finally:
        outcome = Outcome.DONE if going.worked else Outcome.FAILED
        _add(path, line_of(replace(begun, outcome=outcome, size=going.size)))


def pip_hosts() -> tuple[str, ...]:
    """Which hosts the pip of this Python goes to, as it is set up."""
    command = [sys.executable, "-m", "pip", "config", "list", "--disable-pip-version-check"]
    told = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)
    return hosts_of_pip(told.stdout.splitlines())


def _add(path: Path, line: str) -> None:
    """Add a line; that there is a record says that it is kept."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as record:
        record.write(line)
        record.flush()
        os.fsync(record.fileno())


def main(arguments: Sequence[str]) -> int:
    """Run what follows `--`, a command of pip; its exit code."""
    what, _, *command = arguments
    with recorded(record_file(), clock_of(os.environ), Purpose(what), "pip", pip_hosts()) as going:
        code = subprocess.run(command, check=False).returncode
        going.worked = code == 0
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
