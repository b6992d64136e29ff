"""Writing the tables anew, so that nothing that was deleted is in a byte of them.

A deletion and a checkpoint leave what was deleted in free blocks and in statistics; a copy of every table into a new
file leaves nothing. The new file takes the name of the old one when it is whole, counted and on the disk.
"""

from __future__ import annotations

import shutil

import duckdb

from mnemoteca.core.failpoints import reach
from mnemoteca.store.copying import copy_tables
from mnemoteca.store.places import Places, keep_private, sync_file, sync_folder


def write_anew(connection: duckdb.DuckDBPyConnection, places: Places) -> None:
    """Copy the tables of the connection into a new file beside theirs; called where nobody else writes."""
    for leftover in places.folder.glob("library.duckdb.part*"):
        leftover.unlink()
    copy_tables(connection, places.unfinished)
    keep_private(places.unfinished)
    sync_file(places.unfinished)
    reach("purge.tables")


def take_place(places: Places) -> None:
    """Give the new file the name of the tables; every connection is closed. What queries put down goes, too."""
    if places.wal.exists() and places.wal.stat().st_size:
        raise OSError(f"{places.wal} still holds commits")  # it would be refused beside the new file
    places.wal.unlink(missing_ok=True)
    reach("purge.swap")
    places.unfinished.replace(places.database)
    sync_folder(places.folder)
    shutil.rmtree(places.spill, ignore_errors=True)
    places.spill.mkdir(mode=0o700, exist_ok=True)
    reach("purge.swapped")
