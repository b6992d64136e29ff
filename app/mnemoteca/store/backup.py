"""Backups: copies of the tables, in the backups folder or where the person wants one."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from mnemoteca.core.care import BackupInfo
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound
from mnemoteca.store.copying import copy_to_shelf
from mnemoteca.store.engine import Store
from mnemoteca.store.failures import disk_trouble
from mnemoteca.store.places import keep_private, sync_file, sync_folder
from mnemoteca.store.shelf import DAILY, HAND, WEEKLY, list_backups, prune, to_keep

__all__ = ["DAILY", "HAND", "WEEKLY", "list_backups", "make_backup", "prune", "to_keep"]


def make_backup(store: Store, clock: Clock, kind: str = HAND, path: str = "") -> BackupInfo:
    """Copy the tables as they are now, into the backups folder or to `path` (a new file, or a folder)."""
    target = _chosen(path) if path else None
    try:
        with store.snapshot_of_its_own() as connection:
            info = copy_to_shelf(connection, store.places, clock, kind)
    except (OSError, duckdb.Error) as error:
        raise store.problem_of(error) from error
    return _carried(info, target) if target else info


def _chosen(path: str) -> Path:
    if "\0" in path:
        raise NotFound("no_file", path=path.replace("\0", "�"))
    target = Path(path).expanduser().absolute()
    if target.exists() and not target.is_dir():
        raise BadInput("file_exists", path=target)
    if not target.is_dir() and not target.parent.is_dir():
        raise NotFound("no_file", path=target.parent)
    return target


def _carried(info: BackupInfo, target: Path) -> BackupInfo:
    """The copy moved to where the person wants it, in one piece."""
    source = Path(info.path)
    path = target / source.name if target.is_dir() else target
    if path.parent.resolve() == source.parent.resolve() and path.name == source.name:
        return info
    part = path.with_name(path.name + ".part")
    try:
        shutil.copyfile(source, part)
        keep_private(part)
        sync_file(part)
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise disk_trouble(error, path.parent) or DiskTrouble("read_only", folder=path.parent) from error
    finally:
        source.unlink()
    return BackupInfo(str(path), info.made_at, info.size, info.memories, info.kind)
