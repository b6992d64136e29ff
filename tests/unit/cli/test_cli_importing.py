"""import: progress, what was left out, a sentence at the end, and Ctrl+C."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mnemoteca.core.changes import Done
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.jobs import Job, JobState, Skipped
from mnemoteca.core.memory import Space
from tests.unit.cli.fakes import a_job, command

SAID = "1 session, 3 memories new"


def answers(*states: Job | BaseException, skipped: int = 0) -> dict[str, Any]:
    """A library whose job goes through these states."""
    to_come: Iterator[Job | BaseException] = iter(states)

    def wait_job(id: int, timeout_s: float) -> Job:
        state = next(to_come)
        if isinstance(state, BaseException):
            raise state
        return state

    def page(job: int, start: int, limit: int) -> tuple[Skipped, ...]:
        return tuple(Skipped(f"line {n + 1}", "not JSON") for n in range(skipped))[start : start + limit]

    return {
        "make_space": Space("s", 0, 0, True),
        "import_file": a_job(JobState.WAITING),
        "wait_job": wait_job,
        "skipped": page,
        "cancel_job": a_job(JobState.RUNNING),
    }


DONE = a_job(JobState.DONE, SAID)


def test_the_command_waits_for_the_job_and_says_what_came_of_it() -> None:
    ran = command("import", "--space", "s", "a/chats.jsonl", **answers(a_job(JobState.RUNNING), DONE))
    assert (ran.code, ran.out, ran.err) == (0, f"chats.jsonl: {SAID}\n", "")
    request = ran.library.named("import_file")[0]
    assert request.path.startswith("/")
    assert request.path.endswith("/a/chats.jsonl")
    assert ran.library.named("make_space")[0].name == "s"


def test_a_person_sees_how_far_it_is() -> None:
    ran = command("import", "chats.jsonl", tty=True, **answers(a_job(JobState.RUNNING), DONE))
    assert "chats.jsonl: 3.0 kB, 30 %, 12 new memories, 2 s left" in ran.err
    assert ran.err.endswith("\r")


def test_what_was_left_out_is_told_beside_and_is_no_failure() -> None:
    ran = command("import", "chats.jsonl", **answers(DONE, skipped=25))
    assert ran.code == 0
    assert ran.err.splitlines()[0] == "left out: line 1: not JSON"
    assert ran.err.splitlines()[-1] == "left out: 5 more entries"
    assert len(ran.err.splitlines()) == 21


def test_a_file_that_fails_keeps_the_others_in_and_decides_the_exit_code() -> None:
    failed = a_job(JobState.FAILED, "line 3 is torn.")
    ran = command("import", "one.jsonl", "two.jsonl", **answers(failed, DONE))
    assert (ran.code, ran.out) == (3, f"two.jsonl: {SAID}\n")
    assert "one.jsonl" in ran.err


def test_a_file_that_found_no_space_on_the_disk_has_the_exit_code_of_that() -> None:
    failed = replace(a_job(JobState.FAILED, "There is no space left in /data."), problem="disk")
    assert command("import", "one.jsonl", **answers(failed)).code == 7


def test_a_file_that_is_not_there_has_its_own_exit_code() -> None:
    refused = {**answers(), "import_file": NotFound("no_file", path="x")}
    assert command("import", "x", **refused).code == 4
    refused["import_file"] = BadInput("unknown_format", path="x")
    assert command("import", "x", **refused).code == 3


def test_ctrl_c_cancels_the_job_and_says_what_is_in() -> None:
    cancelled = a_job(JobState.CANCELLED, "2 memories are in")
    ran = command("import", "a.jsonl", "b.jsonl", **answers(KeyboardInterrupt(), cancelled))
    assert (ran.code, ran.out) == (8, "a.jsonl: 2 memories are in\n")
    assert len(ran.library.named("cancel_job")) == 1
    assert len(ran.library.named("import_file")) == 1


def test_acts_are_said_with_their_count() -> None:
    saying: dict[str, Any] = {"pin": lambda ids: Done(len(ids), 9)}
    assert command("pin", "1", "2", **saying).out == "2 memories pinned.\n"
