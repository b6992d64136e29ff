"""Messages to bytes and back."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnemoteca.core.errors import BadInput
from mnemoteca.wire.codec import MAX_FRAME, MAX_MESSAGE, PART, Frames, ProtocolError, pack
from mnemoteca.wire.messages import Call, Cancel, Failure, Finish, Hello, Message, Reply, Subscribe


def raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(value))


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
messages = st.one_of(
    st.builds(Hello, app=texts, role=texts, pid=st.integers(0, 2**31)),
    st.builds(Call, id=st.integers(0, 2**63), method=texts, params=texts.map(raw), deadline_s=st.none() | st.floats(0)),
    st.builds(Reply, id=st.integers(0, 2**63), result=st.binary(max_size=100).map(raw)),
    st.builds(Failure, id=st.integers(0), family=texts, key=texts, values=st.dictionaries(texts, texts))
    .filter(lambda m: m.id < 2**63),
    st.builds(Cancel, id=st.integers(0, 2**63)),
    st.builds(Subscribe, what=st.lists(texts, max_size=3).map(tuple)),
    st.just(Finish()),
)  # fmt: skip


@given(st.lists(messages, max_size=6), st.data())
@settings(max_examples=150, deadline=None)
def test_however_the_bytes_are_cut_the_same_messages_come_out(sent: list[Message], data: st.DataObject) -> None:
    stream = b"".join(map(pack, sent))
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=12).map(sorted))
    frames, read = Frames(), []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        read += frames.feed(stream[start:end])
    assert read == sent


def test_a_large_message_travels_in_parts_of_at_most_a_megabyte_and_comes_out_whole() -> None:
    sent = Reply(id=7, result=raw("café " * 700_000))
    stream = pack(sent)
    sizes, at = [], 0
    while at < len(stream):
        head = int.from_bytes(stream[at : at + 4], "big")
        sizes.append(head & 0x7FFFFFFF)
        at += 4 + sizes[-1]
        assert bool(head >> 31) is (at < len(stream))
    assert len(sizes) == 5
    assert max(sizes) == PART
    frames, read = Frames(), []
    for start in range(0, len(stream), 70_000):
        read += frames.feed(stream[start : start + 70_000])
    assert read == [sent]


def test_what_is_too_large_for_one_message_is_not_sent() -> None:
    with pytest.raises(BadInput, match="too large"):
        pack(Reply(id=1, result=raw(b"x" * (MAX_MESSAGE + 1))))


@pytest.mark.parametrize(
    "stream",
    [
        (MAX_FRAME + 1).to_bytes(4, "big"),
        b"\x7f\xff\xff\xff",
        b"\xff\xff\xff\xff",
        b"\0\0\0\0",
        b"\x80\0\0\0",
        b"\0\0\0\1\xc1",
        b"\0\0\0\5hello",
        b"\0\0\0\5" + b"\xdd\xff\xff\xff\xff",
        (100_000).to_bytes(4, "big") + b"\x91" * 100_000,
        pack(Cancel(id=3)).replace(b"cancel", b"cancer"),
    ],
)
def test_what_is_no_message_is_refused(stream: bytes) -> None:
    with pytest.raises(ProtocolError):
        Frames().feed(stream)


def test_parts_that_never_end_are_refused_at_the_limit() -> None:
    frames = Frames(max_message=5000)
    part = (0x80000000 | 1000).to_bytes(4, "big") + b"x" * 1000
    for _ in range(5):
        assert frames.feed(part) == []
    with pytest.raises(ProtocolError):
        frames.feed(part)


def test_a_field_of_a_newer_minor_version_is_ignored() -> None:
    newer = {"is": "cancel", "id": 3, "reason": "new in 1.1", "more": [1, {"a": 2}]}
    data = msgspec.msgpack.encode(newer)
    assert Frames().feed(len(data).to_bytes(4, "big") + data) == [Cancel(id=3)]


def test_half_a_character_and_a_huge_number_are_refused_with_a_sentence() -> None:
    for value in ("\ud800", 2**70):
        with pytest.raises(BadInput, match="neither sent nor kept"):
            pack(Failure(id=1, family="x", key=value, values={}))  # type: ignore[arg-type]
