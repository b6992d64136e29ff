"""The tables' format: numbered SQL files, each applied once, in one transaction."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources

import duckdb

from mnemoteca.core.errors import Damaged
from mnemoteca.core.failpoints import reach
from mnemoteca.store.places import Places

_NAME = re.compile(r"(\d{3})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: the format it leads to, and its statements."""

    number: int
    sql: str


def migrations() -> tuple[Migration, ...]:
    """Every step that this app knows, in order."""
    files = resources.files("mnemoteca.store").joinpath("migrations").iterdir()
    found = [(match, file) for file in files if (match := _NAME.fullmatch(file.name))]
    steps = [Migration(int(match[1]), file.read_text("utf-8")) for match, file in found]
    return tuple(sorted(steps, key=lambda step: step.number))


def known_format(steps: tuple[Migration, ...]) -> int:
    """The newest format that these steps lead to."""
    return max(step.number for step in steps)


def format_of(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The format of the tables: 0 where there are none, None where they are not ours."""
    sql = "SELECT table_name FROM duckdb_tables() WHERE NOT internal"
    tables = {row[0] for row in connection.execute(sql).fetchall()}
    if "format" in tables:
        rows = connection.execute("SELECT max(number) FROM format").fetchall()
        return int(rows[0][0] or 0)
    return None if tables else 0


def refuse_newer(found: int | None, known: int, places: Places) -> None:
    """Raise `Damaged` for tables that a newer app wrote."""
    if found is not None and found > known:
        raise Damaged("newer_data", folder=places.folder, found=found, known=known)


def apply(connection: duckdb.DuckDBPyConnection, steps: tuple[Migration, ...], found: int) -> None:
    """Lead the tables from format `found` to the newest, a transaction a step."""
    for step in steps:
        if step.number > found:
            connection.begin()
            try:
                connection.execute("CREATE TABLE IF NOT EXISTS format (number INTEGER NOT NULL)").fetchall()
                connection.execute(step.sql).fetchall()
                connection.execute("DELETE FROM format").fetchall()
                connection.execute("INSERT INTO format VALUES (?)", [step.number]).fetchall()
                reach("migration")
                connection.commit()
            except BaseException:
                with suppress(duckdb.TransactionException):  # a failing commit has ended it
                    connection.rollback()
                raise
            reach("migration.after")
