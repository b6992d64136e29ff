"""Everything about an entity: the memories that go with it, and what of them is not of it alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mnemoteca.core.errors import NotFound
from mnemoteca.core.purging import SharedMemory
from mnemoteca.store import purging
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import known, spoken_of
from mnemoteca.store.tables.spoken_of import Names


@dataclass(frozen=True, slots=True)
class About:
    """What a preview tells of an entity, as `PurgePreview` has it."""

    name: str = ""
    ids: tuple[int, ...] = ()
    shared: int = 0
    shares: tuple[SharedMemory, ...] = ()
    named: int = 0
    titles: tuple[str, ...] = ()


def ids_about(reader: Reader, entity: int, *, named: bool) -> list[int]:
    """The memories that speak of it; with `named`, all in which its name stands. Raises `NotFound`."""
    names = _names(reader, entity)
    found = spoken_of.speaking_of(reader, entity, names)
    return sorted(found | spoken_of.naming(reader, entity, names) if named else found)


def preview_about(reader: Reader, entity: int, ids: Sequence[int], emptied: Sequence[int]) -> About:
    """What purging these memories (`ids`) of an entity takes along; `emptied` sessions go whole."""
    names = _names(reader, entity)
    count, shares = spoken_of.shared(reader, entity, ids)
    left = sorted(spoken_of.naming(reader, entity, names) - set(ids))
    return About(
        known.entities_by_ids(reader, [entity])[entity].name,
        tuple(purging.current(reader, ids)),
        count,
        shares,
        len(purging.current(reader, left)),
        spoken_of.titles_naming(reader, names, emptied),
    )


def _names(reader: Reader, entity: int) -> Names:
    names = spoken_of.names_of(reader, entity)
    if names is None:
        raise NotFound("no_entity", name=entity)
    return names
