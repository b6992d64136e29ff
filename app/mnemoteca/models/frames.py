"""What travels between the service and a child that runs a model: frames of msgpack behind their length.

the service → child   standard input      Ask · Prompt
child → the service   an inherited handle Ready · Unfit · Answer · Completion
"""

from __future__ import annotations

import struct
from typing import BinaryIO, TypeVar

import msgspec

_LENGTH = struct.Struct("<I")
LONGEST = 64 * 1024 * 1024


class Ask(msgspec.Struct, frozen=True, tag=True):
    """Texts to embed; a question goes before everything that is no question."""

    number: int
    texts: list[str]
    question: bool = False


class Prompt(msgspec.Struct, frozen=True, tag=True):
    """A text to go on with, of at most so many tokens."""

    number: int
    text: str
    tokens: int


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The model is loaded."""


class Unfit(msgspec.Struct, frozen=True, tag=True):
    """The model can't be run, and why, as a sentence without its full stop; `files` where the files are to blame."""

    reason: str
    files: bool = False


class Answer(msgspec.Struct, frozen=True, tag=True):
    """The vectors of an Ask, one after the other, float32 in the machine's own order; `reason` where there are none."""

    number: int
    vectors: bytes
    reason: str = ""


class Completion(msgspec.Struct, frozen=True, tag=True):
    """What a model wrote on; `reason` where it could not."""

    number: int
    text: str
    reason: str = ""


Message = TypeVar("Message")
Request = Ask | Prompt
Reply = Ready | Unfit | Answer | Completion
_requests = msgspec.msgpack.Decoder(Request)
_replies = msgspec.msgpack.Decoder(Reply)


class Torn(Exception):
    """A frame that is cut off or can't be read: the other side is not to be trusted any more."""


def write_frame(file: BinaryIO, message: Request | Reply) -> None:
    """Write and flush; raises `OSError` (or `ValueError` on a closed file) where the other side is gone."""
    body = msgspec.msgpack.encode(message)
    file.write(_LENGTH.pack(len(body)) + body)
    file.flush()


def read_request(file: BinaryIO) -> Request | None:
    """The next request, None at the end; raises `Torn`."""
    body = _read(file)
    return None if body is None else _decoded(_requests, body)


def read_reply(file: BinaryIO) -> Reply | None:
    """The next reply, None at the end; raises `Torn`."""
    body = _read(file)
    return None if body is None else _decoded(_replies, body)


def _read(file: BinaryIO) -> bytes | None:
    head = file.read(_LENGTH.size)
    if not head:
        return None
    length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else LONGEST + 1
    body = file.read(length) if length <= LONGEST else b""
    if len(body) != length:
        raise Torn
    return body


def _decoded(decoder: msgspec.msgpack.Decoder[Message], body: bytes) -> Message:
    try:
        return decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise Torn from error
