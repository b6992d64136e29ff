"""Reading the tables: two cursors, one snapshot per visit, every result read to its end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import Enum
from queue import SimpleQueue
from typing import Any
from uuid import UUID

import duckdb
import numpy as np

from mnemoteca.core.errors import Unavailable

Row = tuple[Any, ...]
READERS = 2


class Reader:
    """Queries over one connection, by one thread at a time."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def all(self, sql: str, params: Sequence[object] = ()) -> list[Row]:
        """Every row."""
        return self._execute(sql, params).fetchall()

    def one(self, sql: str, params: Sequence[object] = ()) -> Row | None:
        """The first row, if there is one."""
        rows = self.all(sql, params)
        return rows[0] if rows else None

    def arrays(self, sql: str, params: Sequence[object] = ()) -> dict[str, np.ndarray[Any, Any]]:
        """Every column as an array by its name; masked where it holds NULL."""
        return self._execute(sql, params).fetchnumpy()

    def _execute(self, sql: str, params: Sequence[object]) -> duckdb.DuckDBPyConnection:
        return self._connection.execute(sql, [plain(value) for value in params])


class ReaderPool:
    """Lends the cursors; a thread that asks again inside its visit gets the one it has."""

    def __init__(self) -> None:
        self._free: SimpleQueue[int] = SimpleQueue()
        self._cursors: list[duckdb.DuckDBPyConnection] = []
        self._mine = threading.local()
        for number in range(READERS):
            self._free.put(number)

    @property
    def visited(self) -> bool:
        """Whether this thread is inside a visit."""
        return getattr(self._mine, "reader", None) is not None

    @contextmanager
    def visit(self) -> Iterator[Reader]:
        """A reader over one snapshot of the tables."""
        if self.visited:
            yield self._mine.reader
            return
        number = self._free.get()
        try:
            if not self._cursors:
                raise Unavailable("service_stopping")
            with snapshot(self._cursors[number]) as self._mine.reader:
                yield self._mine.reader
        finally:
            self._mine.reader = None
            self._free.put(number)

    def replace(self, make: Callable[[], Sequence[duckdb.DuckDBPyConnection]]) -> None:
        """Close the cursors once nobody reads, and take those that `make` returns."""
        numbers = [self._free.get() for _ in range(READERS)]
        try:
            for cursor in self._cursors:
                cursor.close()
            self._cursors = []
            self._cursors = list(make())
        finally:
            for number in numbers:
                self._free.put(number)


@contextmanager
def snapshot(cursor: duckdb.DuckDBPyConnection) -> Iterator[Reader]:
    """A reader whose queries all see the tables as they are now."""
    cursor.begin()
    try:
        yield Reader(cursor)
    finally:
        with suppress(duckdb.TransactionException, duckdb.FatalException):  # an error under way has ended it
            cursor.rollback()


def plain(value: object) -> object:
    """A value as DuckDB keeps it: an aware time as naive UTC (it would be shifted to the host's zone)."""
    if type(value) in AS_IT_IS:
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, np.generic):
        return value.item()
    return value


def aware(value: datetime) -> datetime:
    """A time out of the tables, in UTC."""
    return value.replace(tzinfo=UTC)


AS_IT_IS = frozenset({int, str, float, bool, type(None), bytes, UUID})
