"""Putting a backup in the place of the tables, while no service runs.

The backup is copied beside the tables and checked; giving that copy the name `library.duckdb.restored` is the
moment from which the new state counts. The rest (what was there goes into `aside/`) is done at once, or by the
next start if this one is interrupted.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound
from mnemoteca.core.failpoints import reach
from mnemoteca.store import migrate, shelf
from mnemoteca.store.connection import connect, read_all, too_short
from mnemoteca.store.failures import problem_of
from mnemoteca.store.lock import FolderLock
from mnemoteca.store.places import Places, keep_private, sync_file, sync_folder
from mnemoteca.store.vectors_files import remove_all


def restore_backup(places: Places, backup_path: Path) -> None:
    """Bring a backup back; what was there goes into `aside/`, both indexes are made anew at the next start."""
    if not backup_path.is_file():
        raise NotFound("no_file", path=backup_path)
    if not os.access(backup_path, os.R_OK):
        raise DiskTrouble("cannot_read", path=backup_path, reason="no permission")
    lock = None
    try:
        places.make()
        lock = FolderLock(places.lock)
        finish_restore(places)
        _take_in(places, backup_path)
        finish_restore(places)
    except OSError as error:
        raise problem_of(error, places, shelf.name_of_last(places)) or error from error
    finally:
        if lock:
            lock.release()


def finish_restore(places: Places) -> None:
    """Do what a restore still has to do after its moment; nothing if there was none."""
    if not places.restored.exists():
        return
    old = [path for path in (places.wal, places.database) if path.exists()]
    folder = places.next_aside() if old else places.aside
    for path in old:
        path.replace(folder / path.name)
    reach("restore.after")
    places.last_change.unlink(missing_ok=True)
    if places.words.exists():
        shutil.rmtree(places.words)
    remove_all(places.folder)
    places.restored.replace(places.database)
    sync_folder(places.folder)


def _take_in(places: Places, backup_path: Path) -> None:
    for leftover in places.folder.glob("library.duckdb.part*"):
        leftover.unlink()
    try:
        shutil.copyfile(backup_path, places.unfinished)
        _check(places, backup_path)
    except BaseException:
        places.unfinished.unlink(missing_ok=True)
        raise
    keep_private(places.unfinished)
    sync_file(places.unfinished)
    reach("restore.before")
    places.unfinished.replace(places.restored)
    sync_folder(places.folder)
    reach("restore.middle")


def _check(places: Places, backup_path: Path) -> None:
    """Raise unless the copy opens, is whole and of a format that this app knows."""
    try:
        connection = connect(places, places.unfinished, read_only=True)
    except duckdb.Error as error:
        raise BadInput("no_backup", path=backup_path) from error
    try:
        found = migrate.format_of(connection)
        migrate.refuse_newer(found, migrate.known_format(migrate.migrations()), places)
        if not found or too_short(connection, places.unfinished):
            raise BadInput("no_backup", path=backup_path)
        read_all(connection)
    except duckdb.Error as error:
        raise BadInput("no_backup", path=backup_path) from error
    finally:
        connection.close()
