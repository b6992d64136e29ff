"""A second folder for backups, on another disk say: each backup is copied there, and it is known when one last was.

That is written down beside the tables and not in them, so that bringing back a backup doesn't change it.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from mnemoteca.core.care import BackupInfo, LastCopy
from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound, Problem
from mnemoteca.store.failures import disk_trouble
from mnemoteca.store.places import Places, keep_private, sync_file, sync_folder


def check(places: Places, folder: str) -> Path:
    """The folder, where backups can be copied to it; raises a problem where not."""
    path = Path(folder).expanduser()
    if "\0" in folder or not path.is_absolute() or not path.is_dir():
        raise NotFound("no_folder", folder=folder.replace("\0", "�"))
    if is_inside(places, path):
        raise BadInput("second_folder_inside", folder=path)
    return path


def is_inside(places: Places, path: Path) -> bool:
    """Whether it lies in the data folder, and so goes where that goes."""
    return path.resolve().is_relative_to(places.folder.resolve())


def copy_backup(places: Places, info: BackupInfo, folder: str) -> Path:
    """Copy a backup there, whole or not at all; one that is there already is left alone. Raises a problem."""
    source = Path(info.path)
    target = check(places, folder) / source.name
    if target.is_file() and target.stat().st_size == info.size:
        return target
    part = target.with_name(target.name + ".part")
    try:
        shutil.copyfile(source, part)
        with suppress(OSError):  # a disk without permissions has none to set
            keep_private(part)
        sync_file(part)
        part.replace(target)
        with suppress(OSError):  # nor do all have folders that can be synced
            sync_folder(target.parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        trouble = disk_trouble(error, target.parent)
        reason = (error.strerror or str(error)).lower()
        raise trouble or DiskTrouble("cannot_read", path=target.parent, reason=reason) from error
    return target


def holds(folder: str, info: BackupInfo) -> bool:
    """Whether a copy of the backup stands there."""
    return bool(folder) and (Path(folder) / Path(info.path).name).exists()


def drop_copies(folder: str, gone: tuple[BackupInfo, ...]) -> None:
    """Let the copies go of backups that are not kept; a folder that can't be reached keeps them."""
    for info in gone if folder else ():
        with suppress(OSError):
            (Path(folder) / Path(info.path).name).unlink(missing_ok=True)


def last_copy(places: Places) -> LastCopy:
    """What is known of the last copy outside the data folder."""
    try:
        return msgspec.json.decode(places.last_copy.read_bytes(), type=LastCopy)
    except (OSError, msgspec.MsgspecError):
        return LastCopy()


def note_copy(places: Places, at: datetime, folder: Path) -> None:
    """A copy stands outside the data folder now."""
    _write(places, LastCopy(at, str(folder)))


def note_failure(places: Places, problem: Problem) -> None:
    """The last backup could not be copied; when one last was stays known."""
    before = last_copy(places)
    _write(places, LastCopy(before.at, before.folder, problem.sentence, problem.next_step))


def told(places: Places) -> None:
    """The person has read of the failure."""
    before = last_copy(places)
    if before.failed and not before.told:
        _write(places, LastCopy(before.at, before.folder, before.failed, before.next_step, True))


def _write(places: Places, copy: LastCopy) -> None:
    part = places.last_copy.with_name(places.last_copy.name + ".part")
    with suppress(OSError):  # the disk is full: the backup stands all the same
        part.write_bytes(msgspec.json.encode(copy))
        keep_private(part)
        part.replace(places.last_copy)
