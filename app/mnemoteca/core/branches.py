"""The branches of a conversation: one path through it, and where others begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mnemoteca.core.memory import Memory

NOTHING = 0  # the parent of what begins the conversation


@dataclass(frozen=True, slots=True)
class Link:
    """A turn, in the order of its session: what it answers (None: the one before it), whether it was chosen.

    `hidden` is one in the trash: what answered it answers what it answered.
    """

    id: int
    parent: int | None
    active: bool
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some turns of one path through a session: those from `start`, of `total` that the path has.

    `forks` are the ids of turns that stand side by side, in the order of the session's source; one of each is on the
    path, among `turns`.
    """

    session: int
    start: int
    total: int
    turns: tuple[Memory, ...]
    forks: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """The ids along one path, and the turns beside each of them, itself among them, where there are any."""

    ids: tuple[int, ...]
    beside: Mapping[int, tuple[int, ...]]


def path(links: Sequence[Link], through: int = 0) -> Path:
    """The path through a turn, or, with 0 and where it is not there, the one that was last chosen.

    Below the turn it follows what was chosen, else what came first.
    """
    parents = _parents(links)
    active = {link.id for link in links if link.active}
    children: dict[int, list[int]] = {}
    for id, parent in parents.items():
        children.setdefault(parent, []).append(id)
    ids = _up(parents, through) if through in parents else []
    at = through if ids else NOTHING
    while siblings := children.pop(at, None):
        at = next((id for id in siblings if id in active), siblings[0])
        ids.append(at)
    return Path(tuple(ids), _beside(ids, parents))


def _parents(links: Iterable[Link]) -> dict[int, int]:
    """What each turn that is shown answers; turns whose parents lead back to them begin the conversation."""
    told: dict[int, int] = {}
    before = NOTHING
    for link in links:
        told[link.id] = before if link.parent is None else link.parent
        before = link.id
    hidden = {link.id for link in links if link.hidden}
    shown: dict[int, int] = {}
    settled: dict[int, int] = {NOTHING: NOTHING}  # what is hidden, and the nearest above it that is shown
    for id, parent in told.items():
        steps: dict[int, None] = {}
        while parent in hidden and parent not in settled and parent not in steps:
            steps[parent] = None
            parent = told[parent]
        nearest = settled.get(parent, parent if parent in told and parent not in hidden else NOTHING)
        settled |= dict.fromkeys(steps, nearest)
        if id not in hidden:
            shown[id] = nearest
    return _without_circles(shown)


def _without_circles(parents: dict[int, int]) -> dict[int, int]:
    sound = {NOTHING}
    for id in parents:
        steps: dict[int, None] = {}
        at = id
        while at not in sound and at not in steps:
            steps[at] = None
            at = parents[at]
        if at not in sound:
            parents[at] = NOTHING
        sound.update(steps)
    return parents


def _up(parents: Mapping[int, int], at: int) -> list[int]:
    found: list[int] = []
    while at != NOTHING:
        found.append(at)
        at = parents[at]
    return found[::-1]


def _beside(ids: Sequence[int], parents: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    places = {parents[id]: id for id in ids}
    beside: dict[int, list[int]] = {}
    for id, parent in parents.items():
        if parent in places:
            beside.setdefault(places[parent], []).append(id)
    return {id: tuple(found) for id, found in beside.items() if len(found) > 1}
