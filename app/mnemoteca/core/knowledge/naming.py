"""Whose name a name is: the same kind and the same words, or a first name that only one person can have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mnemoteca.core.knowledge.values import SELF
from mnemoteca.core.text import words

ME = "me"  # the folded name of whoever the notes are of
_NOBODY = frozenset(("", "user", "you", "me", "i", "eu", "human", "voce", "usuario", "usuaria", "myself"))


@dataclass(frozen=True, slots=True)
class Known:
    """A name as it stands in the tables; `by_hand`: a person said whose it is."""

    id: int
    kind: str
    folded: str
    entity: int
    by_hand: bool


def folded(name: str) -> str:
    """A name as it is compared: lower case, without accents and signs."""
    return " ".join(words(name))


def speaker_name(speaker: str) -> tuple[str, str]:
    """The kind and the folded name of a speaker; whoever has no name of their own is the person of the space."""
    name = folded(speaker)
    return (SELF, ME) if name in _NOBODY else ("person", name)


def first_names(names: Iterable[Known]) -> dict[int, int]:
    """By the id of a name that is a first name alone: the entity that is the only one to have it in full.

    Names that a person placed by hand are left out, and whoever shares a first name with another has it alone.
    """
    singles: list[Known] = []
    full: dict[str, set[int]] = defaultdict(set)
    for each in names:
        if each.kind != "person":
            continue
        first, _, rest = each.folded.partition(" ")
        if rest:
            full[first].add(each.entity)
        elif not each.by_hand:
            singles.append(each)
    return {each.id: next(iter(full[each.folded])) for each in singles if len(full.get(each.folded, ())) == 1}


def shown_name(names: Mapping[str, int]) -> str:
    """The name that an entity is called by: the one that most memories have, the longest of as many."""
    return max(names, key=lambda name: (names[name], len(name), name), default="")
