"""Opening the library: made whole or not at all; what is damaged or newer is said and left as it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb
import pytest

from mnemoteca.core.data_format import DATA_FORMAT
from mnemoteca.core.errors import Damaged, DiskTrouble
from mnemoteca.store.backup import list_backups, make_backup
from mnemoteca.store.engine import Places, Store
from mnemoteca.store.migrate import Migration, known_format, migrations
from mnemoteca.store.watermark import last_acknowledged
from tests.driven import DrivenClock
from tests.unit.store.given import NEXT, SECOND, child, killed_at, names, numbers, open_store, opened, space_named


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two spaces in the database, two more in its log, and a backup; killed without warning."""
    folder = tmp_path_factory.mktemp("killed")
    with opened(folder) as store:
        store.write(space_named("first"))
        store.write(space_named("second"))
        make_backup(store, DrivenClock())
    process = child(folder, "write and die")
    assert process.communicate(timeout=180)[0].split() == ["3", "4"]
    return folder


@pytest.fixture
def killed(made_once: Path, tmp_path: Path) -> Places:
    """A copy of the library that was killed."""
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    return Places(tmp_path)


def problem_at_open(places: Places) -> Damaged:
    before = {p: p.read_bytes() for p in (places.database, places.wal) if p.exists()}
    with pytest.raises(Damaged) as caught:
        open_store(places.folder)
    assert {p: p.read_bytes() for p in (places.database, places.wal) if p.exists()} == before
    return caught.value


@pytest.mark.slow
def test_after_a_kill_everything_acknowledged_is_there(killed: Places) -> None:
    with opened(killed.folder) as store:
        assert numbers(store) == [1, 2, 3, 4]
        assert store.notices == []


def test_the_format_is_written_down(tmp_path: Path) -> None:
    with opened(tmp_path) as store, store.read() as reader:
        assert reader.all("SELECT number FROM format") == [(migrations()[-1].number,)]


@pytest.mark.slow
def test_a_second_process_is_told_who_has_the_library(tmp_path: Path) -> None:
    process = child(tmp_path, "hold")
    assert process.stdout
    assert process.stdout.readline() == "open\n"
    with pytest.raises(Damaged) as caught:
        open_store(tmp_path)
    process.kill()
    process.communicate()
    assert caught.value.key == "folder_in_use"
    assert caught.value.values["pid"] == str(process.pid)
    open_store(tmp_path).close()


def test_a_second_store_in_the_same_process_is_refused_too(tmp_path: Path) -> None:
    with opened(tmp_path), pytest.raises(Damaged, match="already open"):
        open_store(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["o'brien", "ação; DROP", "with space", "100%"])
def test_a_folder_may_have_any_name_or_be_a_link(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / "link").symlink_to(tmp_path / name)
    for folder in (tmp_path / name, tmp_path / "link"):
        with opened(folder) as store:
            store.write(space_named(name))
            make_backup(store, DrivenClock())
            store.checkpoint()
    with opened(tmp_path / name) as store:
        assert names(store) == [name, name]


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("not a folder")
    with pytest.raises(DiskTrouble, match="not a folder"):
        open_store(tmp_path / "library")


def test_a_lock_without_an_owner_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("1\n")
    open_store(tmp_path).close()


@pytest.mark.slow
@pytest.mark.parametrize("content", [None, b"", b"\xab" * 300, b"\xab" * 7])
def test_a_lost_or_garbage_log_is_noticed_and_counted(killed: Places, content: bytes | None) -> None:
    killed.wal.unlink()
    if content is not None:
        killed.wal.write_bytes(content)
    with opened(killed.folder) as store:
        assert names(store) == ["first", "second"]
        (notice,) = store.notices
        assert "last 2 changes" in notice
        assert list_backups(killed)[0].path in notice
        assert store.write(space_named("goes on")) == 3
    with opened(killed.folder) as store:
        assert len(store.notices) == 1, "it comes again until the person was told"
        store.told()
        assert store.notices == []
    with opened(killed.folder) as store:
        assert store.notices == []
        assert numbers(store) == [1, 2, 3]


def test_a_torn_log_loses_only_what_was_torn_and_says_so(killed: Places) -> None:
    with killed.wal.open("r+b") as log:
        log.truncate(killed.wal.stat().st_size - 7)
    with opened(killed.folder) as store:
        assert numbers(store) == [1, 2, 3]
        assert "last 1 changes" in store.notices[0]


def test_a_watermark_that_is_behind_or_garbage_is_brought_up_in_silence(killed: Places) -> None:
    for content in (b"%020d %020d\n" % (1, 0), b"garbage", b""):
        killed.last_change.write_bytes(content)
        with opened(killed.folder) as store:
            assert store.notices == []
    assert last_acknowledged(killed.last_change) == 4


