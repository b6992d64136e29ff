"""Sources: what is on this machine, what the person said yes to, and bringing it in again."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mnemoteca.core.errors import NotFound
from mnemoteca.core.jobs import JobState
from mnemoteca.core.known_sources import deleted_from, is_due
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.unit.library.importing import File, corpus, session, turn


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for name in ("CLAUDE_CONFIG_DIR", "CODEX_HOME"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def running(library: LocalLibrary) -> LocalLibrary:
    library.jobs_runner.start()
    return library


def lay(path: Path, days_old: float, now: datetime, text: str = "x") -> Path:
    """A file that was last changed so many days ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    at = (now - timedelta(days=days_old)).timestamp()
    os.utime(path, (at, at))
    return path


def folder_of_chats(path: Path) -> Path:
    path.mkdir()
    File(path / "chats.jsonl").write(corpus("c", session("s", turn("a"), turn("b"))))
    return path


def test_on_an_empty_machine_there_is_no_source(library: LocalLibrary, home: Path) -> None:
    assert library.sources() == ()


def test_known_places_are_told_with_dates_and_what_is_deleted_soon(
    library: LocalLibrary, home: Path, clock: DrivenClock
) -> None:
    now = clock.now()
    projects = home / ".claude/projects"
    lay(projects / "-home-anna-x/one.jsonl", 25, now)
    lay(projects / "-home-anna-x/two.jsonl", 2, now, "four")
    lay(projects / "-home-anna-x/notes.txt", 200, now)
    lay(home / ".claude/history.jsonl", 24, now)
    lay(home / ".claude/plugins/of-another.jsonl", 29, now)
    lay(home / ".codex/sessions/2026/11/01/rollout.jsonl.zst", 3, now)
    (home / "Documents/Vault/.obsidian").mkdir(parents=True)
    lay(home / "Documents/Vault/Daily/today.md", 0, now)
    found = {source.name: source for source in library.sources()}
    assert set(found) == {"Claude Code", "Codex", "Obsidian"}
    claude = found["Claude Code"]
    assert (claude.path, claude.files, claude.size, claude.there) == (str(home / ".claude"), 3, 6, True)
    assert claude.oldest == now - timedelta(days=25)
    assert claude.newest == now - timedelta(days=2)
    assert (claude.deleted_after_days, claude.deleted_soon) == (30, 1)
    assert (claude.yes_at, claude.daily) == (None, False)
    assert found["Codex"].deleted_after_days is None
    assert found["Obsidian"].path == str(home / "Documents/Vault")


def test_no_file_is_opened_before_a_yes(library: LocalLibrary, home: Path, clock: DrivenClock) -> None:
    path = lay(home / ".claude/projects/x/one.jsonl", 1, clock.now())
    long_ago = datetime(2020, 1, 1, tzinfo=UTC).timestamp()
    os.utime(path, (long_ago, path.stat().st_mtime))
    path.chmod(0)
    assert [source.files for source in library.sources()] == [1]
    assert path.stat().st_atime == long_ago


