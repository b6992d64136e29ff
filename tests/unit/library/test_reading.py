"""Reading a session without having its turns: found places, the outline, where a day begins; along one path."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mnemoteca.core.outline import Sort
from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importing import File, corpus, session, turn


@pytest.fixture
def read(library: LocalLibrary, tmp_path: Path) -> LocalLibrary:
    """A library with one session of 300 turns, ten a day from the first of March 2024 on."""
    turns = (turn(f"t{n}", f"Turn {n}: Café" if n % 100 == 7 else f"turn {n}", at=_at(n)) for n in range(300))
    path = File(tmp_path / "chats.jsonl").write(corpus("c", session("s", *turns)))
    library.jobs_runner.start()
    library.wait_job(library.import_file(str(path)).id, 60.0)
    return library


def _at(n: int) -> str:
    return f"2024-03-{1 + n // 10:02}T10:{n % 10:02}:00Z"


def test_what_stands_in_a_session_is_found_in_its_order_with_its_places(read: LocalLibrary) -> None:
    found = read.find_in_session(1, "cafe")
    assert [(each.at, each.spans) for each in found.turns] == [
        (7, ((8, 12),)),
        (107, ((10, 14),)),
        (207, ((10, 14),)),
    ]
    ids = [each.id for each in read.turns(1, 0, 500)]
    assert [each.id for each in found.turns] == [ids[7], ids[107], ids[207]]
    assert (found.places, found.more, read.find_in_session(1, "nowhere").places) == (3, False, 0)
    assert read.find_in_session(1, "").turns == ()


def test_what_is_in_the_trash_is_not_found(read: LocalLibrary) -> None:
    read.forget((read.find_in_session(1, "cafe").turns[0].id,))
    assert [each.at for each in read.find_in_session(1, "CAFÉ").turns] == [106, 206]


def test_the_outline_of_many_days_is_its_days(read: LocalLibrary) -> None:
    outline = read.outline(1)
    assert [point.at for point in outline.points[:3]] == [0, 10, 20]
    assert {point.sort for point in outline.points} == {Sort.DAY}
    assert (len(outline.points), outline.more) == (30, False)


def test_a_day_is_found_or_the_next_one_or_else_the_end(read: LocalLibrary) -> None:
    where = {day: read.place_of_day(1, day) for day in (date(2020, 1, 1), date(2024, 3, 5), date(2030, 1, 1))}
    assert [point and point.at for point in where.values()] == [0, 40, 299]
    assert read.place_of_day(99, date(2024, 3, 5)) is None
