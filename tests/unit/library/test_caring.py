"""Backups that are made by themselves, status and changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnemoteca.core.changes import Happened
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.recall import Question
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock


def test_a_backup_is_made_when_the_last_one_is_a_day_old(library: LocalLibrary, clock: DrivenClock) -> None:
    library.capture("something to keep")
    assert library.back_up_by_itself() is not None
    clock.advance(23 * 3600)
    assert library.back_up_by_itself() is None
    clock.advance(3600)
    assert library.back_up_by_itself() is not None


@pytest.mark.slow
def test_the_last_days_and_the_last_of_each_week_are_kept(library: LocalLibrary, clock: DrivenClock) -> None:
    library.capture("something to keep")
    library.set_setting("backup.daily", 2)
    library.set_setting("backup.weekly", 2)
    for _ in range(10):  # from Saturday 21 to Monday 30 November
        library.back_up_by_itself()
        clock.advance(24 * 3600)
    assert [each.made_at.day for each in sorted(library.backups(), key=lambda each: each.made_at)] == [29, 30]


def test_changes_are_numbered_without_a_gap_and_carry_no_text(library: LocalLibrary) -> None:
    kept = library.capture("secret words")
    library.pin((kept.id,))
    found = library.changes(0)
    assert [change.number for change in found] == list(range(1, len(found) + 1))
    assert found[-1].kind is Happened.PINNED
    assert "secret" not in repr(found)


def test_doctor_finds_a_healthy_library_sound(library: LocalLibrary) -> None:
    library.capture("something to keep")
    library.follow()
    library.wait()
    assert all(finding.sound for finding in library.doctor())


def test_a_memory_of_which_no_change_speaks_is_truly_put_right(library: LocalLibrary) -> None:
    kept = library.capture("the heron")
    library.store.write(lambda tx: tx.run("UPDATE changes SET kind = 'weighed' WHERE kind = 'added'"))
    library.follow()
    library.wait()
    assert [finding.name for finding in library.doctor(mend=True) if not finding.sound] == ["words"]
    library.wait()
    assert all(finding.sound for finding in library.doctor())
    assert [hit.memory.id for hit in library.recall(Question("heron")).hits] == [kept.id]


def test_what_is_just_being_indexed_is_not_called_missing(library: LocalLibrary) -> None:
    library.follow()
    library.capture("the heron")
    assert all(finding.sound for finding in library.doctor())


def test_each_backup_is_copied_to_the_second_folder(library: LocalLibrary, clock: DrivenClock, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    library.capture("something to keep")
    library.set_setting("backup.second_folder", str(usb))
    library.set_setting("backup.daily", 1)
    library.set_setting("backup.weekly", 0)
    made = library.back_up_by_itself()
    assert made is not None
    assert made.copied
    assert library.last_copy().at == made.made_at
    clock.advance(24 * 3600)
    by_hand, daily = library.backup(), library.back_up_by_itself()
    assert daily is None
    assert by_hand.copied
    clock.advance(24 * 3600)
    library.back_up_by_itself()
    assert {Path(each.path).name for each in library.backups()} == {path.name for path in usb.iterdir()}
    assert all(each.copied for each in library.backups())


def test_a_second_folder_that_is_away_costs_no_backup_and_is_said_once(
    library: LocalLibrary, clock: DrivenClock, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    library.capture("something to keep")
    library.set_setting("backup.second_folder", str(usb))
    usb.rmdir()
    made = library.back_up_by_itself()
    assert made is not None
    assert not made.copied
    assert "There is no folder" in made.not_copied
    assert Path(made.path).exists()
    (said,) = library.status().notices
    assert "could not be copied to the second folder" in said
    library.acknowledge()
    clock.advance(3600)
    library.back_up_by_itself()
    assert library.status().notices == ()
    usb.mkdir()
    clock.advance(3600)
    assert library.back_up_by_itself() is None
    assert library.backups()[0].copied
    assert library.last_copy().failed == ""


def test_a_second_folder_must_be_elsewhere(library: LocalLibrary, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        library.set_setting("backup.second_folder", str(tmp_path / "gone"))
    with pytest.raises(BadInput):
        library.set_setting("backup.second_folder", str(library.store.places.folder))
    library.set_setting("backup.second_folder", "")


def test_the_day_speaks_of_a_copy_that_is_old_or_was_never_made(
    library: LocalLibrary, clock: DrivenClock, tmp_path: Path
) -> None:
    library.capture("something to keep")
    assert not library.today().copy_due
    clock.advance(31 * 24 * 3600)
    assert library.today().copy_due
    library.backup(str(tmp_path / "elsewhere.duckdb"))
    assert not library.today().copy_due
    clock.advance(31 * 24 * 3600)
    library.backup()
    assert library.today().copy_due
    assert library.today().copied_at == library.last_copy().at
