"""A full disk or one that can't be written to: said in a sentence, nothing lost, and it goes on afterwards."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.errors import DiskTrouble
from mnemoteca.store.backup import list_backups, make_backup
from mnemoteca.store.engine import Store, Tx
from tests.driven import DrivenClock
from tests.unit.store.given import SPACE, names, numbers, open_store, opened, small_disk, space_named


def much(tx: Tx) -> int:
    """Work that takes about 600 kB of log."""
    first = tx.next_id("spaces", 1500)
    tx.append("spaces", SPACE, [(first + n, os.urandom(200).hex(), 0, tx.now) for n in range(1500)])
    return tx.change(Happened.SPACE_ADDED, first, first, By.PERSON)


def fill(store: Store) -> int:
    """Write until the disk is full; the number of the last change that was acknowledged."""
    with pytest.raises(DiskTrouble) as caught:
        write_on(store)
    assert caught.value.key == "disk_full"
    return store.last_change


def write_on(store: Store) -> None:
    for _ in range(100):
        store.write(much)


def test_a_full_disk_refuses_a_write_and_takes_the_next_one_when_there_is_space(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "8m") as change:
        with opened(tmp_path / "disk" / "library") as store:
            acknowledged = fill(store)
            assert numbers(store) == list(range(1, acknowledged + 1))
            change("size=64m")
            assert store.write(space_named("after")) == acknowledged + 1
        with opened(tmp_path / "disk" / "library") as store:
            assert numbers(store) == list(range(1, acknowledged + 2))
            assert store.notices == []


def test_a_checkpoint_without_space_leaves_the_store_usable(tmp_path: Path) -> None:
    """DuckDB then refuses everything until the database is opened anew."""
    with small_disk(tmp_path / "disk", "8m") as change, opened(tmp_path / "disk" / "library") as store:
        acknowledged = fill(store)
        with pytest.raises(DiskTrouble, match="no space"):
            store.checkpoint()
        assert numbers(store) == list(range(1, acknowledged + 1))
        change("size=64m")
        assert store.write(space_named("after")) == acknowledged + 1
        store.checkpoint()
        assert names(store)[-1] == "after"


def test_a_backup_without_space_leaves_no_file_and_the_store_usable(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "8m") as change, opened(tmp_path / "disk" / "library") as store:
        acknowledged = fill(store)
        with pytest.raises(DiskTrouble, match="no space"):
            make_backup(store, DrivenClock())
        assert list(store.places.backups.iterdir()) == []
        change("size=64m")
        assert store.write(space_named("after")) == acknowledged + 1
        assert make_backup(store, DrivenClock()).path == list_backups(store.places)[0].path


def test_a_folder_that_cannot_be_written_to_is_said_at_the_start(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "16m") as change:
        open_store(tmp_path / "disk" / "library").close()
        change("ro")
        for name in ("library", "new"):
            with pytest.raises(DiskTrouble) as caught:
                open_store(tmp_path / "disk" / name)
            assert caught.value.key == "read_only"
            assert caught.value.values["folder"] == str(tmp_path / "disk" / name)
        change("rw")
        open_store(tmp_path / "disk" / "library").close()


@pytest.mark.parametrize("kilobytes", [1000, 960, 920, 880, 840, 800])
def test_a_disk_that_is_full_from_the_start_is_said(tmp_path: Path, kilobytes: int) -> None:
    """Wherever in the making of the tables it shows."""
    with small_disk(tmp_path / "disk", "1m"):
        (tmp_path / "disk" / "ballast").write_bytes(bytes(kilobytes * 1024))
        with pytest.raises(DiskTrouble) as caught:
            open_store(tmp_path / "disk" / "library")
        assert caught.value.key == "disk_full"
        (tmp_path / "disk" / "ballast").unlink()


def test_a_library_on_a_full_disk_can_still_be_read(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "16m"):
        with opened(tmp_path / "disk" / "library") as store:
            store.write(space_named("kept"))
        free = os.statvfs(tmp_path / "disk").f_bavail * 4096
        with pytest.raises(OSError, match="No space"):
            (tmp_path / "disk" / "ballast").write_bytes(bytes(free + 4096))
        with opened(tmp_path / "disk" / "library") as store:
            assert names(store) == ["kept"]
            with pytest.raises(DiskTrouble):
                store.write(much)
