"""What DuckDB and the system say when the disk fails, put into sentences for people."""

from __future__ import annotations

import errno
from pathlib import Path

import duckdb

from mnemoteca.core.errors import Damaged, DiskTrouble, Problem, Stopped
from mnemoteca.store.places import Places

_FULL = ("No space left on device", "Disk quota exceeded", "not enough space on the disk")
_READ_ONLY = ("Read-only file system", "Permission denied", "Access is denied", "Operation not permitted")
_DAMAGED = (
    "Corrupt database file",
    "Could not read enough bytes",
    "not a valid DuckDB database file",
    "Failure while replaying WAL",
    "Input/output error",
)
_FULL_CODES = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_READ_ONLY_CODES = (errno.EROFS, errno.EACCES, errno.EPERM)


def disk_trouble(error: BaseException, folder: Path) -> DiskTrouble | None:
    """No space or no permission in `folder`, if that is what the error says."""
    code = error.errno if isinstance(error, OSError) else None
    words = str(error)
    if code in _FULL_CODES or any(sign in words for sign in _FULL):
        return DiskTrouble("disk_full", folder=folder)
    if code in _READ_ONLY_CODES or any(sign in words for sign in _READ_ONLY):
        return DiskTrouble("read_only", folder=folder)
    return None


def problem_of(error: BaseException, places: Places, last_backup: str) -> Problem | None:
    """The problem behind an error of the disk; None where the error is a bug of ours."""
    if isinstance(error, Problem):
        return error
    if not isinstance(error, (OSError, duckdb.Error)):
        return None
    if isinstance(error, duckdb.InterruptException):
        return Stopped("cancelled")
    if trouble := disk_trouble(error, places.folder):
        return trouble
    return damaged(str(error), places, last_backup) if any(sign in str(error) for sign in _DAMAGED) else None


def damaged(reason: str, places: Places, last_backup: str) -> Damaged:
    """The database is damaged: why, and the last backup."""
    first_line = reason.strip().splitlines()[0] if reason.strip() else "unknown"
    return Damaged("damaged_database", path=places.database, reason=first_line.rstrip(".!"), backup=last_backup)


def is_fatal(error: BaseException) -> bool:
    """Whether DuckDB refuses everything from now on, until the database is opened anew."""
    return isinstance(error, (duckdb.FatalException, duckdb.InternalException)) or "invalidated" in str(error)
