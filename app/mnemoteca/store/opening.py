"""Opening the tables: made anew, brought to this app's format, or refused with a sentence and untouched."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress

import duckdb

from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import Damaged
from mnemoteca.store import copying, migrate, shelf
from mnemoteca.store.connection import connect, too_short
from mnemoteca.store.failures import damaged, problem_of
from mnemoteca.store.migrate import Migration
from mnemoteca.store.places import Places, keep_private, sync_file, sync_folder
from mnemoteca.store.restore import finish_restore
from mnemoteca.store.watermark import last_acknowledged

_STRANGE_LOG = (
    "WAL checkpoint iteration does not match",
    "WAL does not match database file",
    "Corrupt file - database identifier",
    "Invalid WAL entry type",
    "unordered_map::at",
)
_DAMAGED_LOG = re.compile(r"Corrupt WAL file: entry at byte position (\d+)")
_NEWER_FILE = ("Trying to read a database file with version number", "Failed to read WAL of version")


def open_tables(places: Places, clock: Clock, steps: tuple[Migration, ...]) -> duckdb.DuckDBPyConnection:
    """The connection to tables of this app's format. The folder's lock is held."""
    finish_restore(places)
    sweep(places)
    if not places.database.exists():
        _make(places, steps)
    connection = _connect(places, migrate.known_format(steps))
    try:
        found = _sound_format(connection, places, migrate.known_format(steps))
        if found < migrate.known_format(steps):
            copying.copy_before_migration(connection, places, clock, found)
            migrate.apply(connection, steps, found)
    except BaseException:
        close_untouched(connection)
        raise
    keep_private(places.database)
    return connection


def reopen_tables(places: Places) -> duckdb.DuckDBPyConnection:
    """The connection anew, after a failing disk made DuckDB refuse everything."""
    return connect(places, places.database)


def sweep(places: Places) -> None:
    """Remove what an ended process left half done."""
    shutil.rmtree(places.spill, ignore_errors=True)
    places.spill.mkdir(mode=0o700, exist_ok=True)
    shutil.rmtree(places.words_part, ignore_errors=True)
    for path in (*places.folder.glob("library.duckdb.part*"), *places.backups.glob("*.part*")):
        path.unlink()


def close_untouched(connection: duckdb.DuckDBPyConnection) -> None:
    """Close without moving the write-ahead log into the database."""
    with suppress(duckdb.Error):
        connection.execute("PRAGMA disable_checkpoint_on_shutdown")
    connection.close()


def _make(places: Places, steps: tuple[Migration, ...]) -> None:
    """Make new tables beside their place, then give them their name: there are never half of them."""
    if places.wal.exists() or last_acknowledged(places.last_change):
        raise damaged("the file is missing", places, shelf.name_of_last(places))
    connection = connect(places, places.unfinished)
    try:
        migrate.apply(connection, steps, 0)
        connection.execute("CHECKPOINT").fetchall()  # the one at closing fails without a word
    finally:
        close_untouched(connection)
    keep_private(places.unfinished)
    sync_file(places.unfinished)
    places.unfinished.replace(places.database)
    sync_folder(places.folder)


def _connect(places: Places, known: int, tries: int = 3) -> duckdb.DuckDBPyConnection:
    try:
        return connect(places, places.database)
    except duckdb.Error as error:
        words = str(error)
        if any(sign in words for sign in _NEWER_FILE):
            raise Damaged("newer_data", folder=places.folder, found="?", known=known) from error
        if not (tries and _log_gives_way(places, words)):
            last = shelf.name_of_last(places)
            raise problem_of(error, places, last) or damaged(words, places, last) from error
    return _connect(places, known, tries - 1)


def _log_gives_way(places: Places, words: str) -> bool:
    """Keep of a damaged log what comes before the damage, of a strange one nothing; all of it goes into `aside/`.

    What is thereby missing is counted by the watermark, and said. False where the log isn't the trouble.
    """
    damage = _DAMAGED_LOG.search(words)
    if not damage and not any(sign in words for sign in _STRANGE_LOG):
        return False
    shutil.copyfile(places.wal, places.next_aside() / places.wal.name)
    os.truncate(places.wal, int(damage[1]) if damage else 0)
    return True


def _sound_format(connection: duckdb.DuckDBPyConnection, places: Places, known: int) -> int:
    if reason := too_short(connection, places.database):
        raise damaged(reason, places, shelf.name_of_last(places))
    found = migrate.format_of(connection)
    migrate.refuse_newer(found, known, places)
    if not found:
        raise damaged("its tables are missing", places, shelf.name_of_last(places))
    return found
