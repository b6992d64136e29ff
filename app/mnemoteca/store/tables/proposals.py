"""The table of proposals: what a run does, memory by memory, with what was there before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core.memory import Tier
from mnemoteca.core.sleep.values import Proposal, ProposalKind, ProposalState
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import TIERS, among, aware, naive

PROPOSED, APPLIED, DROPPED, UNDONE = range(4)
STATES = (ProposalState.PROPOSED, ProposalState.APPLIED, ProposalState.DROPPED, ProposalState.UNDONE)
MOVES = (ProposalKind.PROMOTE, ProposalKind.FADE, ProposalKind.MERGE)
OF_MOVES = ", ".join(f"'{kind.value}'" for kind in MOVES)
_ACCOUNT_ONLY = f"('{ProposalKind.KEPT.value}', '{ProposalKind.LEFT.value}')"
_COLUMNS = ("run", "number", "kind", "memory", "thing", "old_tier", "old_since", "new_tier", "why", "state")
NO_TIER = -1
SHOWN = 200  # characters of a memory beside a proposal


@dataclass(frozen=True, slots=True)
class NewProposal:
    """A row to be inserted; tiers are codes, -1 where there is none."""

    kind: ProposalKind
    memory: int = 0
    thing: int = 0
    old_tier: int = NO_TIER
    old_since: datetime | None = None
    new_tier: int = NO_TIER
    why: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """What was proposed for the tier of a memory."""

    number: int
    kind: ProposalKind
    memory: int
    thing: int
    old_tier: int
    old_since: datetime | None
    new_tier: int


def insert(tx: Tx, run: int, rows: Iterable[NewProposal], state: int = PROPOSED, first: int = 1) -> None:
    """Append the proposals of a run, numbered from `first`."""
    told = [
        (run, n, r.kind.value, r.memory, r.thing, r.old_tier, naive(r.old_since), r.new_tier, r.why, state)
        for n, r in enumerate(rows, first)
    ]
    if told:
        tx.append("proposals", _COLUMNS, told)


def moves(reader: Reader, run: int, state: int) -> list[Move]:
    """What a run does to tiers, in order of number."""
    rows = reader.all(
        "SELECT number, kind, memory, thing, old_tier, old_since, new_tier FROM proposals "
        f"WHERE run = ? AND state = ? AND kind IN ({OF_MOVES}) ORDER BY number",
        (run, state),
    )
    return [
        Move(number, ProposalKind(kind), memory, thing, old, aware(since), new)
        for number, kind, memory, thing, old, since, new in rows
    ]


def counted(reader: Reader, run: int) -> list[tuple[ProposalKind, int]]:
    """How many of each kind stand, dropped ones left out."""
    rows = reader.all(
        f"SELECT kind, count(*) FROM proposals WHERE run = ? AND state <> {DROPPED} GROUP BY kind", (run,)
    )
    return [(ProposalKind(kind), count) for kind, count in rows]


def drop_moves(tx: Tx, run: int, numbers: list[int]) -> None:
    """These had changed since: their memories are left as they are."""
    if numbers:
        tx.run(
            f"UPDATE proposals SET state = {DROPPED} WHERE run = ? AND list_contains(?::INTEGER[], number)",
            (run, numbers),
        )


def drop_things(tx: Tx, run: int, kind: ProposalKind, things: list[int]) -> None:
    """These digests or patterns rest on what had changed since."""
    if things:
        tx.run(
            f"UPDATE proposals SET state = {DROPPED} WHERE run = ? AND kind = ? AND list_contains(?::BIGINT[], thing)",
            (run, kind.value, things),
        )


def mark(tx: Tx, run: int, before: int, after: int) -> None:
    """What stood as `before` stands as `after`."""
    tx.run("UPDATE proposals SET state = ? WHERE run = ? AND state = ?", (after, run, before))


def close_account(tx: Tx, run: int) -> None:
    """The account was checked: what was only counted goes."""
    tx.run(f"DELETE FROM proposals WHERE run = ? AND kind IN {_ACCOUNT_ONLY}", (run,))


def shown(reader: Reader, run: int, limit: int) -> list[Proposal]:
    """What a run does, each with the beginning of its memory; what it only counts is left out."""
    rows = reader.all(
        f"""SELECT p.number, p.kind, p.memory, p.thing, p.why, p.state, left(coalesce(m.text, ''), {SHOWN}),
        p.old_tier, p.new_tier FROM proposals p LEFT JOIN memories m ON m.id = p.memory
        WHERE p.run = ? AND p.kind NOT IN {_ACCOUNT_ONLY} ORDER BY p.number LIMIT {int(limit)}""",
        (run,),
    )
    return [
        Proposal(
            number, ProposalKind(kind), memory, thing, why, STATES[state], text,
            None if old == NO_TIER else TIERS[old], None if new == NO_TIER else TIERS[new],
        )
        for number, kind, memory, thing, why, state, text, old, new in rows
    ]  # fmt: skip


def undone_moves(reader: Reader, space: int) -> set[tuple[str, int, int, str]]:
    """What a person undid: kind, memory, thing and why; it is not proposed again while that is so."""
    rows = reader.all(
        f"""SELECT DISTINCT p.kind, p.memory, p.thing, p.why FROM proposals p JOIN runs r ON r.id = p.run
        WHERE r.space = ? AND p.state = {UNDONE} AND p.kind IN ({OF_MOVES})""",
        (space,),
    )
    return {(kind, memory, thing, why) for kind, memory, thing, why in rows}


def promotions_of(reader: Reader, memories: list[int]) -> dict[tuple[datetime, Tier], tuple[int, str]]:
    """The runs that lifted any of these, with their rules, by when they were applied and into which tier."""
    rows = reader.all(
        f"""SELECT r."at", p.new_tier, p.run, p.why FROM proposals p JOIN runs r ON r.id = p.run
        WHERE {among("p.memory", memories)} AND p.kind = 'promote' AND p.state = {APPLIED}"""
    )
    found = {}
    for at, tier, run, why in rows:
        moment = aware(at)
        assert moment is not None
        found[(moment, TIERS[tier])] = (run, why)
    return found
