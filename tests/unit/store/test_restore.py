"""Bringing a backup back: checked first, what was there set aside, old or new state after any kill."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from mnemoteca.core.errors import BadInput, Damaged, NotFound
from mnemoteca.store.backup import list_backups, make_backup
from mnemoteca.store.engine import Places, Store
from mnemoteca.store.migrate import Migration, migrations
from mnemoteca.store.restore import restore_backup
from tests.driven import DrivenClock
from tests.unit.store.given import child, killed_at, names, numbers, opened, space_named


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with a backup of its space `kept`; it went on to two more, in its log alone."""
    folder = tmp_path_factory.mktemp("killed")
    with opened(folder) as store:
        store.write(space_named("kept"))
        make_backup(store, DrivenClock())
    child(folder, "write and die").communicate(timeout=180)
    return folder


@pytest.fixture
def backup(made_once: Path, tmp_path: Path) -> Path:
    """The backup in a copy of that library."""
    shutil.copytree(made_once, tmp_path / "library")
    return Path(list_backups(Places(tmp_path / "library"))[0].path)


def test_the_library_is_as_the_backup_was_and_nothing_was_destroyed(tmp_path: Path, backup: Path) -> None:
    places = Places(tmp_path / "library")
    places.words.mkdir()
    (places.words / "meta.json").write_text("{}")
    before = [places.database.read_bytes(), places.wal.read_bytes()]
    restore_backup(places, backup)
    aside = places.aside / "001"
    assert [(aside / "library.duckdb").read_bytes(), (aside / "library.duckdb.wal").read_bytes()] == before
    assert not places.words.exists()
    with opened(places.folder) as store:
        assert (names(store), numbers(store), store.notices) == (["kept"], [1], [])
        assert store.write(space_named("goes on")) == 2
    assert backup.exists()


def test_a_damaged_library_comes_back(tmp_path: Path, backup: Path) -> None:
    places = Places(tmp_path / "library")
    places.database.write_bytes(b"garbage")
    with pytest.raises(Damaged):
        Store.open(places, DrivenClock())
    restore_backup(places, backup)
    with opened(places.folder) as store:
        assert names(store) == ["kept"]
    assert (places.aside / "001" / "library.duckdb").read_bytes() == b"garbage"


def test_a_missing_library_comes_back(tmp_path: Path, backup: Path) -> None:
    stick = tmp_path / "stick.duckdb"
    shutil.move(backup, stick)
    shutil.rmtree(tmp_path / "library")
    restore_backup(Places(tmp_path / "library"), stick)
    with opened(tmp_path / "library") as store:
        assert names(store) == ["kept"]


def test_a_file_that_is_no_backup_changes_nothing(tmp_path: Path, backup: Path) -> None:
    places = Places(tmp_path / "library")
    letter, recipes, half, empty = (tmp_path / name for name in ("letter.txt", "recipes", "half", "empty"))
    letter.write_text("dear")
    duckdb.connect(str(recipes)).execute("CREATE TABLE recipes (name VARCHAR)").close()
    half.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
    empty.touch()
    before = places.database.read_bytes(), places.wal.read_bytes()
    for path in (letter, recipes, half, empty):
        with pytest.raises(BadInput, match="not a backup"):
            restore_backup(places, path)
    with pytest.raises(NotFound):
        restore_backup(places, tmp_path / "nothing")
    assert (places.database.read_bytes(), places.wal.read_bytes()) == before
    assert not places.aside.exists()
    assert not places.unfinished.exists()


def test_a_backup_with_a_damaged_block_is_refused(tmp_path: Path, backup: Path) -> None:
    with backup.open("r+b") as file:
        file.seek(12288 + 1000)
        file.write(b"\xff" * 64)
    with pytest.raises(BadInput):
        restore_backup(Places(tmp_path / "library"), backup)


def test_a_backup_of_a_newer_app_is_refused(tmp_path: Path, backup: Path) -> None:
    newer = (*migrations(), Migration(99, "CREATE TABLE from_the_future (id INTEGER)"))
    Store.open(Places(tmp_path / "newer"), DrivenClock(), steps=newer).close()
    with pytest.raises(Damaged, match="newer"):
        restore_backup(Places(tmp_path / "library"), tmp_path / "newer" / "library.duckdb")


def test_a_running_service_is_not_restored_under(tmp_path: Path, backup: Path) -> None:
    with opened(tmp_path / "library"), pytest.raises(Damaged, match="already open"):
        restore_backup(Places(tmp_path / "library"), backup)


@pytest.mark.slow
@pytest.mark.parametrize(("place", "expected"), [("restore.before", 3), ("restore.middle", 1), ("restore.after", 1)])
def test_a_restore_that_is_killed_leaves_the_old_or_the_new_state(
    tmp_path: Path, backup: Path, place: str, expected: int
) -> None:
    killed_at(f"{place}:1", tmp_path / "library", "restore", backup)
    with opened(tmp_path / "library") as store:
        assert len(numbers(store)) == expected
        assert store.notices == []
