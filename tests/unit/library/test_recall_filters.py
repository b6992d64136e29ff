"""Filters are exact, however few memories pass them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mnemoteca.core.memory import Tier
from mnemoteca.core.recall import Filters, Window
from tests.driven import DrivenClock
from tests.unit.library.finding import CHAT_AT, Finding

NOISE = 400


@pytest.fixture
def finding(tmp_path: Path, clock: DrivenClock) -> Iterator[Finding]:
    """One wanted heron among many that match better."""
    opened = Finding(tmp_path / "library", clock)
    opened.say([("Ana", f"heron heron {n}") for n in range(NOISE)], title="Noise")
    opened.index()
    yield opened
    opened.close()


WANTED = "a long sentence in which the word heron stands only once among many others"


def found(finding: Finding, **filters: object) -> list[str]:
    return finding.texts("heron", filters=Filters(**filters))  # type: ignore[arg-type]


def test_by_session(finding: Finding) -> None:
    (id,) = finding.say([("Ana", WANTED)])
    assert found(finding, session=finding.memory(id).session) == [WANTED]
    finding.index()
    assert found(finding, session=finding.memory(id).session) == [WANTED]


def test_by_speaker_whatever_the_case_and_accents(finding: Finding) -> None:
    finding.say([("João", WANTED)])
    finding.index()
    assert found(finding, speaker="joao") == found(finding, speaker="JOÃO") == [WANTED]


def test_by_tier(finding: Finding) -> None:
    finding.say([("Ana", WANTED)], tier=2)
    assert found(finding, tiers=(Tier.LONG,)) == [WANTED]
    assert len(found(finding, tiers=(Tier.LONG, Tier.ARCHIVE))) == 10


def test_by_source_and_kind(finding: Finding) -> None:
    finding.capture(WANTED)
    assert found(finding, source="note") == found(finding, kind="note") == [WANTED]
    assert found(finding, source="NOTE") == [WANTED]


def test_by_tag(finding: Finding) -> None:
    finding.capture(WANTED, tags=("birds", "water"))
    assert found(finding, tags=("birds",)) == found(finding, tags=("#Birds", "water")) == [WANTED]
    assert found(finding, tags=("birds", "fire")) == []


def test_by_pin(finding: Finding) -> None:
    finding.capture(WANTED, pinned=True)
    assert found(finding, pinned=True) == [WANTED]
    assert WANTED not in found(finding, pinned=False)


def test_by_date_where_the_end_is_exclusive(finding: Finding) -> None:
    at = CHAT_AT + timedelta(days=100)
    finding.say([("Ana", WANTED)], at=at)
    assert found(finding, after=at) == [WANTED]
    assert found(finding, after=at, before=at) == []
    assert WANTED not in found(finding, before=at)


@pytest.mark.parametrize(
    ("window", "age", "inside"),
    [
        (Window.HOUR, timedelta(minutes=59), True),
        (Window.HOUR, timedelta(minutes=61), False),
        (Window.DAY, timedelta(hours=23), True),
        (Window.WEEK, timedelta(days=8), False),
        (Window.MONTH, timedelta(days=29), True),
        (Window.MONTH, timedelta(days=31), False),
        (Window.MONTH, timedelta(days=-1), False),
    ],
)
def test_by_window(finding: Finding, clock: DrivenClock, window: Window, age: timedelta, inside: bool) -> None:
    finding.say([("Ana", WANTED)], at=clock.now() - age)
    assert found(finding, window=window) == ([WANTED] if inside else [])


def test_many_that_pass_are_still_all_and_only_those(finding: Finding) -> None:
    finding.say([("Ben", f"heron of Ben {n}") for n in range(2_500)], title="Ben")
    finding.index()
    hits = finding.ask("heron", limit=500, filters=Filters(speaker="Ben")).hits
    assert len(hits) == 500
    assert {hit.memory.speaker for hit in hits} == {"Ben"}


def test_neighbours_that_do_not_pass_stay_out(finding: Finding) -> None:
    finding.say([("Ben", "the flamingo question?"), ("Eva", "yes")])
    finding.index()
    assert finding.texts("flamingo", filters=Filters(speaker="Ben")) == ["the flamingo question?"]


def test_by_who_speaks_elsewhere_in_the_session(finding: Finding) -> None:
    finding.say([("Ben", WANTED), ("Zoé", "and I heard it")])
    finding.index()
    assert found(finding, beside="zoe") == [WANTED, "and I heard it"]
    assert found(finding, beside="Nobody") == []


def test_without_a_word_that_stands_whole_in_the_text(finding: Finding) -> None:
    said = ["heron with açaí", "heron with acais", "heron alone"]
    finding.say([("Ben", text) for text in said], title="Ben")
    finding.index()
    assert sorted(found(finding, speaker="Ben", without=("acai",))) == ["heron alone", "heron with acais"]
