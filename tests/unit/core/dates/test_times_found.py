"""Times of the day, parts of the day, and days with their times."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from tests.unit.core.dates.dated import found, only


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("call me at 7", "7", "07:00:00"),
        ("call me at 7:45pm", "7:45pm", "19:45:00"),
        ("it's a quarter past eight", "a quarter past eight", "08:15:00"),
        ("half past six in the evening", "half past six in the evening", "18:30:00"),
        ("ten minutes to five", "ten minutes to five", "04:50:00"),
        ("the train leaves at 18h", "18h", "18:00:00"),
        ("lunch is at noon", "noon", "12:00:00"),
        ("3 in the morning is too late", "3 in the morning", "03:00:00"),
        ("at eleven twenty", "eleven twenty", "11:20:00"),
        ("me liga às 7", "7", "07:00:00"),
        ("às sete e meia da noite", "sete e meia da noite", "19:30:00"),
        ("chego às 14h30", "14h30", "14:30:00"),
        ("quinze para as oito", "quinze para as oito", "07:45:00"),
        ("ao meio-dia em ponto", "meio-dia em ponto", "12:00:00"),
        ("às oito da manhã", "oito da manhã", "08:00:00"),
        ("às 3 da tarde", "3 da tarde", "15:00:00"),
    ],
)
def test_a_time_of_the_day(text: str, words: str, value: str) -> None:
    assert only(text) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("tomorrow at 7:30pm", "tomorrow at 7:30pm", "2026-02-13T19:30:00"),
        ("at 9 on Tuesday", "9 on Tuesday", "2026-02-10T09:00:00"),
        ("March 3, 2026 at noon", "March 3, 2026 at noon", "2026-03-03T12:00:00"),
        ("tonight at 8", "tonight at 8", "2026-02-12T20:00:00"),
        ("two and a half hours ago", "two and a half hours ago", "2026-02-12T13:00:00"),
        ("two hours ago", "two hours ago", "2026-02-12T13:30:00"),
        ("in 45 minutes", "in 45 minutes", "2026-02-12T16:15:00"),
        ("we talk at the end of the day", "the end of the day", "2026-02-12T23:59:59"),
        ("amanhã às 8 da noite", "amanhã às 8 da noite", "2026-02-13T20:00:00"),
        ("dia 20 de março de 2026, às 9h", "20 de março de 2026, às 9h", "2026-03-20T09:00:00"),
        ("hoje ao meio-dia", "hoje ao meio-dia", "2026-02-12T12:00:00"),
        ("há duas horas", "há duas horas", "2026-02-12T13:30:00"),
        ("daqui a 20 minutos", "daqui a 20 minutos", "2026-02-12T15:50:00"),
        ("2026-02-20T08:15:00Z", "2026-02-20T08:15:00Z", "2026-02-20T08:15:00"),
    ],
)
def test_a_day_with_its_time(text: str, words: str, value: str) -> None:
    assert (words, value) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("late tonight", "late tonight", "2026-02-12T22:00:00/2026-02-12T23:59:59"),
        ("this morning", "this morning", "2026-02-12T08:00:00/2026-02-12T12:00:00"),
        ("last night", "last night", "2026-02-11T20:00:00/2026-02-11T23:59:59"),
        ("Saturday afternoon", "Saturday afternoon", "2026-02-07T12:00:00/2026-02-07T16:00:00"),
        ("late tomorrow evening we talk", "late tomorrow evening", "2026-02-13T18:00:00/2026-02-13T20:00:00"),
        ("early in the morning", "early in the morning", "08:00:00/10:00:00"),
        ("ontem à noite", "ontem à noite", "2026-02-11T20:00:00/2026-02-11T23:59:59"),
        ("amanhã de manhã", "amanhã de manhã", "2026-02-13T08:00:00/2026-02-13T12:00:00"),
        ("sábado à tarde", "sábado à tarde", "2026-02-07T16:00:00/2026-02-07T20:00:00"),
        ("esta noite", "esta noite", "2026-02-12T20:00:00/2026-02-12T23:59:59"),
    ],
)
def test_a_part_of_a_day(text: str, words: str, value: str) -> None:
    assert only(text) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("from 2pm for 90 minutes", "from 2pm for 90 minutes", "14:00:00/15:30:00"),
        ("come after 7.", "after 7", "07:00:00/.."),
        ("antes das 9", "antes das 9", "../09:00:00"),
        ("from 5 to 6pm", "from 5 to 6pm", "17:00:00/18:00:00"),
        ("between 10am and 1pm", "between 10am and 1pm", "10:00:00/13:00:00"),
        ("from 11 am to 3", "from 11 am to 3", "11:00:00/15:00:00"),
        ("Monday from 8 to 9", "Monday from 8 to 9", "2026-02-09T08:00:00/2026-02-09T09:00:00"),
        ("tomorrow 10pm to 2am", "tomorrow 10pm to 2am", "2026-02-13T22:00:00/2026-02-14T02:00:00"),
        ("from 4pm today to 5pm tomorrow", "from 4pm today to 5pm tomorrow", "2026-02-12T16:00:00/2026-02-13T17:00:00"),
        ("das 9 às 18", "das 9 às 18", "09:00:00/18:00:00"),
        ("entre 14h e 16h de amanhã", "entre 14h e 16h de amanhã", "2026-02-13T14:00:00/2026-02-13T16:00:00"),
        ("the last 2 hours", "last 2 hours", "2026-02-12T13:30:00/2026-02-12T15:30:00"),
    ],
)
def test_from_one_time_to_the_other(text: str, words: str, value: str) -> None:
    assert only(text) == (words, value)


def test_hours_are_those_of_the_clock_on_the_wall_whatever_it_was_set_to() -> None:
    spring = datetime(2026, 3, 28, 22, 0, tzinfo=timezone(timedelta(hours=1)))  # the night the clocks go forward
    assert only("in 12 hours", spring)[1] == "2026-03-29T10:00:00"
    assert only("tomorrow", spring)[1] == "2026-03-29"
