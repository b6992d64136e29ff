"""Makes a smaller copy of an installed model by the engine's own quantiser; it counts once it was read and hashed."""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import queue
import shutil
from collections.abc import Callable
from pathlib import Path

from mnemoteca.core.cancel import Token
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import BadInput, Damaged, DiskTrouble, Unavailable
from mnemoteca.core.model_copies import copy_id, copy_name, copy_size, quantisation_meant
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.models.frames import Ready, Reply, Unfit
from mnemoteca.models.gguf_file import read_header
from mnemoteca.models.gguf_types import FILE_TYPES
from mnemoteca.models.hub_messages import MARGIN
from mnemoteca.models.installed import InstalledModels, ModelManifest
from mnemoteca.models.installing import STEP, at_work, disk_trouble_told
from mnemoteca.models.manifest import FileEntry
from mnemoteca.models.spawned import Spawned, module_command

_LOOK_S = 0.1  # so often it is looked how far it is, and whether it is still wanted
Step = Callable[[int, int, bool], None]  # bytes done, of about how many, whether they are being checked
Command = Callable[[Path, Path, str], list[str]]


def quantize_command(model: Path, copy: Path, to: str) -> list[str]:
    """The command line of the child; one processor is left to who else is at work."""
    number = next(number for number, name in FILE_TYPES.items() if name == to)
    threads = max(1, (os.cpu_count() or 1) - 1)
    return module_command("mnemoteca.models.quantize_child", str(model), str(copy), str(number), str(threads))


def check_copy(models: InstalledModels, id: str, to: str) -> tuple[InstalledModel, str, int]:
    """The model, the id of its copy and about how many bytes that takes; raises `Problem` where it can't be made."""
    model, to = models.find(id), quantisation_meant(to)
    size, wanted = copy_size(model, to), copy_id(model, to)
    if any(each.id == wanted for each in models.all()):
        raise BadInput("model_there", id=wanted)
    if importlib.util.find_spec("llama_cpp") is None:
        raise Unavailable("engine_absent")
    free = shutil.disk_usage(models.places.folder).free
    if size + MARGIN > free:
        room = max(0, free - MARGIN)
        raise DiskTrouble("no_room", folder=models.places.folder, needed=_megabytes(size), free=_megabytes(room))
    return model, wanted, size


def make_copy(
    models: InstalledModels, id: str, to: str, clock: Clock, step: Step, token: Token,
    command: Command = quantize_command,
) -> InstalledModel:  # fmt: skip
    """Make the copy and install it; raises `BadInput`, `NotFound`, `Damaged`, `DiskTrouble`, `Stopped`."""
    to = quantisation_meant(to)
    model, wanted, size = check_copy(models, id, to)
    models.check(model)
    places = models.places.of(wanted)
    with disk_trouble_told(places.part, places), at_work(places, wanted):
        try:
            _write(command(Path(model.path), places.part, to), places.part, (id, size), step, token)
            header = read_header(places.part)
            if (header.parameters, header.quantisation) != (model.header.parameters, to):
                raise Damaged("copy_failed", id=id, reason="what came of it is another model")
            file = _hashed(places.part, step, token)
        except BaseException:
            places.part.unlink(missing_ok=True)
            raise
        told = ModelManifest(copy_name(model, to), model.kind, file, 0, header, clock.now(), model.licence, model.id)
        return models.take_in(wanted, told)


def _write(command: list[str], part: Path, told_of: tuple[str, int], step: Step, token: Token) -> None:
    """Have the child write the copy, and look how it grows; it is killed where nobody wants it any more."""
    id, size = told_of
    told: queue.SimpleQueue[Reply | str] = queue.SimpleQueue()
    part.unlink(missing_ok=True)
    child = Spawned(command, told.put, told.put, lambda: True)
    try:
        while True:
            token.raise_if_cancelled()
            try:
                reply = told.get(timeout=_LOOK_S)
            except queue.Empty:
                there = part.stat().st_size if part.exists() else 0
                step(min(there, size), size, False)
                continue
            if isinstance(reply, Ready):
                return
            if isinstance(reply, Unfit) and reply.errno:
                full = reply.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
                raise OSError(errno.ENOSPC if full else reply.errno, reply.reason, str(part))
            raise Damaged("copy_failed", id=id, reason=reply.reason if isinstance(reply, Unfit) else str(reply))
    finally:
        child.kill("nobody wants it any more")
        child.stop()


def _hashed(part: Path, step: Step, token: Token) -> FileEntry:
    digest, done, size = hashlib.sha256(), 0, part.stat().st_size
    with part.open("rb") as file:
        while piece := file.read(STEP):
            token.raise_if_cancelled()
            digest.update(piece)
            done += len(piece)
            step(done, size, True)
        os.fsync(file.fileno())
    return FileEntry(done, digest.hexdigest())


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"
