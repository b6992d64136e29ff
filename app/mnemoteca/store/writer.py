"""Writing: one thread, one connection, one transaction per work; a person's work before imports.

write(work) ─► queue (PERSON, IMPORT) ─► BEGIN ─► work(tx) ─► COMMIT ─► last-change ─► listeners ─► answer
                                                    └─ any error: ROLLBACK, and the error is the answer
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import TypeAlias

import duckdb

from mnemoteca.core.changes import By, Happened
from mnemoteca.store.lanes import MadeWay
from mnemoteca.store.reader import AS_IT_IS, Reader, plain

Entry: TypeAlias = tuple[Happened, int, int, By, int | None]  # kind, id, space, by, detail
Numbered: TypeAlias = tuple[int, datetime, str, int, int, str, int | None]
_NAME = re.compile(r"[a-z_]+")
_CHANGE_COLUMNS = ("number", "at", "kind", "id", "space", "by", "detail")
_QUOTED = ", ".join(f'"{name}"' for name in _CHANGE_COLUMNS)
_AT_ONCE = 250  # rows, between which a person's work may come
_PARSED = 128  # statements that are kept parsed,
_SHORT = 2_000  # none of more characters than these
_LAST_ID = {  # what was purged keeps its ids: nothing that still speaks of one may mean something new
    table: f"SELECT greatest((SELECT coalesce(max(id), 0) FROM {table}), "
    f"(SELECT coalesce(max({column}), 0) FROM receipts))"
    for table, column in (("memories", "highest_memory"), ("sessions", "highest_session"), ("spaces", "space"))
}
_FEW = 16  # rows up to which one INSERT is quicker than an appender


class Counters:
    """The last change and the last id of each table, as of the last commit; and statements that were parsed."""

    def __init__(self, last_change: int) -> None:
        self.last_change = last_change
        self.ids: dict[str, int] = {}
        self.parsed: dict[str, duckdb.Statement] = {}


class Tx(Reader):
    """One transaction of the writer; what it reads includes what it wrote, but for its own `changes`."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        counters: Counters,
        now: datetime,
        must_make_way: Callable[[], bool] = lambda: False,
        by: By = By.PERSON,
    ) -> None:
        super().__init__(connection)
        self.by = by
        self._must_make_way = must_make_way
        self._ids = dict(counters.ids)
        self._entries: list[Numbered] = []
        self.now = now
        self.first_change = counters.last_change + 1
        self.last_change = counters.last_change
        self.failed: BaseException | None = None
        self.committing = False
        self.committed = False
        self._parsed = counters.parsed

    def run(self, sql: str, params: Sequence[object] = ()) -> None:
        """Execute statements whose rows nobody needs."""
        self.all(sql, params)

    def append(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Add many rows at once; a column that isn't named gets its default."""
        self.append_plain(table, columns, ([v if type(v) in AS_IT_IS else plain(v) for v in row] for row in rows))

    def append_plain(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """As `append`, with values as the table holds them: naive times, no values of an enumeration.

        A UUID as its 32 digits is taken in quicker than as an object.
        """
        given = iter(rows)
        appender = None
        try:
            appender = self._connection.appender(_checked(table), columns=list(columns))
            while part := list(islice(given, _AT_ONCE)):
                appender.append_rows(part)
                self._make_way()
            appender.flush()  # once: four times for 1,000 rows take half as long again
        except BaseException as error:
            if appender is not None:
                appender.clear()  # it holds nothing back when the transaction is given up
            self.failed = error
            raise

    def next_id(self, table: str, n: int = 1) -> int:
        """The first of `n` new ids of a table."""
        self._make_way()
        last = self._ids.get(table)
        if last is None:
            last = self.all(_LAST_ID.get(table) or f"SELECT coalesce(max(id), 0) FROM {_checked(table)}")[0][0]
        self._ids[table] = last + n
        return int(last) + 1

    def change(self, kind: Happened, id: int, space: int, by: By, detail: int | None = None) -> int:
        """Note what happened; returns the number of the change."""
        return self.changes([(kind, id, space, by, detail)])

    def changes(self, entries: Iterable[Entry]) -> int:
        """Note many changes in order; returns the number of the last."""
        at = self.now.astimezone(UTC).replace(tzinfo=None)
        for kind, id, space, by, detail in entries:
            self.last_change += 1
            self._entries.append((self.last_change, at, kind.value, id, space, by.value, detail))
        return self.last_change

    def _make_way(self) -> None:
        if self._must_make_way():
            raise MadeWay

    def finish(self, counters: Counters) -> None:
        """Write the changes and commit; then the counters hold. A failed transaction is refused."""
        if self.failed is not None:  # COMMIT would roll back without a word
            raise self.failed
        if len(self._entries) > _FEW:
            self.append_plain("changes", _CHANGE_COLUMNS, self._entries)
        elif self._entries:
            places = ", ".join(["(?, ?, ?, ?, ?, ?, ?)"] * len(self._entries))
            values = [value for entry in self._entries for value in entry]
            self.run(f"INSERT INTO changes ({_QUOTED}) VALUES {places}", values)
        self.committing = True
        self._connection.commit()
        counters.last_change = self.last_change
        counters.ids = self._ids
        self.committed = True

    def _execute(self, sql: str, params: Sequence[object]) -> duckdb.DuckDBPyConnection:
        self._make_way()
        try:
            if not params:
                return super()._execute(sql, params)
            return self._connection.execute(self._statement(sql), [plain(value) for value in params])
        except BaseException as error:
            self.failed = error
            raise

    def _statement(self, sql: str) -> duckdb.Statement | str:
        """A statement with parameters, parsed once: they come again and again, and parsing takes a fifth of each."""
        found = self._parsed.get(sql)
        if found is None and len(sql) <= _SHORT:
            parsed = self._connection.extract_statements(sql)
            if len(parsed) != 1:
                return sql
            if len(self._parsed) >= _PARSED:
                self._parsed.clear()
            found = self._parsed[sql] = parsed[0]
        return found or sql


def _checked(table: str) -> str:
    if not _NAME.fullmatch(table):
        raise ValueError(f"{table!r} is not the name of a table")
    return table
