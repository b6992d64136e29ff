"""One writer: one transaction per work, acknowledged when it is on the disk, the person first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import duckdb
import numpy as np
import pytest

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import DiskTrouble, Unavailable
from mnemoteca.store.engine import Lane, MadeWay, Store, Tx
from tests.processes import wait_until
from tests.unit.store.given import SPACE, names, numbers, open_store, opened, space_named


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        yield store


def test_what_was_acknowledged_is_there_after_opening_again(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        assert store.write(space_named("kept")) == 1
    with opened(tmp_path) as store:
        assert (names(store), numbers(store), store.notices) == (["kept"], [1], [])


def test_a_work_that_raises_leaves_nothing_behind_and_its_error_is_the_answer(store: Store) -> None:
    def work(tx: Tx) -> None:
        space_named("half")(tx)
        raise LookupError("no")

    with pytest.raises(LookupError, match="no"):
        store.write(work)
    assert store.write(space_named("whole")) == 1
    assert names(store) == ["whole"]


def test_an_error_that_a_work_swallows_is_never_acknowledged(store: Store) -> None:
    """DuckDB's COMMIT would roll back and say nothing."""

    def work(tx: Tx) -> int:
        number = space_named("lost")(tx)
        with suppress(duckdb.ConstraintException):
            tx.run("INSERT INTO spaces SELECT * FROM spaces")
        return number

    with pytest.raises(duckdb.ConstraintException):
        store.write(work)
    assert names(store) == []


def test_an_appender_that_fails_is_never_acknowledged(store: Store) -> None:
    def work(tx: Tx) -> None:
        with suppress(duckdb.Error):
            tx.append("spaces", SPACE, [(1, "a", 0, tx.now), (1, "b", 0, tx.now)])

    with pytest.raises(duckdb.ConstraintException):
        store.write(work)
    assert names(store) == []


def test_changes_and_ids_have_no_gap_after_a_rollback(store: Store) -> None:
    def failing(tx: Tx) -> None:
        tx.next_id("spaces", 10)
        tx.changes([(Happened.SPACE_ADDED, 1, 1, By.PERSON, None)] * 40)
        raise LookupError

    store.write(space_named("first"))
    with pytest.raises(LookupError):
        store.write(failing)
    store.write(space_named("second"))
    with store.read() as reader:
        assert reader.all("SELECT id FROM spaces ORDER BY id") == [(1,), (2,)]
    assert numbers(store) == [1, 2]
    assert store.last_change == 2


def test_many_changes_are_numbered_in_their_order(store: Store) -> None:
    def work(tx: Tx) -> int:
        return tx.changes([(Happened.ADDED, id, 1, By.IMPORT, 4) for id in range(2000)])

    assert store.write(work) == 2000
    with store.read() as reader:
        assert reader.one('SELECT count(*), min(number - id), max(number - id), max("by") FROM changes') == (
            2000, 1, 1, "import"
        )  # fmt: skip


def test_ids_go_on_after_opening_again(tmp_path: Path) -> None:
    for name in ("a", "b"):
        with opened(tmp_path) as store:
            store.write(space_named(name))
    with opened(tmp_path) as store:
        assert store.write(lambda tx: (tx.next_id("spaces", 5), tx.next_id("spaces"))) == (3, 8)


def test_a_persons_work_goes_before_imports_that_wait(store: Store) -> None:
    order: list[str] = []
    first_runs, go_on = threading.Event(), threading.Event()

    def hold(tx: Tx) -> None:
        first_runs.set()
        go_on.wait(60)

    with ThreadPoolExecutor(8) as pool:
        pool.submit(store.write, hold, lane=Lane.IMPORT)
        assert first_runs.wait(60)
        for n in range(3):
            pool.submit(store.write, lambda tx, n=n: order.append(f"import {n}"), lane=Lane.IMPORT)
        assert wait_until(lambda: waiting(store) == 3)
        for n in range(2):
            pool.submit(store.write, lambda tx, n=n: order.append(f"person {n}"))
        assert wait_until(lambda: waiting(store) == 5)
        go_on.set()
    assert [name.split()[0] for name in order] == ["person", "person", "import", "import", "import"]


