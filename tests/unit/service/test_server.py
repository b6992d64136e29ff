"""A running server: calls, lanes, deadlines, cancelling, news, many clients."""

from __future__ import annotations

import queue
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from mnemoteca.core.data_format import DATA_FORMAT
from mnemoteca.core.door import Lane
from mnemoteca.core.errors import NotFound, Problem, Stopped, Unavailable
from mnemoteca.core.pushes import Changed, Push, Resync
from mnemoteca.core.views import ListQuery, Place, ViewChanged
from mnemoteca.service.lanes import THREADS
from mnemoteca.wire import calls
from mnemoteca.wire.codec import Frames, pack
from mnemoteca.wire.messages import (
    Call,
    Cancel,
    Failure,
    Hello,
    Message,
    Pushed,
    Refuse,
    Reply,
    Subscribe,
    Welcome,
    problem_in,
    push_in,
)
from mnemoteca.wire.sockets import Stream, hang_up
from tests.processes import wait_until
from tests.unit.service.in_process import Running, service
from tests.unit.wire.test_codec import raw


class Talker:
    """A client that says exactly what it is told to, and reads when it is told to."""

    def __init__(self, running: Running, hello: Hello = Hello()) -> None:
        self.stream: Stream = running.raw()
        self.stream.settimeout(60)
        self._frames = Frames()
        self._read: list[Message] = []
        self.say(hello)
        self.welcome = self.hear()

    def say(self, *messages: Message) -> None:
        self.stream.sendall(b"".join(map(pack, messages)))

    def hear(self) -> Message:
        while not self._read:
            data = self.stream.recv(1 << 16)
            if not data:
                raise EOFError
            self._read += self._frames.feed(data)
        return self._read.pop(0)

    def __enter__(self) -> Talker:
        return self

    def __exit__(self, *raised: object) -> None:
        hang_up(self.stream)


def ask(id: int, name: str, *args: object, deadline_s: float | None = None) -> Call:
    return calls.call(id, name, args, {}, deadline_s)


def key_of(message: Message) -> str:
    assert isinstance(message, (Failure, Refuse)), message
    return problem_in(message).key


def test_a_call_is_answered_and_a_problem_arrives_as_itself() -> None:
    with service() as running, running.client() as client:
        assert client.library.make_space("luna").name == "luna"
        assert [space.name for space in client.library.spaces()] == ["personal", "luna"]
        with pytest.raises(NotFound, match="no space called “5”"):
            client.library.capture("hello")
        assert client.welcome.data_format == DATA_FORMAT


def test_a_ten_megabyte_text_goes_there_and_back() -> None:
    with service() as running, running.client() as client:
        with pytest.raises(NotFound, match="10000000"):
            client.library.capture("é" * 10_000_000)
        assert len(next(iter(client.library.tags("10000000")))) == 10_000_000


def test_a_bug_is_told_as_such_and_its_words_stay_out_of_reply_and_log(caplog: pytest.LogCaptureFixture) -> None:
    with service() as running, running.client() as client:
        with pytest.raises(Problem, match="RuntimeError") as caught:
            client.library.memory(1)
        assert caught.value.key == "internal"
        assert client.library.spaces()
    assert "secret stands" not in caplog.text.replace('raise RuntimeError("a secret stands in this message")', "")
    assert "a bug" in caplog.text


def test_a_method_of_a_newer_version_is_told_and_the_connection_stays() -> None:
    with service() as running, Talker(running) as talker:
        talker.say(Call(id=1, method="dream", params=raw({})), ask(2, "spaces"))
        assert key_of(talker.hear()) == "no_method"
        assert isinstance(talker.hear(), Reply)


