"""Backups in a second folder: whole, named alike, and never at the cost of the first."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mnemoteca.core.care import BackupInfo, LastCopy, copy_is_due
from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound
from mnemoteca.store import second_folder
from mnemoteca.store.places import Places, undeclared

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = Places(tmp_path / "data")
    made.backups.mkdir(parents=True)
    return made


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def made(places: Places, day: int = 20) -> BackupInfo:
    path = places.backups / f"daily-202611{day}-100000-3.duckdb"
    path.write_bytes(b"tables" * 1000)
    return BackupInfo(str(path), NOW, path.stat().st_size, 3, "daily")


def test_a_copy_is_whole_and_bears_the_name_of_the_backup(places: Places, elsewhere: Path) -> None:
    info = made(places)
    target = second_folder.copy_backup(places, info, str(elsewhere))
    assert target == elsewhere / Path(info.path).name
    assert target.read_bytes() == Path(info.path).read_bytes()
    assert [path.name for path in elsewhere.iterdir()] == [target.name]
    assert second_folder.holds(str(elsewhere), info)
    assert not second_folder.holds("", info)


def test_one_that_is_there_is_left_alone_and_one_that_was_cut_is_made_anew(places: Places, elsewhere: Path) -> None:
    info = made(places)
    target = second_folder.copy_backup(places, info, str(elsewhere))
    os.utime(target, (0, 0))
    second_folder.copy_backup(places, info, str(elsewhere))
    assert target.stat().st_mtime == 0
    target.write_bytes(b"cut")
    second_folder.copy_backup(places, info, str(elsewhere))
    assert target.stat().st_size == info.size


def test_a_folder_that_is_away_or_in_the_library_is_refused(places: Places, elsewhere: Path) -> None:
    info = made(places)
    for folder in (str(elsewhere / "gone"), "relative", "with\0nothing"):
        with pytest.raises(NotFound):
            second_folder.copy_backup(places, info, folder)
    link = elsewhere / "link"
    link.symlink_to(places.backups)
    for inside in (places.folder, places.backups, link):
        with pytest.raises(BadInput, match="library itself"):
            second_folder.copy_backup(places, info, str(inside))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_takes_nothing_is_told_in_a_sentence(places: Places, elsewhere: Path) -> None:
    elsewhere.chmod(0o500)
    with pytest.raises(DiskTrouble):
        second_folder.copy_backup(places, made(places), str(elsewhere))


def test_a_copy_that_fails_leaves_nothing_half_written(places: Places, elsewhere: Path) -> None:
    info = made(places)
    (elsewhere / (Path(info.path).name + ".part")).mkdir()  # in the way of what is being written
    with pytest.raises(DiskTrouble):
        second_folder.copy_backup(places, info, str(elsewhere))
    assert not second_folder.holds(str(elsewhere), info)


def test_copies_go_with_their_backups_and_no_others(places: Places, elsewhere: Path) -> None:
    info, other = made(places, 20), made(places, 19)
    for each in (info, other):
        second_folder.copy_backup(places, each, str(elsewhere))
    (elsewhere / "mine.txt").write_text("not ours")
    second_folder.drop_copies(str(elsewhere), (info,))
    second_folder.drop_copies("", (other,))
    second_folder.drop_copies(str(elsewhere / "gone"), (other,))
    assert sorted(path.name for path in elsewhere.iterdir()) == [Path(other.path).name, "mine.txt"]


def test_the_last_copy_is_known_and_its_failure_is_told_once(places: Places) -> None:
    assert second_folder.last_copy(places) == LastCopy()
    second_folder.note_copy(places, NOW, Path("/usb"))
    second_folder.note_failure(places, NotFound("no_folder", folder="/usb"))
    known = second_folder.last_copy(places)
    assert (known.at, known.folder, known.told) == (NOW, "/usb", False)
    assert known.failed == "There is no folder /usb."
    second_folder.told(places)
    assert second_folder.last_copy(places) == replace(known, told=True)
    assert undeclared(places.folder) == []
    places.last_copy.write_text("{broken")
    assert second_folder.last_copy(places) == LastCopy()


def test_a_copy_of_more_than_thirty_days_is_worth_a_sentence() -> None:
    month = timedelta(days=31)
    assert not copy_is_due(NOW, NOW - timedelta(days=29), NOW - 10 * month)
    assert copy_is_due(NOW, NOW - month, None)
    assert copy_is_due(NOW, None, NOW - month)
    assert not copy_is_due(NOW, None, NOW - timedelta(days=3))
    assert not copy_is_due(NOW, None, None)
