"""Everything about an entity goes: what speaks of it, no more; what it shares with others is told before."""

from __future__ import annotations

import pytest

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.purging import PurgeKind, PurgePreview, PurgeTarget
from mnemoteca.library.library import LocalLibrary
from tests.unit.library.knowledge.reading_all import read_all

ALONE = "Helena Prado lives in Recife."
SHARED = "Helena Prado works with Marcos Lima at Embraer."
OTHER = "Marcos Lima likes ceramics."
NEW = "I met Jandira in Olinda."
BARE = "soup for jandira"
UNKNOWN = "soup for lorvana prado"  # a name that the small models don't find


def preview(library: LocalLibrary, name: str, *, named: bool = False) -> PurgePreview:
    entity = library.find_entity(name).id
    return library.purge_preview(PurgeTarget(entity=entity, named=named))


def texts(library: LocalLibrary) -> set[str]:
    with library.store.read() as reader:
        return {row[0] for row in reader.all("SELECT text FROM memories")}


def test_the_preview_tells_what_goes_what_is_shared_and_what_stays(library: LocalLibrary) -> None:
    for text in (ALONE, SHARED, OTHER):
        library.capture(text)
    read_all(library)
    seen = preview(library, "Helena Prado")
    assert (seen.kind, seen.about, seen.memories) == (PurgeKind.ENTITY, "Helena Prado", 2)
    assert seen.facts >= 1
    assert seen.links >= 1
    told = {each.text: set(each.others) for each in seen.shares}
    assert seen.shared == len(told)
    assert {"Marcos Lima"} <= told[SHARED]
    assert texts(library) == {ALONE, SHARED, OTHER}


def test_what_speaks_of_it_goes_and_nobody_knows_of_it_any_more(library: LocalLibrary) -> None:
    for text in (ALONE, SHARED, OTHER):
        library.capture(text)
    read_all(library)
    entity = library.find_entity("Helena Prado").id
    receipt = library.purge(PurgeTarget(entity=entity))
    assert (receipt.kind, receipt.memories) == (PurgeKind.ENTITY, 2)
    assert texts(library) == {OTHER}
    with pytest.raises(NotFound):
        library.find_entity("Helena Prado")
    assert library.find_entity("Marcos Lima").memories == 1


def test_where_its_name_alone_stands_goes_only_when_that_is_asked_for(library: LocalLibrary) -> None:
    library.capture(BARE)
    read_all(library)
    library.capture(NEW)
    read_all(library)
    seen = preview(library, "Jandira")
    assert (seen.memories, seen.named) == (1, 1)
    assert preview(library, "Jandira", named=True).memories == 2
    library.purge(PurgeTarget(entity=library.find_entity("Jandira").id, named=True))
    assert texts(library) == set()


def test_a_name_of_several_words_goes_wherever_it_stands(library: LocalLibrary) -> None:
    library.capture(UNKNOWN)
    read_all(library)
    library.capture("Lorvana Prado lives in Recife.")
    read_all(library)
    assert library.find_entity("Lorvana Prado").memories == 1
    assert preview(library, "Lorvana Prado").memories == 2


def test_what_was_not_read_yet_goes_where_its_name_stands(library: LocalLibrary) -> None:
    library.capture(NEW)
    read_all(library)
    library.capture(BARE)
    library.capture("Jandiras is another word")
    seen = preview(library, "Jandira")
    assert (seen.memories, seen.named) == (2, 0)


def test_former_versions_and_what_lies_in_the_trash_go_with_it(library: LocalLibrary) -> None:
    first = library.capture(ALONE)
    read_all(library)
    entity = library.find_entity("Helena Prado").id
    library.edit(first.id, "She lives in Olinda.")
    trashed = library.capture(SHARED)
    read_all(library)
    library.forget((trashed.id,))
    seen = library.purge_preview(PurgeTarget(entity=entity))
    assert (seen.memories, seen.versions) == (2, 1)
    library.purge(PurgeTarget(entity=entity))
    assert texts(library) == set()


def test_of_two_of_one_name_only_what_speaks_of_the_one_goes(library: LocalLibrary) -> None:
    mine = library.capture("Helena Prado likes tea.")
    theirs = library.capture("Helena Prado likes coffee.")
    read_all(library)
    entity = library.find_entity("Helena Prado")
    library.split_entity(tuple(each.id for each in entity.names), (theirs.id,))
    library.capture("Helena Prado likes water.")  # of whom nobody knows yet
    seen = library.purge_preview(PurgeTarget(entity=entity.id, named=True))
    assert mine.id in seen.ids
    assert theirs.id not in seen.ids
    assert library.purge_preview(PurgeTarget(entity=entity.id)).ids == (mine.id,)


def test_one_thing_alone_is_purged_and_it_has_to_be_there(library: LocalLibrary) -> None:
    with pytest.raises(BadInput):
        library.purge_preview(PurgeTarget(entity=1, session=1))
    with pytest.raises(BadInput):
        library.purge_preview(PurgeTarget(ids=(1,), named=True))
    with pytest.raises(NotFound):
        library.purge_preview(PurgeTarget(entity=12))
