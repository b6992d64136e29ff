"""What a row says in each state of a memory, and how full its ring is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from mnemoteca.core.memory import Memory, Precision, Role, State, Tier
from mnemoteca.core.recall import Hit, Reason
from mnemoteca.gui import rows, words
from tests.gui.memories import NOW, memory, session, short

EN = QLocale("en")


def day(**changes: Any) -> Memory:
    return memory(tier=Tier.MEDIUM, tier_until=NOW + timedelta(hours=19, minutes=30), **changes)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (short(190), "3 min left"),
        (short(40), "fades in 40 s"),
        (short(0), "fading"),
        (short(250, promotes_at=NOW + timedelta(seconds=18)), "promoted in 18 s"),
        (short(250, promotes_at=NOW), "being promoted"),
        (day(), "19 h left"),
        (day(pinned=True), "pinned"),
        (memory(), "for good"),
        (memory(pinned=True), "pinned"),
        (memory(tier=Tier.FADED), "faded"),
        (memory(tier=Tier.ARCHIVE), "archive"),
        (memory(state=State.TRASHED), "in the trash"),
    ],
)
def test_a_row_says_what_happens_next(given: Memory, said: str) -> None:
    assert rows.memory_row(given, NOW, EN).right_bottom == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (memory(pinned=True), "Long · pinned, never fades"),
        (memory(), "Long · kept for good"),
        (short(250, promotes_at=NOW + timedelta(seconds=18)), "Short · promoted in 18 s"),
        (memory(tier=Tier.FADED), "Faded · out of the tiers, still found"),
        (memory(state=State.TRASHED), "Long · in the trash"),
    ],
)
def test_the_inspector_says_the_tier_and_its_fate(given: Memory, said: str) -> None:
    assert words.fate(given, NOW) == said


@pytest.mark.parametrize(
    ("given", "left", "pace"),
    [
        (short(300), 1.0, 1),
        (short(150), 0.5, 1),
        (short(-5), 0.0, 1),
        (memory(tier=Tier.MEDIUM, tier_until=NOW + timedelta(hours=6)), 0.25, 60),
        (memory(), None, 0),
        (memory(tier=Tier.FADED), None, 0),
    ],
)
def test_the_ring_is_what_is_left_and_only_what_runs_is_painted_again(
    given: Memory, left: float | None, pace: int
) -> None:
    row = rows.memory_row(given, NOW, EN)
    assert (row.ring, row.pace_s) == (left, pace)


def test_a_note_shows_its_lines_and_a_turn_where_it_was_said() -> None:
    note = rows.memory_row(memory("Call with Dr. Amaral\nresults on\nThursday", role=Role.NOTE), NOW, EN)
    assert (note.headline, note.second, note.right_top) == ("Call with Dr. Amaral", "results on Thursday", "09:41")
    turn = rows.memory_row(memory(), NOW, EN)
    assert turn.second == "Ana · Planning the move"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Take **the nearer** one, or *the* dear one", "Take the nearer one, or the dear one"),
        ("# Title", "Title"),
        ("> quoted\n- [x] `done` and\n* more", "quoted done and more"),
        ("2 * 3 * 4, a**b and __init__", "2 * 3 * 4, a**b and __init__"),
        ("#move to Recife", "#move to Recife"),
        ("*" * 5000, "*" * 5000),
    ],
)
def test_a_line_of_a_list_has_no_marks_of_markdown(written: str, shown: str) -> None:
    assert rows.plain_line(written) == shown


def test_a_session_tells_when_something_was_last_said_as_the_list_is_ordered() -> None:
    given = session(started_at=NOW - timedelta(hours=9), ended_at=NOW - timedelta(minutes=20))
    last = rows.memory_row(memory(occurred_at=NOW - timedelta(minutes=20), offset_min=given.offset_min), NOW, EN)
    assert rows.session_row(given, NOW, EN).right_top == last.right_top


def test_a_session_shows_its_length_where_no_time_runs() -> None:
    row = rows.session_row(session(), NOW, EN)
    assert (row.headline, row.second, row.right_bottom) == (
        "Planning the move",
        "Boxes first, then the car.",
        "38 turns",
    )
    running = session(tier=Tier.SHORT, tier_until=NOW + timedelta(seconds=190))
    assert rows.session_row(running, NOW, EN).right_bottom == "3 min left"


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2026-11-21", "Today"),
        ("2026-11-20", "Yesterday"),
        ("2026-11-18", "Wednesday 18 November"),
        ("2025-11-18", "Tuesday 18 November 2025"),
        ("", "No date"),
    ],
)
def test_days_are_called_as_a_person_calls_them(iso: str, said: str) -> None:
    assert rows.day_row(iso, date(2026, 11, 21), EN).header == said


def test_a_time_is_only_said_as_exactly_as_it_is_known() -> None:
    assert words.when(memory(), NOW.date(), EN) == "21 Nov 09:41"
    assert words.when(memory(precision=Precision.DAY), NOW.date(), EN) == "21 Nov"
    assert words.when(memory(precision=Precision.MONTH), NOW.date(), EN) == "Nov 2026"
    assert words.when(memory(precision=Precision.YEAR), NOW.date(), EN) == "2026"
    assert words.when(memory(occurred_at=None), NOW.date(), EN) == "no date"


def test_a_memory_is_timed_where_it_was_said() -> None:
    assert rows.memory_row(memory(offset_min=-180), NOW, EN).right_top == "06:41"


def hit(text: str, *found: str, path: tuple[Reason, ...] = ()) -> Hit:
    spans = tuple((text.index(word), text.index(word) + len(word)) for word in found)
    return Hit(memory(text), 0.91, spans, path)


def test_a_hit_shows_the_text_around_what_was_found() -> None:
    text = "words before it. " * 60 + "Then the truck\n\n  came at noon." + " And after." * 60
    row = rows.hit_row(hit(text, "truck", "noon"), NOW, EN)
    assert [row.second[start:end] for start, end in row.highlights] == ["truck", "noon"]
    assert row.second.startswith("…")
    assert row.second.endswith("…")
    assert "truck came at noon" in row.second


def test_what_was_found_beyond_the_shown_part_is_left_out() -> None:
    text = "truck " + "x " * 400 + "noon"
    row = rows.hit_row(hit(text, "truck", "noon"), NOW, EN)
    assert [row.second[start:end] for start, end in row.highlights] == ["truck"]


def test_a_hit_says_why_it_was_found() -> None:
    path = (Reason("phrase", "", 1.0), Reason("words", "move, truck", 0.5), Reason("spelling", "mangos → mangoes", 0.1))
    row = rows.hit_row(hit("the truck", path=path), NOW, EN)
    assert row.reasons == "word for word · words “move”, “truck” · read as mangos → mangoes"
    assert (row.right_top, row.meta) == (".91", "21 Nov · Planning the move")


def test_a_card_offers_to_keep_what_fades_soon() -> None:
    fading = rows.card_row(short(24), NOW, EN)
    assert (fading.second, fading.fading) == ("fades in 24 s", True)
    assert not rows.card_row(short(200), NOW, EN).fading
    assert rows.card_row(short(276), NOW, EN).second == "4 min 36 s"
    rising = rows.card_row(short(250, importance=0.8, promotes_at=NOW + timedelta(seconds=18)), NOW, EN)
    assert rising.second == "importance .80 · promoted in 18 s"


def test_a_row_is_said_as_a_whole() -> None:
    row = rows.memory_row(short(190), NOW, EN)
    assert row.spoken == "The van is free from the 14th on., Ana · Planning the move, 09:41, Short, 3 min left"
    assert str(row) == row.spoken
