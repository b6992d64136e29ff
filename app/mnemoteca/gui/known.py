"""What pages of knowledge show: facts, steps and memories, each with what the library tells of where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mnemoteca.core.knowledge.values import Evidence, Fact, Step
from mnemoteca.core.memory import Memory
from mnemoteca.gui.calls import Call, Caller, Latest, quiet

MOST = 500  # memories that are asked for at once


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact, and the memory that states it, where it is there."""

    fact: Fact
    memory: Memory | None


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step of a path, and the memory that it rests on."""

    step: Step
    memory: Memory | None


def with_memories(
    link: Caller, asking: Latest, evidence: Iterable[Evidence], then: Callable[[dict[int, Memory]], None]
) -> None:
    """Ask for the memories in which it stands, and hand them on by their id."""
    ids = tuple(dict.fromkeys(each.memory for each in evidence))[:MOST]
    if not ids:
        then({})
        return
    call: Call[tuple[Memory, ...]] = asking.take(link.call("memories", ids=ids))
    call.then(lambda found: then({each.id: each for each in found})).failed(quiet)
