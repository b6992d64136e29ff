"""The vectors themselves, in a file that only grows: a row a passage, each with a checksum, synced a batch at a time.

What was embedded stands here for good, whatever becomes of the process; a row that is half written is cut off
when the file is opened. It is mapped, so that a hundred vectors by their rows cost no more than a read of memory.
"""

from __future__ import annotations

import os
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from mnemoteca.core.failpoints import reach
from mnemoteca.core.meaning import DIMENSIONS
from mnemoteca.store.places import keep_private, sync_folder

VERSION = 1


def row_of(width: int) -> np.dtype[Any]:
    """A row with a vector of so many numbers."""
    return np.dtype(
        [
            ("key", "<u8"),  # memory << 16 | passage
            ("change", "<i8"),  # the last change when its text was read
            ("of", "<u4"),  # passages of the memory; 0: there is nothing to embed
            ("space", "<u4"),
            ("crc", "<u4"),  # of the row with 0 in this place
            ("pad", "<u4"),
            ("vector", "<f2", width),
        ]
    )


ROW = row_of(DIMENSIONS)
HEAD = ROW.itemsize  # bytes before the first row, in files of any width
MARK = np.uint64(2**64 - 1)  # the key of a row that holds no vector: everything up to its change was seen to
_MAGIC = b"MNVECTOR"
_START = struct.Struct("<8sII")  # magic, length of the description, its checksum
_CRC_AT = 24
_NO_CRC = b"\0\0\0\0"

_VECTOR_AT = ROW.itemsize - 2 * DIMENSIONS  # in a row of any width
FEW_ROWS = 512
WIDEST = 16_384  # numbers of a vector

Rows = np.ndarray[Any, np.dtype[Any]]
Halves = np.ndarray[Any, np.dtype[np.float16]]


class Unusable(ValueError):
    """The file can't be used."""


@dataclass(frozen=True, slots=True)
class About:
    """What a file of vectors is of: the model that made them, and the version of the texts that it was given.

    `width` is how many numbers each has.
    """

    model: str
    keys: int
    version: int = VERSION
    width: int = DIMENSIONS


