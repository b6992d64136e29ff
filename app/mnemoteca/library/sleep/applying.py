"""Applying a run: its checks, then everything in one short transaction, or nothing and the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.failpoints import reach
from mnemoteca.core.reports import RunState
from mnemoteca.core.sleep.account import Account, account_of
from mnemoteca.core.sleep.values import ProposalKind
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import learned, memories, proposals, runs
from mnemoteca.store.tables.codes import ACTIVE, among
from mnemoteca.store.tables.proposals import APPLIED, DROPPED, PROPOSED, Move

THINGS = (ProposalKind.DIGEST, ProposalKind.PATTERN)


class CheckFailed(Exception):
    """A run may not be applied: which check says so."""


def apply(tx: Tx, run: int) -> None:
    """Do what a run proposes, as far as its sources are what they were; raises `CheckFailed` and changes nothing."""
    row = runs.row(tx, run)
    if row is None or row.state is RunState.THINKING:
        raise NotFound("no_run", id=run)
    if row.state is not RunState.PROPOSED:
        raise BadInput("run_not_proposed", id=run, state=row.state.value)
    dropped = _drop_changed(tx, run)
    moves = proposals.moves(tx, run, PROPOSED)
    before = _texts(tx, moves)
    account = account_of(row.taken, [*proposals.counted(tx, run), (ProposalKind.LEFT, dropped)])
    _check(tx, run, moves, account)
    _move(tx, moves)
    proposals.mark(tx, run, PROPOSED, APPLIED)
    learned.set_state(tx, run, PROPOSED, APPLIED)
    proposals.close_account(tx, run)
    tx.run(
        "INSERT INTO merges SELECT memory, thing, run FROM proposals WHERE run = ? AND kind = 'merge' AND state = ?",
        (run, APPLIED),
    )
    runs.mark_applied(tx, run, account)
    if _texts(tx, moves) != before:
        raise CheckFailed("a text was touched")
    if moves or any(kind in THINGS for kind, _ in proposals.counted(tx, run)):
        tx.change(Happened.CONSOLIDATED, run, row.space, By.RULE)
    reach("sleep.apply")


def fail(tx: Tx, run: int, reason: str) -> None:
    """Note that a run could not be applied, and why."""
    runs.mark(tx, run, RunState.FAILED, reason)
    proposals.close_account(tx, run)


def _drop_changed(tx: Tx, run: int) -> int:
    """Drop what rests on something that changed since the run read it; how many moves that were."""
    moves = proposals.moves(tx, run, PROPOSED)
    standing = {each.id: each for each in _standing(tx, [move.memory for move in moves])}
    kept = {
        each.id
        for each in _standing(tx, [m.thing for m in moves if m.kind is ProposalKind.MERGE])
        if each.state == ACTIVE
    }
    changed = []
    for move in moves:
        now = standing.get(move.memory)
        same = now is not None and (now.state, now.tier, now.since) == (ACTIVE, move.old_tier, move.old_since)
        fades = move.kind is not ProposalKind.PROMOTE
        lost = move.kind is ProposalKind.MERGE and move.thing not in kept
        if not same or now is None or (fades and now.pinned) or lost:
            changed.append(move.number)
    proposals.drop_moves(tx, run, changed)
    for kind in THINGS:
        gone = learned.changed_since(tx, run, kind)
        learned.set_state_of(tx, kind, gone, DROPPED)
        proposals.drop_things(tx, run, kind, gone)
    return len(changed)


def _standing(tx: Tx, ids: Sequence[int]) -> list[memories.Standing]:
    return memories.standing_of(tx, ids) if ids else []


def _check(tx: Tx, run: int, moves: Sequence[Move], account: Account) -> None:
    if not account.equal:
        raise CheckFailed("a memory that was taken in is not accounted for")
    if len({move.memory for move in moves}) != len(moves):
        raise CheckFailed("a memory would be moved twice")
    for kind in THINGS:
        if learned.without_source(tx, run, kind):
            raise CheckFailed(f"a {kind.value} rests on nothing")
        if learned.bad_spans(tx, run, kind):
            raise CheckFailed(f"a quote of a {kind.value} does not stand in its memory")


def _move(tx: Tx, moves: Iterable[Move]) -> None:
    groups: dict[int, list[Move]] = defaultdict(list)
    for move in moves:
        groups[move.new_tier].append(move)
    for tier, group in groups.items():
        ids = [move.memory for move in group]
        memories.set_state(tx, ids, tier=tier, since=tx.now)
        space: dict[int, int] = dict(tx.all(f"SELECT id, space FROM memories WHERE {among('id', ids)}"))
        tx.changes([_told(move, space[move.memory]) for move in group])


def _told(move: Move, space: int) -> tuple[Happened, int, int, By, int | None]:
    if move.kind is ProposalKind.PROMOTE:
        return (Happened.PROMOTED, move.memory, space, By.RULE, move.new_tier)
    return (Happened.FADED, move.memory, space, By.RULE, move.old_tier)


def _texts(reader: Reader, moves: Sequence[Move]) -> object:
    """A sum over the texts of what is moved: no run may change it."""
    if not moves:
        return None
    return reader.all(
        "SELECT count(*), bit_xor(hash(text)) FROM memories WHERE " + among("id", [move.memory for move in moves])
    )


def since_or_anew(old: datetime | None, ttl_s: float, now: datetime) -> datetime | None:
    """The time at which a tier began, unless it would be over at once: then it begins anew."""
    return now if old is None or (now - old).total_seconds() >= ttl_s else old
