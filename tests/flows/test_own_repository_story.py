"""The project's own history comes in, and a session in its folder is linked to the commits made meanwhile."""

from __future__ import annotations

import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.library import Library
from tests.flows.test_service_start import client_of
from tests.unit.library.importers.transcripts import Claude, text

ROOT = Path(__file__).resolve().parents[2]


def git(*words: str) -> str:
    return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False).stdout.strip()


def brought_in(library: Library, path: Path, format: str = "") -> dict[str, int]:
    job: Job = library.import_file(str(path), format=format)
    while job.state in (JobState.WAITING, JobState.RUNNING):
        job = library.wait_job(job.id, 5.0)
    assert job.state is JobState.DONE, job.message
    return dict(job.result or {})


@pytest.mark.slow
@pytest.mark.skipif(not git("rev-parse", "HEAD"), reason="a checkout without its history")
def test_the_projects_own_repository_comes_in_and_a_session_of_its_folder_is_linked_to_its_commits(
    data_folder: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"  # a clone: somebody may be at work on the project meanwhile
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(own)], check=True)
    hash, at = git("-C", str(own), "log", "-1", "--format=%H %aI").split(" ")
    talk = Claude(cwd=str(own))
    talk.user("u1", "Is it done?", timestamp=at)
    talk.assistant("a1", text("It is."), timestamp=at)
    with client_of(data_folder) as client:
        library = client.library
        brought_in(library, talk.write(tmp_path / "talks"))
        first = brought_in(library, own, "git")
        assert first["memories_new"] >= int(git("-C", str(own), "rev-list", "--count", "HEAD"))
        assert first["skipped"] == 0
        known = library.remember_commit_context(hash, str(own))
        assert known.new == 0  # it came in with the history
        assert known.commit.text.startswith(git("-C", str(own), "log", "-1", "--format=%s"))
        assert known.commit.occurred_at == datetime.fromisoformat(at)
        assert [each.source for each in known.sessions] == ["Claude Code"]
        assert known.commit.id in [each.id for each in library.commits_of(known.sessions[0].id)]
        again = brought_in(library, own, "git")
        assert (again["memories_new"], again["changed"]) == (0, 0)
        assert again["unchanged"] == first["memories_new"] + first["unchanged"]
