"""The store: backups while everything goes on, how many are kept, restoring, the lock, and no file undeclared."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from mnemoteca.core.errors import Damaged
from mnemoteca.library.library import LocalLibrary
from mnemoteca.store.places import undeclared
from mnemoteca.wire.client import connect
from tests.conftest import Mnemoteca
from tests.driven import DrivenClock
from tests.flows.chats import write_chats
from tests.flows.commands import answer, answers, found

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def test_a_backup_is_consistent_while_a_client_writes_and_brings_back_that_moment(
    mnemoteca: Mnemoteca, service: Path
) -> None:
    stop = threading.Event()
    kept: list[int] = []

    def write() -> None:
        with connect(service, start=None, role="test") as client:
            while not stop.is_set():
                kept.append(client.library.capture(f"walnut {len(kept)}").id)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [answer(mnemoteca, "backup") for _ in range(2)]
    finally:
        stop.set()
        writer.join()
    assert len(kept) > made[1]["memories"] >= made[0]["memories"] > 0
    for backup in made:
        with duckdb.connect(backup["path"], read_only=True) as tables:
            ids = [row[0] for row in tables.execute("SELECT id FROM memories ORDER BY id").fetchall()]
            numbers = tables.execute("SELECT count(*), max(number) FROM changes").fetchone()
        assert ids == kept[: backup["memories"]]
        assert numbers is not None
        assert numbers[0] == numbers[1]
    restored = mnemoteca("restore-backup", made[0]["path"])
    assert restored.returncode == 0, restored.stderr
    assert answer(mnemoteca, "stats")["memories"] == made[0]["memories"]
    assert found(mnemoteca, f"walnut {made[0]['memories'] - 1}")[0] == f"walnut {made[0]['memories'] - 1}"
    assert mnemoteca("wait").returncode == 0
    assert mnemoteca("doctor").returncode == 0


def test_as_many_daily_and_weekly_backups_are_kept_as_the_settings_say(data_folder: Path) -> None:
    clock = DrivenClock(NOW)
    library = LocalLibrary.open(data_folder, clock)
    try:
        assert (library.settings()["backup.daily"], library.settings()["backup.weekly"]) == (7, 4)
        library.set_setting("backup.daily", 3)
        library.set_setting("backup.weekly", 2)
        library.capture("something to keep")
        for _ in range(30):
            library.back_up_by_itself()
            clock.advance(86_400)
        held = library.backups()
    finally:
        library.close()
    days = sorted((each.made_at.date() for each in held), reverse=True)
    newest = (NOW + timedelta(days=29)).date()
    assert days[:3] == [newest - timedelta(days=n) for n in range(3)]
    assert 3 <= len(days) <= 5


def test_every_file_that_any_feature_writes_is_declared(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    chats = write_chats(data_folder.parent / "chats.jsonl")
    commands: tuple[tuple[str, ...], ...] = (
        ("add", "a note #tag"), ("import", str(chats)), ("edit", "1", "another note"), ("wait",), ("backup",),
        ("spaces", "make", "luna"), ("forget", "2"), ("undo",), ("consolidate",), ("doctor", "--mend"),
    )  # fmt: skip
    for command in commands:
        assert mnemoteca(*command).returncode == 0, command
        assert undeclared(data_folder) == []
    made = answers(mnemoteca, "backup", "--list")[0]["path"]
    assert mnemoteca("restore-backup", made).returncode == 0
    assert mnemoteca("service", "stop").returncode == 0
    assert undeclared(data_folder) == []
    assert (data_folder / "library.duckdb").exists()


def test_a_library_that_a_service_has_open_is_refused_to_another_process(mnemoteca: Mnemoteca, service: Path) -> None:
    pid = answer(mnemoteca, "service", "status")["status"]["pid"]
    with pytest.raises(Damaged, match=rf"already open in process {pid}"):
        LocalLibrary.open(service, DrivenClock(NOW))
    assert answer(mnemoteca, "add", "and goes on")["id"] == 1


def test_the_words_index_follows_the_changes_and_is_made_anew_when_it_is_ahead_of_the_tables(
    mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    for word in ("mango", "papaya"):
        assert mnemoteca("add", word).returncode == 0
    assert mnemoteca("backup", str(data_folder.parent / "b.duckdb")).returncode == 0
    assert mnemoteca("add", "guava").returncode == 0
    held = answer(mnemoteca, "wait")
    assert (held["words_change"], held["words_missing"]) == (held["change"], 0)
    assert mnemoteca("service", "stop").returncode == 0
    index = {path.name: path.read_bytes() for path in (data_folder / "words").iterdir() if path.is_file()}
    assert mnemoteca("restore-backup", str(data_folder.parent / "b.duckdb")).returncode == 0
    assert mnemoteca("service", "stop").returncode == 0
    for path in (data_folder / "words").glob("*"):
        path.unlink()
    for name, content in index.items():
        (data_folder / "words" / name).write_bytes(content)
    assert [found(mnemoteca, word) for word in ("mango", "papaya", "guava")] == [["mango"], ["papaya"], []]
    assert mnemoteca("wait").returncode == 0
    assert mnemoteca("doctor").returncode == 0
