"""Single commits as memories, and what was said in the folder and time of a commit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.library.commits import Commits
from tests.driven import DrivenClock
from tests.unit.library.importers.repositories import Repository
from tests.unit.library.importing import Importing


class Remembering(Commits, Importing):
    """What brings in and remembers commits."""


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[Remembering]:
    library = Remembering(tmp_path / "data", clock)
    library.jobs_runner.start()
    yield library
    library.close()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "bakery")


def _chat(folder: Path, cwd: Path, at: str, id: str = "s1") -> Path:
    """A transcript of Claude Code that was held in a folder."""
    head = {"sessionId": id, "cwd": str(cwd), "timestamp": at, "gitBranch": "main", "parentUuid": None}
    lines = [
        head | {"type": "user", "uuid": f"{id}-1", "message": {"role": "user", "content": "bake bread"}},
        head | {"type": "assistant", "uuid": f"{id}-2", "parentUuid": f"{id}-1",
                "message": {"role": "assistant", "id": "m", "content": [{"type": "text", "text": "done"}]}},
    ]  # fmt: skip
    path = folder / f"{id}.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_a_commit_is_remembered_with_its_message_and_files_once(library: Remembering, repository: Repository) -> None:
    repository.commit("before", {"a.txt": "old\n"})
    hash = repository.commit("Bake bread", {"a.txt": "flour\n", "b.bin": b"\0"})
    found = library.remember_commit_context(hash[:10], str(repository.folder))
    assert (found.commit.source_id, found.commit.kind, found.new) == (hash, "commit", 2)
    assert found.commit.text == "Bake bread\n\nchanged a.txt\nadded b.bin"
    assert [(each.text, each.places) for each in found.files] == [("flour\n", (("file", "a.txt"),))]
    again = library.remember_commit_context(hash, str(repository.folder / "docs"))
    assert (again.commit.id, again.new) == (found.commit.id, 0)


def test_a_remembered_commit_is_known_again_by_the_import_of_its_history(
    library: Remembering, repository: Repository
) -> None:
    repository.commit("one", {"a": "1"})
    repository.commit("two", {"a": "2"})
    library.remember_commit_context("HEAD", str(repository.folder))
    result = library.bring_in(repository.folder, format="git").result or {}
    assert (result["memories_new"], result["unchanged"]) == (2, 2)
    assert [row[2] for row in library.rows("SELECT session, position, left(text, 3) FROM memories ORDER BY 1, 2")] == [
        "one", "1", "two", "2",
    ]  # fmt: skip


def test_without_a_path_the_repositories_that_came_in_are_asked(library: Remembering, repository: Repository) -> None:
    repository.commit("one", {"a": "1"})
    library.bring_in(repository.folder, format="git")
    newer = repository.commit("two", {"a": "2"})
    assert library.remember_commit_context(newer).commit.source_id == newer


def test_a_secret_in_a_commit_stays_out(library: Remembering, repository: Repository) -> None:
    repository.commit("key", {"a.env": "AWS_ACCESS_KEY_ID=AKIA" + "Q3EGRIZXWKJHNBVC\n"})
    found = library.remember_commit_context("HEAD", str(repository.folder))
    assert "‹secret: " in found.files[0].text


def test_a_session_and_the_commits_of_its_folder_and_time_are_linked_both_ways(
    library: Remembering, repository: Repository, tmp_path: Path
) -> None:
    hash = repository.commit("Bake", {"a": "1"}, "2024-05-01T10:20:00+02:00")
    repository.commit("Next week", {"a": "2"}, "2024-05-08T10:20:00+02:00")
    below = repository.folder / "docs"
    times = {"here": "2024-05-01T08:10:00Z", "later": "2024-05-03T08:10:00Z", "else": "2024-05-01T08:12:00Z"}
    for id, cwd in (("here", below), ("later", below), ("else", tmp_path / "bakery2")):
        library.bring_in(_chat(tmp_path, cwd, times[id], id), format="")
    library.bring_in(repository.folder, format="")
    found = library.remember_commit_context(hash)
    assert [each.source_id for each in found.sessions] == ["here"]
    assert [each.source_id for each in library.commits_of(found.sessions[0].id)] == [hash]


@pytest.mark.parametrize("named", ["", "main", "--all", "zzzz", "-n1", "abc;ls", "HEAD~1"])
def test_what_is_no_hash_never_reaches_git(library: Remembering, repository: Repository, named: str) -> None:
    repository.commit("one", {"a": "1"})
    with pytest.raises(BadInput, match="it is not the hash of a commit"):
        library.remember_commit_context(named, str(repository.folder))


def test_an_unknown_commit_space_or_repository_is_a_sentence(
    library: Remembering, repository: Repository, tmp_path: Path
) -> None:
    repository.commit("one", {"a": "1"})
    with pytest.raises(NotFound, match="There is no commit deadbeef in"):
        library.remember_commit_context("deadbeef", str(repository.folder))
    with pytest.raises(BadInput, match="no repository"):
        library.remember_commit_context("deadbeef", str(tmp_path / "nowhere"))
    with pytest.raises(NotFound, match="There is no commit deadbeef in"):
        library.remember_commit_context("deadbeef")
    with pytest.raises(NotFound):
        library.remember_commit_context("HEAD", str(repository.folder), "nowhere")
