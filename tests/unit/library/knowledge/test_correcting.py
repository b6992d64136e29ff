"""Any sequence of merging, splitting and undoing: taking all back leaves every mention and fact as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnemoteca.core.errors import Problem
from mnemoteca.core.knowledge.values import Verdict
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.unit.library.knowledge.reading_all import read_all

NOTES = (
    "Ana lives in Recife.", "Ana Souza likes ceramics.", "Marcos lives in Olinda.", "Marcos met Ana in Recife.",
    "Julia lives in Natal.", "A Julia trabalha na Embraer.", "Marcos likes ceramics.",
)  # fmt: skip
VERDICTS = (Verdict.ONE, Verdict.OTHER, Verdict.BOTH)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["merge", "split", "part", "settle", "undo", "redo"]), st.integers(0, 7), st.integers(0, 7)
    ),
    max_size=8,
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalLibrary]:
    library = LocalLibrary.open(tmp_path_factory.mktemp("correcting") / "library", DrivenClock())
    for text in NOTES:
        library.capture(text, offset_min=0)
    read_all(library)
    yield library
    library.close()


def state(library: LocalLibrary) -> object:
    """Who is named where, and how each fact stands."""
    entities = {e.id: (e.name, e.memories, {n.name for n in e.names}) for e in library.entities()}
    facts = {f.id: (f.subject.id, f.relation, f.object, f.standing, f.valid_to) for f in library.facts(ended=True)}
    open_pairs = {frozenset((c.one.id, c.other.id)) for c in library.contradictions()}
    mentions = tuple(
        sorted((e.id, tuple(n.entity.id for n in library.neighbourhood(e.id).neighbours)) for e in library.entities())
    )
    return entities, facts, open_pairs, mentions


def act(library: LocalLibrary, what: str, one: int, other: int) -> None:
    entities = library.entities()
    first, second = entities[one % len(entities)], entities[other % len(entities)]
    if what == "merge":
        library.merge_entities(first.id, (second.id,))
    elif what == "split":
        library.split_entity((first.names[-1].id,))
    elif what == "part":
        library.split_entity((first.names[0].id,), (other + 1,))
    elif what == "settle":
        found = library.contradictions()
        library.settle_contradiction(found[one % len(found)].id if found else 99, list(VERDICTS)[other % 3])
    elif what == "undo":
        undo(library)
    else:
        library.redo()


def undo(library: LocalLibrary) -> None:
    """Take back the last act, unless it is that of a note."""
    last = next((each for each in library.history() if not each.undone), None)
    if last is not None and last.kind != "keep":
        library.undo()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_taking_everything_back_leaves_all_as_it_was(told: LocalLibrary, steps: list[tuple[str, int, int]]) -> None:
    before = state(told)
    for what, one, other in steps:
        with suppress(Problem):
            act(told, what, one, other)
    while any(not each.undone and each.kind != "keep" for each in told.history(limit=1_000)):
        undo(told)
    assert state(told) == before
