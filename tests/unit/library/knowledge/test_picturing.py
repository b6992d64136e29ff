"""Pictures of the graph: around one, around the way between two, of everything; and what speaks of somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from mnemoteca.core.errors import NotFound
from mnemoteca.core.knowledge.values import GraphPicture
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.unit.library.knowledge.reading_all import read_all

SAID = [
    ("2024-01-01", "Ana lives in Recife."),
    ("2024-02-01", "It rained. We saw Marcos in Recife on Sunday."),
    ("2024-03-01", "Marcos works at Petrobras."),
    ("2024-03-02", "Julia likes sourdough."),
    ("2024-04-01", "Ana lives in Recife, said Julia."),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalLibrary]:
    made = LocalLibrary.open(tmp_path_factory.mktemp("pictures") / "library", DrivenClock())
    for day, text in SAID:
        made.capture(text, occurred_at=datetime.fromisoformat(f"{day}T12:00:00+00:00"), offset_min=0)
    read_all(made)
    yield made
    made.close()


def id_of(library: LocalLibrary, name: str) -> int:
    return library.find_entity(name).id


def names(picture: GraphPicture) -> list[str]:
    return [spot.entity.name for spot in picture.spots]


def linked(picture: GraphPicture) -> set[frozenset[str]]:
    called = {spot.entity.id: spot.entity.name for spot in picture.spots}
    return {frozenset((called[link.one], called[link.other])) for link in picture.links}


def test_around_one_stand_those_that_it_is_spoken_of_with_and_their_links(library: LocalLibrary) -> None:
    picture = library.graph(id_of(library, "Recife"))
    assert names(picture)[0] == "Recife"
    assert {"Ana", "Marcos", "Julia"} == set(names(picture)[1:])
    assert {frozenset(("Ana", "Recife")), frozenset(("Marcos", "Recife")), frozenset(("Ana", "Julia"))} < linked(
        picture
    )
    assert picture.path is None
    assert picture == library.graph(id_of(library, "Recife"))


def test_the_way_between_two_stands_first_and_in_its_order(library: LocalLibrary) -> None:
    picture = library.graph(id_of(library, "Ana"), id_of(library, "Petrobras"))
    assert names(picture)[:4] == ["Ana", "Recife", "Marcos", "Petrobras"]
    assert picture.path is not None
    assert [step.end.name for step in picture.path.steps] == ["Recife", "Marcos", "Petrobras"]
    assert "Julia" in names(picture)[4:]


def test_where_nothing_leads_from_one_to_the_other_both_are_shown(library: LocalLibrary) -> None:
    then = datetime(2024, 2, 15, tzinfo=UTC)
    picture = library.graph(id_of(library, "Ana"), id_of(library, "Petrobras"), as_of=then)
    assert names(picture)[:2] == ["Ana", "Petrobras"]
    assert picture.path is not None
    assert picture.path.steps == ()


def test_kinds_and_a_limit_narrow_what_stands_around_and_never_the_way(library: LocalLibrary) -> None:
    ends = id_of(library, "Ana"), id_of(library, "Petrobras")
    assert names(library.graph(*ends, limit=1)) == ["Ana", "Recife", "Marcos", "Petrobras"]
    around = library.graph(id_of(library, "Recife"), kinds=("person",))
    assert {spot.entity.kind for spot in around.spots[1:]} == {"person"}
    assert names(library.graph(id_of(library, "Recife"), kinds=("law",))) == ["Recife"]


def test_without_anybody_it_shows_what_is_spoken_of_most_as_of_a_day(library: LocalLibrary) -> None:
    everything = library.graph()
    assert names(everything)[0] == "Recife"
    assert {"Ana", "Marcos", "Julia", "Petrobras"} < set(names(everything))
    then = library.graph(as_of=datetime(2024, 1, 15, tzinfo=UTC))
    assert set(names(then)) == {"Ana", "Recife"}
    assert library.graph(space="personal", limit=2).spots == library.graph(limit=2).spots
    assert len(library.graph(limit=2).spots) == 2


def test_what_speaks_of_somebody_is_told_the_newest_first(library: LocalLibrary) -> None:
    recife = id_of(library, "Recife")
    assert [m.text for m in library.speaking_of(recife)] == [SAID[4][1], SAID[1][1], SAID[0][1]]
    assert [m.text for m in library.speaking_of(recife, 1, 1)] == [SAID[1][1]]
    with pytest.raises(NotFound):
        library.speaking_of(9_999)
