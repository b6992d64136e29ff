"""Single days are found and told as ISO dates, by numbers, weekdays, distance and holidays, in both languages."""

from __future__ import annotations

from datetime import datetime

import pytest

from mnemoteca.core.dates.finder import DateKind, find_dates
from tests.unit.core.dates.dated import SAID_AT, found, only


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("She was born on 4 December 1987.", "4 December 1987", "1987-12-04"),
        ("We moved on March 3rd, 2019", "March 3rd, 2019", "2019-03-03"),
        ("the party is on Saturday, the 14th of June 2025", "Saturday, the 14th of June 2025", "2025-06-14"),
        ("back on Sep-09-2021", "Sep-09-2021", "2021-09-09"),
        ("due 2026-03-01, no later", "2026-03-01", "2026-03-01"),
        ("signed on 7/4/2021", "7/4/2021", "2021-07-04"),
        ("signed on 25/4/2021", "25/4/2021", "2021-04-25"),
        ("posted on 19.4.2021 in Berlin", "19.4.2021", "2021-04-19"),
        ("the twenty-third of May nineteen ninety", "the twenty-third of May nineteen ninety", "1990-05-23"),
        ("I saw her on 20 October", "20 October", "2025-10-20"),
        ("I was there on the 9th", "the 9th", "2026-02-09"),
        ("Ela nasceu em 4 de dezembro de 1987.", "4 de dezembro de 1987", "1987-12-04"),
        ("assinado no dia 7/4/2021", "7/4/2021", "2021-04-07"),
        ("em vinte e três de maio de dois mil e dez", "vinte e três de maio de dois mil e dez", "2010-05-23"),
        ("no primeiro de abril do ano passado", "primeiro de abril", "2025-04-01"),
        ("o pagamento cai no dia 5", "dia 5", "2026-02-05"),
        ("Foi em 3 de Março de 2020, em Lisboa", "3 de Março de 2020", "2020-03-03"),
    ],
)
def test_a_day_by_its_numbers(text: str, words: str, value: str) -> None:
    assert (words, value) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("See you on Friday", "Friday", "2026-02-06"),
        ("See you this Friday", "this Friday", "2026-02-13"),
        ("See you next Friday", "next Friday", "2026-02-20"),
        ("I saw him last Monday", "last Monday", "2026-02-02"),
        ("coming Monday we start", "coming Monday", "2026-02-16"),
        ("it was Tuesday of last week", "Tuesday of last week", "2026-02-03"),
        ("the second Tuesday of March 2026", "the second Tuesday of March 2026", "2026-03-10"),
        ("the last Friday of January 2026", "the last Friday of January 2026", "2026-01-30"),
        ("a reunião é na 3ª feira", "3ª feira", "2026-02-10"),
        ("two Fridays ago", "two Fridays ago", "2026-01-30"),
        ("Nos vemos na sexta-feira", "sexta-feira", "2026-02-06"),
        ("na próxima terça tem prova", "próxima terça", "2026-02-17"),
        ("terça que vem tem prova", "terça que vem", "2026-02-17"),
        ("foi na quinta-feira passada", "quinta-feira passada", "2026-02-05"),
        ("no sábado da semana que vem", "sábado da semana que vem", "2026-02-21"),
        ("na primeira segunda-feira de março de 2026", "na primeira segunda-feira de março de 2026", "2026-03-02"),
        ("sexta-feira, 13 de março de 2026", "sexta-feira, 13 de março de 2026", "2026-03-13"),
    ],
)
def test_a_day_by_its_weekday(text: str, words: str, value: str) -> None:
    assert only(text) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("I'll tell you tomorrow", "tomorrow", "2026-02-13"),
        ("the day before yesterday it rained", "the day before yesterday", "2026-02-10"),
        ("it began three weeks ago", "three weeks ago", "2026-01-22"),
        ("we leave in ten days", "in ten days", "2026-02-22"),
        ("3 days from tomorrow", "3 days from tomorrow", "2026-02-16"),
        ("two weeks after Easter 2026", "two weeks after Easter 2026", "2026-04-19"),
        ("in four business days", "in four business days", "2026-02-18"),
        ("1 year, 2 months ago", "1 year, 2 months ago", "2024-12-12"),
        ("the day before Christmas 2025", "the day before Christmas 2025", "2025-12-24"),
        ("Monday two weeks from now", "Monday two weeks from now", "2026-02-23"),
        ("two days earlier", "two days earlier", "2026-02-10"),
        ("Amanhã eu conto", "Amanhã", "2026-02-13"),
        ("anteontem choveu", "anteontem", "2026-02-10"),
        ("começou há duas semanas", "há duas semanas", "2026-01-29"),
        ("faz três meses que não chove", "faz três meses", "2025-11-12"),
        ("duas semanas atrás eu vi", "duas semanas atrás", "2026-01-29"),
        ("daqui a quinze dias a gente vê", "daqui a quinze dias", "2026-02-27"),
        ("no próximo dia 20 eu pago", "próximo dia 20", "2026-02-20"),
        ("dois dias antes do Natal de 2025", "dois dias antes do Natal de 2025", "2025-12-23"),
        ("depois de amanhã não posso", "depois de amanhã", "2026-02-14"),
    ],
)
def test_a_day_by_its_distance(text: str, words: str, value: str) -> None:
    assert only(text) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("We met on Christmas Eve 2024", "Christmas Eve 2024", "2024-12-24"),
        ("Thanksgiving was quiet", "Thanksgiving", "2025-11-27"),
        ("next Easter we travel", "next Easter", "2026-04-05"),
        ("no Natal de 2024", "Natal de 2024", "2024-12-25"),
        ("na sexta-feira santa de 2026", "sexta-feira santa de 2026", "2026-04-03"),
        ("o Carnaval de 2026 foi bom", "Carnaval de 2026", "2026-02-17"),
        ("Corpus Christi de 2025", "Corpus Christi de 2025", "2025-06-19"),
    ],
)
def test_a_holiday(text: str, words: str, value: str) -> None:
    assert only(text) == (words, value)


