"""The outline of a session: its days, what the person asked, and headings."""

from __future__ import annotations

from datetime import UTC, date, datetime

from mnemoteca.core.memory import Role
from mnemoteca.core.outline import Sort, Turn, points_of

MONDAY, TUESDAY = datetime(2026, 11, 16, 9, tzinfo=UTC), datetime(2026, 11, 17, 1, tzinfo=UTC)


def test_a_chat_is_told_by_what_the_person_asked_and_the_headings_of_the_answers() -> None:
    turns = (
        Turn(1, 0, Role.USER, "\n**How** do I [print](http://x) it?\nmore", MONDAY),
        Turn(2, 1, Role.ASSISTANT, "# Two ways\ntext\n```sh\n# no heading\n```\n### The first ##\n", MONDAY),
        Turn(3, 2, Role.TOOL, "# output", MONDAY),
        Turn(4, 3, Role.USER, "Thanks", MONDAY),
    )
    told = [(point.id, point.sort, point.text, point.depth) for point in points_of(turns)]
    assert told == [
        (1, Sort.QUESTION, "How do I print it?", 0),
        (2, Sort.HEADING, "Two ways", 1),
        (2, Sort.HEADING, "The first", 3),
        (4, Sort.QUESTION, "Thanks", 0),
    ]
    heading = list(points_of(turns))[1]
    assert turns[1].text[slice(*heading.span)] == "Two ways"


def test_people_among_themselves_are_told_by_their_days() -> None:
    turns = (
        Turn(1, 0, Role.USER, "Oi", MONDAY, -180),
        Turn(2, 1, Role.USER, "Olá", TUESDAY, -180),
        Turn(3, 2, Role.USER, "E hoje?", TUESDAY, 0),
    )
    told = [(point.id, point.sort, point.day) for point in points_of(turns)]
    assert told == [(1, Sort.DAY, date(2026, 11, 16)), (3, Sort.DAY, date(2026, 11, 17))]


def test_a_document_is_told_by_its_headings_from_its_highest_level_on() -> None:
    turns = (Turn(1, 0, Role.DOCUMENT, "## One\n#### Deep\n## Two\n#no heading\n"),)
    assert [(point.text, point.depth) for point in points_of(turns)] == [("One", 0), ("Deep", 2), ("Two", 0)]


def test_a_long_line_is_cut_where_it_can_be_seen() -> None:
    (point,) = points_of((Turn(1, 0, Role.NOTE, "word " * 100),))
    assert point.text.endswith("…")
    assert len(point.text) <= 120
