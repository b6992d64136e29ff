"""Jobs: one at a time, in order, told about, cancellable, alive after a restart; a failing one stops no other."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.pushes import JobMoved, Push
from mnemoteca.library.jobs import JobRunner, Running
from mnemoteca.store.engine import Places, Store
from mnemoteca.store.tables import jobs
from tests.driven import DrivenClock

WRITTEN = "what someone wrote"


class Bench:
    """A runner whose jobs do what the test says."""

    def __init__(self, folder: Path) -> None:
        self.clock = DrivenClock()
        self.store = Store.open(Places(folder), self.clock)
        self.pushed: list[Push] = []
        self.did: list[str] = []
        self.go_on = threading.Event()
        self.at_work = threading.Event()
        self.runner = JobRunner(
            self.store,
            self.clock,
            self.pushed.append,
            {"quick": self.quick, "slow": self.slow, "bad": self.bad, "bug": self.bug},
        )

    def put(self, kind: str) -> int:
        id = self.store.write(lambda tx: jobs.insert(tx, kind, f"a {kind} one", 0, {}, 10, "step"))
        self.runner.wake()
        return id

    def ended(self, id: int) -> Job:
        job = self.runner.wait(id, 60.0)
        assert job.ended_at is not None
        return job

    def quick(self, running: Running) -> str:
        self.did.append(f"quick {running.row.id}")
        return "It is done."

    def slow(self, running: Running) -> str:
        """Does ten steps, each when the test allows or the job is cancelled."""
        self.at_work.set()
        while running.done < 10:
            while not self.go_on.wait(0.01):
                running.token.raise_if_cancelled()
            running.token.raise_if_cancelled()
            running.done += 1
            running.cursor = {"at": running.done}
            self.store.write(running.save)
            self.did.append(f"slow {running.done}")
            self.runner.moved(running)
        return "Ten steps."

    def bad(self, running: Running) -> str:
        raise BadInput("not_a_file", path="x")

    def bug(self, running: Running) -> str:
        raise KeyError(WRITTEN)

    def close(self) -> None:
        self.runner.stop()
        self.store.close()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.close()


def test_jobs_are_done_one_after_the_other_in_their_order(bench: Bench) -> None:
    bench.go_on.set()
    ids = [bench.put(kind) for kind in ("slow", "quick", "slow")]
    assert {job.state for job in bench.runner.jobs(9)} == {JobState.WAITING}
    bench.runner.start()
    assert [bench.ended(id).message for id in ids] == ["Ten steps.", "It is done.", "Ten steps."]
    steps = [f"slow {n}" for n in range(1, 11)]
    assert bench.did == [*steps, f"quick {ids[1]}", *steps]
    assert [job.id for job in bench.runner.jobs(2)] == [ids[2], ids[1]]


def test_a_job_that_fails_says_why_and_the_next_one_goes_on(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    bad, bug, quick = (bench.put(kind) for kind in ("bad", "bug", "quick"))
    bench.runner.start()
    assert bench.ended(quick).state is JobState.DONE
    assert (bench.ended(bad).state, bench.ended(bad).message) == (
        JobState.FAILED,
        "x is not a file. Point at the file itself.",
    )
    assert "Something went wrong inside the service (KeyError)" in bench.ended(bug).message
    assert (bench.ended(quick).problem, bench.ended(bad).problem, bench.ended(bug).problem) == (
        "",
        "bad_input",
        "problem",
    )
    assert WRITTEN not in caplog.text
    assert "KeyError" in caplog.text


def test_a_job_under_way_is_cancelled_and_what_is_done_stays(bench: Bench) -> None:
    slow, quick = bench.put("slow"), bench.put("quick")
    bench.runner.start()
    assert bench.at_work.wait(60.0)
    assert bench.runner.job(slow).state is JobState.RUNNING
    bench.runner.cancel(slow)
    assert (bench.ended(slow).state, bench.ended(slow).message) == (JobState.CANCELLED, "Cancelled; what is in stays.")
    assert bench.ended(quick).state is JobState.DONE
    assert bench.runner.cancel(quick).state is JobState.DONE


def test_a_waiting_job_is_cancelled_before_it_begins(bench: Bench) -> None:
    id = bench.put("quick")
    assert bench.runner.cancel(id).state is JobState.CANCELLED
    bench.runner.start()
    assert bench.ended(bench.put("quick")).state is JobState.DONE
    assert bench.did == ["quick 2"]


def test_what_is_unfinished_goes_on_where_it_was_after_a_restart(bench: Bench, tmp_path: Path) -> None:
    id = bench.put("slow")
    bench.runner.start()
    assert bench.at_work.wait(60.0)
    bench.runner.stop()
    assert bench.runner.job(id).state is JobState.RUNNING
    bench.store.write(lambda tx: jobs.save(tx, id, cursor={"at": 7}, result={}, act=0, done=7, total=10))
    bench.go_on.set()
    bench.runner.start()
    assert bench.ended(id).state is JobState.DONE
    assert bench.did == ["slow 8", "slow 9", "slow 10"]


def test_progress_is_pushed_with_rate_at_most_four_times_a_second_and_the_end_always(bench: Bench) -> None:
    bench.go_on.set()
    id, began = bench.put("slow"), stopwatch()
    bench.runner.start()
    bench.ended(id)
    bench.runner.stop()
    moved = [push.job for push in bench.pushed if isinstance(push, JobMoved)]
    assert 2 <= len(moved) <= 4 + 4 * (stopwatch() - began)
    assert (moved[0].state, moved[-1].state, moved[-1].done) == (JobState.RUNNING, JobState.DONE, 10)


def test_waiting_for_a_job_returns_as_it_stands_when_the_time_is_up(bench: Bench) -> None:
    assert bench.runner.wait(bench.put("quick"), 0.0).state is JobState.WAITING


def test_a_job_that_is_not_there_is_not_found(bench: Bench) -> None:
    with pytest.raises(NotFound, match="There is no job 77"):
        bench.runner.wait(77, 1.0)


@pytest.mark.parametrize("beside", [{"quick": "swift"}, {"quick": "swift", "slow": "long"}])
def test_kinds_beside_the_others_wait_for_none_of_them(bench: Bench, beside: dict[str, str]) -> None:
    kinds = {"slow": bench.slow, "quick": bench.quick}
    bench.runner.stop()
    bench.runner = JobRunner(bench.store, bench.clock, bench.pushed.append, kinds, beside)
    slow, quick = bench.put("slow"), bench.put("quick")
    bench.runner.start()
    assert bench.at_work.wait(60.0)
    assert bench.ended(quick).state is JobState.DONE
    assert bench.runner.job(slow).state is JobState.RUNNING
    bench.go_on.set()
    assert bench.ended(slow).state is JobState.DONE


def test_a_job_beside_the_others_is_cancelled_and_ends_with_the_runner(bench: Bench) -> None:
    bench.runner.stop()
    bench.runner = JobRunner(bench.store, bench.clock, bench.pushed.append, {"slow": bench.slow}, {"slow": "long"})
    first = bench.put("slow")
    bench.runner.start()
    assert bench.at_work.wait(60.0)
    bench.runner.cancel(first)
    assert bench.ended(first).state is JobState.CANCELLED
    bench.at_work.clear()
    second = bench.put("slow")
    assert bench.at_work.wait(60.0)
    assert not bench.runner.stopping
    bench.runner.stop()
    assert bench.runner.stopping
    assert bench.runner.job(second).state is JobState.RUNNING
