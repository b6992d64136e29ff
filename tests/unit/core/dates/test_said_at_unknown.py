"""Where it isn't known when a text was said, only what the text alone tells has a value."""

from __future__ import annotations

import pytest

from tests.unit.core.dates.dated import only


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yesterday", None),
        ("next Friday", None),
        ("4 December", None),
        ("in March", None),
        ("há duas semanas", None),
        ("4 December 2020", "2020-12-04"),
        ("in March 2020", "2020-03-01/2020-04-01"),
        ("at 7:15pm", "19:15:00"),
        ("between 2007 and 2009", "2007-01-01/2009-01-01"),
        ("o Natal de 2021", "2021-12-25"),
        ("das 9 às 18", "09:00:00/18:00:00"),
    ],
)
def test_what_hangs_on_the_day_has_no_value(text: str, value: str | None) -> None:
    assert only(text, None)[1] == value
