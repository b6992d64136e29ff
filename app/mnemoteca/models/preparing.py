"""What a preparation and the service share: the lock, the state file, and where broken files go."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from mnemoteca.core.preparation import Preparation, parse_preparation
from mnemoteca.models.manifest import broken_files, find_manifest, write_whole
from mnemoteca.models.onnx_writer import VERSION
from mnemoteca.models.places import EmbedderPlaces

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def is_whole(places: EmbedderPlaces) -> bool:
    """Whether the embedder of this version is there, with every byte as it was written."""
    manifest = find_manifest(places)
    return manifest is not None and manifest.writer == VERSION and not broken_files(places, manifest)


def set_aside(places: EmbedderPlaces) -> list[str]:
    """Move what is not whole out of the way, in the place of what went there before; the names of the files."""
    paths = [places.manifest, places.fp32, places.int8, places.tokenizer]
    moved = [] if is_whole(places) else [path for path in paths if path.exists()]
    for path in moved:
        places.aside.mkdir(exist_ok=True)
        path.replace(places.aside / path.name)
    return [path.name for path in moved]


def read_state(places: EmbedderPlaces) -> Preparation:
    """What the state file tells; one that isn't there counts as not started."""
    try:
        return parse_preparation(places.prepared.read_bytes())
    except OSError:
        return Preparation()


def write_state(places: EmbedderPlaces, state: Preparation) -> None:
    """Replace the state file as a whole."""
    write_whole(places.prepared, [msgspec.json.encode(state)])


@contextmanager
def taken(path: Path, on_wait: Callable[[], None] | None = None) -> Iterator[bool]:
    """Hold the lock; where another does, wait for it if there is something to say, else yield False."""
    with path.open("a+b") as lock:
        held = _take(lock.fileno(), wait=False)
        if not held and on_wait is not None:
            on_wait()
            held = _take(lock.fileno(), wait=True)
        yield held


if sys.platform == "win32":

    def _take(descriptor: int, wait: bool) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        while True:
            try:  # waiting, it gives up after ten tries of a second
                msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                return True
            except OSError:
                if not wait:
                    return False

else:

    def _take(descriptor: int, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
