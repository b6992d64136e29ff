"""The files of the vectors: which there are, in which order, and what to do with a damaged one."""

from __future__ import annotations

import re
from pathlib import Path

from mnemoteca.store.places import Places
from mnemoteca.store.vectors_rows import RowsFile, Unusable, read_rows, sound_rows

_NAME = re.compile(r"vectors-(\d+)\.(rows|usearch)")


def number_of(path: Path) -> int:
    """The number in the name of a file of vectors; -1 where it is none."""
    found = _NAME.fullmatch(path.name)
    return int(found[1]) if found else -1


def rows_files(folder: Path) -> list[Path]:
    """The files of rows, the newest first."""
    return _named(folder, "rows")


def graph_files(folder: Path) -> list[Path]:
    """The files of graphs, the newest first."""
    return _named(folder, "usearch")


def next_path(folder: Path, suffix: str) -> Path:
    """The name for a new file, higher than any that is there."""
    highest = max((number_of(path) for path in (*rows_files(folder), *graph_files(folder))), default=0)
    return folder / f"vectors-{highest + 1}.{suffix}"


def sweep(folder: Path) -> None:
    """Remove what an ended process left half done."""
    for path in folder.glob("vectors-*.part"):
        path.unlink(missing_ok=True)


def remove_all(folder: Path) -> None:
    """Remove all vectors."""
    for path in folder.glob("vectors-*"):
        path.unlink(missing_ok=True)


def set_aside(places: Places, path: Path) -> Path | None:
    """Set a damaged file of rows aside and keep the rows in it that are sound: the path of a new file with them.

    None where nothing of it can be read.
    """
    new = None
    try:
        about, rows = read_rows(path)
        new = next_path(path.parent, "rows")
        RowsFile.make(new, about, rows[sound_rows(rows)]).close()
        del rows
    except Unusable:
        new = None
    path.replace(places.next_aside() / path.name)
    return new


def _named(folder: Path, suffix: str) -> list[Path]:
    found = [path for path in folder.glob(f"vectors-*.{suffix}") if number_of(path) >= 0]
    return sorted(found, key=number_of, reverse=True)
