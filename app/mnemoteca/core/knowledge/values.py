"""The values of knowledge that travel: names, facts with their evidence, contradictions, links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

SELF = "self"  # the kind of whoever the notes of a space are of


class Taint(StrEnum):
    """Who said it; what an assistant or a document said is never the person's word."""

    PERSON = "person"
    ASSISTANT = "assistant"
    DOCUMENT = "document"


class Standing(StrEnum):
    """Whether a fact holds, was superseded or ended, is disputed by another, or was set aside by the person."""

    HOLDS = "holds"
    ENDED = "ended"
    DISPUTED = "disputed"
    SET_ASIDE = "set aside"


STANDINGS = tuple(Standing)


class Verdict(StrEnum):
    """What the person keeps of two facts that contradict each other."""

    OPEN = ""
    ONE = "one"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class EntityName:
    """A name of an entity as it is written, and in how many memories."""

    id: int
    name: str
    memories: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what is spoken of; its name is the one that most memories have, `names` are all of them."""

    id: int
    name: str
    kind: str
    memories: int
    names: tuple[EntityName, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a memory, quoted word for word, and who said it when."""

    memory: int
    start: int
    end: int
    quote: str
    speaker: str
    said_at: datetime | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: subject, relation, object, as a span of one memory says it.

    World time: since when (`world_from`, as exactly as `precision` says) and until when it is so. Knowledge time:
    since when and until when the library had it so. `run` is the run that proposed it, 0 the rules.
    """

    id: int
    subject: Entity
    relation: str
    object: str
    object_entity: Entity | None
    polarity: bool
    ends: bool
    taint: Taint
    confidence: float
    run: int
    world_from: datetime | None
    valid_to: datetime | None
    precision: str
    recorded_from: datetime
    recorded_to: datetime | None
    standing: Standing
    ended_by: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that can't both be so and that no time tells apart."""

    id: int
    one: Fact
    other: Fact
    verdict: Verdict = Verdict.OPEN


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity that is spoken of together with another: how closely, in how many memories."""

    entity: Entity
    weight: float
    memories: int


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """An entity and those it is spoken of with, the closest first."""

    entity: Entity
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: from one entity to another, by a sentence; `fact` where one says how."""

    start: Entity
    end: Entity
    evidence: Evidence
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class EvidencePath:
    """The shortest way from one entity to another; no steps where there is none."""

    start: Entity
    end: Entity
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an entity stands in a picture of the graph; close neighbours stand about 1 apart."""

    entity: Entity
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two entities (their ids) that are spoken of together: how closely, in how many memories."""

    one: int
    other: int
    weight: float
    memories: int


@dataclass(frozen=True, slots=True)
class GraphPicture:
    """A part of the graph as it is drawn: who and what, the links among them, and the way that was asked for.

    First among the spots stand those of the way, in its order; where nothing leads from one to the other, both ends;
    and where one alone was asked about, it.
    """

    spots: tuple[Spot, ...]
    links: tuple[Link, ...]
    path: EvidencePath | None = None


@dataclass(frozen=True, slots=True)
class KnowledgeState:
    """How far the reading is: how many changes it is behind, and what is known in all."""

    behind: int
    entities: int
    facts: int
    contradictions: int


@dataclass(frozen=True, slots=True)
class PlaceKnown:
    """A file, a symbol, a commit or a link that memories speak of, and how many do."""

    kind: str
    value: str
    memories: int