def test_a_day_that_no_calendar_has_is_found_without_a_value() -> None:
    assert only("it was on February 30") == ("February 30", None)
    assert only("em 31 de abril de 2026") == ("31 de abril de 2026", None)
    assert only("29 February 2023") == ("29 February 2023", None)
    assert only("29 February 2024") == ("29 February 2024", "2024-02-29")


def test_an_open_year_is_the_last_that_had_the_day() -> None:
    assert only("born on 29 February") == ("29 February", "2024-02-29")
    assert only("on the 31st") == ("the 31st", "2026-01-31")
    assert only("on 12 February") == ("12 February", "2026-02-12")
    assert only("on 12 February", datetime.fromisoformat("2026-02-12T00:00:00"))[1] == "2025-02-12"


def test_months_that_are_shorter_end_on_their_last_day() -> None:
    said_at = datetime.fromisoformat("2024-03-31T09:00:00")
    assert only("one month ago", said_at)[1] == "2024-02-29"
    assert only("há um mês", said_at)[1] == "2024-02-29"
    assert only("in 6 months", datetime.fromisoformat("2026-08-31T09:00:00"))[1] == "2027-02-28"


def test_days_go_over_the_end_of_the_year() -> None:
    said_at = datetime.fromisoformat("2025-12-31T23:50:00")
    assert only("amanhã", said_at)[1] == "2026-01-01"
    assert only("next week", said_at)[1] == "2026-01-05/2026-01-12"
    assert only("in 20 minutes", said_at)[1] == "2026-01-01T00:10:00"


def test_how_short_dates_are_read_is_told_by_the_language_or_the_person() -> None:
    assert only("I saw it on 4/12/2024")[1] == "2024-04-12"
    assert only("Eu vi isso em 4/12/2024")[1] == "2024-12-04"
    (one,) = find_dates("I saw it on 4/12/2024", SAID_AT, day_first=True)
    assert one.value == "2024-12-04"


def test_places_are_characters_of_the_text_as_it_is() -> None:
    text = "👩‍👩‍👧 Vejo você amanhã, às 7 — ou não"
    (one,) = find_dates(text, SAID_AT)
    assert text[one.start : one.end] == "amanhã, às 7"
    assert one.kind is DateKind.MOMENT
    assert one.value == "2026-02-13T07:00:00"


def test_a_text_may_go_from_one_language_to_the_other() -> None:
    text = "We met yesterday and it was good.\n\nA gente se vê de novo na próxima terça, às 8 da noite."
    assert found(text) == [("yesterday", "2026-02-11"), ("próxima terça, às 8 da noite", "2026-02-17T20:00:00")]


@pytest.mark.parametrize("said_at", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_nothing_breaks_at_the_ends_of_the_calendar(said_at: str) -> None:
    text = "9000 years ago, last week, next decade, in 40 hours, on Friday, on 15, May, tonight, há 9000 anos, amanhã"
    for each in find_dates(text, datetime.fromisoformat(said_at)):
        assert each.start < each.end