def test_slow_reads_hold_up_neither_writes_nor_waits() -> None:
    with service() as running, running.client() as client, ThreadPoolExecutor(8) as threads:
        slow = [threads.submit(client.library.changes, 0) for _ in range(4)]
        for _ in range(THREADS[Lane.READ]):
            assert running.library.entered.acquire(timeout=60)
        assert client.library.make_space("luna")
        assert not running.library.entered.acquire(blocking=False), "a third read ran"
        running.library.gate.set()
        assert [one.result(60) for one in slow] == [(), (), (), ()]


def test_a_cancelled_call_stops_its_body_and_says_so() -> None:
    with service() as running, Talker(running) as talker:
        talker.say(ask(1, "wait"))
        assert running.library.entered.acquire(timeout=60)
        talker.say(Cancel(id=1), Cancel(id=99))
        assert key_of(talker.hear()) == "cancelled"
        assert running.library.cancelled.wait(60)


def test_a_call_that_has_not_begun_is_cancelled_without_having_been_done() -> None:
    with service() as running, Talker(running) as talker:
        busy = [ask(id, "rename_space", "a", str(id)) for id in range(THREADS[Lane.ACT])]
        talker.say(*busy, ask(90, "make_space", "never"), Cancel(id=90))
        assert key_of(talker.hear()) == "cancelled"
        running.library.gate.set()
        assert {m.id for m in (talker.hear() for _ in busy) if isinstance(m, Reply)} == set(range(8))
        assert "never" not in running.library.names


@pytest.mark.slow
def test_at_its_deadline_a_call_is_given_up() -> None:
    with service() as running, running.client() as client:
        with pytest.raises(Stopped, match=r"longer than 3 s"):
            client.call("wait", deadline_s=3.0)  # by then it has begun, however busy the machine is
        assert running.library.cancelled.wait(60)
        with pytest.raises(Stopped, match="longer"):
            client.call("changes", 0, deadline_s=0.05)  # it doesn't look at its token; the client is told all the same


@pytest.mark.slow
def test_a_write_that_is_late_answers_truly_when_it_is_done() -> None:
    with service() as running, Talker(running) as talker:
        talker.say(ask(1, "rename_space", "a", "b", deadline_s=3.0))
        assert running.library.entered.acquire(timeout=60)
        time.sleep(3.2)
        talker.say(ask(2, "spaces"))
        assert isinstance(answer := talker.hear(), Reply)
        assert answer.id == 2
        running.library.gate.set()
        assert isinstance(answer := talker.hear(), Reply)
        assert answer.id == 1
        assert "b" in running.library.names


def test_a_client_that_ends_has_its_calls_cancelled_and_its_views_closed() -> None:
    with service() as running:
        with running.client() as client:
            view = client.library.open_view(ListQuery(Place.PINNED)).view
        with Talker(running) as talker:
            talker.say(ask(1, "wait"))
            assert running.library.entered.acquire(timeout=60)
        assert running.library.cancelled.wait(60)
        assert wait_until(lambda: running.library.closed_views == [view])


def test_more_calls_than_a_client_may_have_under_way_are_turned_away() -> None:
    with service() as running, Talker(running) as talker:
        talker.say(*(ask(id, "changes", 0) for id in range(300)))
        turned_away = [talker.hear() for _ in range(300 - 256)]
        assert {key_of(message) for message in turned_away} == {"service_busy"}
        running.library.gate.set()
        assert sum(isinstance(talker.hear(), Reply) for _ in range(256)) == 256


def test_news_come_to_those_who_asked_and_changes_of_a_view_to_who_opened_it() -> None:
    with service() as running, running.client() as one, running.client() as other, running.client() as third:
        heard: dict[str, queue.Queue[Push]] = {"one": queue.Queue(), "other": queue.Queue()}
        one.on_push(heard["one"].put)
        other.on_push(heard["other"].put)
        view = one.library.open_view(ListQuery(Place.EVERYTHING))
        assert heard["one"].get(timeout=60) == ViewChanged(view.view, 1, 7)  # told before its number was known
        third.library.make_space("luna")
        assert heard["one"].get(timeout=60) == heard["other"].get(timeout=60) == Changed(1, 1)
        assert heard["one"].empty()
        assert heard["other"].empty()


