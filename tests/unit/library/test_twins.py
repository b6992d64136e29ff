"""The same conversation from two sources is shown once; what is only alike stays two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.jobs import JobState
from mnemoteca.core.preview import ImportOptions, Preview
from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importing import File, corpus, session, turn


@pytest.fixture
def running(library: LocalLibrary) -> LocalLibrary:
    library.jobs_runner.start()
    return library


def talk(name: str, *words: str, first: int = 0) -> list[dict[str, Any]]:
    """Turns with ids of their own source, a minute apart."""
    return [
        turn(f"{name}-{n}", word, at=f"2026-01-01T10:{n:02}:00Z", role=("user", "assistant")[n % 2])
        for n, word in enumerate(words, first)
    ]


def brought_in(library: LocalLibrary, path: Path, options: ImportOptions = ImportOptions()) -> dict[str, int]:
    job = library.wait_job(library.import_file(str(path), options=options).id, 60.0)
    assert job.state is JobState.DONE, job.message
    return job.result or {}


def elsewhere(name: str, *sessions: Any) -> dict[str, Any]:
    """What another tool tells."""
    return corpus(name, *sessions, source="Phone")


def looked_at(library: LocalLibrary, path: Path) -> Preview:
    return library.preview(library.wait_job(library.preview_import(str(path)).id, 60.0).id)


def texts(library: LocalLibrary) -> list[list[str]]:
    found = [[each.text for each in library.turns(one.id, 0, 9_999)] for one in library.sessions()]
    return sorted(found)


@pytest.fixture
def first(running: LocalLibrary, tmp_path: Path) -> LocalLibrary:
    whole = session("s", *talk("x", "a", "b", "c", "d"), title="Tea")
    brought_in(running, File(tmp_path / "one.jsonl").write(corpus("one", whole, source="Desk")))
    return running


def test_the_preview_says_where_it_is_here_from_and_the_import_passes_it_by(
    first: LocalLibrary, tmp_path: Path
) -> None:
    path = File(tmp_path / "two.jsonl").write(
        elsewhere("two", session("t", *talk("y", "a", "b", "c", "d")), session("u", *talk("z", "other", "words")))
    )
    seen = looked_at(first, path)
    assert (seen.elsewhere, seen.elsewhere_from, seen.new, seen.unchanged) == (1, ("Desk",), 2, 4)
    assert (seen.sessions, seen.sessions_new) == (2, 1)
    for again in (False, True):
        result = brought_in(first, path)
        told = {name: result[name] for name in ("elsewhere", "memories_new", "unchanged", "sessions_new")}
        assert told == {
            "elsewhere": 1, "memories_new": 0 if again else 2, "unchanged": 6 if again else 4,
            "sessions_new": 0 if again else 1,
        }  # fmt: skip
    assert texts(first) == [["a", "b", "c", "d"], ["other", "words"]]


def test_one_that_has_gone_on_elsewhere_goes_on_here_once(first: LocalLibrary, tmp_path: Path) -> None:
    file = File(tmp_path / "two.jsonl")
    for words in ("abcdef", "abcdefgh", "abcdefgh"):
        path = file.write(elsewhere("two", session("t", *talk("y", *words))))
        assert looked_at(first, path).sessions_new == 0
        brought_in(first, path)
        assert texts(first) == [list(words)]


def test_a_common_beginning_that_leads_elsewhere_is_another_conversation(first: LocalLibrary, tmp_path: Path) -> None:
    path = File(tmp_path / "two.jsonl").write(elsewhere("two", session("t", *talk("y", "a", "b", "x"))))
    assert looked_at(first, path).elsewhere == 0
    assert brought_in(first, path)["memories_new"] == 3
    assert texts(first) == [["a", "b", "c", "d"], ["a", "b", "x"]]


def test_a_fork_at_one_source_stays_a_conversation_of_its_own(first: LocalLibrary, tmp_path: Path) -> None:
    path = File(tmp_path / "two.jsonl").write(corpus("one", session("fork", *talk("f", "a", "b", "c", "d"))))
    assert brought_in(first, path)["memories_new"] == 4


def test_what_was_forgotten_stays_forgotten_until_it_is_asked_back(first: LocalLibrary, tmp_path: Path) -> None:
    (only,) = first.sessions()
    first.forget_session(only.id)
    again = tmp_path / "one.jsonl"
    other = File(tmp_path / "two.jsonl").write(elsewhere("two", session("t", *talk("y", "a", "b", "c", "d"))))
    for path in (again, other):
        assert looked_at(first, path).in_trash == 4
        assert brought_in(first, path)["in_trash"] == 4
        assert texts(first) == []
    for path in (again, other):
        assert brought_in(first, path, ImportOptions(bring_back=True))["brought_back"] == 4
        assert texts(first) == [["a", "b", "c", "d"]]
        first.undo()
        assert texts(first) == []


def test_a_changed_turn_in_the_trash_comes_back_as_it_is_now(first: LocalLibrary, tmp_path: Path) -> None:
    (only,) = first.sessions()
    first.forget_session(only.id)
    changed = File(tmp_path / "one.jsonl").write(corpus("one", session("s", *talk("x", "a", "B", "c", "d"))))
    brought_in(first, changed, ImportOptions(bring_back=True))
    assert texts(first) == [["a", "B", "c", "d"]]
    first.undo()
    assert texts(first) == []


@pytest.mark.slow
def test_a_long_conversation_is_seen_whole_before_it_is_decided(running: LocalLibrary, tmp_path: Path) -> None:
    def long(name: str, last: str) -> list[dict[str, Any]]:
        hours = [turn(f"{name}{n}", f"word {n}", at=f"2026-01-{n // 1440 + 1:02}T{n // 60 % 24:02}:{n % 60:02}:00Z")
                 for n in range(2_500)]  # fmt: skip
        return [*hours, turn(f"{name}last", last, at="2026-02-01T00:00:00Z")]

    brought_in(running, File(tmp_path / "one.jsonl").write(corpus("one", session("s", *long("x", "end")))))
    same = File(tmp_path / "two.jsonl").write(elsewhere("two", session("t", *long("y", "end"))))
    result = brought_in(running, same)
    assert (result["elsewhere"], result["unchanged"], result["memories_new"]) == (1, 2_501, 0)
    similar = File(tmp_path / "three.jsonl").write(elsewhere("three", session("u", *long("z", "another end"))))
    assert looked_at(running, similar).new == 2_501
    assert brought_in(running, similar)["memories_new"] == 2_501
    assert len(running.sessions()) == 2


def test_a_title_follows_its_source_and_comes_back_with_an_undo(first: LocalLibrary, tmp_path: Path) -> None:
    renamed = File(tmp_path / "one.jsonl").write(corpus("one", session("s", *talk("x", *"abcd"), title="Green tea")))
    assert brought_in(first, renamed)["retitled"] == 1
    assert brought_in(first, renamed)["retitled"] == 0
    assert [each.title for each in first.sessions()] == ["Green tea"]
    first.undo()
    assert [each.title for each in first.sessions()] == ["Tea"]
    first.redo()
    assert [each.title for each in first.sessions()] == ["Green tea"]


def test_a_corpus_that_names_no_source_is_taken_as_it_is(first: LocalLibrary, tmp_path: Path) -> None:
    path = File(tmp_path / "two.jsonl").write(corpus("two", session("t", *talk("y", "a", "b", "c", "d"))))
    assert looked_at(first, path).elsewhere == 0
    assert brought_in(first, path)["memories_new"] == 4


def test_two_conversations_of_one_file_that_go_on_the_same_one_each_have_their_own_place(
    first: LocalLibrary, tmp_path: Path
) -> None:
    both = (session(f"t{n}", *talk(f"y{n}", "a", "b", "c", "d", f"then {n}", f"and {n}")) for n in range(3))
    brought_in(first, File(tmp_path / "two.jsonl").write(elsewhere("two", *both)))
    (told,) = texts(first)
    assert told[:4] == ["a", "b", "c", "d"]
    assert sorted(told[4:]) == sorted(f"{word} {n}" for n in range(3) for word in ("then", "and"))
    with first.store.read() as reader:
        rows = reader.all("SELECT position FROM memories")
    assert len(set(rows)) == len(rows) == 10
