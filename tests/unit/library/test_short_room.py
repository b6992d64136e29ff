"""Entries of SHORT fit into one answer, however long they are; what is short stands there whole."""

from __future__ import annotations

import pytest

from mnemoteca.library.library import LocalLibrary
from mnemoteca.library.tiering import CARRIED


@pytest.mark.slow
def test_long_entries_carry_their_beginnings_and_are_found_by_their_ends(library: LocalLibrary) -> None:
    for n in range(20):
        library.add_short_term(f"{n} " + "x " * 500_000 + f"ending{n}", "personal", 0.5, "general")
    library.add_short_term("a short one", "personal", 0.5, "general")
    held = library.short_entries("personal")
    assert (len(held), held[0].text) == (21, "a short one")
    assert sum(len(each.text) for each in held) <= CARRIED
    assert all(each.length > len(each.text) > 100_000 for each in held[1:])
    (found,) = library.short_search("ending7", "personal")
    assert found.text.startswith("7 x")
    assert library.memory(found.id).text.endswith("ending7")
