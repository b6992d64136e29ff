"""Bad input at the doors of a real service: a sentence and a code, nothing else lost, and memory stays bounded."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from mnemoteca import get_tier_manager
from mnemoteca.api import disconnect
from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound, Problem
from mnemoteca.core.library import Library
from mnemoteca.core.pushes import Changed, Push, Resync
from mnemoteca.core.recall import Filters, Question, Window
from mnemoteca.wire import calls
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.codec import Frames, pack
from mnemoteca.wire.folder import find_address
from mnemoteca.wire.messages import Hello, Message, Pushed, Subscribe, push_in
from mnemoteca.wire.sockets import Stream, hang_up, reach
from tests.conftest import Mnemoteca
from tests.flows.commands import answer, found
from tests.processes import alive, peak_mb
from tests.unit.service.test_frames import good_frames, means_finish, mutated

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
MOST_MEMORY_MB = 400.0
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
BEFORE_TIME = datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))  # in UTC there was no such day
BIG = 10_000_000


@pytest.fixture
def client(service: Path) -> Iterator[Client]:
    """A client of a service that holds one note; afterwards the note is there, and the same service served it all."""
    with connect(service, start=None, role="test") as one:
        pid = one.welcome.pid
        kept = one.library.capture("what was there before")
        yield one
        with connect(service, start=None, role="test") as late:
            assert late.library.memory(kept.id).text == "what was there before"
            assert late.library.recall(Question("before")).hits[0].memory.id == kept.id
            assert late.welcome.pid == pid
    assert alive(pid)
    assert peak_mb(pid) <= MOST_MEMORY_MB
    assert "a bug" not in (service / "service.log").read_text()


def test_notes_at_the_ends_of_the_calendar_are_taken(client: Client) -> None:
    for at, offset_min in ((FIRST, None), (FIRST, -720), (LAST, None), (LAST, 720)):
        kept = client.library.capture("an odd time", occurred_at=at, offset_min=offset_min)
        assert client.library.memory(kept.id).occurred_at == at
    assert client.library.recall(Question("odd", asked_at=FIRST), filters=Filters(window=Window.MONTH))
    assert len(client.library.recall(Question("odd"), filters=Filters(after=FIRST, before=LAST)).hits) == 2


REFUSED: dict[str, tuple[type[Problem], str, Callable[[Library], Any]]] = {
    "blank": (BadInput, "empty_text", lambda library: library.capture(" \n\t")),
    "blank entry": (BadInput, "empty_text", lambda library: library.add_short_term("", "personal")),
    "blank edit": (BadInput, "empty_text", lambda library: library.edit(1, " ")),
    "half a character": (BadInput, "not_sendable", lambda library: library.capture("a \ud800 b")),
    "too long": (BadInput, "too_long", lambda library: library.capture("x" * 16_000_001)),
    "no number": (BadInput, "importance_range", lambda library: library.capture("x", importance=float("nan"))),
    "beyond 1": (BadInput, "importance_range", lambda library: library.weigh((1,), 1.5)),
    "offset": (BadInput, "number_range", lambda library: library.capture("x", offset_min=10**9)),
    "beyond time": (BadInput, "not_sendable", lambda library: library.capture("x", occurred_at=BEFORE_TIME)),
    "huge number": (BadInput, "not_sendable", lambda library: library.pin((2**70,))),
    "big number": (NotFound, "no_memory", lambda library: library.pin((2**63,))),
    "nobody": (NotFound, "no_memory", lambda library: library.forget((-1,))),
    "no hits": (BadInput, "number_range", lambda library: library.recall(Question("x"), limit=0)),
    "no words": (BadInput, "empty_question", lambda library: library.recall(Question("…!?"))),
    "a name": (BadInput, "space_name", lambda library: library.make_space("a\x00b\u202e")),
    "a path": (NotFound, "no_file", lambda library: library.backup("/tmp/a\x00b")),
    "no session": (NotFound, "no_session", lambda library: library.forget_session(999)),
    "nowhere": (DiskTrouble, "read_only", lambda library: library.backup("/proc/a-backup")),
    "a device": (BadInput, "not_a_file", lambda library: library.import_file("/dev/zero")),
}


def test_what_can_not_be_taken_is_refused_with_its_sentence(client: Client) -> None:
    before = client.library.status().memories
    for name, (family, key, call) in REFUSED.items():
        with pytest.raises(family) as refused:
            call(client.library)
        assert refused.value.key == key, name
        assert refused.value.sentence.endswith("."), name
    assert client.library.status().memories == before
    assert client.library.history(limit=-1) == ()
    assert client.library.changes(-5, -5) == ()


def test_a_memory_that_is_named_twice_is_one(client: Client) -> None:
    assert client.library.pin((1, 1, 1)).count == 1
    assert client.library.forget((1, 1)).ids == (1,)
    assert client.library.undo().count == 1


def test_control_characters_stay_in_the_text_and_never_reach_the_terminal(client: Client, mnemoteca: Mnemoteca) -> None:
    text = "bell \x07 clear \x1b[2J end"
    kept = answer(mnemoteca, "add", "-", input=text)
    assert client.library.memory(kept["id"]).text == text
    assert found(mnemoteca, "bell clear") == [text]
    for command in (("show", str(kept["id"])), ("recall", "bell")):
        shown = mnemoteca(*command).stdout
        assert not {"\x07", "\x1b"} & set(shown)
    nul = answer(mnemoteca, "add", "-", input="a\0b")
    assert client.library.memory(nul["id"]).text == "a�b"


@pytest.mark.parametrize("door", ["command line", "Python"])
def test_a_note_of_ten_megabytes_is_taken_whole(client: Client, mnemoteca: Mnemoteca, door: str) -> None:
    text = ("acácia ouro prata " * (BIG // 18))[: BIG - 12] + " zebrafinch"
    if door == "Python":
        assert get_tier_manager("personal").add_short_term(text, importance=0.9).content == text
        disconnect()
    else:
        assert mnemoteca("add", "-", input=text).returncode == 0
        assert mnemoteca("wait").returncode == 0
        assert len(mnemoteca("show", "2").stdout) > len(text)
    assert client.library.memory(2).text == text
    (hit, *_) = client.library.recall(Question("zebrafinch")).hits
    assert (hit.memory.id, hit.memory.length) == (2, len(text))


# -- at the socket


def talk(client: Client, folder: Path, *messages: Message | bytes) -> Stream:
    stream = reach(find_address(folder) or "", 10)
    assert stream is not None
    stream.settimeout(60)
    with suppress(ConnectionError):
        stream.sendall(b"".join(each if isinstance(each, bytes) else pack(each) for each in messages))
    return stream


def read_to_the_end(stream: Stream) -> int:
    """Everything it says is well-formed; how many messages."""
    frames, count = Frames(), 0
    with suppress(ConnectionError):
        while data := stream.recv(1 << 16):
            count += len(frames.feed(data))
    return count


def test_malformed_oversized_and_mutated_frames_end_only_their_own_connection(client: Client, service: Path) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    oversized = (1 << 30).to_bytes(4, "big") + b"\x81" * 1_000_000
    for bad in (b"GET / HTTP/1.1\r\n\r\n", oversized, b"\xff" * 5000, bytes(4)):
        for hello in (b"", pack(Hello())):
            stream = talk(client, service, hello, bad)
            read_to_the_end(stream)  # the service hangs up
            hang_up(stream)
    frames = [frame for frame in (mutated(f, chance) for f in good_frames() * 40) if not means_finish(frame)]
    for frame in frames:
        hang_up(talk(client, service, Hello(), frame))
    assert client.library.spaces(), f"seed {seed}"


def test_a_client_that_stops_reading_holds_up_nobody_and_learns_what_it_missed(client: Client, service: Path) -> None:
    deaf = talk(client, service, Hello(), Subscribe())
    for n in range(100):
        client.library.capture(f"news {n}")
    last = client.library.status().change
    frames, heard = Frames(), list[Push | None]()
    while not any(isinstance(push, Resync) or (isinstance(push, Changed) and push.last >= last) for push in heard):
        heard += [push_in(each) for each in frames.feed(deaf.recv(1 << 16)) if isinstance(each, Pushed)]
    hang_up(deaf)


def test_a_client_that_asks_much_and_never_reads_is_left(client: Client, service: Path) -> None:
    note = client.library.capture("y" * 1_000_000)
    greedy = talk(client, service, Hello(), *(calls.call(n, "memory", (note.id,)) for n in range(1, 200)))
    assert client.library.recall(Question("before")).hits
    hang_up(greedy)


@pytest.mark.skipif(os.getuid() != 0, reason="needs a second user")
def test_another_user_gets_no_answer(client: Client, service: Path) -> None:
    script = (
        "import os, socket, sys; os.setuid(65534); s = socket.socket(socket.AF_UNIX); s.settimeout(60)\n"
        "try:\n s.connect(sys.argv[1]); s.sendall(bytes.fromhex(sys.argv[2])); print(s.recv(100))\n"
        "except OSError as e: print(type(e).__name__)"
    )
    command = [sys.executable, "-c", script, find_address(service) or "", pack(Hello()).hex()]
    told = subprocess.run(command, capture_output=True, text=True, cwd="/", check=True, timeout=180).stdout
    assert told == "PermissionError\n"
    late = client.library.capture("and goes on", occurred_at=datetime.now(UTC) - timedelta(days=1))
    assert client.library.memory(late.id).text == "and goes on"
