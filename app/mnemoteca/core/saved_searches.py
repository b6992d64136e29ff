"""Searches that a person keeps under a name, as they stand in the settings of a space: pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

SETTING = "searches.saved"
MOST = 100


@dataclass(frozen=True, slots=True)
class Saved:
    """What is typed to search for it, under the name that a person gave it."""

    name: str
    query: str


def read_saved(value: str) -> tuple[Saved, ...]:
    """The searches in a value of the setting, in their order; what isn't one is passed over."""
    try:
        found = json.loads(value) if value else []
    except ValueError:
        return ()
    pairs = [each for each in found if isinstance(each, list) and len(each) == 2] if isinstance(found, list) else []
    return tuple(Saved(*each) for each in pairs if all(isinstance(part, str) and part for part in each))


def written(searches: Sequence[Saved]) -> str:
    """The value of the setting for these searches."""
    return json.dumps([[each.name, each.query] for each in searches], ensure_ascii=False) if searches else ""


def with_saved(searches: Sequence[Saved], name: str, query: str) -> tuple[Saved, ...]:
    """With this one among them; one of the same name is replaced where it stands, a new one stands last."""
    name, query = " ".join(name.split()), query.strip()
    if not name or not query:
        return tuple(searches)
    fresh = Saved(name, query)
    if any(each.name == name for each in searches):
        return tuple(fresh if each.name == name else each for each in searches)
    return (*searches, fresh)


def renamed(searches: Sequence[Saved], name: str, new_name: str) -> tuple[Saved, ...]:
    """With another name for one of them; another one of that name makes room."""
    new_name = " ".join(new_name.split())
    if not new_name or new_name == name:
        return tuple(searches)
    kept = [each for each in searches if each.name != new_name]
    return tuple(Saved(new_name, each.query) if each.name == name else each for each in kept)


def without_saved(searches: Sequence[Saved], name: str) -> tuple[Saved, ...]:
    return tuple(each for each in searches if each.name != name)
