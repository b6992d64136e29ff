"""Every file of the data folder is declared."""

from __future__ import annotations

import stat
from pathlib import Path

from mnemoteca.store.backup import make_backup
from mnemoteca.store.engine import Places
from mnemoteca.store.places import PLACES, declared, undeclared
from mnemoteca.store.restore import restore_backup
from tests.driven import DrivenClock
from tests.unit.store.given import open_store, space_named


def test_everything_the_store_writes_is_declared(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.write(space_named("a"))
    backup = make_backup(store, DrivenClock())
    assert undeclared(tmp_path) == []
    store.close()
    restore_backup(Places(tmp_path), Path(backup.path))
    assert undeclared(tmp_path) == []


def test_a_file_that_no_place_declares_is_named(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "notes.txt").write_text("?")
    (tmp_path / "stray").write_text("?")
    (tmp_path / "lock").write_text("1")
    assert undeclared(tmp_path) == ["backups/notes.txt", "stray"]


def test_drafts_spool_and_index_files_are_declared_at_any_depth() -> None:
    assert all(map(declared, ["drafts/capture", "spool/1.note", "words/ab/meta.json", "aside/001/library.duckdb"]))


def test_each_place_says_what_it_holds_and_what_purge_does() -> None:
    assert all(place.holds and place.purge for place in PLACES)
    assert len({place.pattern for place in PLACES}) == len(PLACES)


def test_only_this_user_can_read_what_the_store_writes(tmp_path: Path) -> None:
    store = open_store(tmp_path / "library")
    store.write(space_named("a"))
    make_backup(store, DrivenClock())
    open_to_others = [p for p in (tmp_path / "library").rglob("*") if stat.S_IMODE(p.stat().st_mode) & 0o077]
    store.close()
    assert open_to_others == []
    assert stat.S_IMODE((tmp_path / "library").stat().st_mode) == 0o700


def test_a_folder_that_holds_other_things_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "holiday.jpg").write_bytes(b"")
    open_store(tmp_path).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
