"""Backups: whole copies, made while everything goes on; which of them stay."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.care import BackupInfo
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.store.backup import list_backups, make_backup, prune, to_keep
from mnemoteca.store.engine import Lane, Places
from tests.driven import DrivenClock
from tests.unit.store.given import keep_memories, memory_row, open_store, opened, space_named

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def content(path: str) -> tuple[int, int]:
    """How many spaces and changes a copy holds, read from the file alone."""
    with duckdb.connect(path, read_only=True) as copy:
        return copy.execute("SELECT (SELECT count(*) FROM spaces), (SELECT count(*) FROM changes)").fetchall()[0]


def test_a_backup_holds_everything_and_says_so(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        keep_memories(store, [memory_row(n, f"text {n}") for n in range(1, 301)])
        info = make_backup(store, DrivenClock())
        assert (info.memories, info.kind, info.made_at) == (300, "hand", NOON)
        assert list_backups(store.places) == (info,)
    assert content(info.path) == (1, 300)
    assert [p.name for p in (tmp_path / "backups").iterdir()] == [Path(info.path).name]


def test_a_backup_made_while_others_write_is_one_moment_of_the_library(tmp_path: Path) -> None:
    stop = threading.Event()
    with opened(tmp_path) as store, ThreadPoolExecutor(2) as pool:

        def keep_writing(lane: Lane) -> int:
            last = 0
            while not stop.is_set():
                last = store.write(space_named("x"), lane=lane)
            return last

        writing = [pool.submit(keep_writing, lane) for lane in (Lane.PERSON, Lane.IMPORT)]
        infos = [make_backup(store, DrivenClock()) for _ in range(3)]
        stop.set()
        last = max(w.result() for w in writing)
    held = [content(info.path) for info in infos]
    assert all(spaces == changes for spaces, changes in held)
    assert held == sorted(held)
    assert held[-1][0] <= last


def test_backups_asked_for_at_the_same_time_are_made_one_after_the_other(tmp_path: Path) -> None:
    with opened(tmp_path) as store, ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: make_backup(store, DrivenClock()), range(4)))
        assert len({info.path for info in made}) == len(list_backups(store.places)) == 4


def test_closing_the_store_ends_a_long_read_that_goes_on(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    keep_memories(store, [memory_row(n, f"text {n} " * 50) for n in range(1, 3001)])
    inside = threading.Event()

    def long_read() -> None:
        with store.snapshot_of_its_own() as connection:
            inside.set()
            connection.execute("SELECT count(*) FROM range(1000000000) a, range(1000000) b").fetchall()

    with ThreadPoolExecutor(2) as pool:
        reading = pool.submit(long_read)
        assert inside.wait(60)
        store.close()
        with pytest.raises(duckdb.InterruptException):
            reading.result()
    with opened(tmp_path) as again:
        assert again.last_change == 3000


def test_two_backups_of_one_second_are_both_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        first, second = (make_backup(store, DrivenClock()) for _ in range(2))
    assert first.path != second.path
    assert len(list_backups(Places(tmp_path))) == 2


@pytest.mark.parametrize("chosen", ["copy.duckdb", ""])
def test_a_backup_can_go_to_another_folder(tmp_path: Path, chosen: str) -> None:
    (tmp_path / "stick").mkdir()
    with opened(tmp_path / "library") as store:
        store.write(space_named("a"))
        info = make_backup(store, DrivenClock(), path=str(tmp_path / "stick" / chosen))
        assert list_backups(store.places) == ()
        assert list(store.places.backups.iterdir()) == []
    assert [str(p) for p in (tmp_path / "stick").iterdir()] == [info.path]
    assert content(info.path) == (1, 1)


def test_a_backup_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with opened(tmp_path / "library") as store:
        with pytest.raises(BadInput, match="already a file"):
            make_backup(store, DrivenClock(), path=str(tmp_path / "letter.txt"))
        with pytest.raises(NotFound):
            make_backup(store, DrivenClock(), path=str(tmp_path / "nowhere" / "copy.duckdb"))
    assert (tmp_path / "letter.txt").read_text() == "dear"


def test_a_file_that_is_no_backup_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "mine.duckdb").write_text("?")
    assert list_backups(Places(tmp_path)) == ()


def info(days_ago: float, kind: str = "daily") -> BackupInfo:
    made_at = NOON - timedelta(days=days_ago)
    return BackupInfo(f"{kind}-{days_ago}", made_at, 1, 1, kind)


def test_the_newest_of_the_last_seven_days_and_four_weeks_stay() -> None:
    kept = to_keep([info(days) for days in range(60)], daily=7, weekly=4)
    # 21 November 2026 is a Saturday: the newest of the weeks before are their Sundays
    assert [k.path for k in kept] == [f"daily-{days}" for days in (0, 1, 2, 3, 4, 5, 6, 13, 20)]


def test_of_several_on_one_day_the_newest_stays() -> None:
    kept = to_keep([info(0.3), info(0.1), info(0.2)], daily=7, weekly=0)
    assert [k.path for k in kept] == ["daily-0.1"]


@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.sampled_from(["hand", "before-migration", "daily", "weekly"])), unique=True
    )
)
def test_what_a_person_made_and_the_newest_always_stay(made: list[tuple[int, str]]) -> None:
    backups = [info(days, kind) for days, kind in made]
    kept = to_keep(backups, daily=7, weekly=4)
    assert all(b in kept for b in backups if b.kind in ("hand", "before-migration"))
    by_rule = [b for b in backups if b.kind in ("daily", "weekly")]
    newest = max((b.made_at for b in by_rule), default=None)
    assert newest is None or newest in [k.made_at for k in kept]
    assert len([k for k in kept if k in by_rule]) <= 7 + 4


def test_pruning_removes_the_files_of_what_does_not_stay(tmp_path: Path) -> None:
    clock = DrivenClock()
    with opened(tmp_path) as store:
        for _ in range(3):
            make_backup(store, clock, "daily")
            clock.advance(24 * 3600)
        make_backup(store, clock)
        gone = prune(store.places, daily=2, weekly=0)
        assert [g.made_at.day for g in gone] == [21]
        assert [b.kind for b in list_backups(store.places)] == ["hand", "daily", "daily"]
    assert not Path(gone[0].path).exists()


def test_a_backup_asked_for_in_the_backups_folder_itself_stays_there(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as store:
        info = make_backup(store, DrivenClock())
        again = make_backup(store, DrivenClock(), path=str(store.places.backups))
        assert {each.path for each in list_backups(store.places)} == {info.path, again.path}
