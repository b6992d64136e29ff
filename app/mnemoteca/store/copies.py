"""Every copy of the tables that is known (backups, those in the second folder, what was set aside), and taking out.

A copy is written anew without what was purged, and told of every receipt: bringing it back brings nothing back.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import duckdb

from mnemoteca.core.failpoints import reach
from mnemoteca.core.purging import Find
from mnemoteca.store.connection import connect
from mnemoteca.store.copying import copy_tables
from mnemoteca.store.places import Places, keep_private, sync_file, sync_folder
from mnemoteca.store.purging import erase, erase_space, ids_of_uuids
from mnemoteca.store.reader import Reader
from mnemoteca.store.shelf import info_of

TABLES = ("library_key", "receipts", "receipt_marks")  # of which every copy of the tables is told
_COUNTED = re.compile(r"(.+)-\d+(\.duckdb)")


@dataclass(frozen=True, slots=True)
class Gone:
    """What is to go from a copy: memories by uuid, a space that went whole (0: none); and the receipts' own rows."""

    uuids: tuple[UUID, ...]
    space: int
    receipts: dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Known:
    """Paths of copies that can be opened, of files that can't, and of a folder that is away."""

    sound: tuple[str, ...]
    unreadable: tuple[str, ...]
    out_of_reach: tuple[str, ...]


class Copies:
    """The copies of one library; `second_folder` is "" where there is none."""

    def __init__(self, places: Places, second_folder: str) -> None:
        self._places = places
        self._second = Path(second_folder) if second_folder else None

    def look(self) -> Known:
        """Which there are; each is opened once."""
        sound: list[str] = []
        unreadable: list[str] = []
        for path in self._files():
            (sound if can_open(self._places, path) else unreadable).append(str(path))
        return Known(tuple(sound), tuple(unreadable), self._away())

    def rewrite(
        self, gone: Gone, remove_unreadable: bool, go_on: Callable[[], None]
    ) -> tuple[list[Find], tuple[str, ...]]:
        """Take memories out of each; what was found where, and the files that wait. `go_on` raises to give it up."""
        finds, waiting = [], list(self._away())
        for path in self._files():
            go_on()
            if can_open(self._places, path):
                before = count_in(self._places, path, gone.uuids)
                new = rewrite_copy(self._places, path, gone)
                finds.append(Find(_name(self._places, new), before, count_in(self._places, new, gone.uuids)))
            elif remove_unreadable:
                path.unlink()
                finds.append(Find(_name(self._places, path), 1, 0))
            else:
                waiting.append(str(path))
        return finds, tuple(waiting)

    def _away(self) -> tuple[str, ...]:
        return () if self._second is None or self._second.is_dir() else (str(self._second),)

    def _files(self) -> list[Path]:
        """The newest first; vectors that were set aside are caches, and go at once."""
        here = sorted(self._places.backups.glob("*.duckdb"), reverse=True)
        if self._second is not None and self._second.is_dir():
            here += [path for path in sorted(self._second.glob("*.duckdb")) if info_of(path)]
        aside = [path for path in sorted(self._places.aside.rglob("*")) if path.is_file()]
        return here + [path for path in aside if not path.name.startswith("vectors-")]


def remove_set_aside_vectors(places: Places) -> None:
    """Remove vectors that were set aside as damaged: what could be saved of them was."""
    for path in places.aside.rglob("vectors-*"):
        path.unlink(missing_ok=True)


def _name(places: Places, path: Path) -> str:
    """How a receipt names a copy: by its place in the data folder, or its whole path elsewhere."""
    return path.relative_to(places.folder).as_posix() if path.is_relative_to(places.folder) else str(path)


def receipt_rows(reader: Reader) -> dict[str, list[tuple[object, ...]]]:
    """The rows of the receipts' tables, to be told to every copy."""
    return {table: reader.all(f"SELECT * FROM {table}") for table in TABLES}


def can_open(places: Places, path: Path) -> bool:
    """Whether a file is a copy of the tables that can be opened."""
    try:
        count_in(places, path, ())
    except duckdb.Error:
        return False
    return True


def count_in(places: Places, path: Path, uuids: Sequence[UUID]) -> int:
    """How many of these memories a copy of the tables holds; raises `duckdb.Error` for a file that is none."""
    part = _aside(places, path, "look")
    shutil.copyfile(path, part)
    try:
        connection = connect(places, part, read_only=True)
        try:
            return len(ids_of_uuids(Reader(connection), uuids))
        finally:
            connection.close()
    finally:
        part.unlink(missing_ok=True)


def rewrite_copy(places: Places, path: Path, gone: Gone) -> Path:
    """Take memories out of a copy of the tables and tell it of the receipts; its path, whose count is right again.

    It is the former file or the new one at any moment. Raises `duckdb.Error` for a file that can't be opened.
    """
    work, whole = _aside(places, path, "work"), _aside(places, path, "whole")
    try:
        shutil.copyfile(path, work)
        connection = connect(places, work)
        try:
            memories = _take_out(connection, gone)
            copy_tables(connection, whole)
        finally:
            connection.close()
        keep_private(whole)
        sync_file(whole)
        reach("purge.copy")
        return _put_back(whole, path, memories)
    finally:
        for part in (work, whole):
            part.unlink(missing_ok=True)
            part.with_name(part.name + ".wal").unlink(missing_ok=True)


def _take_out(connection: duckdb.DuckDBPyConnection, gone: Gone) -> int:
    reader = Reader(connection)
    connection.begin()
    erase(reader, ids_of_uuids(reader, gone.uuids))
    left = f"SELECT 1 FROM memories WHERE space = {int(gone.space)} LIMIT 1"
    if gone.space and not reader.all(left):
        erase_space(reader, gone.space)
    here = {row[0] for row in reader.all("SELECT table_name FROM duckdb_tables() WHERE NOT internal")}
    for table, rows in gone.receipts.items():
        if table in here:
            reader.all(f"DELETE FROM {table}")
            if rows:
                places = "(" + ", ".join("?" * len(rows[0])) + ")"
                for row in rows:
                    reader.all(f"INSERT INTO {table} VALUES {places}", row)
    memories = int(reader.all("SELECT count(*) FROM memories")[0][0])
    connection.commit()
    return memories


def _put_back(whole: Path, path: Path, memories: int) -> Path:
    """Give the new file its place; where its name tells how many memories there are, the name is right again."""
    counted = _COUNTED.fullmatch(path.name)
    target = path.with_name(f"{counted[1]}-{memories}{counted[2]}") if counted else path
    if whole.parent == path.parent:
        whole.replace(target)
    else:
        part = target.with_name(target.name + ".part")
        shutil.copyfile(whole, part)
        sync_file(part)
        part.replace(target)
    if target != path:
        path.unlink()
    sync_folder(path.parent)
    return target


def _aside(places: Places, path: Path, what: str) -> Path:
    """Where a copy is worked on: in the backups folder, whose unfinished files go at the next start."""
    places.backups.mkdir(mode=0o700, exist_ok=True)
    return places.backups / f"{path.stem}-{what}.part"
