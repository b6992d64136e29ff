"""The blocking client: starting, programs of different age, breaks in the middle."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from mnemoteca.core.clock import SystemClock
from mnemoteca.core.data_format import DATA_FORMAT
from mnemoteca.core.errors import Damaged, NotFound, Problem, Stopped, Unavailable
from mnemoteca.core.pushes import Push, Resync
from mnemoteca.service.life import Habits
from mnemoteca.wire.client import connect
from mnemoteca.wire.codec import Frames, pack
from mnemoteca.wire.connecting import start_s, stop_service
from mnemoteca.wire.folder import new_address, write_address
from mnemoteca.wire.messages import Call, Finish, Hello, Message, Refuse, Welcome
from mnemoteca.wire.sockets import listen
from mnemoteca.wire.start import Started, read_report
from tests.unit.service.in_process import Running, SmallLibrary, service

HELLO_OF_OLD = Refuse(family="unavailable", key="service_older", major=0, app="0.0.1")


class Start:
    """A start that went as it is told here."""

    def __init__(self, problem: Problem | None = None, over: bool = False) -> None:
        self._problem = problem
        self._over = over

    def over(self) -> bool:
        return self._over or self._problem is not None

    def problem(self) -> Problem | None:
        return self._problem

    def settle(self, pid: int) -> None:
        pass


class Starter:
    """Starts a service in this process; counts how often it was asked to."""

    def __init__(self, tmp_path: Path) -> None:
        self.folder = tmp_path
        self.running: list[Running] = []

    def __call__(self, folder: Path) -> Started:
        self.running.append(Running(folder, SmallLibrary(), SystemClock(), Habits()))
        return Start()

    def stop(self) -> None:
        for running in self.running:
            running.stop()


@pytest.fixture
def starter(tmp_path: Path) -> Iterator[Starter]:
    starter = Starter(tmp_path)
    yield starter
    starter.stop()


Script = Callable[[Message], list[Message] | None]


@contextmanager
def scripted(folder: Path, script: Script) -> Iterator[list[Message]]:
    """A service that answers each message as the script says, None: hangs up for good; what it heard."""
    heard: list[Message] = []
    address = new_address(folder)
    listening = listen(address)
    listening.settimeout(60)
    write_address(folder, address)

    def serve() -> None:
        with suppress(TimeoutError, OSError):
            while True:
                connection, _ = listening.accept()
                connection.settimeout(60)
                with connection:
                    if not talk(connection):
                        listening.close()
                        return

    def talk(connection: socket.socket) -> bool:
        frames = Frames()
        while data := connection.recv(1 << 16):
            for message in frames.feed(data):
                heard.append(message)
                answers = script(message)
                if answers is None:
                    return False
                connection.sendall(b"".join(map(pack, answers)))
        return True

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield heard
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def welcome(app: str = "0.1.0", major: int = 1, minor: int = 0) -> Welcome:
    return Welcome(major=major, minor=minor, app=app, data_format=DATA_FORMAT, change=0, pid=1, log="")


def test_a_service_that_does_not_run_is_started_once(starter: Starter) -> None:
    with connect(starter.folder, start=starter, role="test") as client:
        assert client.library.spaces()
        with connect(starter.folder, start=starter, role="test") as other:
            assert other.library.spaces()
    assert len(starter.running) == 1


def test_without_a_starter_nothing_is_started(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="No service runs"):
        connect(tmp_path, start=None, role="test")
    assert not stop_service(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_reason_why_it_did_not_start_is_what_the_client_is_told(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="written by a newer Mnemoteca"):
        connect(tmp_path, start=lambda _: Start(Damaged("newer_data", folder=tmp_path, found=9, known=1)), role="test")


def test_a_service_that_never_answers_is_given_up_with_the_name_of_its_log(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"did not start within 0\.3 s.*service\.log"):
        connect(tmp_path, start=lambda _: Start(), role="test", patience_s=0.3)


def test_without_anything_said_it_is_waited_for_five_seconds_and_a_busy_machine_may_be_given_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("MNEMOTECA_TEST_START_S", raising=False)
    assert start_s() == 5.0
    monkeypatch.setenv("MNEMOTECA_TEST_START_S", "60")
    assert start_s() == 60.0


def test_a_service_that_dies_at_every_start_is_not_started_for_ever(tmp_path: Path) -> None:
    starts: list[Path] = []

    def start(folder: Path) -> Started:
        starts.append(folder)
        return Start(over=True)

    with pytest.raises(Unavailable, match="did not start"):
        connect(tmp_path, start=start, role="test")
    assert 2 <= len(starts) <= 5


def test_who_loses_the_race_for_the_folder_uses_the_winners_service(starter: Starter) -> None:
    wins = threading.Timer(0.3, starter, (starter.folder,))
    wins.start()

    def lose(folder: Path) -> Started:
        return Start(Damaged("folder_in_use", folder=folder, pid=1))

    with connect(starter.folder, start=lose, role="test") as client:
        assert client.library.spaces()
    assert len(starter.running) == 1


def test_an_older_service_makes_way_for_ours(starter: Starter) -> None:
    def old(message: Message) -> list[Message] | None:
        return [HELLO_OF_OLD] if isinstance(message, Hello) else None

    with scripted(starter.folder, old) as heard, connect(starter.folder, start=starter, role="test") as client:
        assert client.library.spaces()
    assert [type(message) for message in heard] == [Hello, Finish]
    assert len(starter.running) == 1


def test_a_service_of_an_earlier_release_of_the_same_protocol_makes_way_too(starter: Starter) -> None:
    def earlier(message: Message) -> list[Message] | None:
        return [welcome(app="0.0.9")] if isinstance(message, Hello) else None

    with scripted(starter.folder, earlier), connect(starter.folder, start=starter, role="test") as client:
        assert client.welcome.app == "0.1.0"


def test_a_service_of_a_newer_protocol_is_left_alone_and_told_in_a_sentence(starter: Starter) -> None:
    def newer(message: Message) -> list[Message] | None:
        return [Refuse(family="unavailable", key="service_newer", major=2, app="3.0.0")]

    with scripted(starter.folder, newer) as heard, pytest.raises(Unavailable, match=r"newer \(3\.0\.0\)"):
        connect(starter.folder, start=starter, role="test")
    assert [type(message) for message in heard] == [Hello]
    assert not starter.running


def test_an_old_service_can_be_stopped_by_hand(tmp_path: Path) -> None:
    def old(message: Message) -> list[Message] | None:
        return [HELLO_OF_OLD] if isinstance(message, Hello) else None

    with scripted(tmp_path, old):
        assert stop_service(tmp_path)
        assert not stop_service(tmp_path)


def test_after_a_restart_the_client_connects_again(starter: Starter) -> None:
    with connect(starter.folder, start=starter, role="test") as client:
        heard: list[Push] = []
        client.on_push(heard.append)
        assert client.library.make_space("luna")
        starter.running[0].stop()
        assert client.library.spaces()
        assert Resync(1) in heard
    assert len(starter.running) == 2


def dies(message: Message) -> list[Message] | None:
    """What a service says that is killed by the first call."""
    return None if isinstance(message, Call) else [welcome()]


def test_a_write_under_way_when_the_service_dies_is_not_repeated(starter: Starter) -> None:
    with scripted(starter.folder, dies) as heard, connect(starter.folder, start=starter, role="test") as client:
        with pytest.raises(Unavailable, match="went away in the middle"):
            client.library.make_space("luna")
        assert [message.method for message in heard if isinstance(message, Call)] == ["make_space"]
        assert [space.name for space in client.library.spaces()] == ["personal"]


def test_a_read_under_way_when_the_service_dies_is_asked_again(starter: Starter) -> None:
    with scripted(starter.folder, dies) as heard, connect(starter.folder, start=starter, role="test") as client:
        assert client.library.spaces()
        assert [message.method for message in heard if isinstance(message, Call)] == ["spaces"]
    assert len(starter.running) == 1


def test_when_the_folder_is_gone_it_is_not_made_anew(starter: Starter) -> None:
    folder = starter.folder / "data"
    folder.mkdir()
    with connect(folder, start=starter, role="test") as client:
        starter.running[0].stop()
        (folder / "address").unlink()
        folder.rmdir()
        with pytest.raises(Problem, match="is gone"):
            client.library.spaces()
    assert not folder.exists()


def test_nonsense_from_the_service_is_told_in_a_sentence(tmp_path: Path) -> None:
    def nonsense(message: Message) -> list[Message] | None:
        return [Finish()]

    with scripted(tmp_path, nonsense), pytest.raises(Unavailable, match="could not read"):
        connect(tmp_path, start=None, role="test")


def test_ctrl_c_cancels_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    with service() as running, running.client() as client:

        def interrupted(done: threading.Event, patience_s: float) -> bool:
            assert running.library.entered.acquire(timeout=60)
            raise KeyboardInterrupt

        monkeypatch.setattr(client.link(), "_wait", interrupted)
        with pytest.raises(KeyboardInterrupt):
            client.library.wait()
        assert running.library.cancelled.wait(60)


def test_the_report_of_a_start_is_a_problem_or_nothing() -> None:
    told = pack(Refuse(family="disk", key="disk_full", values={"folder": "/x"}))
    assert str(read_report(told)).startswith("There is no space left in /x.")
    assert read_report(b"") is None
    assert read_report(b"usage: something printed\n") is None


def test_a_closed_client_says_so() -> None:
    with service() as running:
        client = running.client()
        client.close()
        with pytest.raises(Unavailable):
            client.library.spaces()
        with running.client() as other, pytest.raises((NotFound, Stopped)):
            other.library.capture("x")
