"""Connections for what takes long (a copy, a check of the whole file), beside the writer and the two readers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import duckdb

_AGAIN_S = 0.05  # between two interruptions: one that falls between two queries is lost


class LongReads:
    """One long read at a time; it is interrupted when the database has to be closed under it."""

    def __init__(self) -> None:
        self._one = threading.Lock()
        self._ended = threading.Condition()
        self._cursor: duckdb.DuckDBPyConnection | None = None

    def open(self, connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
        """A connection for the read that has the turn; called where `stop` is called, on the writer's thread."""
        self._cursor = connection.cursor()
        return self._cursor

    @contextmanager
    def turn(self, opened: Callable[[], duckdb.DuckDBPyConnection]) -> Iterator[duckdb.DuckDBPyConnection]:
        """The connection that `opened` makes, for one read at a time."""
        with self._one:
            cursor = opened()
            try:
                yield cursor
            finally:
                cursor.close()
                with self._ended:
                    self._cursor = None
                    self._ended.notify_all()

    @contextmanager
    def none(self) -> Iterator[None]:
        """No such read goes on meanwhile: the one that does is waited for."""
        with self._one:
            yield

    def stop(self) -> None:
        """Interrupt the read that goes on, and return when it has ended."""
        with self._ended:
            while self._cursor is not None:
                self._cursor.interrupt()
                self._ended.wait(_AGAIN_S)
