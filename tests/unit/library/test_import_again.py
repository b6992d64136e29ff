"""Importing again: nothing twice, what grew goes on, what changed becomes a version, an import is one act."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnemoteca.core.memory import State
from tests.driven import DrivenClock
from tests.unit.library.importing import File, Importing, broken_off, corpus, opened, session, turn


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[Importing]:
    with opened(tmp_path / "data", clock) as library:
        yield library


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "chats.jsonl")


def test_the_same_file_again_changes_nothing(library: Importing, file: File) -> None:
    file.write(corpus("c", session("s1", turn("a"), turn("b")), session("s2", turn("d"))))
    library.bring_in(file.path)
    before = library.store.last_change, library.history()
    assert library.bring_in(file.path).message == "3 were here already."
    assert (library.store.last_change, library.history()) == before


def test_the_same_corpus_under_another_path_is_the_same(library: Importing, file: File, tmp_path: Path) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("a")))))
    moved = tmp_path / "elsewhere.jsonl"
    moved.write_bytes(file.path.read_bytes())
    assert library.bring_in(moved).message == "1 was here already."


def test_in_another_space_it_comes_in_anew(library: Importing, file: File) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("a")))))
    assert library.bring_in(file.path, library.new_space()).message == "1 new session, 1 new memory."


def test_a_session_that_grew_goes_on_in_the_order_of_its_file(library: Importing, file: File) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("b"), turn("d")))))
    library.bring_in(file.write(corpus("c", session("s", *map(turn, "abcde")))))
    assert [m.source_id for m in library.turns(1)] == list("abcde")
    library.bring_in(file.write(corpus("c", session("s", turn("f"), turn("g")))))  # only what is new
    assert [m.source_id for m in library.turns(1)] == list("abcdefg")
    assert len(library.sessions()) == 1


def test_a_changed_turn_becomes_a_version_with_its_state(library: Importing, file: File) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("a", "one", tags=["t"]), turn("b")))))
    library.pin((1,))
    assert library.bring_in(file.write(corpus("c", session("s", turn("a", "two"), turn("b"))))).message == (
        "1 changed, 1 was here already."
    )
    now = library.turns(1)
    assert [(m.text, m.pinned, m.tags) for m in now] == [("two", True, ("t",)), ("hello", False, ())]
    assert [v.text for v in library.versions(now[0].id)] == ["one", "two"]
    assert library.memory(1).state is State.FORMER
    assert library.bring_in(file.path).message == "2 were here already."
    library.bring_in(file.write(corpus("c", session("s", turn("a", "three"), turn("b")))))
    assert [v.text for v in library.versions(1)] == ["one", "two", "three"]


def test_an_import_is_one_act_that_can_be_undone_and_done_again(library: Importing, file: File) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("a", "one"), turn("b")))))
    library.bring_in(file.write(corpus("c", session("s", turn("a", "two"), turn("b"), turn("d")))))
    assert [(act.kind, act.count) for act in library.history()] == [("import", 2), ("import", 2)]
    library.undo()
    assert [m.text for m in library.turns(1)] == ["one", "hello"]
    library.undo()
    assert library.turns(1) == ()
    library.redo()
    library.redo()
    assert [m.text for m in library.turns(1)] == ["two", "hello", "hello"]


def test_what_was_forgotten_stays_so_when_it_is_imported_again(library: Importing, file: File) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("a"), turn("b")))))
    library.forget((1,))
    assert library.bring_in(file.path).message == "2 were here already, 1 of these is in the trash."
    library.bring_in(file.write(corpus("c", session("s", turn("a", "other"), turn("b")))))
    assert [m.source_id for m in library.turns(1)] == ["b"]


def test_a_note_that_was_edited_by_hand_is_not_set_back_by_its_file(library: Importing, file: File) -> None:
    library.bring_in(file.write(corpus("c", session("s", turn("a", "as it was", role="note")))))
    library.edit(1, "as I want it")
    assert library.bring_in(file.path).message == "1 was here already."
    assert [m.text for m in library.turns(1)] == ["as I want it"]


def test_without_ids_content_and_order_tell_what_is_the_same(library: Importing, file: File) -> None:
    library.bring_in(file.write(corpus("c", session(None, turn(None, "ok"), turn(None, "go"), turn(None, "ok")))))
    job = library.bring_in(file.write(corpus("c", session(None, *[turn(None, t) for t in ("ok", "new", "go", "ok")]))))
    assert job.message == "1 new memory, 3 were here already."
    assert [(m.text, m.source_id) for m in library.turns(1)] == [("ok", ""), ("new", ""), ("go", ""), ("ok", "")]


# -- any way of cutting a corpus into lines gives the same library

TEXTS = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


@st.composite
def corpora(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Sessions of one corpus, their turns' ids unique."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=4))
    texts = draw(st.lists(TEXTS, min_size=sum(sizes), max_size=sum(sizes)))
    numbers = iter(range(sum(sizes)))
    ids = [[next(numbers) for _ in range(size)] for size in sizes]
    return [session(f"s{n}", *[turn(f"t{i}", texts[i]) for i in each]) for n, each in enumerate(ids)]


def cut(sessions: list[dict[str, Any]], draw: Callable[..., Any]) -> list[list[dict[str, Any]]]:
    """The sessions in parts, the parts of one in order, on lines with whatever others."""
    parts = []
    for each in sessions:
        turns = each["turns"]
        at = [*sorted(draw(st.sets(st.integers(1, len(turns)), max_size=3))), len(turns)]
        pieces = [turns[a:b] for a, b in zip([0, *at], at, strict=False) if a < b]
        parts.append([{**each, "turns": piece} for piece in pieces])
    lines: list[list[dict[str, Any]]] = [[]]
    while any(parts):
        chosen = draw(st.sampled_from([n for n, left in enumerate(parts) if left]))
        if draw(st.booleans()):
            lines.append([])
        lines[-1].append(parts[chosen].pop(0))
    return [line for line in lines if line]


@pytest.mark.slow
def test_any_cutting_and_shuffling_of_a_corpus_gives_the_same_library(library: Importing, file: File) -> None:
    @settings(max_examples=12, deadline=None)
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        sessions = data.draw(corpora())
        one, two = library.new_space(), library.new_space()
        library.bring_in(file.write(corpus("c", *sessions)), one)
        library.bring_in(file.write(*[corpus("c", *line) for line in cut(sessions, data.draw)]), two)
        assert library.contents(one) == library.contents(two)
        change = library.store.last_change
        library.bring_in(file.write(corpus("c", *sessions)), two)
        assert library.store.last_change == change

    check()


@pytest.mark.slow
def test_a_corpus_that_grew_ends_as_if_it_had_come_at_once(library: Importing, file: File) -> None:
    @settings(max_examples=12, deadline=None)
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        sessions = data.draw(corpora())
        fewer = [{**each, "turns": [t for t in each["turns"] if data.draw(st.booleans())]} for each in sessions]
        one, two = library.new_space(), library.new_space()
        library.bring_in(file.write(corpus("c", *fewer)), one)
        library.bring_in(file.write(corpus("c", *sessions)), one)
        library.bring_in(file.path, two)
        assert library.contents(one) == library.contents(two)

    check()


# -- going on after an end in the middle


@pytest.mark.slow
@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_an_import_that_was_broken_off_ends_with_the_counts_of_an_undisturbed_one(
    tmp_path: Path, file: File, at: int
) -> None:
    turns = [turn(f"t{n}", f"text {n % 50}" if n % 7 else "") for n in range(1200)]
    bad = session("bad", turn("t3"), 5)
    file.write(corpus("c", session("s", *turns[:700]), bad), corpus("c", session("s", *turns[700:])))
    with opened(tmp_path / "whole", DrivenClock()) as whole:
        undisturbed = whole.bring_in(file.path)
        contents = whole.contents()
    library = broken_off(tmp_path / "data", file.path, batches=at)
    library.jobs_runner.start()
    job = library.wait_job(1, 60.0)
    assert (job.result, job.message) == (undisturbed.result, undisturbed.message)
    assert library.contents() == contents
    assert [(act.kind, act.count) for act in library.history()] == [("import", len(contents))]
    assert len(library.left_out(job)) == 2
    library.close()


def test_a_file_that_is_another_one_by_the_time_it_goes_on_is_read_from_its_beginning(
    tmp_path: Path, file: File
) -> None:
    file.write(corpus("c", session("s", *[turn(f"t{n}") for n in range(900)])))
    library = broken_off(tmp_path / "data", file.path, batches=1)
    file.write(corpus("c", session("s", turn("new"), *[turn(f"t{n}") for n in range(900)])))
    os.utime(file.path, ns=(time.time_ns(), time.time_ns() + 1))
    library.jobs_runner.start()
    library.wait_job(1, 60.0)
    assert [row[2] for row in library.contents()] == ["new", *[f"t{n}" for n in range(900)]]
    library.close()


@pytest.mark.slow
def test_while_a_person_keeps_notes_an_import_goes_on_in_small_parts_and_ends_with_the_same_counts(
    library: Importing, file: File
) -> None:
    turns = [turn(f"t{n}", f"text {n}") if n % 50 else turn(f"t{n}", "") for n in range(2_500)]
    job = library.import_file(str(file.write(corpus("c", session("s", *turns)))), format="sessions")
    kept = 0
    while library.job(job.id).ended_at is None:
        library.capture(f"note {kept}")
        kept += 1
    job = library.job(job.id)
    assert kept
    assert job.message == "1 new session, 2,450 new memories, 50 were empty."
    assert library.rows("SELECT count(*), count(DISTINCT source_id) FROM memories WHERE kind = 'turn'") == [
        (2450, 2450)
    ]
    assert [row[0] for row in library.contents() if row[0]] == ["c"] * 2450
    numbers = library.rows("SELECT min(number), max(number), count(*) FROM changes")[0]
    assert numbers[0] == 1
    assert numbers[1] == numbers[2]
