"""A day to go back to is understood as people write it, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from mnemoteca.core.days_meant import day_meant

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-03-05", (2024, 3, 5)),
        ("2024-03", (2024, 3, 1)),
        ("2019", (2019, 1, 1)),
        ("5/3/2024", (2024, 3, 5)),
        ("03/2024", (2024, 3, 1)),
        ("March 2024", (2024, 3, 1)),
        ("março de 2024", (2024, 3, 1)),
        ("december", (2025, 12, 1)),
        ("Agosto", (2026, 8, 1)),
        ("5 March", (2026, 3, 5)),
        ("5 de março de 2024", (2024, 3, 5)),
        ("sexta, 5 de março", (2026, 3, 5)),
        ("5 de dezembro", (2025, 12, 5)),
        ("December 5, 2023", (2023, 12, 5)),
        ("yesterday", (2026, 11, 20)),
        ("anteontem", (2026, 11, 19)),
        ("hoje", (2026, 11, 21)),
        ("3 weeks ago", (2026, 10, 31)),
        ("há dois meses", (2026, 9, 21)),
        ("faz um ano", (2025, 11, 21)),
        ("dez dias atrás", (2026, 11, 11)),
        ("last month", (2026, 10, 21)),
        ("mês passado", (2026, 10, 21)),
        ("semana passada", (2026, 11, 14)),
        ("last year", (2025, 11, 21)),
        ("friday", (2026, 11, 20)),
        ("última sexta-feira", (2026, 11, 20)),
        ("sábado", (2026, 11, 14)),
        ("dia 30", (2026, 10, 30)),
        ("the 5th", (2026, 11, 5)),
    ],
)
def test_a_day_is_understood(said: str, day: tuple[int, int, int]) -> None:
    assert day_meant(said, TODAY) == date(*day)


@pytest.mark.parametrize(
    "said", ["", "soon", "31/02/2024", "dia 77", "2024-13-01", "the meeting on friday", "999 years ago x"]
)
def test_what_is_no_day_is_none(said: str) -> None:
    assert day_meant(said, TODAY) is None


def test_the_order_of_day_and_month_is_that_of_the_person() -> None:
    assert day_meant("4/12/2025", TODAY, day_first=False) == date(2025, 4, 12)


def test_a_month_that_is_shorter_ends_on_its_last_day() -> None:
    assert day_meant("a month ago", date(2026, 3, 31)) == date(2026, 2, 28)
    assert day_meant("há um ano", date(2024, 2, 29)) == date(2023, 2, 28)
    assert day_meant("5000 years ago", TODAY) is None
