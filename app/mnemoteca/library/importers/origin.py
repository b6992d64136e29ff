"""What a person points at: a file, a folder or a zip, read as named streams and never written to.

What is unsafe or can't be read is left out and told by `troubles`: links that lead out, folders without permission,
members of a zip that are encrypted, climb out or unpack to far more than they are.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from mnemoteca.core.importing import Unread
from mnemoteca.core.text import storable

HEAD_BYTES = 64 * 1024
MOST_FILES = 1_000_000  # of a folder
UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_REPOSITORY = ".git"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


class Origin(Protocol):
    """A file, a folder or a zip. As it was when it was opened: what comes later is seen by the next one."""

    @property
    def path(self) -> Path:
        """Where it is."""
        ...

    def names(self) -> Iterator[str]:
        """Relative names with “/”, in an order that is always the same; of a single file its own name."""
        ...

    def open(self, name: str) -> BinaryIO:
        """A stream of one of them; it and its reading raise only OSError."""
        ...

    def head(self, name: str, size: int = HEAD_BYTES) -> bytes:
        """How it begins; raises OSError."""
        ...

    def size(self, name: str) -> int:
        """In bytes, unpacked."""
        ...

    def modified(self, name: str) -> datetime:
        """When it was last changed, aware, UTC; the beginning of 1970 where that is not told."""
        ...

    def troubles(self) -> tuple[Unread, ...]:
        """What is left out, and why."""
        ...

    def stamp(self) -> list[int]:
        """What tells that all of it is still the same: bytes, the newest change, how many."""
        ...


@dataclass(frozen=True, slots=True)
class Member:
    """One name, its size, and how many bytes come before it: how far an import is."""

    name: str
    start: int
    size: int


def walk(origin: Origin) -> Iterator[Member]:
    """All names of an origin with the bytes before them."""
    start = 0
    for name in origin.names():
        size = origin.size(name)
        yield Member(name, start, size)
        start += size


def reason_of(error: OSError) -> str:
    """Why it failed, as a part of a sentence."""
    return (error.strerror or str(error) or type(error).__name__).lower()


class FileOrigin:
    """A single file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stat = path.stat()

    def names(self) -> Iterator[str]:
        yield self.path.name

    def open(self, name: str) -> BinaryIO:
        return _opened(self.path, self._stat.st_size)

    def head(self, name: str, size: int = HEAD_BYTES) -> bytes:
        with self.open(name) as file:
            return file.read(size)

    def size(self, name: str) -> int:
        return self._stat.st_size

    def modified(self, name: str) -> datetime:
        return _time(self._stat.st_mtime_ns)

    def troubles(self) -> tuple[Unread, ...]:
        return ()

    def stamp(self) -> list[int]:
        return [self._stat.st_size, self._stat.st_mtime_ns, 1]


class FolderOrigin:
    """A folder and all below it but `.git`; links are not followed (what they lead to inside comes in anyway)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._real = os.path.realpath(path)
        self._files: dict[str, tuple[int, int]] = {}  # name -> bytes, nanoseconds
        self._troubles: list[Unread] = []
        self._walk()

    def names(self) -> Iterator[str]:
        return iter(self._files)

    def open(self, name: str) -> BinaryIO:
        return _opened(self.path / name, self._files[name][0])

    def head(self, name: str, size: int = HEAD_BYTES) -> bytes:
        with self.open(name) as file:
            return file.read(size)

    def size(self, name: str) -> int:
        return self._files[name][0]

    def modified(self, name: str) -> datetime:
        return _time(self._files[name][1])

    def troubles(self) -> tuple[Unread, ...]:
        return tuple(self._troubles)

    def stamp(self) -> list[int]:
        sizes = [size for size, _ in self._files.values()]
        return [sum(sizes), max((changed for _, changed in self._files.values()), default=0), len(sizes)]

    def _walk(self) -> None:
        waiting = [""]
        while waiting:
            folders: list[str] = []
            for entry in self._entries(waiting.pop()):
                name = os.path.relpath(entry.path, self.path).replace(os.sep, "/")
                kind = self._kind(entry, name)
                if kind is not None and stat.S_ISDIR(kind.st_mode) and entry.name != _REPOSITORY:
                    folders.append(name)
                elif kind is not None and stat.S_ISREG(kind.st_mode) and entry.name != _REPOSITORY:
                    self._files[name] = (kind.st_size, kind.st_mtime_ns)
            waiting += reversed(folders)
            if len(self._files) > MOST_FILES:
                more = f"there are more than {MOST_FILES:,} files; import parts of it one by one"
                self._troubles.append(Unread(storable(self.path.name), more))
                return

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.path / folder) as found:
                return sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            if not folder:
                raise
            self._troubles.append(Unread(storable(folder) + "/", f"the folder can't be read: {reason_of(error)}"))
            return []

    def _kind(self, entry: os.DirEntry[str], name: str) -> os.stat_result | None:
        """What it is, where it is not a link."""
        try:
            found = entry.stat(follow_symlinks=False)
            if not _is_link(found):
                return found
            target = os.path.realpath(entry.path)
        except OSError as error:
            self._troubles.append(Unread(storable(name), f"it can't be read: {reason_of(error)}"))
            return None
        if target != self._real and not target.startswith(os.path.join(self._real, "")) and os.path.exists(target):
            self._troubles.append(Unread(storable(name), "it is a link that leads out of the folder; not followed"))
        return None


def _opened(path: Path, size: int) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_AsItWas(path, size), 1 << 16))


class _AsItWas(io.RawIOBase):
    """A file up to the size that it had when it was looked at: a log may grow while it is read, twice by some."""

    def __init__(self, path: Path, size: int) -> None:
        self._file = path.open("rb", buffering=0)
        self._size = size

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if whence == os.SEEK_END:
            offset, whence = max(0, self._size + offset), os.SEEK_SET
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: object) -> int:
        into = memoryview(cast(bytearray, buffer)).cast("B")
        return self._file.readinto(into[: max(0, self._size - self._file.tell())]) or 0

    def close(self) -> None:
        self._file.close()
        super().close()


def _is_link(found: os.stat_result) -> bool:
    """A symbolic link, or on Windows a junction."""
    junction: object = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return stat.S_ISLNK(found.st_mode) or (junction and getattr(found, "st_reparse_tag", 0) == junction) is True


def _time(nanoseconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(nanoseconds // 1000 / 1_000_000, UTC)
    except (ValueError, OverflowError, OSError):
        return UNKNOWN_TIME


def looks_like_zip(head: bytes) -> bool:
    """Whether a file that begins so is a zip."""
    return head.startswith(_ZIP)