class RowsFile:
    """An open file; one thread at a time appends to it, any reads what `mapped` gave it."""

    def __init__(self, path: Path, about: About, count: int) -> None:
        self.path = path
        self.about = about
        self.count = count
        self._file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        self._row = row_of(about.width)
        self._size = -1
        self._mapped = np.empty(0, self._row)

    @classmethod
    def make(cls, path: Path, about: About, rows: Rows | None = None) -> RowsFile:
        """A new file that holds these rows, under its name only when it is whole."""
        part = path.with_name(path.name + ".part")
        kept = np.empty(0, row_of(about.width)) if rows is None else rows
        with part.open("wb") as file:
            file.write(_head(about))
            for start in range(0, len(kept), 4_096):
                file.write(np.ascontiguousarray(kept[start : start + 4_096]).tobytes())
            file.flush()
            os.fsync(file.fileno())
        keep_private(part)
        part.replace(path)
        sync_folder(path.parent)
        return cls(path, about, len(kept))

    @classmethod
    def open(cls, path: Path) -> RowsFile:
        """The file; a tail that was never acknowledged is cut off. Raises `Unusable` where anything else is wrong."""
        about, rows = read_rows(path)
        sound = sound_rows(rows)
        whole = int(sound.argmin()) if not sound.all() else len(rows)
        if sound[whole:].any():
            raise Unusable("damaged")
        del rows
        size = HEAD + row_of(about.width).itemsize * whole
        if path.stat().st_size != size:
            os.truncate(path, size)
        return cls(path, about, whole)

    def mapped(self) -> Rows:
        """All rows, as they stand on the disk."""
        if self._size != self.count:
            self._size = self.count
            self._mapped = _map(self.path, self.count, self._row)
        return self._mapped

    def vectors_at(self, rows: np.ndarray[Any, np.dtype[np.int64]]) -> Halves:
        """The vectors in these rows.

        A few are read, not mapped: each look at a mapped row brings 64 kB around it into the memory of the process.
        """
        if len(rows) > FEW_ROWS or not hasattr(os, "pread"):
            found: Halves = self.mapped()["vector"][rows]
            return found
        width = self.about.width
        spots = (rows * self._row.itemsize + HEAD + _VECTOR_AT).tolist()
        content = b"".join([os.pread(self._file, 2 * width, spot) for spot in spots])
        return np.frombuffer(content, np.float16).reshape(-1, width)

    def rest(self) -> None:
        """Let the pages go that were looked at; the next look maps them again."""
        self._size, self._mapped = -1, np.empty(0, self._row)

    def append(self, rows: Rows) -> None:
        """Add rows; they are on the disk when this returns, or none of them counts."""
        end = HEAD + self._row.itemsize * self.count
        content = memoryview(with_checksums(rows).tobytes())
        try:
            reach("vectors.batch")
            os.lseek(self._file, end, os.SEEK_SET)
            while content:
                content = content[os.write(self._file, content) :]
            os.fsync(self._file)
            reach("vectors.batch")
        except OSError:
            os.ftruncate(self._file, end)
            raise
        self.count += len(rows)

    def erase(self, rows: np.ndarray[Any, np.dtype[np.int64]]) -> None:
        """Write over these rows: nothing of them is on the disk when this returns, and the others keep their places."""
        if not len(rows):
            return
        empty = np.zeros(1, self._row)
        empty["key"] = MARK
        content = with_checksums(empty).tobytes()
        for row in rows.tolist():
            os.lseek(self._file, HEAD + self._row.itemsize * row, os.SEEK_SET)
            os.write(self._file, content)
        os.fsync(self._file)
        self.rest()

    def close(self) -> None:
        """Let the file go."""
        self._mapped = np.empty(0, self._row)
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _head(about: About) -> bytes:
    told = msgspec.json.encode(about)
    return (_START.pack(_MAGIC, len(told), zlib.crc32(told)) + told).ljust(HEAD, b"\0")


def read_rows(path: Path) -> tuple[About, Rows]:
    """What the file is of, and all whole rows in it, unchecked; raises `Unusable`."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
        if len(head) < HEAD:
            raise Unusable("damaged")
        magic, length, checksum = _START.unpack_from(head)
        told = head[_START.size : _START.size + length]
        if magic != _MAGIC or zlib.crc32(told) != checksum:
            raise Unusable("damaged")
        about = msgspec.json.decode(told, type=About)
        if about.version != VERSION:
            raise Unusable("of another version")
        if not 0 < about.width <= WIDEST:
            raise Unusable("damaged")
        row = row_of(about.width)
        return about, _map(path, (path.stat().st_size - HEAD) // row.itemsize, row)
    except (OSError, msgspec.MsgspecError) as error:
        raise Unusable("damaged") from error


def _map(path: Path, count: int, row: np.dtype[Any]) -> Rows:
    if not count:
        return np.empty(0, row)
    return np.asarray(np.memmap(path, dtype=row, mode="r", offset=HEAD, shape=(count,)))


def with_checksums(rows: Rows) -> Rows:
    """The rows, each with its checksum."""
    rows["crc"] = 0
    content = memoryview(rows.tobytes())
    rows["crc"] = [_checksum(content, n, rows.itemsize) for n in range(len(rows))]
    return rows


def sound_rows(rows: Rows) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which of the rows are the ones that were written."""
    found = np.zeros(len(rows), bool)
    for start in range(0, len(rows), 4_096):
        part = rows[start : start + 4_096].copy()
        told = part["crc"].tolist()
        content = memoryview(part.tobytes())
        found[start : start + len(part)] = [_checksum(content, n, rows.itemsize) == crc for n, crc in enumerate(told)]
    return found


def _checksum(content: memoryview, n: int, size: int) -> int:
    """The checksum of row n, its own place left out."""
    start = n * size
    before = zlib.crc32(_NO_CRC, zlib.crc32(content[start : start + _CRC_AT]))
    return zlib.crc32(content[start + _CRC_AT + 4 : start + size], before)
