"""What a language model made of a text, checked; or how it failed. Model output only ever proposes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from mnemoteca.core.writing import Ending

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """What came of a task: `value` where `ending` is whole, and only there.

    `prompt` names the prompt and its version, such as “summarise/1”; `parts` are how many a long text was cut into;
    `dropped` counts what was left out because the source does not bear it.
    """

    value: Value | None
    ending: Ending
    reason: str = ""
    prompt: str = ""
    model: str = ""
    parts: int = 1
    dropped: int = 0
    tokens: int = 0
    seconds: float = 0.0
    first_s: float = 0.0


class EntityKind(StrEnum):
    """What is named."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PROJECT = "project"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A name as it stands in the source, from `start` to `end`."""

    name: str
    kind: EntityKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ProposedFact:
    """A fact with the words of the source that state it, which stand there from `start` to `end`."""

    subject: str
    relation: str
    object: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a text names and states."""

    entities: tuple[NamedEntity, ...]
    facts: tuple[ProposedFact, ...]
