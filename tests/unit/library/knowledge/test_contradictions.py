"""Pairs of statements in both languages: what is superseded, what both hold, what goes to the tray."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.knowledge.values import Standing
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.unit.library.knowledge.reading_all import read_all

_FILE = Path(__file__).parents[3] / "data/contradictions.jsonl"
PAIRS = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalLibrary]:
    """One library for all pairs, each in a space of its own."""
    library = LocalLibrary.open(tmp_path_factory.mktemp("pairs") / "library", DrivenClock())
    yield library
    library.close()


def tell(library: LocalLibrary, space: str, statements: Sequence[Sequence[str]]) -> None:
    library.make_space(space)
    for day, text in statements:
        at = datetime.fromisoformat(f"{day}T12:00:00+00:00")
        library.capture(text, space=space, occurred_at=at, offset_min=0)
    read_all(library)


def outcome(library: LocalLibrary, space: str) -> str:
    """What became of the first of the two."""
    facts = sorted(library.facts(space, ended=True), key=lambda fact: fact.id)
    assert len(facts) == 2, [(f.relation, f.object) for f in facts]
    for fact in facts:
        whole = library.memory(fact.evidence.memory).text
        assert whole[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
        assert fact.object in fact.evidence.quote
    disputed = library.contradictions(space)
    if disputed:
        assert {disputed[0].one.id, disputed[0].other.id} == {fact.id for fact in facts}
        assert {fact.standing for fact in facts} == {Standing.DISPUTED}
        return "tray"
    ended = [fact for fact in facts if fact.standing is Standing.ENDED]
    if not ended:
        return "both"
    (last,) = [fact for fact in facts if fact not in ended]
    assert [(fact.ended_by, fact.valid_to) for fact in ended] == [(last.id, last.world_from)]
    return "superseded"


def test_there_are_enough_pairs_half_of_them_portuguese() -> None:
    assert len(PAIRS) >= 40
    assert sum(pair["lang"] == "pt" for pair in PAIRS) * 2 == len(PAIRS)
    assert {pair["outcome"] for pair in PAIRS} == {"superseded", "both", "tray"}


@pytest.mark.slow
@pytest.mark.parametrize("turned", [False, True], ids=["in order", "the later first"])
@pytest.mark.parametrize("pair", PAIRS, ids=[f"{n}-{pair['about']}" for n, pair in enumerate(PAIRS)])
def test_two_statements_come_to_what_they_should(shared: LocalLibrary, pair: dict[str, Any], turned: bool) -> None:
    space = f"{PAIRS.index(pair)} {turned}"
    tell(shared, space, (pair["second"], pair["first"]) if turned else (pair["first"], pair["second"]))
    assert outcome(shared, space) == pair["outcome"]
