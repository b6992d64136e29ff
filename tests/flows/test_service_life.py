"""The life of a real service: many clients, clients of another age, its end."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mnemoteca.core.pushes import Changed, Push
from mnemoteca.wire.client import connect
from mnemoteca.wire.codec import Frames, pack
from mnemoteca.wire.connecting import stop_service
from mnemoteca.wire.folder import find_address
from mnemoteca.wire.messages import MAJOR, Finish, Hello, Refuse, problem_in
from mnemoteca.wire.sockets import Stream, hang_up, reach
from mnemoteca.wire.start import start_service
from tests.flows.test_service_start import client_of, services
from tests.processes import alive, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def say_hello(folder: Path, major: int, app: str) -> tuple[Stream, Refuse]:
    """A client of another age, and what the service says to it."""
    stream = reach(find_address(folder) or "", 10)
    assert stream is not None
    stream.sendall(pack(Hello(major=major, app=app)))
    (answer,) = Frames().feed(stream.recv(1 << 16))
    assert isinstance(answer, Refuse)
    return stream, answer


def test_twenty_clients_at_once_all_keep_and_find_their_own(data_folder: Path) -> None:
    def talk(number: int) -> list[tuple[int, str]]:
        with client_of(data_folder) as client:
            notes = [client.library.capture(f"note {i} of client {number}") for i in range(5)]
            return [(note.id, client.library.memory(note.id).text) for note in notes]

    with ThreadPoolExecutor(20) as threads:
        found = list(threads.map(talk, range(20)))
    assert [[text for _, text in texts] for texts in found] == [
        [f"note {i} of client {number}" for i in range(5)] for number in range(20)
    ]
    assert len({id for texts in found for id, _ in texts}) == 100
    assert len(services(data_folder)) == 1


def test_what_one_client_does_the_others_hear(data_folder: Path) -> None:
    heard: list[Push] = []
    with client_of(data_folder) as one, client_of(data_folder) as other:
        one.on_push(heard.append)
        other.library.capture("news")
        assert wait_until(lambda: any(isinstance(push, Changed) for push in heard))


def test_a_client_of_an_older_protocol_gets_a_sentence_and_the_service_goes_on(data_folder: Path) -> None:
    with client_of(data_folder) as client:
        stream, refused = say_hello(data_folder, MAJOR - 1, "0.0.1")
        assert "is newer" in problem_in(refused).sentence
        hang_up(stream)
        assert client.library.spaces()


def test_for_a_client_of_a_newer_protocol_the_service_makes_way(data_folder: Path) -> None:
    with client_of(data_folder) as client:
        note = client.library.capture("kept across versions")
        (pid,) = services(data_folder)
        stream, refused = say_hello(data_folder, MAJOR + 1, "9.0.0")
        assert refused.key == "service_older"
        stream.settimeout(60)
        stream.sendall(pack(Finish()))
        assert stream.recv(100) == b""
        hang_up(stream)
        assert wait_until(lambda: not alive(pid))
        assert client.library.memory(note.id).text == "kept across versions"


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(data_folder: Path, name: signal.Signals) -> None:
    with client_of(data_folder) as client:
        note = client.library.capture("kept")
        (pid,) = services(data_folder)
        os.kill(pid, name)
        assert wait_until(lambda: not alive(pid))
        assert not Path(find_address(data_folder) or "").exists()
        assert not (data_folder / "library.duckdb.wal").exists()
        assert client.library.memory(note.id).text == "kept"


def test_when_its_folder_is_deleted_it_goes_and_makes_nothing_again(data_folder: Path) -> None:
    with client_of(data_folder) as client:
        client.library.capture("soon gone")
        (pid,) = services(data_folder)
        address = Path(find_address(data_folder) or "")
        shutil.rmtree(data_folder)
        assert wait_until(lambda: not alive(pid))
        time.sleep(0.2)
        assert not data_folder.exists()
        assert not address.exists()


def test_when_it_is_stopped_a_client_starts_it_again(data_folder: Path) -> None:
    with client_of(data_folder) as client:
        assert client.library.make_space("luna")
        assert stop_service(data_folder)
        assert [space.name for space in client.library.spaces()] == ["personal", "luna"]


def test_no_word_of_a_memory_stands_in_the_log(data_folder: Path) -> None:
    with client_of(data_folder) as client:
        note = client.library.capture("xylophone quartz")
        client.library.edit(note.id, "xylophone quartz again")
        with pytest.raises(Exception, match="xylophone"):
            client.library.make_space("xylophone quartz" * 20)
    log = (data_folder / "service.log").read_text()
    assert "serving" in log
    assert "xylophone" not in log


@pytest.mark.long
def test_idle_it_uses_next_to_no_processor(data_folder: Path) -> None:
    with connect(data_folder, start=start_service, role="test") as client:
        client.library.capture("something to keep")
        client.library.wait()
        (pid,) = services(data_folder)
        time.sleep(35)  # the note's promotion is due after 30 s
        before = _cpu_s(pid)
        time.sleep(30)
        assert (_cpu_s(pid) - before) / 30 <= 0.003


def _cpu_s(pid: int) -> float:
    words = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
