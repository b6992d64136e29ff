"""Backups that are made by themselves, status and changes."""

from __future__ import annotations

from mnemoteca.core.changes import Happened
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
