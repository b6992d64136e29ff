"""Stretches of days: weeks, months, years, parts of them, from–to, and what is open at one end."""

from __future__ import annotations

import pytest

from mnemoteca.core.dates.finder import DateKind, find_dates
from tests.unit.core.dates.dated import SAID_AT, found, only


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("next week", "next week", "2026-02-16/2026-02-23"),
        ("last month was hard", "last month", "2026-01-01/2026-02-01"),
        ("in 2019 we moved", "2019", "2019-01-01/2020-01-01"),
        ("May 2015", "May 2015", "2015-05-01/2015-06-01"),
        ("in March", "March", "2025-03-01/2025-04-01"),
        ("last weekend", "last weekend", "2026-02-07/2026-02-09"),
        ("the week of 4 May 2026", "the week of 4 May 2026", "2026-05-04/2026-05-11"),
        ("the first week of May 2026", "the first week of May 2026", "2026-05-04/2026-05-11"),
        ("week 31 of 2026", "week 31 of 2026", "2026-07-27/2026-08-03"),
        ("Q3 2025", "Q3 2025", "2025-07-01/2025-10-01"),
        ("the second half of 2024", "the second half of 2024", "2024-07-01/2025-01-01"),
        ("in the 1990s", "the 1990s", "1990-01-01/2000-01-01"),
        ("the 18th century", "the 18th century", "1700-01-01/1800-01-01"),
        ("the first half of March 2026", "the first half of March 2026", "2026-03-01/2026-03-16"),
        ("na segunda quinzena de março de 2026", "na segunda quinzena de março de 2026", "2026-03-16/2026-04-01"),
        ("semana passada", "semana passada", "2026-02-02/2026-02-09"),
        ("no mês que vem", "mês que vem", "2026-03-01/2026-04-01"),
        ("em maio de 2015", "maio de 2015", "2015-05-01/2015-06-01"),
        ("no próximo fim de semana", "próximo fim de semana", "2026-02-21/2026-02-23"),
        ("no segundo semestre de 2025", "no segundo semestre de 2025", "2025-07-01/2026-01-01"),
        ("na primeira semana de maio de 2026", "na primeira semana de maio de 2026", "2026-05-04/2026-05-11"),
        ("nos anos 80", "anos 80", "1980-01-01/1990-01-01"),
        ("no século XIX", "século XIX", "1800-01-01/1900-01-01"),
    ],
)
def test_a_week_month_or_year(text: str, words: str, value: str) -> None:
    assert only(text) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("the next 3 days", "next 3 days", "2026-02-13/2026-02-16"),
        ("the past two weeks", "past two weeks", "2026-01-29/2026-02-12"),
        ("within 10 days", "within 10 days", "2026-02-12/2026-02-22"),
        ("2 weeks starting May 20th 2026", "2 weeks starting May 20th 2026", "2026-05-20/2026-06-03"),
        ("later this week", "later this week", "2026-02-12/2026-02-16"),
        ("early next year", "early next year", "2027-01-01/2027-07-01"),
        ("mid-March 2026", "mid-March 2026", "2026-03-10/2026-03-21"),
        ("the rest of the month", "rest of the month", "2026-02-12/2026-02-28"),
        ("nos últimos 3 meses", "últimos 3 meses", "2025-11-12/2026-02-12"),
        ("em meados de março de 2026", "meados de março de 2026", "2026-03-10/2026-03-21"),
        ("no início do ano que vem", "início do ano que vem", "2027-01-01/2027-07-01"),
    ],
)
def test_days_in_a_row_and_parts_of_a_period(text: str, words: str, value: str) -> None:
    assert (words, value) in found(text) or ("the " + words, value) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("from 4 to 22 January 2025", "from 4 to 22 January 2025", "2025-01-04/2025-01-22"),
        ("from May to September 2025", "from May to September 2025", "2025-05-01/2025-09-01"),
        ("between 2007 and 2009", "between 2007 and 2009", "2007-01-01/2009-01-01"),
        ("Dec 28 to Jan 3", "Dec 28 to Jan 3", "2025-12-28/2026-01-03"),
        ("from Monday to Friday", "from Monday to Friday", "2026-02-09/2026-02-13"),
        ("10/1/2025-10/7/2025", "10/1/2025-10/7/2025", "2025-10-01/2025-10-07"),
        ("between Jan 2019 and now", "between Jan 2019 and now", "2019-01-01/2026-02-12"),
        ("entre 4 e 22 de janeiro de 2025", "entre 4 e 22 de janeiro de 2025", "2025-01-04/2025-01-22"),
        ("de 20 a 25/11", "de 20 a 25/11", "2025-11-20/2025-11-25"),
        ("de segunda a sexta", "de segunda a sexta", "2026-02-09/2026-02-13"),
        ("desde ontem até amanhã", "desde ontem até amanhã", "2026-02-11/2026-02-13"),
        ("de março a maio de 2024", "de março a maio de 2024", "2024-03-01/2024-05-01"),
    ],
)
def test_from_one_day_to_the_other(text: str, words: str, value: str) -> None:
    assert only(text) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("until the end of March 2026", "until the end of March 2026", "../2026-04-01"),
        ("before 2020", "before 2020", "../2020-01-01"),
        ("later than 2020", "later than 2020", "2021-01-01/.."),
        ("since last March", "since last March", "2025-03-01/.."),
        ("after 6:30pm today", "after 6:30pm today", "2026-02-12T18:30:00/.."),
        ("by tomorrow", "by tomorrow", "../2026-02-13"),
        ("até sexta-feira que vem", "até sexta-feira que vem", "../2026-02-20"),
        ("desde 2019", "desde 2019", "2019-01-01/.."),
        ("a partir de 3 de maio de 2026", "a partir de 3 de maio de 2026", "2026-05-03/.."),
        ("antes do Natal de 2025", "antes do Natal de 2025", "../2025-12-25"),
    ],
)
def test_what_is_open_at_one_end(text: str, words: str, value: str) -> None:
    assert only(text) == (words, value)


def test_a_season_is_found_without_a_value() -> None:
    (one,) = find_dates("we met last summer", SAID_AT)
    assert (one.value, one.kind) == (None, DateKind.DAYS)
    assert only("no verão de 2025") == ("no verão de 2025", None)


def test_weeks_belong_to_the_year_that_has_most_of_their_days() -> None:
    assert only("week 1 of 2027")[1] == "2027-01-04/2027-01-11"
    assert only("week 1 of 2026")[1] == "2025-12-29/2026-01-05"
    assert only("the last week of 2026")[1] == "2026-12-28/2027-01-04"
