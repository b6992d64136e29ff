"""Pushes, problems and calls as messages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound, Unavailable
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.library import bind, methods
from mnemoteca.core.pushes import Changed, Indexed, JobMoved, Push, Resync
from mnemoteca.core.views import ListQuery, Place, ViewChanged
from mnemoteca.wire import calls
from mnemoteca.wire.codec import Frames, ProtocolError, encode, pack
from mnemoteca.wire.messages import Call, Failure, Pushed, Refuse, Reply, failure, problem_in, push_in, pushed
from tests.unit.wire.test_codec import raw

JOB = Job(3, "import", "x", JobState.RUNNING, 1, 2, "turns", 5.0, None, "", datetime(2026, 11, 21, tzinfo=UTC), None)


@pytest.mark.parametrize(
    "push", [Changed(3, 9), ViewChanged(1, 2, 3, (4,), (5, 6)), JobMoved(JOB), Indexed(8, 0), Resync(4)]
)
def test_each_push_arrives_as_it_left(push: Push) -> None:
    (message,) = Frames().feed(pack(pushed(push)))
    assert isinstance(message, Pushed)
    assert push_in(message) == push


def test_a_push_of_a_newer_service_is_nothing() -> None:
    assert push_in(Pushed(kind="weather", push=raw({"rain": True}))) is None


def test_a_problem_arrives_as_itself() -> None:
    problem = problem_in(failure(4, NotFound("no_memory", id=12)))
    assert isinstance(problem, NotFound)
    assert problem.sentence == "There is no memory 12."
    assert isinstance(problem_in(failure(4, DiskTrouble("disk_full", folder="/x"))), OSError)


@pytest.mark.parametrize("key", ["not_known_here", "no_memory"])
def test_a_problem_that_is_not_known_here_keeps_its_words(key: str) -> None:
    told = Failure(id=1, family="from_the_future", key=key, values={}, sentence="The moon is full.")
    assert problem_in(told).sentence == "The moon is full."
    assert problem_in(Refuse(family="bad_input", key=key, sentence="The moon is full.")).exit_code == 3


def test_a_call_arrives_with_its_arguments() -> None:
    asked = calls.call(1, "open_view", (ListQuery(Place.PINNED, "luna"),))
    (message,) = Frames().feed(pack(asked))
    assert isinstance(message, Call)
    assert calls.request(message) == bind("open_view", (ListQuery(Place.PINNED, "luna"),), {})


def test_every_method_of_the_door_can_be_asked_for_by_its_declaration() -> None:
    for name, method in methods().items():
        assert method.request.__struct_fields__ is not None
        assert name == method.name


def test_a_method_that_is_not_there_and_arguments_that_do_not_fit_are_told() -> None:
    with pytest.raises(Unavailable, match="knows no “fly”"):
        calls.request(Call(id=1, method="fly", params=raw({})))
    with pytest.raises(BadInput, match="does not take"):
        calls.request(Call(id=1, method="memory", params=raw({"id": "three"})))
    with pytest.raises(BadInput):
        calls.request(Call(id=1, method="memory", params=raw({})))


def test_a_reply_that_can_not_be_read_is_a_breach_of_the_protocol() -> None:
    with pytest.raises(ProtocolError):
        calls.answer("status", Reply(id=1, result=raw("fine")))
    assert calls.answer("promote_all_eligible", Reply(id=1, result=raw(3))) == 3
    assert encode(3) == b"\x03"
