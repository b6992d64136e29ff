"""What travels between the service and a child that runs a model: frames of msgpack behind their length.

the service → child   standard input      Ask · Prompt · Measure · Rank · Cancel
child → the service   an inherited handle Ready · Loaded · Unfit · Answer · Grew · Measured · Ranked · Completion
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
    """Have a model write: `system` says how, `user` what about; neither is ever read as the model's own marks.

    `grammar` (GBNF) bounds what may be written; of at most `most` tokens and `seconds`. `temperature` 0 takes the
    likeliest token, else `seed` decides.
    """

    number: int
    system: str
    user: str
    grammar: str
    most: int
    temperature: float = 0.2
    seed: int = 1
    seconds: float = 600.0


class Measure(msgspec.Struct, frozen=True, tag=True):
    """Tell how many tokens each of these texts has."""

    number: int
    texts: list[str]


class Cancel(msgspec.Struct, frozen=True, tag=True):
    """Nobody wants the answer to that prompt any more; it is ended soon, also while it is being read."""

    number: int


class Rank(msgspec.Struct, frozen=True, tag=True):
    """Read each of these texts against the question, in at most so many seconds."""

    number: int
    question: str
    texts: list[str]
    seconds: float


class Ranked(msgspec.Struct, frozen=True, tag=True):
    """How well each text of a Rank answers, higher is better; none where it was given up."""

    number: int
    scores: list[float]


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The model is loaded; `width` is how many numbers a vector of it has."""

    width: int = 384


class Unfit(msgspec.Struct, frozen=True, tag=True):
    """The model can't be run, and why, as a sentence without its full stop; `files` where the files are to blame.

    `errno` is of what the disk refused, 0 where it is not to blame.
    """

    reason: str
    files: bool = False
    errno: int = 0


class Answer(msgspec.Struct, frozen=True, tag=True):
    """The vectors of an Ask, one after the other, float32 in the machine's own order; `reason` where there are none."""

    number: int
    vectors: bytes
    reason: str = ""


class Loaded(msgspec.Struct, frozen=True, tag=True):
    """The generator's model is loaded; `context` in tokens, `memory` in bytes, `overhead` the tokens of a chat's marks.

    Without `template` it was given no form of a chat, or one that the engine does not know: it is asked in plain text.
    """

    context: int
    memory: int
    overhead: int
    template: bool
    description: str = ""


class Measured(msgspec.Struct, frozen=True, tag=True):
    """How many tokens the texts of a Measure have."""

    number: int
    tokens: list[int]


class Grew(msgspec.Struct, frozen=True, tag=True):
    """What was written on since the last one."""

    number: int
    text: str


class Completion(msgspec.Struct, frozen=True, tag=True):
    """All that a model wrote, and how it ended (`core.writing.Ending`); `reason` where that says too little.

    `reused` of the `read` tokens were known from the prompt before. `first_s` is until the first token, `memory` in
    bytes.
    """

    number: int
    text: str
    ending: str
    reason: str = ""
    read: int = 0
    reused: int = 0
    tokens: int = 0
    first_s: float = 0.0
    seconds: float = 0.0
    memory: int = 0


Message = TypeVar("Message")
Request = Ask | Prompt | Measure | Cancel | Rank
Reply = Ready | Loaded | Unfit | Answer | Measured | Grew | Completion | Ranked
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