def waiting(store: Store) -> int:
    return store._queue._waiting.qsize()


def test_every_work_runs_on_one_thread(store: Store) -> None:
    with ThreadPoolExecutor(6) as pool:
        used = set(pool.map(lambda _: store.write(lambda tx: threading.get_ident()), range(30)))
    assert len(used) == 1


def test_at_most_two_threads_read_at_a_time(store: Store) -> None:
    inside, most, lock, both = [0], [0], threading.Lock(), threading.Barrier(2)

    def visit(_: int) -> None:
        with store.read() as reader:
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            both.wait(60)
            reader.all("SELECT range FROM range(1000)")
            with lock:
                inside[0] -= 1

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(visit, range(12)))
    assert most[0] == 2


def test_a_visit_inside_a_visit_is_the_same_snapshot(store: Store) -> None:
    with store.read() as outer, ThreadPoolExecutor(1) as pool:
        assert outer.one("SELECT count(*) FROM spaces") == (0,)
        pool.submit(store.write, space_named("meanwhile")).result()
        with store.read() as inner:
            assert inner.one("SELECT count(*) FROM spaces") == (0,)
    assert names(store) == ["meanwhile"]


def test_a_write_inside_a_read_is_refused_instead_of_waiting_for_itself(store: Store) -> None:
    with store.read(), pytest.raises(RuntimeError):
        store.write(space_named("never"))
    with pytest.raises(RuntimeError):
        store.write(lambda tx: store.write(space_named("never")))
    assert names(store) == []


def test_listeners_hear_of_a_commit_before_it_is_acknowledged(store: Store) -> None:
    heard: list[tuple[int, int, list[str]]] = []
    store.on_commit(lambda first, last: heard.append((first, last, names(store))))
    store.write(space_named("a"))
    assert heard == [(1, 1, ["a"])]
    store.write(lambda tx: tx.all("SELECT 1"))
    assert len(heard) == 1


def test_aware_times_are_kept_in_utc_whatever_the_zone(store: Store) -> None:
    moment = datetime(2026, 3, 29, 1, 30, 15, 250_000, tzinfo=timezone(timedelta(hours=-3)))

    def work(tx: Tx) -> None:
        tx.append("spaces", SPACE, [(1, "appended", 0, moment)])
        tx.run("INSERT INTO spaces VALUES (2, 'run', 0, ?)", (moment,))

    store.write(work)
    with store.read() as reader:
        expected = moment.astimezone(UTC).replace(tzinfo=None)
        assert reader.all("SELECT made_at FROM spaces") == [(expected,), (expected,)]
        assert reader.all("SELECT current_setting('TimeZone')") == [("UTC",)]
        assert reader.one("SELECT count(*) FROM spaces WHERE made_at = ?", (moment,)) == (2,)


def test_columns_come_as_arrays(store: Store) -> None:
    store.write(lambda tx: tx.append("spaces", SPACE, [(n, "x", 0, tx.now) for n in range(1, 6)]))
    with store.read() as reader:
        found = reader.arrays("SELECT id FROM spaces WHERE id > ? ORDER BY id", (np.int64(2),))
    assert found["id"].tolist() == [3, 4, 5]


@pytest.mark.parametrize(
    "sql",
    ["SELECT * FROM read_csv('/etc/passwd')", "COPY spaces TO '/tmp/out.csv'", "ATTACH '/tmp/other.duckdb' AS o",
     "SET threads = 8", "INSTALL httpfs", "LOAD fts"],
)  # fmt: skip
def test_the_database_reaches_nothing_outside_its_folder(store: Store, sql: str) -> None:
    with pytest.raises(duckdb.Error), store.read() as reader:
        reader.all(sql)


def test_python_variables_are_not_tables(store: Store) -> None:
    somewhere = np.arange(3)
    with pytest.raises(duckdb.CatalogException), store.read() as reader:
        reader.all("SELECT * FROM somewhere")
    assert len(somewhere) == 3