def test_a_client_that_stops_reading_is_told_to_look_again_and_holds_up_nobody() -> None:
    with service() as running, Talker(running) as talker, running.client() as other:
        talker.say(Subscribe(), ask(1, "tags", "2000000"))
        for number in range(1, 2000):
            running.library.tell(Changed(number, number))
            running.library.tell(ViewChanged(99, number, 0))
            if number % 2:
                running.library.tell(Changed(5000 + number, 5000 + number))  # does not follow: is not merged
        assert other.library.make_space("luna")
        heard: list[Push | None] = []
        while not any(isinstance(push, Resync) for push in heard):
            message = talker.hear()
            if isinstance(message, Pushed):
                heard.append(push_in(message))
        assert len(heard) < 1000


@pytest.mark.slow
def test_a_client_that_never_reads_its_replies_is_left() -> None:
    with service() as running, Talker(running) as talker, running.client() as other:
        talker.say(*(ask(id, "tags", "20000000") for id in range(6)))
        assert wait_until(lambda: len(other.library.spaces()) == 1)
        time.sleep(3)
        answers = 0
        with suppress(EOFError, ConnectionError):
            while answers < 6:
                talker.hear()
                answers += 1
        assert answers < 6
        assert other.library.spaces()


def test_twenty_clients_at_once_each_get_their_own_answers() -> None:
    with service() as running:

        def talk(number: int) -> list[str]:
            with running.client() as client:
                return [client.library.make_space(f"{number}.{i}").name for i in range(25)]

        with ThreadPoolExecutor(20) as threads:
            answers = list(threads.map(talk, range(20)))
        assert answers == [[f"{number}.{i}" for i in range(25)] for number in range(20)]
        assert len(running.library.names) == 501


def test_one_client_serves_many_threads() -> None:
    with service() as running, running.client() as client, ThreadPoolExecutor(10) as threads:
        sizes = list(threads.map(lambda n: len(next(iter(client.library.tags(str(n))))), range(1, 200)))
        assert sizes == list(range(1, 200))


def test_who_says_no_hello_is_left() -> None:
    with service() as running:
        stream = running.raw()
        stream.sendall(pack(ask(1, "spaces")))
        assert stream.recv(100) == b""
        stream.close()


def test_a_client_of_an_older_major_version_gets_a_sentence() -> None:
    with service() as running, Talker(running, Hello(major=0, app="0.0.1")) as talker:
        assert isinstance(talker.welcome, Refuse)
        problem = problem_in(talker.welcome)
        assert isinstance(problem, Unavailable)
        assert "is newer (0.1.0) than this program (0.0.1)" in problem.sentence


def test_a_number_used_twice_at_once_ends_the_connection() -> None:
    with service() as running, Talker(running) as talker, running.client() as other:
        talker.say(ask(1, "changes", 0), ask(1, "changes", 0))
        with pytest.raises((EOFError, ConnectionError)):
            talker.hear()
        running.library.gate.set()
        assert other.library.spaces()


def test_who_asks_it_to_finish_sees_the_connection_end_when_the_library_is_closed(tmp_path: Path) -> None:
    with service() as running:
        with running.client() as client:
            assert isinstance(client.welcome, Welcome)
            assert client.finish()
            assert running.library.closed.is_set()
        running.thread.join(60)
        with pytest.raises(Unavailable, match="No service runs"):
            running.client()


def test_what_is_being_written_when_it_finishes_is_answered() -> None:
    with service() as running, running.client() as client, running.client() as other, ThreadPoolExecutor(2) as threads:
        writing = threads.submit(client.library.rename_space, "a", "b")
        assert running.library.entered.acquire(timeout=60)
        finishing = threads.submit(other.finish)
        time.sleep(0.1)
        assert not running.library.closed.is_set()
        running.library.gate.set()
        assert writing.result(60).name == "b"
        assert finishing.result(60)
