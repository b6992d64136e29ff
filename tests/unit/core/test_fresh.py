"""New random ids."""

from __future__ import annotations

from itertools import islice

from mnemoteca.core.fresh import new_uuids


def test_ids_are_random_of_version_4_and_never_come_twice() -> None:
    drawn = list(islice(new_uuids(), 1_000))
    assert len(set(drawn)) == 1_000
    assert {each.version for each in drawn} == {4}
