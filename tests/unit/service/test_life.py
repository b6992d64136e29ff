"""How long the service stays, why it leaves, and when it rings."""

from __future__ import annotations

import asyncio
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mnemoteca.core.clock import FileClock, SystemClock
from mnemoteca.core.errors import DiskTrouble
from mnemoteca.core.pushes import Changed
from mnemoteca.service.life import Ending, Folder, Habits, Leaps, live
from mnemoteca.service.schedule import Schedule
from tests.driven import DrivenClock
from tests.processes import wait_until
from tests.unit.service.in_process import SmallLibrary, service

QUICK = Habits(idle_s=0.3, look_s=0.05)


def test_without_clients_it_leaves_after_a_while_and_closes_the_library() -> None:
    library = SmallLibrary()
    library.keep_running = True  # until the client is there
    with service(library, habits=QUICK) as running:
        with running.client() as client:
            library.keep_running = False
            time.sleep(0.6)
            assert client.library.spaces()
            assert running.thread.is_alive()
        running.thread.join(60)
        assert running.ending is Ending.IDLE
        assert running.library.closed.is_set()


def test_the_setting_holds_it() -> None:
    library = SmallLibrary()
    library.keep_running = True
    with service(library, habits=QUICK) as running:
        time.sleep(0.8)
        assert running.thread.is_alive()
        library.keep_running = False
        running.thread.join(60)
        assert running.ending is Ending.IDLE


def test_memories_that_are_just_getting_their_vectors_hold_it() -> None:
    library = SmallLibrary()
    library.embeds = True
    with service(library, habits=QUICK) as running:
        time.sleep(0.8)
        assert running.thread.is_alive()
        library.embeds = False
        running.thread.join(60)
        assert running.ending is Ending.IDLE


def test_when_its_folder_is_gone_it_leaves_at_once_and_makes_nothing() -> None:
    with service(habits=Habits(look_s=0.05)) as running, running.client() as client:
        shutil.rmtree(running.folder)
        running.thread.join(60)
        assert running.ending is Ending.GONE
        assert not running.folder.exists()
        assert not running.library.closed.is_set()
        with pytest.raises(DiskTrouble, match="is gone"):
            client.library.spaces()


def test_a_call_into_a_folder_that_is_gone_is_refused_before_anybody_looked_round() -> None:
    with service(habits=Habits(look_s=30)) as running, running.client() as client:
        running.folder.rename(moved := running.folder.with_name(running.folder.name + "-moved"))
        running.folder.mkdir()
        with pytest.raises(DiskTrouble, match="is gone"):
            client.library.make_space("luna")
        assert running.library.names == ["personal"]
        running.folder.rmdir()
        moved.rename(running.folder)
        assert client.library.make_space("luna")


def test_a_folder_of_the_same_name_is_another_one(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.mkdir()
    folder = Folder(path)
    assert not folder.is_gone()
    path.rename(tmp_path / "kept")
    path.mkdir()
    assert folder.is_gone()


def test_a_clock_that_leaps_is_noticed_and_one_that_goes_is_not(clock: DrivenClock) -> None:
    leaps = Leaps(SystemClock())
    assert not leaps.leapt()
    driven = Leaps(clock)
    clock.advance(8 * 3600)
    assert driven.leapt()
    assert not driven.leapt()
    clock.advance(-3600)
    assert driven.leapt()


def test_looking_round_costs_next_to_nothing(tmp_path: Path) -> None:
    looks = 0

    def count() -> float:
        nonlocal looks
        looks += 1
        return 0.0

    async def no() -> bool:
        return False

    async def a_while() -> None:
        habits = Habits(look_s=0.001)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await live(Folder(tmp_path), SystemClock(), habits, count, no, lambda: None)

    before = time.process_time()
    while looks < 50:
        asyncio.run(a_while())
    each_s = (time.process_time() - before) / looks
    assert each_s / Habits().look_s < 0.001


def test_what_is_due_is_done_at_its_time_and_after_every_change_it_is_planned_anew() -> None:
    library = SmallLibrary()
    with service(library) as running:
        assert wait_until(lambda: len(library.due_runs) == 1)  # at the start
        library.due = due = SystemClock().now() + timedelta(seconds=0.5)
        running.library.tell(Changed(1, 1))
        assert wait_until(lambda: len(library.due_runs) == 2)
        assert SystemClock().now() >= due - timedelta(seconds=0.05)


def test_a_clock_that_a_test_moves_makes_things_due_at_once() -> None:
    library = SmallLibrary()
    with service(library) as first:
        path = first.folder / "clock"
        path.write_text("2126-11-21T12:00:00+00:00")
        with service(library, clock=FileClock(path)):
            assert wait_until(lambda: len(library.due_runs) == 2)
            library.due = datetime(2126, 11, 21, 20, 0, tzinfo=UTC)
            library.tell(Changed(1, 1))
            time.sleep(0.6)
            assert len(library.due_runs) == 2
            later = path.with_name("later")
            later.write_text("2126-11-21T20:00:00+00:00")
            later.replace(path)
            assert wait_until(lambda: len(library.due_runs) >= 3)


def test_what_is_committed_while_it_is_asked_what_is_due_is_not_lost(clock: DrivenClock) -> None:
    library = SmallLibrary()

    async def story() -> None:
        asked, answer = asyncio.Event(), asyncio.Event()

        async def do(what: str, lane: object, work: object) -> object:
            told = work()  # type: ignore[operator]
            if what == "next_due":
                asked.set()
                await answer.wait()
            return told

        schedule = Schedule(library, clock, do)
        schedule.start()
        await asyncio.wait_for(asked.wait(), 60)  # it has read that nothing is due
        library.due = clock.now()
        schedule.replan()
        answer.set()
        async with asyncio.timeout(60):
            while not library.due_runs:
                await asyncio.sleep(0.01)
        schedule.stop()

    asyncio.run(story())


def test_a_backup_is_looked_after_when_there_is_something_to_keep(clock: DrivenClock) -> None:
    library = SmallLibrary()
    asked = []

    async def do(what: str, lane: object, work: object) -> object:
        asked.append(what)
        return work()  # type: ignore[operator]

    schedule = Schedule(library, clock, do)
    asyncio.run(schedule.back_up())
    assert library.backups_made == 1
    library.names.clear()
    asyncio.run(schedule.back_up())
    assert library.backups_made == 1


def test_daily_sources_are_looked_after_each_hour(clock: DrivenClock) -> None:
    library = SmallLibrary()

    async def do(what: str, lane: object, work: object) -> object:
        return work()  # type: ignore[operator]

    asyncio.run(Schedule(library, clock, do).bring_in())
    assert library.brought_in == 1
