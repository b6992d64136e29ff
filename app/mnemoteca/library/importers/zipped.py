"""A zip as an origin: members are streamed, and only those that are safe to unpack are there."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, BinaryIO, cast

from mnemoteca.core.errors import BadInput
from mnemoteca.core.importing import Unread, read_time
from mnemoteca.core.text import storable
from mnemoteca.library.importers.origin import HEAD_BYTES, UNKNOWN_TIME

MOST_UNPACKED = 20_000_000_000  # bytes of all members
MOST_TIMES = 200  # that a member may be larger unpacked
MOST_MEMBERS = 200_000
_MOST_DIRECTORY = 64_000_000  # bytes of the list of members
_ENTRY = struct.Struct("<4s24x3H12x")  # a member in that list: its mark, the lengths of name, extra field and comment
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_DRIVE = re.compile(r"[A-Za-z]:")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError, struct.error)


class ZipOrigin:
    """A zip. Its members are as large as it says: reading one ends there, whatever is packed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stat = path.stat()
        self._troubles: list[Unread] = []
        _check_the_list(path)
        try:
            self._zip = zipfile.ZipFile(path)
            self._members = self._safe_members()
        except _BROKEN as error:
            raise BadInput("cannot_read", path=path, reason=_DAMAGED) from error
        self._total = sum(info.file_size for info in self._members.values())
        if self._total > MOST_UNPACKED:
            large = f"unpacked it would have {self._total:,} bytes; at most {MOST_UNPACKED:,} are read"
            raise BadInput("cannot_read", path=path, reason=large)

    def names(self) -> Iterator[str]:
        return iter(self._members)

    def open(self, name: str) -> BinaryIO:
        try:
            return cast(BinaryIO, io.BufferedReader(_Stream(self._zip.open(self._members[name])), 1 << 16))
        except _BROKEN as error:
            raise OSError(_torn(error)) from error

    def head(self, name: str, size: int = HEAD_BYTES) -> bytes:
        with self.open(name) as file:
            return file.read(size)

    def size(self, name: str) -> int:
        return self._members[name].file_size

    def modified(self, name: str) -> datetime:
        year, month, day, hour, minute, second = self._members[name].date_time
        return read_time(f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}").at or UNKNOWN_TIME

    def troubles(self) -> tuple[Unread, ...]:
        return tuple(self._troubles)

    def stamp(self) -> list[int]:
        return [self._total, self._stat.st_mtime_ns, len(self._members)]

    def _safe_members(self) -> dict[str, zipfile.ZipInfo]:
        found: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            name = info.filename.replace("\\", "/").removeprefix("./")
            if info.is_dir() or name.endswith("/") or name.startswith("__MACOSX/"):
                continue
            reason = _why_not(name, info) or ("another one of this name came before it" if name in found else "")
            if reason:
                self._troubles.append(Unread(storable(name)[:500], reason))
            else:
                found[name] = info
        return {name: found[name] for name in sorted(found)}


def _why_not(name: str, info: zipfile.ZipInfo) -> str:
    """Why a member is left out; "" where it is not."""
    if name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name):
        return "its name leads out of the zip"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link"
    if info.flag_bits & 0x41:
        return "it is encrypted; unpack the zip with its password and import the folder"
    if info.compress_type not in _METHODS:
        return "it is packed in a way that is not read here; unpack the zip and import the folder"
    if info.file_size > MOST_TIMES * max(info.compress_size, 1):
        return f"it would unpack to more than {MOST_TIMES} times its size"
    if name.lower().endswith(".zip"):
        return "it is a zip in a zip; unpack it and import it by itself"
    return ""


_DAMAGED = "the zip is damaged or cut"


def _check_the_list(path: Path) -> None:
    """Look how many members there are before all are read into memory; raises `BadInput`."""
    with path.open("rb") as file:
        at, size = _where_the_list_is(file, path)
        file.seek(at)
        listed = file.read(size)
    count = found = 0
    while (found := listed.find(b"PK\x01\x02", found)) >= 0 and found + _ENTRY.size <= size:
        _, *lengths = _ENTRY.unpack_from(listed, found)
        found += _ENTRY.size + sum(lengths)
        count += 1
        if count > MOST_MEMBERS:
            raise BadInput("cannot_read", path=path, reason=f"the zip has more than {MOST_MEMBERS:,} members")


def _where_the_list_is(file: BinaryIO, path: Path) -> tuple[int, int]:
    """The byte at which the list of members begins, and its size, which are told at the end of a zip."""
    end = file.seek(0, io.SEEK_END)
    file.seek(max(0, end - 65_557))
    tail = file.read()
    found = tail.rfind(b"PK\x05\x06")
    if found < 0 or len(tail) < found + 22:
        raise BadInput("cannot_read", path=path, reason=_DAMAGED)
    size, start = struct.unpack_from("<2L", tail, found + 12)
    told = end - len(tail) + found
    long = tail.rfind(b"PK\x06\x06", 0, found)
    if long >= 0 and found - long >= 56 and 0xFFFFFFFF in (size, start):
        size, start = struct.unpack_from("<2Q", tail, long + 40)
        told = end - len(tail) + long
    if size > _MOST_DIRECTORY:
        raise BadInput("cannot_read", path=path, reason=f"the list of what is in it has {size:,} bytes")
    return max(0, told - size), size


class _Stream(io.RawIOBase):
    """A member being unpacked; whatever is wrong with it is an OSError."""

    def __init__(self, member: IO[bytes]) -> None:
        self._member = member

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        into = memoryview(cast(bytearray, buffer))
        try:
            read = self._member.read(len(into))
        except _BROKEN as error:
            raise OSError(_torn(error)) from error
        into[: len(read)] = read
        return len(read)

    def close(self) -> None:
        self._member.close()
        super().close()


def _torn(error: Exception) -> str:
    return f"it is damaged or cut ({str(error) or type(error).__name__})"
