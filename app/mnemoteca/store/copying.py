"""A consistent copy of the tables while everything goes on: written beside, checked, synced, then named."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import duckdb

from mnemoteca.core.care import BackupInfo
from mnemoteca.core.clock import Clock
from mnemoteca.core.failpoints import reach
from mnemoteca.store.connection import quoted
from mnemoteca.store.places import Places, keep_private, sync_file, sync_folder
from mnemoteca.store.shelf import STAMP, free_moment, info_of

_COPY = "kept"  # the name of the copy while it is attached


def copy_to_shelf(connection: duckdb.DuckDBPyConnection, places: Places, clock: Clock, kind: str) -> BackupInfo:
    """Copy the tables as they are now into the backups folder."""
    places.backups.mkdir(mode=0o700, exist_ok=True)
    made_at = free_moment(places, kind, clock.now())
    part = places.backups / f"{kind}-{made_at.strftime(STAMP)}.part"
    try:
        memories = copy_tables(connection, part)
        keep_private(part)
        sync_file(part)
        path = part.with_name(f"{part.stem}-{memories}.duckdb")
        part.replace(path)
        reach("backup.after")
    finally:
        part.unlink(missing_ok=True)
        part.with_name(part.name + ".wal").unlink(missing_ok=True)
    sync_folder(places.backups)
    info = info_of(path)
    assert info is not None
    return info


def copy_before_migration(
    connection: duckdb.DuckDBPyConnection, places: Places, clock: Clock, found: int
) -> BackupInfo:
    """Copy tables of the older format `found` before they are changed."""
    return copy_to_shelf(connection, places, clock, f"before-{found + 1:03d}")


def copy_tables(connection: duckdb.DuckDBPyConnection, part: Path) -> int:
    """Copy every table into a new file in one snapshot; returns the number of memories in it."""
    source = connection.execute("SELECT current_database()").fetchall()[0][0]
    connection.execute(f"ATTACH {quoted(part)} AS {_COPY}").fetchall()
    try:
        connection.begin()
        try:
            expected = _counts(connection, source)
            connection.execute(f'COPY FROM DATABASE "{source}" TO {_COPY}').fetchall()
            reach("backup")
            connection.commit()
        except BaseException:
            _end_transaction(connection)
            raise
        if _counts(connection, _COPY) != expected:
            raise OSError(f"the copy {part} does not hold what the tables hold")
        connection.execute(f"CHECKPOINT {_COPY}").fetchall()  # the one at DETACH fails without a word
    finally:
        connection.execute(f"DETACH {_COPY}").fetchall()
    return expected.get("memories", 0)


def _counts(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, int]:
    sql = "SELECT table_name FROM duckdb_tables() WHERE database_name = ? AND NOT internal"
    found = {}
    for (name,) in connection.execute(sql, [database]).fetchall():
        found[name] = int(connection.execute(f'SELECT count(*) FROM "{database}".main."{name}"').fetchall()[0][0])
    return found


def _end_transaction(connection: duckdb.DuckDBPyConnection) -> None:
    with suppress(duckdb.Error):  # the failure may have ended it
        connection.rollback()
