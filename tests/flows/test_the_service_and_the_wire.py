"""The service and the wire: hello, news and views, giving up in time, cancelling, and jobs that outlive a kill."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import mnemoteca
from mnemoteca.core.errors import Stopped
from mnemoteca.core.jobs import JobState
from mnemoteca.core.pushes import Indexed, JobMoved, Push
from mnemoteca.core.views import ListQuery, Place, ViewChanged
from mnemoteca.store.migrate import known_format, migrations
from mnemoteca.wire import calls
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.codec import Frames, pack
from mnemoteca.wire.folder import find_address
from mnemoteca.wire.messages import MAJOR, Cancel, Failure, Hello, Message, Welcome, problem_in
from mnemoteca.wire.sockets import Stream, hang_up, reach
from mnemoteca.wire.start import start_service
from tests.conftest import Mnemoteca
from tests.flows.chats import TURNS, write_chats
from tests.flows.commands import answer
from tests.processes import wait_until

MANY = 20_000


@pytest.fixture
def client(service: Path) -> Iterator[Client]:
    with connect(service, start=start_service, role="test") as one:
        yield one


@pytest.fixture
def large_file(data_folder: Path) -> Path:
    """A file that takes a few seconds to bring in."""
    path = data_folder.parent / "large.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for part in range(20):
            turns = [{"id": f"{part}-{n}", "speaker": "Ana", "text": f"turn {n}"} for n in range(MANY // 20)]
            out.write(json.dumps({"name": "large", "sessions": [{"session_id": str(part), "turns": turns}]}) + "\n")
    return path


def talk(folder: Path, *messages: Message) -> Stream:
    stream = reach(find_address(folder) or "", 10)
    assert stream is not None
    stream.settimeout(60)
    stream.sendall(b"".join(map(pack, messages)))
    return stream


def hear(stream: Stream, frames: Frames) -> Message:
    while True:
        for message in frames.feed(stream.recv(1 << 16)):
            return message


def test_both_sides_say_who_they_are_before_anything_else(service: Path) -> None:
    stream, frames = talk(service, Hello(role="test", app=mnemoteca.__version__)), Frames()
    welcome = hear(stream, frames)
    hang_up(stream)
    assert isinstance(welcome, Welcome)
    assert (welcome.major, welcome.app, welcome.data_format) == (
        MAJOR,
        mnemoteca.__version__,
        known_format(migrations()),
    )
    assert Path(welcome.log) == service / "service.log"


def test_news_of_views_jobs_and_the_index_come_to_the_client_that_waits_for_them(
    client: Client, service: Path, data_folder: Path
) -> None:
    heard: list[Push] = []
    client.on_push(heard.append)
    view = client.library.open_view(ListQuery(Place.NOTES))
    with connect(service, start=None, role="test") as other:
        kept = other.library.capture("seen by the other one")
        other.library.import_file(str(write_chats(data_folder.parent / "chats.jsonl")))
    assert wait_until(lambda: any(isinstance(p, ViewChanged) and p.inserted == (0,) for p in heard))
    assert [memory.id for memory in client.library.rows(view.view, 0, 10).memories] == [kept.id]
    assert wait_until(lambda: any(isinstance(p, JobMoved) and p.job.state is JobState.DONE for p in heard))
    client.library.wait()
    assert wait_until(lambda: any(isinstance(p, Indexed) and p.missing == 0 for p in heard))


def test_a_call_is_given_up_at_its_deadline_and_a_cancelled_one_at_once(
    client: Client, service: Path, large_file: Path
) -> None:
    job = client.library.import_file(str(large_file))
    with pytest.raises(Stopped, match=r"longer than 0\.2 s"):
        client.call("wait_job", job.id, 60.0, deadline_s=0.2)
    stream, frames = talk(service, Hello(), calls.call(7, "wait_job", (job.id, 60.0))), Frames()
    assert isinstance(hear(stream, frames), Welcome)
    stream.sendall(pack(Cancel(id=7)))
    answered = hear(stream, frames)
    hang_up(stream)
    assert isinstance(answered, Failure)
    assert (answered.id, problem_in(answered).key) == (7, "cancelled")
    cancelled = client.library.cancel_job(job.id)
    assert client.library.wait_job(cancelled.id, 120.0).state is JobState.CANCELLED
    assert client.library.status().memories < MANY


def test_a_job_is_visible_never_runs_twice_and_goes_on_after_a_kill(
    client: Client, mnemoteca: Mnemoteca, large_file: Path
) -> None:
    job = client.library.import_file(str(large_file))
    again = client.library.import_file(str(large_file))
    assert wait_until(lambda: client.library.job(job.id).done > 0)
    assert "large.jsonl" in mnemoteca("service", "status").stdout
    running = [each for each in client.library.jobs() if each.state is JobState.RUNNING]
    assert [each.id for each in running] == [job.id]
    assert client.library.status().memories < MANY
    os.kill(client.library.status().pid, signal.SIGKILL)
    assert client.library.wait_job(job.id, 60.0).state is JobState.DONE
    assert client.library.wait_job(again.id, 60.0).state is JobState.DONE
    assert answer(mnemoteca, "stats")["memories"] == MANY


def test_what_a_person_does_is_answered_while_a_file_comes_in(client: Client, large_file: Path) -> None:
    job = client.library.import_file(str(large_file))
    kept = [client.library.capture(f"meanwhile {n}").id for n in range(20)]
    assert client.library.job(job.id).state is JobState.RUNNING
    assert client.library.wait_job(job.id, 60.0).state is JobState.DONE
    assert client.library.status().memories == MANY + len(kept)


def test_many_threads_of_one_client_share_its_connection(client: Client, data_folder: Path) -> None:
    client.library.import_file(str(write_chats(data_folder.parent / "chats.jsonl")))
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(client.library.spaces()))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 16
    assert wait_until(lambda: client.library.status().memories == TURNS)
