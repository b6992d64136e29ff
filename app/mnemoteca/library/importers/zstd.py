"""Files that a tool has packed with Zstandard, as streams."""

from __future__ import annotations

import io
from typing import BinaryIO, cast

import zstandard

MAGIC = b"\x28\xb5\x2f\xfd"
_MOST_UNPACKED = 20_000_000_000  # bytes
_MOST_TIMES = 200  # that it may be larger unpacked
_MOST_WINDOW = 1 << 27  # bytes that unpacking may hold
_FREE = 1 << 20  # bytes that are always unpacked


def unpacked(file: BinaryIO, size: int) -> BinaryIO:
    """A stream of what is in a packed file of this size; reading it raises OSError where it is damaged."""
    return cast(BinaryIO, io.BufferedReader(_Stream(file, size), 1 << 16))


def head_of(head: bytes) -> bytes:
    """What the beginning of a file, packed or not, begins with."""
    if not head.startswith(MAGIC):
        return head
    try:
        return unpacked(io.BytesIO(head), len(head)).read(len(head))
    except OSError:
        return b""


class _Stream(io.RawIOBase):
    def __init__(self, file: BinaryIO, size: int) -> None:
        unpacking = zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW)
        self._reader = unpacking.stream_reader(file, read_across_frames=True, closefd=False)
        self._left = min(_MOST_UNPACKED, _MOST_TIMES * size + _FREE)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        into = memoryview(cast(bytearray, buffer))
        try:
            read = self._reader.read(len(into))
        except zstandard.ZstdError as error:
            raise OSError(f"it is damaged or cut ({error})") from error
        self._left -= len(read)
        if self._left < 0:
            raise OSError(f"it would unpack to more than {_MOST_TIMES} times its size")
        into[: len(read)] = read
        return len(read)
