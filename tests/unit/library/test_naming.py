"""What a person says of a name is learned at once, kept over a restart, taken back by undo and gone with a purge."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.purging import PurgeTarget
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock


def names(library: LocalLibrary, text: str) -> dict[str, str]:
    """The names that are found in a new note, with their kinds."""
    note = library.capture(text)
    return {text[each.start : each.end]: each.kind for each in library.process_memory(note.id, quick=True).entities}


def test_a_name_is_taught_and_taken_back(library: LocalLibrary) -> None:
    note = library.capture("the talk with quixbar was long")
    assert "quixbar" not in names(library, "we asked quixbar again")
    library.correct_name(note.id, "quixbar", "organisation")
    assert names(library, "quixbar wants to talk again")["quixbar"] == "organisation"
    library.undo()  # of the last note
    library.undo()
    assert "quixbar" not in names(library, "quixbar is silent")


def test_what_is_said_to_be_no_name_is_found_no_more_also_after_a_restart(
    library: LocalLibrary, tmp_path: Path, clock: DrivenClock
) -> None:
    note = library.capture("I met Caroline in Lisbon")
    assert names(library, "Caroline called from Lisbon") == {"Caroline": "person", "Lisbon": "place"}
    library.correct_name(note.id, "Caroline", "")
    library.close()
    again = LocalLibrary.open(tmp_path / "library", clock)
    try:
        assert names(again, "Caroline called from Lisbon again") == {"Lisbon": "place"}
        again.purge(PurgeTarget(ids=(note.id,)))
        assert "Caroline" in names(again, "Caroline called from Lisbon at last")
    finally:
        again.close()


def test_names_that_the_graph_knows_are_found_wherever_they_stand(library: LocalLibrary) -> None:
    library.known.start()
    for text in ("Helena Prado and Marcos went to Recife", "Yesterday Helena Prado came by", "Helena Prado moved"):
        library.capture(text)
    library.wait_knowledge()
    assert "helena prado" in names(library, "bread, milk, helena prado, nine o'clock")


def test_words_that_do_not_stand_there_and_kinds_that_are_none_are_told(library: LocalLibrary) -> None:
    note = library.capture("I met Caroline in Lisbon")
    with pytest.raises(NotFound):
        library.correct_name(note.id, "Marcos", "person")
    with pytest.raises(BadInput):
        library.correct_name(note.id, "Caroline", "planet")
