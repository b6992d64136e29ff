"""Messages to bytes and back, without any I/O: each side reads and writes its socket itself.

A frame is four bytes of length (big-endian; the highest bit says that the next frame goes on with the same
message), then so many bytes of msgpack. A message over `PART` travels in several frames.
"""

from __future__ import annotations

import msgspec

from mnemoteca.core.errors import BadInput
from mnemoteca.wire.messages import Message

PART = 1 << 20
MAX_FRAME = 8 << 20
MAX_MESSAGE = 64 << 20
_MORE = 1 << 31

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message)


class ProtocolError(ValueError):
    """What came in is no message; the connection that it came from is of no more use."""


def pack(message: Message) -> bytes:
    """A message as frames; raises `BadInput` where it is larger than 64 MB or holds what is no text."""
    data = encode(message)
    if len(data) > MAX_MESSAGE:
        raise BadInput("too_large", size=len(data), limit=MAX_MESSAGE)
    if len(data) <= PART:
        return len(data).to_bytes(4, "big") + data
    whole = memoryview(data)
    parts: list[bytes | memoryview] = []
    for start in range(0, len(data), PART):
        part = whole[start : start + PART]
        more = _MORE if start + PART < len(data) else 0
        parts += [(len(part) | more).to_bytes(4, "big"), part]
    return b"".join(parts)


def encode(value: object) -> bytes:
    """A value as msgpack; raises `BadInput` where it holds half a character or a number that is too large."""
    try:
        return _encoder.encode(value)
    except (UnicodeEncodeError, OverflowError) as e:
        raise BadInput("not_sendable", reason=e.reason if isinstance(e, UnicodeEncodeError) else e) from e


class Frames:
    """Takes bytes as they come and gives whole messages; holds at most one unfinished message."""

    def __init__(self, max_message: int = MAX_MESSAGE) -> None:
        self._max_message = max_message
        self._bytes = bytearray()
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, data: bytes) -> list[Message]:
        """The messages that `data` completes; raises `ProtocolError`, after which nothing more can be read."""
        self._bytes += data
        messages = []
        while (part := self._take()) is not None:
            more, body = part
            self._parts.append(body)
            if not more:
                whole = body if len(self._parts) == 1 else b"".join(self._parts)
                self._parts, self._size = [], 0
                messages.append(_decode(whole))
        return messages

    def _take(self) -> tuple[bool, bytes] | None:
        if len(self._bytes) < 4:
            return None
        head = int.from_bytes(self._bytes[:4], "big")
        size = head & ~_MORE
        if size > MAX_FRAME or self._size + size > self._max_message:
            raise ProtocolError(f"a frame of {size} bytes after {self._size}")
        if size == 0:
            raise ProtocolError("an empty frame")
        if len(self._bytes) < 4 + size:
            return None
        body = bytes(memoryview(self._bytes)[4 : 4 + size])
        del self._bytes[: 4 + size]
        self._size += size
        return bool(head & _MORE), body


def _decode(data: bytes) -> Message:
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, ValueError, OverflowError, RecursionError, MemoryError) as e:
        raise ProtocolError(f"{type(e).__name__} in a message of {len(data)} bytes") from e
