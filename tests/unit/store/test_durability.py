"""Killed at any moment: what was acknowledged is there, once."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.unit.store.given import child, killed_at, names, numbers, opened, space_named


@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 9, 40])
def test_a_writer_that_is_killed_loses_nothing_that_it_acknowledged(tmp_path: Path, after: int) -> None:
    process = child(tmp_path, "write")
    assert process.stdout
    acknowledged = [int(process.stdout.readline()) for _ in range(after)]
    process.send_signal(signal.SIGKILL)
    acknowledged += [int(line) for line in process.stdout.read().split()]  # what readline took in beyond its line, too
    process.communicate(timeout=180)
    with opened(tmp_path) as store:
        found = numbers(store)
        assert found == list(range(1, len(found) + 1))
        assert set(acknowledged) <= set(found)
        assert len(found) <= len(acknowledged) + 1
        assert names(store) == [f"space {n}" for n in found]
        assert store.notices == []


def test_a_kill_before_the_commit_leaves_nothing_of_the_work(tmp_path: Path) -> None:
    assert killed_at("commit.before:3", tmp_path, "write") == ["1", "2"]
    with opened(tmp_path) as store:
        assert names(store) == ["space 1", "space 2"]


def test_a_kill_after_the_commit_leaves_the_whole_work_though_it_was_not_acknowledged(tmp_path: Path) -> None:
    assert killed_at("commit.after:3", tmp_path, "write") == ["1", "2"]
    with opened(tmp_path) as store:
        assert numbers(store) == [1, 2, 3]
        assert store.notices == []
        assert store.write(space_named("next")) == 4


@pytest.mark.parametrize("place", ["checkpoint", "backup"])
def test_a_kill_in_a_checkpoint_or_backup_loses_nothing(tmp_path: Path, place: str) -> None:
    assert killed_at(f"{place}:1", tmp_path, place) == ["1"]
    with opened(tmp_path) as store:
        assert names(store) == ["kept"]
        assert list((tmp_path).glob("backups/*")) == []
