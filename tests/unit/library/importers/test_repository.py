"""Git history: commits and what their files held, from repositories in every state, and nothing that is run."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.importing import RawTurn
from mnemoteca.core.jobs import JobState
from mnemoteca.library.importers import git_log
from mnemoteca.library.importers.repository import Git
from tests.driven import DrivenClock
from tests.unit.library.importers.asread import format_of, sessions, turns, unread, write
from tests.unit.library.importers.repositories import Repository
from tests.unit.library.importing import Importing, opened

NEXT_DAY = "2024-05-02T00:30:00+02:00"


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[Importing]:
    with opened(tmp_path / "data", clock) as library:
        yield library


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "bakery")


def _commits(folder: Path) -> list[RawTurn]:
    return [each for each in turns(Git(), folder) if each.kind == "commit"]


def _contents(folder: Path) -> list[tuple[str, str]]:
    return [(each.places[0][1], each.text) for each in turns(Git(), folder) if each.kind == "file"]


def test_commits_are_memories_with_message_files_author_and_time_a_day_a_session(repository: Repository) -> None:
    first = repository.commit("Bake\n\nwith love\n", {"bread.txt": "flour\n", "docs/a.md": "# A\n"})
    repository.commit("More", {"bread.txt": "more flour\n"}, NEXT_DAY)
    assert format_of(repository.folder) == "git"
    assert [
        (each.id, each.title, each.kind, each.source, each.folder) for each in sessions(Git(), repository.folder)
    ] == [
        ("2024-05-01", "bakery · 2024-05-01", "commits", "git", str(repository.folder)),
        ("2024-05-02", "bakery · 2024-05-02", "commits", "git", str(repository.folder)),
    ]
    commit = _commits(repository.folder)[0]
    assert (commit.id, commit.speaker, commit.moment.offset_min) == (first, "Ana", 120)
    assert commit.text == "Bake\n\nwith love\n\nadded bread.txt\nadded docs/a.md"
    assert commit.moment.at == datetime(2024, 5, 1, 8, tzinfo=UTC)
    assert commit.places == (("file", "bread.txt"), ("file", "docs/a.md"))
    assert _contents(repository.folder) == [
        ("bread.txt", "flour\n"), ("docs/a.md", "# A\n"), ("bread.txt", "more flour\n"),
    ]  # fmt: skip


def test_a_history_counts_as_expected_and_changes_nothing_the_second_time(
    library: Importing, repository: Repository
) -> None:
    repository.commit("a", {"a": "1"})
    repository.commit("b", {"a": "2"}, NEXT_DAY)
    assert library.bring_in(repository.folder, format="").message == "2 new sessions, 4 new memories."
    assert (library.bring_in(repository.folder, format="").result or {})["unchanged"] == 4
    repository.commit("c", {"a": "3"}, NEXT_DAY)
    result = library.bring_in(repository.folder, format="").result or {}
    assert (result["sessions_new"], result["memories_new"], result["unchanged"]) == (0, 2, 4)


def test_a_clone_in_another_folder_is_the_same_repository(
    library: Importing, repository: Repository, tmp_path: Path
) -> None:
    repository.commit("a", {"a": "1"})
    library.bring_in(repository.folder, format="")
    repository.git("clone", "-q", str(repository.folder), str(tmp_path / "elsewhere"))
    assert (library.bring_in(tmp_path / "elsewhere", format="").result or {})["memories_new"] == 0


def test_a_merge_commit_names_what_it_merged_and_repeats_no_files(repository: Repository) -> None:
    repository.commit("base", {"a": "1"})
    repository.git("checkout", "-q", "-b", "side")
    side = repository.commit("side", {"b": "2"})
    repository.git("checkout", "-q", "main")
    repository.commit("main", {"c": "3"})
    repository.git("merge", "-q", "--no-ff", "-m", "Join", "side")
    assert _commits(repository.folder)[-1].text == f"Join\n\nmerges {side}"
    assert sorted(_contents(repository.folder)) == [("a", "1"), ("b", "2"), ("c", "3")]


def test_a_renamed_file_is_named_both_ways_and_its_content_is_kept_once(repository: Repository) -> None:
    repository.commit("a", {"old.txt": "the same\n" * 5})
    repository.git("mv", "old.txt", "new.txt")
    repository.commit("move", {})
    assert _commits(repository.folder)[1].text == "move\n\nrenamed old.txt → new.txt"
    assert _commits(repository.folder)[1].places == (("file", "new.txt"), ("file", "old.txt"))
    assert len(_contents(repository.folder)) == 1


@pytest.mark.skipif(os.name == "nt", reason="such names can't be there")
def test_names_with_quotes_line_breaks_emoji_and_bytes_that_are_no_text_are_kept_apart(repository: Repository) -> None:
    odd = ['a "quoted" name', "two\nlines", "🍞 وصفة", ":100644 100644 x y M", "-n", "tab\there"]
    write(repository.folder, dict.fromkeys(odd, "x"))
    (repository.folder / os.fsdecode(b"caf\xe9")).write_bytes(b"y")
    repository.commit("odd", {})
    (commit,) = _commits(repository.folder)
    assert {value for _, value in commit.places} == {*odd, "caf\N{REPLACEMENT CHARACTER}"}
    assert len(commit.text.splitlines()) == 2 + 7


def test_submodules_links_binaries_large_and_generated_files_are_named_but_not_kept(
    repository: Repository, tmp_path: Path
) -> None:
    inner = Repository(tmp_path / "inner")
    inner.commit("inner", {"x": "inside"})
    repository.git("submodule", "--quiet", "add", str(inner.folder), "vendor")
    (repository.folder / "link").symlink_to("/etc/passwd")
    files: dict[str, str | bytes] = {
        "image.png": b"\x89PNG\0\0", "large.txt": "x\n" * 40_000, "package-lock.json": "{}", "site.min.js": "x",
        "made.py": "# @generated by a tool\n", "wide.js": "x" * 6_000, "empty": "", "real.py": "print(1)\n",
    }  # fmt: skip
    repository.commit("all", files)
    assert [name for name, _ in _contents(repository.folder)] == [".gitmodules", "real.py"]
    text = _commits(repository.folder)[0].text
    assert "submodule vendor" in text
    assert all(f"added {name}" in text for name in (*files, "link"))


def test_a_repository_in_the_middle_of_a_rebase_is_read_and_left_as_it_is(repository: Repository) -> None:
    repository.commit("base", {"a": "1\n"})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit("side", {"a": "2\n"})
    repository.git("checkout", "-q", "main")
    repository.commit("main", {"a": "3\n"})
    repository.git("rebase", "side", fails=True)
    before = repository.git("status", "--porcelain=v2", "--branch")
    assert "rebase" in repository.git("status")
    assert {each.text.partition("\n")[0] for each in _commits(repository.folder)} == {"base", "side", "main"}
    assert repository.git("status", "--porcelain=v2", "--branch") == before


def test_a_shallow_repository_gives_what_it_has_and_is_known_by_where_it_came_from(
    repository: Repository, tmp_path: Path
) -> None:
    for number in range(5):
        repository.commit(str(number), {"a": str(number)})
    url = f"file://{repository.folder}"
    repository.git("clone", "-q", "--depth", "2", url, str(tmp_path / "shallow"))
    assert len(_commits(tmp_path / "shallow")) == 2
    assert sessions(Git(), tmp_path / "shallow")[0].collection.endswith("bakery")
    assert unread(Git(), tmp_path / "shallow") == []


def test_an_empty_repository_is_a_sentence(library: Importing, repository: Repository) -> None:
    job = library.bring_in(repository.folder, format="")
    assert job.state is JobState.FAILED
    assert "the repository has no commits yet" in job.message


def test_a_folder_that_only_looks_like_a_repository_is_a_sentence(library: Importing, tmp_path: Path) -> None:
    folder = write(tmp_path / "x", {".git/HEAD": "nonsense", "a.txt": "a"})
    job = library.bring_in(folder, format="git")
    assert "it is no repository that git can read" in job.message


def test_a_bare_repository_and_one_without_files_are_read(repository: Repository, tmp_path: Path) -> None:
    repository.commit("nothing in it", {})
    assert format_of(repository.folder) == "git"
    repository.git("clone", "-q", "--bare", str(repository.folder), str(tmp_path / "bare.git"))
    assert format_of(tmp_path / "bare.git") == "git"
    assert [each.text for each in _commits(tmp_path / "bare.git")] == ["nothing in it"]


def test_missing_objects_end_the_history_with_a_sentence(repository: Repository) -> None:
    hash = repository.commit("a", {"a": "1"})
    repository.commit("b", {"a": "2"})
    (repository.folder / ".git/objects" / hash[:2] / hash[2:]).unlink()
    assert ("", "its history ends too early: objects are missing or damaged") in unread(Git(), repository.folder)


@pytest.mark.skipif(os.name == "nt", reason="the traps are shell scripts")
def test_a_content_that_is_damaged_is_listed_and_those_after_it_come_in(repository: Repository) -> None:
    repository.commit("a", {name: f"{name} " * 50 for name in "abcd"})
    for name in "ac":
        blob = repository.git("rev-parse", f"HEAD:{name}")
        file = repository.folder / ".git" / "objects" / blob[:2] / blob[2:]
        file.chmod(0o600)
        whole = file.read_bytes()
        file.write_bytes(whole[:20] + b"\0" * 10 + whole[30:])
    assert [name for name, _ in _contents(repository.folder)] == ["b", "d"]
    assert [reason for _, reason in unread(Git(), repository.folder)] == [
        "what the file held is damaged in the repository"
    ] * 2


def test_nothing_that_a_repository_names_is_run(repository: Repository, tmp_path: Path) -> None:
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch {sprung}\ncat\n")
    trap.chmod(0o755)
    repository.commit("a", {"a.txt": "1", ".gitattributes": "* diff=evil filter=evil\n"})
    repository.commit("b", {"a.txt": "2"})
    for name in (
        "core.fsmonitor", "core.pager", "pager.log", "diff.external", "diff.evil.command", "diff.evil.textconv",
        "filter.evil.smudge", "filter.evil.clean", "filter.evil.process", "core.sshCommand", "gpg.program",
        "core.editor", "core.askPass", "alias.log", "alias.cat-file", "uploadpack.packObjectsHook",
    ):  # fmt: skip
        repository.git("config", name, f"!{trap}" if name.startswith("alias") else str(trap))
    repository.git("config", "log.showSignature", "true")
    for hook in ("post-checkout", "reference-transaction", "pre-auto-gc", "post-index-change"):
        (repository.folder / ".git/hooks" / hook).parent.mkdir(exist_ok=True)
        (repository.folder / ".git/hooks" / hook).write_bytes(trap.read_bytes())
        (repository.folder / ".git/hooks" / hook).chmod(0o755)
    sprung.unlink(missing_ok=True)
    assert len(_commits(repository.folder)) == 2
    assert not sprung.exists()


def test_a_time_outside_the_calendar_is_unknown_and_an_odd_zone_is_harmless() -> None:
    assert git_log.read_date("99999999999999 +0000").at is None
    assert git_log.read_date("x").at is None
    assert git_log.read_date("0 +9999").at is not None
    assert git_log.read_date("0 -0330").offset_min == -210


@given(st.lists(st.binary(max_size=60)))
def test_any_output_of_a_log_is_taken_or_passed_over(given: list[bytes]) -> None:
    for commit in git_log.commits(iter([b"a" * 40, b"", b"0 +0000", b"x", b"m", *given])):
        git_log.text_of(commit).encode()


@pytest.mark.long
def test_ten_thousand_commits_are_read_within_a_minute(repository: Repository) -> None:
    told = b"".join(
        b"commit refs/heads/main\ncommitter A <a@b> %d +0000\ndata 5\nhello\nM 100644 inline f%d\ndata 6\n%06d\n"
        % (1_600_000_000 + number * 3600, number % 500, number)
        for number in range(1, 10_001)
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=repository.folder, input=told, check=True)
    began = time.process_time()
    assert len(_commits(repository.folder)) == 10_000
    assert time.process_time() - began < 60


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_files_beside_the_history_are_not_looked_at(library: Importing, repository: Repository) -> None:
    repository.commit("a", {"a": "1"})
    (repository.folder / "out").symlink_to("/etc")
    assert library.left_out(library.bring_in(repository.folder, format="")) == []
