"""The record of connections: what its lines say, and which hosts a tool goes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mnemoteca.core.connections import Connection, Outcome, Purpose, hosts_of_pip, line_of, parse

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ONE = Connection("a", AT, Purpose.EMBEDDER, "pip", ("pypi.org",))


def test_a_line_that_begins_and_one_that_ends_are_one_connection() -> None:
    ended = replace(ONE, outcome=Outcome.DONE, size=83_000_000, at=AT + timedelta(minutes=1))
    later = Connection("b", AT + timedelta(days=1), Purpose.ENGINE, "pip", ("example.org", "pypi.org"))
    assert parse(line_of(ONE) + line_of(later) + line_of(ended)) == (
        later,
        replace(ONE, outcome=Outcome.DONE, size=83_000_000),
    )


def test_what_was_cut_or_is_not_understood_is_passed_over() -> None:
    text = line_of(ONE)
    assert parse(text + text[:40]) == (ONE,)
    assert parse('[]\n{"id": 1}\nnot json\n' + text.replace("embedder", "something new")) == ()
    assert parse("") == ()


@pytest.mark.parametrize(
    ("config", "hosts"),
    [
        ([], ("pypi.org",)),
        (["global.index-url='https://name:secret@mirror.example:8443/simple'"], ("mirror.example",)),
        (["global.index-url='https://a.example/'", ":env:.index-url='https://b.example/'"], ("b.example",)),
        (["global.extra-index-url='file:///opt/a/simple https://x.example/s'"], ("pypi.org", "x.example")),
        ([":env:.no-index='1'", "global.find-links='/opt/wheels'"], ()),
        ([":env:.no-index='true'", ":env:.find-links='https://files.example/'"], ("files.example",)),
        (["global.index-url='file:///opt/pypi/simple'"], ()),
    ],
)
def test_the_hosts_are_those_that_pip_is_set_up_for(config: list[str], hosts: tuple[str, ...]) -> None:
    assert hosts_of_pip(config) == hosts