def test_the_watermark_follows_each_commit(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        for number in (1, 2):
            store.write(space_named("x"))
            assert last_acknowledged(store.places.last_change) == number


@pytest.mark.parametrize("damage", ["garbage", "empty", "half", "header", "missing"])
def test_a_damaged_database_is_said_with_the_last_backup_and_left_alone(killed: Places, damage: str) -> None:
    size = killed.database.stat().st_size
    with killed.database.open("r+b") as file:
        if damage == "garbage":
            file.write(os.urandom(size))
        elif damage == "header":
            file.write(b"\0" * 4096)
        else:
            file.truncate(size // 2 if damage == "half" else 0)
    if damage == "missing":
        killed.database.unlink()
    problem = problem_at_open(killed)
    assert problem.key == "damaged_database"
    assert problem.values["backup"] == list_backups(killed)[0].path


def test_a_database_cut_short_is_noticed_without_a_log_too(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.write(lambda tx: tx.run("INSERT INTO spaces SELECT range, uuid()::VARCHAR, 0, now() FROM range(20000)"))
    places = Places(tmp_path)
    os.truncate(places.database, places.database.stat().st_size // 3)
    assert problem_at_open(places).key == "damaged_database"


def test_a_block_that_is_damaged_is_said_when_it_is_read(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.write(lambda tx: tx.run("INSERT INTO spaces SELECT range, uuid()::VARCHAR, 0, now() FROM range(20000)"))
    with Places(tmp_path).database.open("r+b") as file:
        for block in range(file.seek(0, 2) // 262144):
            file.seek(12288 + block * 262144 + 200_000)
            file.write(b"\xff" * 64)
    with pytest.raises(Damaged, match="damaged"), opened(tmp_path) as store:
        names(store)


@pytest.mark.slow
def test_of_a_damaged_log_all_that_comes_before_the_damage_is_kept(killed: Places) -> None:
    log = killed.wal.read_bytes()
    kept = set()
    for place in range(16, len(log), 53):
        killed_again = log[:place] + bytes([log[place] ^ 4]) + log[place + 1 :]
        database = killed.database.read_bytes()
        killed.wal.write_bytes(killed_again)
        with opened(killed.folder) as store:
            found = numbers(store)
            assert found == list(range(1, len(found) + 1))
            assert len(found) + sum(int(n.split()[2]) for n in store.notices) == 4
            assert len(names(store)) == len(found)
        kept.add(len(found))
        killed.database.write_bytes(database)
        killed.last_change.write_bytes(b"%020d %020d\n" % (4, 0))
    assert kept >= {2, 3}
    assert (killed.aside / "001" / "library.duckdb.wal").exists()


def test_a_log_of_another_state_is_set_aside(killed: Places) -> None:
    old = killed.wal.read_bytes()
    with opened(killed.folder) as store:
        store.write(space_named("fifth"))
    killed.wal.write_bytes(old)
    with opened(killed.folder) as store:
        assert numbers(store) == [1, 2, 3, 4, 5]
    assert (killed.aside / "001" / "library.duckdb.wal").exists()


def test_a_library_of_a_newer_app_is_refused_and_unchanged(tmp_path: Path) -> None:
    newer = (*migrations(), Migration(99, "CREATE TABLE from_the_future (id INTEGER)"))
    Store.open(Places(tmp_path), DrivenClock(), steps=newer).close()
    problem = problem_at_open(Places(tmp_path))
    assert problem.key == "newer_data"
    assert problem.values["found"] == "99"


def test_a_database_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    duckdb.connect(str(tmp_path / "library.duckdb")).execute("CREATE TABLE recipes (name VARCHAR)").close()
    assert problem_at_open(Places(tmp_path)).key == "damaged_database"


def test_what_an_ended_process_left_half_done_is_swept(tmp_path: Path) -> None:
    for name in ("spill/duckdb_temp_0.tmp", "backups/hand-1.part", "backups/hand-1.part.wal", "library.duckdb.part"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("left behind")
    with opened(tmp_path):
        pass
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["last-change", "library.duckdb", "lock"]


@pytest.mark.slow
def test_a_kill_while_the_tables_are_first_made_leaves_nothing_half(tmp_path: Path) -> None:
    killed_at("migration:1", tmp_path, "write")
    with opened(tmp_path) as store:
        assert numbers(store) == []


def test_a_new_library_needs_no_copy_before_its_first_migration(tmp_path: Path) -> None:
    with opened(tmp_path):
        assert list_backups(Places(tmp_path)) == ()


def test_an_older_library_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.write(space_named("old"))
    store = open_store(tmp_path, steps=(*migrations(), SECOND))
    with store.read() as reader:
        assert reader.all("SELECT name, colour FROM spaces") == [("old", "blue")]
        assert reader.all("SELECT number FROM format") == [(NEXT,)]
    store.close()
    (copy,) = list_backups(Places(tmp_path))
    assert copy.kind == "before-migration"
    assert Path(copy.path).name.startswith(f"before-{NEXT:03}-")


@pytest.mark.slow
def test_a_kill_in_a_migration_leaves_the_old_state_and_the_next_start_does_it(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.write(space_named("old"))
    killed_at("migration:1", tmp_path, "upgrade")
    with opened(tmp_path) as store:
        assert names(store) == ["old"]
    killed_at("backup:1", tmp_path, "upgrade")
    store = open_store(tmp_path, steps=(*migrations(), SECOND))
    with store.read() as reader:
        assert reader.all("SELECT name, colour FROM spaces") == [("old", "blue")]
    store.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.write(space_named("old"))
    broken = Migration(NEXT, "CREATE TABLE half (id INTEGER); SELECT nothing FROM nowhere;")
    with pytest.raises(duckdb.CatalogException):
        open_store(tmp_path, steps=(*migrations(), broken))
    with opened(tmp_path) as store, store.read() as reader:
        assert reader.all("SELECT table_name FROM duckdb_tables() WHERE table_name = 'half'") == []


def test_what_a_client_says_of_its_format_is_what_the_last_migration_leads_to() -> None:
    assert known_format(migrations()) == DATA_FORMAT
