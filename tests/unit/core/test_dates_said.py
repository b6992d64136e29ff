"""Days as people write them are understood in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.dates_said import dates_in
from mnemoteca.core.linked import links_in

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("text", "said", "day"),
    [
        ("the keys are ready on Friday 4 December, bring them", "Friday 4 December", date(2026, 12, 4)),
        ("na sexta 4 de dezembro, levar o contrato", "sexta 4 de dezembro", date(2026, 12, 4)),
        ("na sexta-feira, dia 4 de dezembro", "sexta-feira, dia 4 de dezembro", date(2026, 12, 4)),
        ("amanhã cedo", "amanhã", date(2026, 11, 22)),
        ("depois de amanhã", "depois de amanhã", date(2026, 11, 23)),
        ("the day after tomorrow", "the day after tomorrow", date(2026, 11, 23)),
        ("Yesterday I saw her", "Yesterday", date(2026, 11, 20)),
        ("anteontem choveu", "anteontem", date(2026, 11, 19)),
        ("due 2026-12-04.", "2026-12-04", date(2026, 12, 4)),
        ("December 4th, 2027", "December 4th, 2027", date(2027, 12, 4)),
        ("on the 4th of December", "the 4th of December", date(2026, 12, 4)),
        ("Dec 4 at noon", "Dec 4", date(2026, 12, 4)),
        ("15 January we move", "15 January", date(2027, 1, 15)),
        ("it was 3 October", "3 October", date(2026, 10, 3)),
        ("1º de maio de 2025", "1º de maio de 2025", date(2025, 5, 1)),
        ("4 dez. sem falta", "4 dez.", date(2026, 12, 4)),
        ("até 04/12/2026", "04/12/2026", date(2026, 12, 4)),
        ("see you Friday", "Friday", date(2026, 11, 27)),
        ("see you on Saturday", "Saturday", date(2026, 11, 28)),
        ("last Friday it rained", "last Friday", date(2026, 11, 20)),
        ("na segunda cedo", "na segunda", date(2026, 11, 23)),
        ("quarta-feira passada", "quarta-feira passada", date(2026, 11, 18)),
        ("domingo", "domingo", date(2026, 11, 22)),
        ("in 3 days", "in 3 days", date(2026, 11, 24)),
        ("in two weeks", "in two weeks", date(2026, 12, 5)),
        ("daqui a duas semanas", "daqui a duas semanas", date(2026, 12, 5)),
        ("no dia 5 pago", "no dia 5", date(2026, 12, 5)),
        ("the 29 February", "the 29 February", date(2028, 2, 29)),
    ],
)
def test_a_day_is_understood_as_people_write_it(text: str, said: str, day: date) -> None:
    (found,) = dates_in(text, TODAY)
    assert (text[found.start : found.end], found.day) == (said, day)


@pytest.mark.parametrize(
    "text",
    [
        "na segunda vez",
        "a quinta do avô",
        "may I come",
        "31 June",
        "2026-13-40",
        "40/40/2026",
        "`2026-12-04`",
        "https://example.org/2026-12-04",
        "[[4 December]]",
        "#friday",
        "v2026-12-04",
        "dia 45",
        "99999-12-04",
    ],
)
def test_what_is_no_day_is_left_alone(text: str) -> None:
    assert dates_in(text, TODAY) == ()


def test_a_weekday_chooses_the_year_in_which_it_fits() -> None:
    (found,) = dates_in("Thursday 4 December", TODAY)
    assert found.day == date(2025, 12, 4)


def test_a_weekday_that_fits_no_year_near_is_believed_less_than_the_day() -> None:
    (found,) = dates_in("Monday 4 December", TODAY)
    assert found.day == date(2026, 12, 4)


def test_days_are_told_in_their_order_and_numbers_as_the_person_reads_them() -> None:
    text = "12/4/2026, then tomorrow, then 5 May 2027"
    assert [said.day for said in dates_in(text, TODAY, day_first=False)] == [
        date(2026, 12, 4), date(2026, 11, 22), date(2027, 5, 5),
    ]  # fmt: skip


@given(st.text(), st.dates())
def test_no_text_and_no_day_breaks_it(text: str, today: date) -> None:
    for said in dates_in(text + " 4 December, next Friday, dia 31, in 999 weeks", today):
        assert 0 <= said.start < said.end


def test_links_are_told_in_order_each_once() -> None:
    assert links_in("bring the [[lease]] to [[ Ana ]], the [[lease]], [[]] and [[a\nb]]") == ("lease", "Ana")
