"""A tree of messages put in an order: the path that was chosen first, each branch behind its siblings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """A node in its place; `parent` is "" where it begins the conversation."""

    id: str
    parent: str
    active: bool


@dataclass(frozen=True, slots=True)
class Ordered:
    """All nodes, each once, parents before their children; `circles` are nodes whose parents led back to them."""

    nodes: tuple[Placed, ...]
    circles: tuple[str, ...]


def ordered(parents: Mapping[str, str], current: str) -> Ordered:
    """The nodes depth-first; `parents` names each one's parent, siblings in the order of the mapping.

    The chosen path is what lies between `current` and its root. A parent that isn't there is none; a circle is cut
    at its first node.
    """
    whole, circles = _cut(parents)
    children: dict[str, list[str]] = {}
    for id, parent in whole.items():
        children.setdefault(parent, []).append(id)
    path = _path(whole, current)
    for siblings in children.values():
        siblings.sort(key=lambda id: id not in path)
    return Ordered(tuple(Placed(id, whole[id], id in path) for id in _walk(children)), tuple(circles))


def last_leaf(parents: Mapping[str, str]) -> str:
    """The last node that nobody answers: what is taken for chosen where the source doesn't say."""
    answered = set(parents.values())
    return next((id for id in reversed(list(parents)) if id not in answered), next(iter(parents), ""))


def _cut(parents: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The parents as a forest, and where circles were cut."""
    whole = {id: parent if parent in parents else "" for id, parent in parents.items()}
    rank = {id: n for n, id in enumerate(parents)}
    circles: list[str] = []
    sound: set[str] = {""}
    for id in parents:
        steps: dict[str, None] = {}
        at = id
        while at not in sound and at not in steps:
            steps[at] = None
            at = whole[at]
        if at not in sound:
            first = min(_circle(whole, at), key=rank.__getitem__)
            whole[first] = ""
            circles.append(first)
        sound.update(steps)
    return whole, circles


def _circle(parents: Mapping[str, str], at: str) -> list[str]:
    found = [at]
    while parents[found[-1]] != at:
        found.append(parents[found[-1]])
    return found


def _path(parents: Mapping[str, str], current: str) -> frozenset[str]:
    found: set[str] = set()
    while current in parents and current not in found:
        found.add(current)
        current = parents[current]
    return frozenset(found)


def _walk(children: Mapping[str, Sequence[str]]) -> Iterator[str]:
    waiting = list(reversed(children.get("", ())))
    while waiting:
        id = waiting.pop()
        yield id
        waiting += reversed(children.get(id, ()))
