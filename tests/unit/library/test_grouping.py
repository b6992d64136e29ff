"""Sessions stand together by source or by project, and stay so while others come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnemoteca.core.views import Group, ListQuery, Place, View, ViewChanged
from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importing import File, corpus, session, turn


def bring(library: LocalLibrary, path: Path, source: str, *names: str) -> None:
    told = corpus(
        source,
        *(session(f"{source}-{n}", turn(f"{source}-{n}", f"{n} of {source}"), title=n) for n in names),
        source=source,
    )
    library.wait_job(library.import_file(str(File(path).write(told))).id, 60.0)


@pytest.fixture
def running(library: LocalLibrary, tmp_path: Path) -> LocalLibrary:
    library.jobs_runner.start()
    bring(library, tmp_path / "b.jsonl", "beta", "one", "two")
    bring(library, tmp_path / "a.jsonl", "Alpha", "three")
    return library


def titles(library: LocalLibrary, view: View) -> list[str]:
    return [each.title for each in library.rows(view.view, 0, 100).sessions]


def test_sessions_stand_by_their_source(running: LocalLibrary) -> None:
    view = running.open_view(ListQuery(Place.SESSIONS, group=Group.SOURCE))
    assert (view.days, view.count) == (((0, "Alpha"), (1, "beta")), 3)
    assert titles(running, view) == ["three", "two", "one"]


def test_sessions_without_a_project_come_last(running: LocalLibrary, tmp_path: Path) -> None:
    head = {"type": "user", "sessionId": "s1", "uuid": "u1", "cwd": "/home/ana/boats"}
    folder = tmp_path / ".claude" / "projects" / "boats"
    folder.mkdir(parents=True)
    line = {
        **head,
        "timestamp": "2026-11-20T10:00:00Z",
        "parentUuid": None,
        "message": {"role": "user", "content": "How do I sail?"},
    }
    (folder / "s1.jsonl").write_text(json.dumps(line) + "\n")
    running.wait_job(running.import_file(str(folder / "s1.jsonl")).id, 60.0)
    view = running.open_view(ListQuery(Place.SESSIONS, group=Group.PROJECT))
    assert view.days == ((0, "/home/ana/boats"), (1, ""))


def test_what_changes_in_a_grouped_list_is_told_as_a_whole(running: LocalLibrary) -> None:
    view = running.open_view(ListQuery(Place.SESSIONS, group=Group.SOURCE))
    told: list[object] = []
    running.listen(told.append)
    running.capture("a note")
    running.follow_views(view.change + 1, running.store.last_change)
    (news,) = (each for each in told if isinstance(each, ViewChanged))
    assert (news.count, news.touched, news.days) == (4, (-1,), ((0, "Alpha"), (1, "beta"), (3, "note")))
    assert titles(running, view)[:3] == ["three", "two", "one"]