def test_a_closed_store_refuses_work(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.close()
    store.close()
    with pytest.raises(Unavailable):
        store.write(space_named("late"))
    with pytest.raises(Unavailable), store.read() as reader:
        reader.all("SELECT 1")


def test_work_that_was_taken_is_done_before_the_store_closes(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    runs, go_on = threading.Event(), threading.Event()

    def hold(tx: Tx) -> None:
        runs.set()
        go_on.wait(60)

    with ThreadPoolExecutor(3) as pool:
        pool.submit(store.write, hold)
        assert runs.wait(60)
        late = pool.submit(store.write, space_named("taken"))
        assert wait_until(lambda: waiting(store) == 1)
        end = pool.submit(store.close)
        go_on.set()
        assert late.result() == 1
        end.result()
    with opened(tmp_path) as again:
        assert names(again) == ["taken"]


def test_after_the_data_folder_is_gone_a_write_says_so_and_nothing_is_recreated(tmp_path: Path) -> None:
    store = open_store(tmp_path / "library")
    store.write(space_named("a"))
    (tmp_path / "library").rename(tmp_path / "moved")
    assert not store.folder_is_there()
    with pytest.raises(DiskTrouble) as caught:
        store.write(space_named("b"))
    store.close()
    assert caught.value.key == "folder_gone"
    assert [p.name for p in tmp_path.iterdir()] == ["moved"]


def test_another_folder_in_its_place_is_not_written_to(tmp_path: Path) -> None:
    store = open_store(tmp_path / "library")
    (tmp_path / "library").rename(tmp_path / "moved")
    (tmp_path / "library").mkdir()
    with pytest.raises(DiskTrouble):
        store.write(space_named("b"))
    store.close()
    assert list((tmp_path / "library").iterdir()) == []


def test_when_it_is_quiet_the_log_goes_into_the_database(tmp_path: Path) -> None:
    store = open_store(tmp_path, quiet_s=0.05)
    store.write(lambda tx: tx.append("spaces", SPACE, [(n, "x" * 500, 0, tx.now) for n in range(1, 5000)]))
    assert wait_until(lambda: not store.places.wal.exists())
    assert store.write(space_named("after")) == 1
    store.close()


def test_work_that_makes_way_leaves_nothing_and_a_persons_is_done_at_once(store: Store) -> None:
    begun, came = threading.Event(), threading.Event()

    def large(tx: Tx) -> None:
        space_named("large")(tx)
        begun.set()
        came.wait(60)
        tx.all("SELECT 1")

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(store.write, large, lane=Lane.IMPORT, makes_way=True)
        begun.wait(60)
        second = threads.submit(store.write, space_named("person's"))
        assert wait_until(lambda: store.person_is_near)
        came.set()
        with pytest.raises(MadeWay):
            first.result(60)
        second.result(60)
    assert (names(store), numbers(store)) == (["person's"], [1])


def test_work_that_does_not_make_way_goes_on_to_its_end(store: Store) -> None:
    begun, came = threading.Event(), threading.Event()

    def large(tx: Tx) -> int:
        begun.set()
        came.wait(60)
        return space_named("large")(tx)

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(store.write, large, lane=Lane.IMPORT)
        begun.wait(60)
        second = threads.submit(store.write, space_named("person's"))
        assert wait_until(lambda: store.person_is_near)
        came.set()
        assert (first.result(60), second.result(60)) == (1, 2)
    assert names(store) == ["large", "person's"]


@pytest.mark.slow
def test_a_person_is_near_for_a_second_after_their_last_work(store: Store) -> None:
    store.write(space_named("imported"), lane=Lane.IMPORT)
    assert not store.person_is_near
    store.write(space_named("person's"))
    assert store.person_is_near
    assert wait_until(lambda: not store.person_is_near)


def test_work_in_the_background_rests_while_a_person_waits_for_an_answer(store: Store) -> None:
    rested = threading.Event()

    def background() -> None:
        store.give_way()
        rested.set()

    with store.person_at_work(), ThreadPoolExecutor(1) as threads:
        assert store.person_is_near
        began = stopwatch()
        threads.submit(background).result(60)
        assert stopwatch() - began > 0.05  # it goes on after a while all the same
    assert rested.is_set()
    store.give_way()
    assert store.person_is_near
