"""Memory that was freed goes back to the system: decisions/20-memory-of-the-tables.md."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

import duckdb

from mnemoteca.store import connection


def give_back(tables: duckdb.DuckDBPyConnection | None) -> None:
    """Hand to the system what the tables no longer need, and the freed pages of glibc's heaps.

    Other allocators than glibc's do so by themselves.
    """
    if tables is not None:
        with suppress(duckdb.Error):  # it may be tried again
            connection.give_back(tables)
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)) is not None:
        trim(0)
