"""Takes a model file that the person has into the folder of models: header first, then a copy with its hash."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mnemoteca.core.cancel import Token
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound, Problem
from mnemoteca.core.model_copies import AUTO
from mnemoteca.core.model_header import ModelHeader
from mnemoteca.core.model_installed import InstalledModel, id_of
from mnemoteca.models.gguf_file import clean, read_header
from mnemoteca.models.installed import InstalledModels, ModelManifest, kind_to_install
from mnemoteca.models.manifest import FileEntry
from mnemoteca.models.places import EMBEDDER, ModelPlaces
from mnemoteca.models.preparing import taken

STEP = 4 << 20
Progress = Callable[[int, int], None]  # bytes done, of how many


def install_file(models: InstalledModels, path: Path, clock: Clock, progress: Progress, token: Token) -> InstalledModel:
    """Copy a GGUF file in, under an id made of its name; raises `BadInput`, `NotFound`, `DiskTrouble`, `Stopped`."""
    id = id_for_file(models, path)
    places = models.places.of(id)
    with disk_trouble_told(path, places), at_work(places, id):
        header = read_header(path)
        kind, name = kind_to_install(header, clean(path.name)), header.name or clean(path.stem)
        file = _copy(path, header, places, progress, token)
        return models.take_in(id, ModelManifest(name, kind, file, 0, header, clock.now()))


def id_for_file(models: InstalledModels, path: Path) -> str:
    """The id under which a file will be installed; raises `NotFound`, and `BadInput` where that one is taken."""
    if not path.exists():
        raise NotFound("no_file", path=path)
    if not path.is_file():
        raise BadInput("not_a_file", path=path)
    id = id_of(path.name) or "model"
    if id in (EMBEDDER, AUTO) or any(each.id == id for each in models.all()):
        raise BadInput("model_there", id=id)
    return id


@contextmanager
def at_work(places: ModelPlaces, id: str) -> Iterator[None]:
    """Hold the folder of a model, which is made; what is left of it alone goes again where nothing came of it."""
    places.folder.mkdir(parents=True, exist_ok=True)
    try:
        with taken(places.lock) as held:
            if not held:
                raise BadInput("model_busy", id=id)
            yield
    finally:
        if [each.name for each in places.folder.iterdir()] == [places.lock.name]:
            places.lock.unlink()
            places.folder.rmdir()


@contextmanager
def disk_trouble_told(path: Path, places: ModelPlaces) -> Iterator[None]:
    """Raise what the disk refuses as `DiskTrouble`."""
    try:
        yield
    except Problem:
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskTrouble("disk_full", folder=places.folder.parent) from error
        raise DiskTrouble("cannot_read", path=error.filename or path, reason=error.strerror or str(error)) from error


def _copy(path: Path, header: ModelHeader, places: ModelPlaces, progress: Progress, token: Token) -> FileEntry:
    """Copy the file that has this header; one that is changed meanwhile is refused."""
    digest, done = hashlib.sha256(), 0
    try:
        with path.open("rb") as source, places.part.open("wb") as copy:
            size = os.fstat(source.fileno()).st_size
            while step := source.read(STEP):
                token.raise_if_cancelled()
                copy.write(step)
                digest.update(step)
                done += len(step)
                progress(done, size)
            copy.flush()
            os.fsync(copy.fileno())
        if read_header(places.part) != header:
            raise BadInput("gguf_damaged", name=clean(path.name), where="it changed while it was copied")
    except BaseException:
        places.part.unlink(missing_ok=True)
        raise
    return FileEntry(done, digest.hexdigest())
