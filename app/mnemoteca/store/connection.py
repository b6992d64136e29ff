"""How DuckDB is opened: bounded, offline, shut into the data folder, in UTC, its configuration locked."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

from mnemoteca.store.places import Places

MEMORY_LIMIT = "256MB"  # enough to copy 400,000 memories: decisions/20-memory-of-the-tables.md
GIVEN_BACK_FROM = "16MB"  # of memory that a query no longer needs: the same page
_AT_CONNECT: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": MEMORY_LIMIT,
    "threads": 1,  # planning is what statements take here, not scanning: decisions/50-speed.md
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "python_enable_replacements": False,
    "checkpoint_threshold": "64MB",
    "allocator_flush_threshold": GIVEN_BACK_FROM,
    "allocator_bulk_deallocation_flush_threshold": GIVEN_BACK_FROM,
}


def connect(places: Places, database: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open a database by the rules of the store; raises `duckdb.Error` or `OSError`."""
    config = _AT_CONNECT | {"temp_directory": str(places.spill)}
    if os.environ.get("MNEMOTECA_TEST_PLAIN"):  # a search for bytes proves nothing where they are compressed
        config |= {"force_compression": "uncompressed"}
    connection = duckdb.connect(str(database), read_only=read_only, config=config)
    try:
        connection.execute("SET GLOBAL TimeZone = 'UTC'")
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"SET allowed_directories = [{quoted(places.folder.resolve())}, {quoted(places.folder)}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET allowed_configs = ['memory_limit']")  # for `give_back`
        connection.execute("SET lock_configuration = true")
    except duckdb.Error:
        connection.close()
        raise
    return connection


def give_back(connection: duckdb.DuckDBPyConnection) -> None:
    """Hand freed memory to the system: DuckDB's allocator does so whenever the limit is set, even to what it was."""
    connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")


def quoted(path: Path) -> str:
    """A path as an SQL string."""
    return "'" + str(path).replace("'", "''") + "'"


def too_short(connection: duckdb.DuckDBPyConnection, database: Path) -> str:
    """Why the file can't hold what it says it holds; "" where it can."""
    sql = "SELECT used_blocks * block_size FROM pragma_database_size() WHERE database_name = current_database()"
    needed = int(connection.execute(sql).fetchall()[0][0])
    size = database.stat().st_size
    return f"it has {size} of at least {needed} bytes" if size < needed else ""


def read_all(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every value once: a block that is damaged is refused by its checksum."""
    for (table,) in connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall():
        connection.execute(f'SELECT count(hash(COLUMNS(*))) FROM "{table}"').fetchall()
