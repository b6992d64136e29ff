"""Frames between the service and a child: whole messages, or the end, or what is torn."""

from __future__ import annotations

import io

import pytest

from mnemoteca.models.frames import Answer, Ask, Ready, Torn, read_reply, read_request, write_frame


def test_messages_come_as_they_were_sent() -> None:
    pipe = io.BytesIO()
    sent = [Ask(1, ["one", "два", "😀\0"]), Ask(2, [], question=True)]
    for message in sent:
        write_frame(pipe, message)
    pipe.seek(0)
    assert [read_request(pipe), read_request(pipe), read_request(pipe)] == [*sent, None]


def test_replies_carry_bytes() -> None:
    pipe = io.BytesIO()
    write_frame(pipe, Ready())
    write_frame(pipe, Answer(7, bytes(range(256))))
    pipe.seek(0)
    assert [read_reply(pipe), read_reply(pipe)] == [Ready(), Answer(7, bytes(range(256)))]


@pytest.mark.parametrize(
    "content",
    [b"\x01", b"\x05\0\0\0abc", b"\xff\xff\xff\xff", b"\x03\0\0\0abc", b"\x01\0\0\0\x80", b"\0\0\0\0"],
    ids=["length", "cut", "huge", "garbage", "nothing in it", "empty"],
)
def test_what_is_torn_is_told_from_the_end(content: bytes) -> None:
    with pytest.raises(Torn):
        read_reply(io.BytesIO(content))
