"""Why something is remembered: where it came from, what promoted it, what it rests on, and what would alter it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mnemoteca.core.changes import By
from mnemoteca.core.life import Origin
from mnemoteca.core.memory import Tier
from mnemoteca.core.sleep.values import Quote


class Next(StrEnum):
    """What happens next to a memory if nobody does anything."""

    RISES = "rises"
    FADES = "fades"
    STAYS = "stays"


class Alters(StrEnum):
    """What would change what happens next."""

    PIN = "pin"  # it would never fade
    UNPIN = "unpin"  # its time in the tier would begin again
    RECALL = "recall"  # twice by a person, and it rises
    WEIGH = "weigh"  # so important that it rises
    LET_GO = "let_go"  # it would leave the tiers at once
    RESTORE = "restore"  # it would come back to medium
    SWITCH_ON = "switch_on"  # promoting by itself is switched off in its space


@dataclass(frozen=True, slots=True)
class Promotion:
    """One rise: when, into which tier, who did it, and, where a run did, which one and by which rule."""

    at: datetime
    tier: Tier
    by: By
    run: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """Something derived: digest, pattern, fact, or a memory that points here; its number and a few words of it."""

    kind: str
    id: int
    label: str


@dataclass(frozen=True, slots=True)
class Why:
    """The answer for a memory, or for a digest, pattern or fact: these have no tier, and `rests_on` is never empty.

    `present` is its retrievability now, 0 to 1. `echo_of` is the memory that it only repeats, `same_as` the one that
    it was merged with.
    """

    kind: str
    id: int
    text: str
    made_at: datetime
    origin: Origin | None = None
    run: int = 0
    tier: Tier | None = None
    next: Next = Next.STAYS
    next_at: datetime | None = None
    alters: tuple[Alters, ...] = ()
    promoted: tuple[Promotion, ...] = ()
    recalled: dict[By, int] | None = None
    present: float = 1.0
    importance: float = 0.0
    pinned: bool = False
    rests_on: tuple[Quote, ...] = ()
    rested_on_by: tuple[Ref, ...] = ()
    echo_of: int | None = None
    same_as: int | None = None
    former_versions: int = 0


@dataclass(frozen=True, slots=True)
class Consequences:
    """What goes with memories that are forgotten: digests and patterns that go, or do without their words.

    `facts` and `links` rest on nothing else. `sources` are files that still hold it.
    """

    memories: int
    digests_gone: int
    digests_rewritten: int
    patterns_gone: int
    patterns_rewritten: int
    facts: int
    links: int
    sources: tuple[str, ...]


def next_of(tier: Tier, rises_at: datetime | None, ends_at: datetime | None, *, worth_long: bool) -> Next:
    """What happens next; in MEDIUM it depends on whether a run would keep it for good."""
    if tier is Tier.SHORT:
        return Next.RISES if rises_at is not None else Next.FADES if ends_at is not None else Next.STAYS
    if tier is Tier.MEDIUM:
        return Next.RISES if worth_long else Next.FADES if ends_at is not None else Next.STAYS
    return Next.STAYS


def alters_of(tier: Tier, next: Next, *, pinned: bool, promotes: bool) -> tuple[Alters, ...]:
    """What would alter what happens next."""
    found: list[Alters] = [] if promotes or tier not in (Tier.SHORT, Tier.MEDIUM) else [Alters.SWITCH_ON]
    if pinned:
        return (*found, Alters.UNPIN)
    if tier in (Tier.SHORT, Tier.MEDIUM):
        found += [Alters.PIN, Alters.RECALL, Alters.WEIGH] if next is not Next.RISES else []
        return (*found, Alters.LET_GO)
    return (*found, Alters.LET_GO) if tier is Tier.LONG else (*found, Alters.RESTORE, Alters.PIN)
