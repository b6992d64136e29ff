"""Spaces."""

from __future__ import annotations

import pytest

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.views import Place
from mnemoteca.library.library import LocalLibrary


def test_the_default_space_keeps_its_name_and_stays(library: LocalLibrary) -> None:
    for act in (lambda: library.rename_space("personal", "home"), lambda: library.delete_space("personal")):
        with pytest.raises(BadInput) as refused:
            act()
        assert refused.value.key == "last_space"


def test_a_space_in_the_trash_comes_back_with_all_that_is_in_it(library: LocalLibrary) -> None:
    library.make_space("travel")
    library.capture("the ferry leaves at nine", space="travel")
    assert library.delete_space("travel").count == 1
    with pytest.raises(NotFound):
        library.counts("travel")
    assert library.restore_space("travel").count == 1
    assert library.counts("travel").counts[Place.EVERYTHING] == 1


def test_two_spaces_can_not_share_a_name(library: LocalLibrary) -> None:
    library.make_space("travel")
    library.make_space("work")
    with pytest.raises(BadInput) as refused:
        library.rename_space("work", "travel")
    assert refused.value.key == "space_taken"


def test_a_name_is_one_space_however_its_accents_are_written(library: LocalLibrary) -> None:
    library.make_space("Caf\u00e9")
    assert library.make_space("Cafe\u0301").name == "Caf\u00e9"
    assert library.capture("the cups are new", space="Cafe\u0301").space == "Caf\u00e9"
    assert library.delete_space("Cafe\u0301").count == 1
    assert library.restore_space("Cafe\u0301").count == 1


def test_what_is_switched_off_in_a_space_in_the_trash_is_on_in_one_that_bears_its_name(library: LocalLibrary) -> None:
    library.make_space("travel")
    library.set_setting("tiers.promote", False, "travel")
    assert library.capture("the ferry leaves at nine", space="travel").promotes_at is None
    library.delete_space("travel")
    library.make_space("travel")
    assert library.capture("the ferry leaves at ten", space="travel").promotes_at is not None
