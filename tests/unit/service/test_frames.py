"""Ten thousand mutated frames at a live server: each ends its own connection, or is answered; nothing else happens."""

from __future__ import annotations

import random
import socket
from contextlib import suppress

import pytest

from mnemoteca.core.changes import By
from mnemoteca.core.views import ListQuery, Place
from mnemoteca.wire import calls
from mnemoteca.wire.codec import Frames, ProtocolError, pack
from mnemoteca.wire.messages import Call, Cancel, Finish, Hello, Message, Subscribe
from tests.unit.service.in_process import Running, service
from tests.unit.wire.test_codec import raw

COUNT = 10_000


def good_frames() -> list[bytes]:
    messages: list[Message] = [
        Hello(app="0.1.0", role="test", pid=1),
        calls.call(1, "make_space", ("luna",)),
        calls.call(2, "capture", ("a note with é and \U0001f600", "personal", 0.5)),
        calls.call(3, "open_view", (ListQuery(Place.PINNED),)),
        calls.call(4, "accessed", ((1, 2, 3), By.PERSON)),
        calls.call(5, "tag", ((2**40,), ("x",)), {"remove": ("y",)}, 3.5),
        Call(id=6, method="spaces", params=raw({})),
        Subscribe(),
        Cancel(id=1),
    ]
    return [pack(message) for message in messages]


def mutated(frame: bytes, chance: random.Random) -> bytes:
    """One frame with something wrong in it; its length often made to fit, so that its content is looked at."""
    data = bytearray(frame)
    for _ in range(chance.choice((1, 1, 2, 5))):
        match chance.randrange(6):
            case 0:
                data[chance.randrange(len(data))] = chance.randrange(256)
            case 1:
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            case 2:
                del data[chance.randrange(len(data)) :]
            case 3:
                at = chance.randrange(len(data) + 1)
                data[at:at] = chance.randbytes(chance.randrange(1, 9))
            case 4:
                at = chance.randrange(len(data))
                del data[at : at + chance.randrange(1, 5)]
            case _:
                at = min(len(data) - 1, 4 + chance.randrange(max(1, len(data) - 4)))
                data[at] = chance.choice(
                    b"\x00\x7f\x80\x90\xa0\xc0\xc1\xc4\xc7\xcb\xcf\xd6\xd9\xdb\xdc\xdd\xde\xdf\xff"
                )
        data = data or bytearray(b"\0")
    if len(data) > 4 and chance.random() < 0.8:
        data[:4] = (len(data) - 4).to_bytes(4, "big")
    return bytes(data)


def throw(running: Running, frame: bytes, hello: bool) -> None:
    """Throw it on a connection of its own, and read what comes back to the end."""
    stream = running.raw()
    assert isinstance(stream, socket.socket)
    stream.settimeout(60)
    answers = Frames()
    with stream, suppress(ConnectionError):
        stream.sendall((pack(Hello()) if hello else b"") + frame)
        stream.shutdown(socket.SHUT_WR)
        while data := stream.recv(1 << 16):
            answers.feed(data)  # whatever the server says is well-formed


def means_finish(frame: bytes) -> bool:
    with suppress(ProtocolError):
        return any(isinstance(message, Finish) for message in Frames().feed(frame))
    return False


@pytest.mark.slow
def test_ten_thousand_mutated_frames_harm_only_their_own_connections(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL")
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    originals = good_frames()
    frames = [mutated(chance.choice(originals), chance) for _ in range(COUNT)]
    frames = [frame for frame in frames if not means_finish(frame)]
    with service() as running, running.client() as other:
        running.library.gate.set()
        for number, frame in enumerate(frames):
            throw(running, frame, hello=chance.random() < 0.9)
            if number % 500 == 0:
                assert other.library.spaces(), f"seed {seed}, frame {number}"
        assert running.thread.is_alive(), f"seed {seed}"
        with running.client() as late:
            assert late.library.make_space("still there"), f"seed {seed}"
    assert running.library.closed.is_set()
