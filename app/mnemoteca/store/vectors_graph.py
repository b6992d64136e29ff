"""The graph over the vectors, mapped from its file: which are near, found in a moment at any size.

It holds the vectors in eight bits, which is enough to find candidates; they are scored by the rows themselves.
Behind what usearch wrote stand a description and a checksum: a damaged file would end the process.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from usearch.index import Index

from mnemoteca.core.failpoints import reach
from mnemoteca.core.meaning import DIMENSIONS, Vectors
from mnemoteca.store.places import keep_private, sync_file, sync_folder
from mnemoteca.store.vectors_rows import Rows, Unusable

CONNECTIVITY, EXPANSION_ADD, EXPANSION_SEARCH = 16, 128, 64  # app/decisions/71-vectors.md
AT_ONCE = 32  # vectors that are added between two looks at who waits: some 10 ms
_END = struct.Struct("<II8s")  # length of the description, its checksum, magic
_MAGIC = b"MNVGRAPH"
ENGINE_ERRORS = (RuntimeError, ValueError, OSError)

Keys = np.ndarray[Any, np.dtype[np.uint64]]


@dataclass(frozen=True, slots=True)
class Covered:
    """What a graph holds: the first rows of a file of vectors; `size` and `crc` are of what usearch wrote."""

    of: str
    rows: int
    size: int
    crc: int


class Graph:
    """A graph that is mapped; it never changes."""

    def __init__(self, index: Any, path: Path, covered: Covered, width: int) -> None:
        self._index = index
        self._width = width
        self.path = path
        self.of, self.rows = covered.of, covered.rows

    @classmethod
    def open(cls, path: Path, width: int = DIMENSIONS) -> Graph:
        """The graph in the file, over vectors of so many numbers; raises `Unusable`."""
        covered = read_covered(path)
        if _crc(path, covered.size) != covered.crc:
            raise Unusable("damaged")
        try:
            index = empty_index(width)
            index.view(str(path))
        except ENGINE_ERRORS as error:
            raise Unusable("damaged") from error
        return cls(index, path, covered, width)

    def __len__(self) -> int:
        return len(self._index)

    def near(self, vector: Vectors, count: int) -> Keys:
        """The keys of about the nearest vectors."""
        if not len(self._index):
            return np.empty(0, np.uint64)
        found = self._index.search(vector, min(count, len(self._index)), threads=1)
        return np.asarray(found.keys, np.uint64)

    def grown(self) -> Any:
        """An index in memory that holds the same and can be added to."""
        index = empty_index(self._width)
        index.load(str(self.path))
        return index


def empty_index(width: int = DIMENSIONS) -> Any:
    """A new index for vectors of so many numbers; it needs no way back from a key to its place."""
    return Index(
        ndim=width,
        metric="cos",
        dtype="i8",
        connectivity=CONNECTIVITY,
        expansion_add=EXPANSION_ADD,
        expansion_search=EXPANSION_SEARCH,
        enable_key_lookups=False,
    )


def add_gently(index: Any, rows: Rows, wanted: np.ndarray[Any, np.dtype[np.int64]], pace: Callable[[], None]) -> None:
    """Add the wanted rows; `pace` is called every few, may wait, and gives it all up by raising."""
    for start in range(0, len(wanted), AT_ONCE):
        pace()
        reach("vectors.merge")
        part = wanted[start : start + AT_ONCE]
        index.add(rows["key"][part], rows["vector"][part].astype(np.float32), threads=1)


def save(index: Any, path: Path, of: str, rows: int) -> Graph:
    """Write an index down; it counts when it is whole on the disk."""
    part = path.with_name(path.name + ".part")
    reach("vectors.save")
    index.save(str(part))
    size = part.stat().st_size
    covered = Covered(of, rows, size, _crc(part, size))
    told = msgspec.json.encode(covered)
    with part.open("ab") as file:
        file.write(told + _END.pack(len(told), zlib.crc32(told), _MAGIC))
    keep_private(part)
    sync_file(part)
    reach("vectors.save")
    part.replace(path)
    sync_folder(path.parent)
    reach("vectors.save")
    return Graph.open(path, int(index.ndim))


def read_covered(path: Path) -> Covered:
    """What the end of the file says of it; raises `Unusable`."""
    try:
        with path.open("rb") as file:
            length = file.seek(0, os.SEEK_END)
            file.seek(max(0, length - 4_096))
            tail = file.read()
        told_length, checksum, magic = _END.unpack(tail[-_END.size :])
        told = tail[-_END.size - told_length : -_END.size]
        if magic != _MAGIC or zlib.crc32(told) != checksum:
            raise Unusable("damaged")
        return msgspec.json.decode(told, type=Covered)
    except (OSError, struct.error, msgspec.MsgspecError) as error:
        raise Unusable("damaged") from error


def _crc(path: Path, size: int) -> int:
    """The checksum of the first bytes of a file."""
    found, left = 0, size
    with path.open("rb") as file:
        while left and (block := file.read(min(left, 1 << 20))):
            found, left = zlib.crc32(block, found), left - len(block)
    return found
