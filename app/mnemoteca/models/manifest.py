"""Which files make up a prepared embedder: their sizes and hashes, so that a cut or swapped one is never run."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from mnemoteca.models.places import EmbedderPlaces

_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class FileEntry:
    """What a file must be; `sha256` in lower-case hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of an embedder by name, the version of their writer, and the precision that runs on this machine."""

    writer: int
    precision: str
    files: Mapping[str, FileEntry]


def find_manifest(places: EmbedderPlaces) -> Manifest | None:
    """The manifest, None where there is none that can be read."""
    try:
        return msgspec.json.decode(places.manifest.read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def broken_files(places: EmbedderPlaces, manifest: Manifest, names: Iterable[str] | None = None) -> dict[str, str]:
    """Name → what is wrong with it, of the named files (all of the manifest's where none are named)."""
    told = {name: _wrong(places.folder / name, manifest.files.get(name)) for name in names or manifest.files}
    return {name: wrong for name, wrong in told.items() if wrong}


def _wrong(path: Path, wanted: FileEntry | None) -> str:
    if wanted is None:
        return "is not in the manifest"
    try:
        size = path.stat().st_size
        if size != wanted.size:
            return f"has {size:,} bytes instead of {wanted.size:,}"
        return "" if hash_of(path) == wanted.sha256 else "holds something else than was written"
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"can't be read ({error.strerror})"


def hash_of(path: Path) -> str:
    """The SHA-256 of a file in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while step := file.read(_STEP):
            digest.update(step)
    return digest.hexdigest()


def write_whole(path: Path, pieces: Iterable[bytes]) -> FileEntry:
    """Write a file under another name, let it reach the disk, and only then give it its own; raises `OSError`."""
    part = path.with_name(path.name + ".part")
    digest, size = hashlib.sha256(), 0
    try:
        with part.open("wb") as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return FileEntry(size, digest.hexdigest())
