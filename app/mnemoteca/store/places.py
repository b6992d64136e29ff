"""Every file that the app writes, declared once: where it is, what it may hold, what purge does with it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

from mnemoteca.core.errors import DiskTrouble


class Purge(StrEnum):
    """What destroying a memory for good means for a file."""

    NONE = "holds nothing of a memory"
    REWRITTEN = "is written anew without it"
    EMPTIED = "is removed; it is made anew at need"
    SIFTED = "is removed where it holds a part of the text"
    NAMED = "is written anew where it can be opened; else it is named, and removed when the person says so"


@dataclass(frozen=True, slots=True)
class Place:
    """One kind of file in the data folder; `pattern` is relative, its `*` also spans folders."""

    pattern: str
    holds: str
    purge: Purge


PLACES = (
    Place("library.duckdb", "the tables: every memory", Purge.REWRITTEN),
    Place("library.duckdb.wal", "the last commits", Purge.REWRITTEN),
    Place("library.duckdb.part", "tables that are just being made; removed at the next start", Purge.EMPTIED),
    Place("library.duckdb.part.wal", "as library.duckdb.part", Purge.EMPTIED),
    Place("library.duckdb.restored", "a backup that takes the place of the tables at the next start", Purge.REWRITTEN),
    Place("last-change", "the number of the last change that was acknowledged", Purge.NONE),
    Place("last-change.part", "as last-change", Purge.NONE),
    Place("last-copy", "when a backup was last copied to a folder elsewhere, and where", Purge.NONE),
    Place("last-copy.part", "as last-copy", Purge.NONE),
    Place("lock", "the number of the process that has the library open", Purge.NONE),
    Place("address", "where the service can be reached", Purge.NONE),
    Place("address.part", "as address", Purge.NONE),
    Place("service.log", "what the service did, without any text", Purge.NONE),
    Place("service.log.*", "as service.log, older", Purge.NONE),
    Place("words/*", "the words index: the words of every memory", Purge.REWRITTEN),
    Place("words.part/*", "a words index that is just being written; removed at the next start", Purge.EMPTIED),
    Place("vectors-*.rows", "the vectors of every memory, by which it is found in other words", Purge.REWRITTEN),
    Place("vectors-*.usearch", "a graph over the vectors", Purge.REWRITTEN),
    Place("vectors-*.part", "vectors that are just being written; removed at the next start", Purge.EMPTIED),
    Place("backups/*.duckdb", "a copy of the tables", Purge.REWRITTEN),
    Place("backups/*.part", "a copy that is just being made; removed at the next start", Purge.EMPTIED),
    Place("backups/*.part.wal", "as backups/*.part", Purge.EMPTIED),
    Place("spill/*", "what a query put down for lack of memory; removed at the next start", Purge.EMPTIED),
    Place("aside/*", "what was damaged or replaced by a backup", Purge.NAMED),
    Place("drafts/*", "what was typed in the window and is not kept yet", Purge.SIFTED),
    Place("window.json", "how the window was left: size, panes, place, colours", Purge.NONE),
    Place("window.json.part", "as window.json", Purge.NONE),
    Place("spool/*", "notes of the window on their way to the service", Purge.SIFTED),
)


@dataclass(frozen=True, slots=True)
class Places:
    """The paths in one data folder."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "library.duckdb"

    @property
    def wal(self) -> Path:
        return self.folder / "library.duckdb.wal"

    @property
    def unfinished(self) -> Path:
        """Where the tables are made, before they take their name."""
        return self.folder / "library.duckdb.part"

    @property
    def restored(self) -> Path:
        """A checked backup that is to take the place of the tables."""
        return self.folder / "library.duckdb.restored"

    @property
    def last_change(self) -> Path:
        return self.folder / "last-change"

    @property
    def last_copy(self) -> Path:
        return self.folder / "last-copy"

    @property
    def words(self) -> Path:
        return self.folder / "words"

    @property
    def words_part(self) -> Path:
        return self.folder / "words.part"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def spill(self) -> Path:
        return self.folder / "spill"

    @property
    def aside(self) -> Path:
        return self.folder / "aside"

    @property
    def drafts(self) -> Path:
        return self.folder / "drafts"

    @property
    def spool(self) -> Path:
        return self.folder / "spool"

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    @property
    def address(self) -> Path:
        return self.folder / "address"

    @property
    def log(self) -> Path:
        return self.folder / "service.log"

    def make(self) -> None:
        """Make the folder if it isn't there, for this user only; one that holds other things keeps its mode."""
        if self.folder.exists() and not self.folder.is_dir():
            raise DiskTrouble("cannot_read", path=self.folder, reason="it is not a folder")
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and self.folder.stat().st_mode & 0o077 and self._is_ours():
            self.folder.chmod(0o700)

    def _is_ours(self) -> bool:
        return self.database.exists() or not any(self.folder.iterdir())

    def next_aside(self) -> Path:
        """A new folder in `aside/` for what is set aside together."""
        taken = [int(p.name) for p in self.aside.glob("*") if p.name.isdigit()]
        path = self.aside / f"{max(taken, default=0) + 1:03d}"
        path.mkdir(mode=0o700, parents=True)
        return path


def declared(name: str) -> Place | None:
    """The declaration of a file, by its path relative to the data folder with `/`."""
    return next((place for place in PLACES if fnmatchcase(name, place.pattern)), None)


def undeclared(folder: Path) -> list[str]:
    """The files in a data folder that no place declares."""
    names = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if not path.is_dir())
    return [name for name in names if declared(name) is None]


def keep_private(path: Path) -> None:
    """Let this user alone read and write a file; on Windows the profile's permissions do."""
    if os.name == "posix":
        path.chmod(0o600)


def sync_file(path: Path) -> None:
    """Return when the file's content is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Return when the names in the folder are on the disk; Windows has no such call."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