def test_variables_lead_elsewhere_and_links_are_not_followed(
    library: LocalLibrary, home: Path, clock: DrivenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(home / "elsewhere/projects/x/one.jsonl", 1, clock.now())
    monkeypatch.setenv("CLAUDE_CONFIG_DIR", str(home / "elsewhere"))
    (home / "elsewhere/projects/x/loop").symlink_to(home / "elsewhere")
    assert [(s.path, s.files) for s in library.sources()] == [(str(home / "elsewhere"), 1)]


def test_a_folder_that_is_imported_is_a_source_and_a_single_file_is_none(
    running: LocalLibrary, home: Path, tmp_path: Path, clock: DrivenClock
) -> None:
    folder = folder_of_chats(tmp_path / "chats")
    running.wait_job(running.import_file(str(folder / "chats.jsonl")).id, 120.0)
    running.wait_job(running.preview_import(str(folder)).id, 120.0)
    assert running.sources() == ()
    running.wait_job(running.import_file(str(folder)).id, 120.0)
    (source,) = running.sources()
    assert (source.path, source.format, source.space, source.files) == (str(folder), "sessions", "personal", 1)
    assert (source.yes_at, source.last_at, source.daily) == (clock.now(), clock.now(), False)


def test_again_brings_in_what_is_new_in_each_source(running: LocalLibrary, home: Path, tmp_path: Path) -> None:
    folders = [folder_of_chats(tmp_path / name) for name in ("one", "two")]
    for folder in folders:
        running.wait_job(running.import_file(str(folder)).id, 120.0)
    File(folders[1] / "more.jsonl").write(corpus("d", session("s", turn("a", "new"))))
    jobs = [running.wait_job(job.id, 120.0) for job in running.import_again()]
    assert [job.message for job in jobs] == [
        "2 were here already.",
        "1 new session, 1 new memory, 2 were here already.",
    ]


def test_a_source_that_is_gone_deletes_nothing_and_is_told(running: LocalLibrary, home: Path, tmp_path: Path) -> None:
    folder = folder_of_chats(tmp_path / "chats")
    running.wait_job(running.import_file(str(folder)).id, 120.0)
    (folder / "chats.jsonl").unlink()
    folder.rmdir()
    assert running.import_again() == ()
    assert [source.there for source in running.sources()] == [False]
    assert len(running.turns(1)) == 2


def test_once_a_day_by_itself_only_where_it_is_ticked(
    running: LocalLibrary, home: Path, tmp_path: Path, clock: DrivenClock
) -> None:
    folders = [folder_of_chats(tmp_path / name) for name in ("one", "two")]
    for folder in folders:
        running.wait_job(running.import_file(str(folder)).id, 120.0)
    clock.advance(2 * 86_400)
    assert running.bring_in_daily() == 0
    assert running.daily_sources(True, (str(folders[0]),)).count == 1
    assert [source.daily for source in running.sources()] == [True, False]
    assert running.bring_in_daily() == 1
    assert running.wait_job(running.jobs(1)[0].id, 120.0).state is JobState.DONE
    assert running.bring_in_daily() == 0
    clock.advance(-5 * 86_400)
    assert running.bring_in_daily() == 0
    clock.advance(6 * 86_400)
    assert running.bring_in_daily() == 1
    running.wait_job(running.jobs(1)[0].id, 120.0)
    assert running.daily_sources(False).count == 2
    clock.advance(3 * 86_400)
    assert running.bring_in_daily() == 0


def test_the_yes_can_be_taken_back(running: LocalLibrary, home: Path, tmp_path: Path) -> None:
    folder = folder_of_chats(tmp_path / "chats")
    running.wait_job(running.import_file(str(folder)).id, 120.0)
    with pytest.raises(NotFound, match="not a source"):
        running.drop_sources((str(tmp_path),))
    assert running.drop_sources((str(folder),)).count == 1
    assert running.sources() == ()
    assert len(running.turns(1)) == 2


@pytest.mark.slow
def test_a_cancelled_import_says_how_to_take_it_back(running: LocalLibrary, tmp_path: Path) -> None:
    running.jobs_runner.stop()
    turns = [turn(f"t{n}", f"text {n}") for n in range(30_000)]
    job = running.import_file(str(File(tmp_path / "c.jsonl").write(corpus("c", session("s", *turns)))))
    running.jobs_runner.start()
    while not (running.job(job.id).result or {}).get("memories_new"):
        running.wait_job(job.id, 0.01)
    running.cancel_job(job.id)
    ended = running.wait_job(job.id, 120.0)
    assert ended.state is JobState.CANCELLED
    count = (ended.result or {})["memories_new"]
    assert ended.message == (
        f"Cancelled; {count:,} memories are in. Take them back as one act with: mnemoteca undo --space personal."
    )
    assert running.undo().count == count
    assert running.turns(1) == ()


def test_a_daily_source_that_fails_is_tried_again_a_day_later_and_not_each_hour(
    running: LocalLibrary, home: Path, clock: DrivenClock
) -> None:
    folder = home / "chats"
    folder.mkdir()
    file = File(folder / "a.jsonl")
    file.write(corpus("c", session("s", turn("a"))))
    running.wait_job(running.import_file(str(folder)).id, 120.0)
    running.daily_sources(True)
    clock.advance(25 * 3_600)
    (folder / "a.jsonl").write_text('{"name": "c", "sessions": [{"cut')
    assert running.bring_in_daily() == 1
    assert running.wait_job(running.jobs()[0].id, 120.0).state is JobState.FAILED
    clock.advance(3_600)
    assert running.bring_in_daily() == 0
    clock.advance(23 * 3_600)
    assert running.bring_in_daily() == 1


def test_what_is_due_daily_and_what_is_deleted_soon_are_rules() -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    assert is_due(now, None)
    assert is_due(now, now - timedelta(days=1))
    assert not is_due(now, now - timedelta(hours=23))
    assert deleted_from(now, None) is None
    assert deleted_from(now, 30) == now - timedelta(days=23)
