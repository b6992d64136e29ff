"""Runs, what they propose, and what they make: the values that travel.

A digest and a pattern are quotes: each a span of a memory, word for word. They hold no text of their own, so that
what is gone from the memories is gone from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mnemoteca.core.memory import Tier
from mnemoteca.core.reports import RunInfo


class ProposalKind(StrEnum):
    """What a run may do; `kept` and `left` account for what it took in and doesn't touch."""

    PROMOTE = "promote"
    FADE = "fade"
    MERGE = "merge"  # a duplicate fades and points to the memory that says the same
    DIGEST = "digest"
    PATTERN = "pattern"
    KEPT = "kept"
    LEFT = "left"


class ProposalState(StrEnum):
    """What became of it; `dropped`: its source had changed since the run read it."""

    PROPOSED = "proposed"
    APPLIED = "applied"
    DROPPED = "dropped"
    UNDONE = "undone"


class DigestKind(StrEnum):
    """What a digest is about."""

    SESSION = "session"
    TOPIC = "topic"
    DAY = "day"
    WEEK = "week"


class PatternKind(StrEnum):
    """What a pattern is: what comes again and again, or a sentence worth knowing by itself."""

    PATTERN = "pattern"
    DECISION = "decision"
    PREFERENCE = "preference"
    HOW_TO = "how_to"
    QUESTION = "question"
    PROCEDURE = "procedure"  # a way of doing something that was told several times


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of a memory, in characters of its text, and what stands there."""

    memory: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Digest:
    """A few sentences that say most of a session, a topic, a day or a week, each word for word from a memory.

    `title` is that of the session, the name of the topic, or ""; `day` is that of a day, or a week's Monday.
    `fresh`: since it was made nothing came to what it is about, and nothing went.
    """

    id: int
    run: int
    kind: DigestKind
    title: str
    sentences: tuple[Quote, ...]
    sources: int
    session: int = 0
    day: date | None = None
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Pattern:
    """What was seen in so many memories: its name or its quote, and where else it stands."""

    id: int
    run: int
    kind: PatternKind
    quote: Quote
    sources: int
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that a run does: to a memory (its beginning in `text`), or the digest or pattern that it makes."""

    number: int
    kind: ProposalKind
    memory: int
    thing: int
    why: str
    state: ProposalState
    text: str = ""
    before: Tier | None = None
    after: Tier | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """A later act or run that rests on a run: without that it would have done something else."""

    kind: str  # act, run
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class RunDifference:
    """A run and what it changes; `rests` are what would have to be undone with it."""

    run: RunInfo
    proposals: tuple[Proposal, ...]
    digests: tuple[Digest, ...]
    patterns: tuple[Pattern, ...]
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True)
class Learned:
    """What a space's runs made that holds: digests and patterns, the newest first."""

    digests: tuple[Digest, ...]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Fading:
    """A memory that is about to leave its tier, when, and one that says the same, to merge it with."""

    memory: int
    text: str
    tier: Tier
    ends_at: datetime
    same_as: int | None = None
