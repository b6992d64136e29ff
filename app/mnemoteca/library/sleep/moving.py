"""What a run does to tiers: who rises for good, whose time is up, and which duplicate points to another memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from mnemoteca.core import tiers
from mnemoteca.core.sleep.likeness import duplicates
from mnemoteca.core.sleep.values import ProposalKind
from mnemoteca.library.short_tier import FADED, LONG, MEDIUM
from mnemoteca.library.sleep.reading import read
from mnemoteca.library.sleep.subjects import OWN
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables.codes import among
from mnemoteca.store.tables.memories import Standing
from mnemoteca.store.tables.proposals import NewProposal

PINNED, TIME_IS_UP = "pinned", "time"
SAME = "same"
_MOST_COMPARED = 5_000


def tier_proposals(held: Sequence[Standing], now: datetime, *, promotes: bool, ttl_s: float) -> list[NewProposal]:
    """Each memory of MEDIUM once: it becomes LONG, fades, or is left."""
    step = tiers.medium_step(held, now, promotes=promotes, ttl_s=ttl_s)
    found = [_move(ProposalKind.PROMOTE, held[n], LONG, why(held[n])) for n in step.promoted]
    found += [_move(ProposalKind.FADE, held[n], FADED, TIME_IS_UP) for n in step.faded]
    return found + [_move(ProposalKind.LEFT, held[n], MEDIUM, "") for n in step.left]


def why(each: Standing) -> str:
    """By which rule it is kept for good."""
    if each.pinned:
        return PINNED
    if each.importance >= tiers.LONG_IMPORTANCE:
        return f"importance {each.importance:.2f}"
    return f"accesses {each.access_count}"


def _move(kind: ProposalKind, each: Standing, tier: int, why: str) -> NewProposal:
    return NewProposal(kind, each.id, 0, each.tier, each.since, tier, why)


def merged(reader: Reader, space: int, held: Sequence[Standing], proposed: Sequence[NewProposal]) -> list[NewProposal]:
    """The same proposals, but that a duplicate of the same day and speaker fades and points to the memory it repeats.

    A pinned one is never merged. The one that is kept is pinned, or long, or weighs more, or came first.
    """
    pairs = dict(duplicate_pairs(reader, space, held))
    standing = {each.id: each for each in held}
    return [
        NewProposal(ProposalKind.MERGE, p.memory, pairs[p.memory], p.old_tier, p.old_since, FADED, SAME)
        if p.memory in pairs and p.memory in standing
        else p
        for p in proposed
    ]


def duplicate_pairs(reader: Reader, space: int, held: Sequence[Standing]) -> list[tuple[int, int]]:
    """Of these memories of MEDIUM, each duplicate with the memory that it repeats, which stays."""
    mine = {each.id: each for each in held[-_MOST_COMPARED:]}
    if not mine:
        return []
    said = read(reader, mine)
    days = sorted({each.day for each in said.values() if each.day is not None})
    rows = reader.all(
        f"""SELECT id, pinned, importance FROM memories WHERE space = ? AND tier = {LONG} AND {OWN}
        AND date_diff('day', DATE '1970-01-01', (occurred_at + to_minutes(offset_min))::DATE)
        IN ({",".join(map(str, days)) or "NULL"}) ORDER BY id DESC LIMIT {_MOST_COMPARED}""",
        (space,),
    )
    longs = {id: (pinned, importance) for id, pinned, importance in rows}
    said |= read(reader, longs)
    echoes = {row[0] for row in reader.all(f"SELECT memory FROM echoes WHERE {among('memory', list(mine))}")}
    rank = {id: (not pinned, 0, -weight, id) for id, (pinned, weight) in longs.items()}
    rank |= {id: (not e.pinned, 1, -e.importance, id) for id, e in mine.items() if id not in echoes}
    ordered = sorted((id for id in rank if said[id].day is not None), key=lambda id: rank[id])
    texts = ((id, (said[id].day, said[id].role, said[id].speaker), said[id].text) for id in ordered)
    return [(one, kept) for one, kept in duplicates(texts) if one in mine and not mine[one].pinned]


def not_undone(
    proposed: Iterable[NewProposal], undone: set[tuple[str, int, int, str]], now: datetime, ttl_s: float
) -> list[NewProposal]:
    """What a person undid is not done again while its reason is the same: such a memory is left, and fades in time."""
    moves = (ProposalKind.PROMOTE, ProposalKind.MERGE)
    return [
        _instead(p, now, ttl_s) if p.kind in moves and (p.kind.value, p.memory, p.thing, p.why) in undone else p
        for p in proposed
    ]


def _instead(p: NewProposal, now: datetime, ttl_s: float) -> NewProposal:
    """What becomes of a memory that is not moved as proposed; the rule of its tier ends it, as any other."""
    rises = p.kind is ProposalKind.PROMOTE and p.why != PINNED
    if rises and p.old_since is not None and tiers.expired(p.old_since, ttl_s, now):
        return NewProposal(ProposalKind.FADE, p.memory, 0, p.old_tier, p.old_since, FADED, TIME_IS_UP)
    return NewProposal(ProposalKind.LEFT, p.memory, 0, p.old_tier, p.old_since, p.old_tier)
