"""Undoing a run, in any order: the state that would be, had it never been applied and all later acts been."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC

from mnemoteca.core.changes import By, Done, Happened, Undoable
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.failpoints import reach
from mnemoteca.core.reports import RunState
from mnemoteca.core.sleep.values import Rest
from mnemoteca.library.short_tier import MEDIUM
from mnemoteca.library.sleep.applying import since_or_anew
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import learned, memories, proposals, runs, spaces
from mnemoteca.store.tables.codes import FORMER, among
from mnemoteca.store.tables.proposals import APPLIED, UNDONE, Move
from mnemoteca.store.tables.runs import RunRow

_SHOWN = 3  # things that rest on a run, named in a sentence


def applied_row(reader: Reader, run: int) -> RunRow:
    """A run that can be undone; raises `NotFound` and `BadInput`."""
    row = runs.row(reader, run)
    if row is None or row.state is RunState.THINKING:
        raise NotFound("no_run", id=run)
    if row.state is not RunState.APPLIED or not row.applied:
        raise BadInput("run_not_applied", id=run, state=row.state.value)
    return row


def rests(reader: Reader, run: int) -> tuple[Rest, ...]:
    """Later acts and runs that moved what this run had moved, the newest first; none for one that isn't applied."""
    row = runs.row(reader, run)
    if row is None or row.state is not RunState.APPLIED or not row.applied:
        return ()
    moved = [move.memory for move in proposals.moves(reader, run, APPLIED)]
    if not moved:
        return ()
    moved += [id for id in _current(reader, moved).values() if id not in set(moved)]
    later = [Rest("run", id, "run") for id in runs.later_of(reader, row.applied, among("p.memory", moved))]
    return (*_acts(reader, row.last_act, moved), *later)


def _acts(reader: Reader, after: int, moved: list[int]) -> Iterable[Rest]:
    rows = reader.all(
        f"""SELECT DISTINCT a.id, a.kind FROM acts a JOIN act_items i ON i.act = a.id
        WHERE a.id > ? AND NOT a.undone AND i.field = 'tier' AND {among("i.memory", moved)} ORDER BY a.id DESC""",
        (after,),
    )
    return [Rest("act", id, kind) for id, kind in rows]


def _current(reader: Reader, ids: list[int]) -> dict[int, int]:
    """Of those that were edited since, the version that stands before each."""
    if not ids:
        return {}
    rows = reader.all(
        f"""SELECT f.id, c.id FROM memories f JOIN memories c ON coalesce(c.version_of, c.id) =
        coalesce(f.version_of, f.id) WHERE f.state = {FORMER} AND c.state <> {FORMER} AND {among("f.id", ids)}"""
    )
    return dict(rows)


def later_acts(reader: Reader, run: int) -> list[Undoable]:
    """The acts that rest on a run, the newest first."""
    wanted = [rest.number for rest in rests(reader, run) if rest.kind == "act"]
    rows = reader.all(f'SELECT id, "at", kind, memories, undone FROM acts WHERE {among("id", wanted)} ORDER BY id DESC')
    return [Undoable(id, at.replace(tzinfo=UTC), kind, count, undone) for id, at, kind, count, undone in rows]


def named(found: Iterable[Rest]) -> str:
    """What rests on a run, in words."""
    told = [f"run {rest.number}" if rest.kind == "run" else f"“{rest.label}” (act {rest.number})" for rest in found]
    return ", ".join(told[:_SHOWN]) + (" and others" if len(told) > _SHOWN else "")


def undo(tx: Tx, run: int) -> Done:
    """Take back what a run did; whatever rests on it has to be undone before."""
    row = applied_row(tx, run)
    if found := rests(tx, run):
        raise BadInput("run_rested_on", id=run, what=named(found))
    back = _move_back(tx, row, proposals.moves(tx, run, APPLIED))
    learned.set_state(tx, run, APPLIED, UNDONE)
    proposals.mark(tx, run, APPLIED, UNDONE)
    tx.run("DELETE FROM merges WHERE run = ?", (run,))
    runs.mark(tx, run, RunState.UNDONE)
    last = tx.change(Happened.CONSOLIDATED, run, row.space, By.PERSON)
    reach("sleep.undo")
    return Done(len(back), last, None, tuple(back)[:500], f"run {run}")


def _move_back(tx: Tx, row: RunRow, moves: list[Move]) -> list[int]:
    """Where a memory still stands as the run left it, it stands as before."""
    newer = _current(tx, [move.memory for move in moves])
    moves = [replace(move, memory=newer.get(move.memory, move.memory)) for move in moves]
    now = {each.id: each for each in memories.standing_of(tx, [move.memory for move in moves])} if moves else {}
    ttl_s = float(spaces.setting(tx, "medium.ttl_s"))
    back = [move for move in moves if move.memory in now and now[move.memory].tier == move.new_tier]
    for tier in {move.old_tier for move in back}:
        memories.set_state(tx, [move.memory for move in back if move.old_tier == tier], tier=tier)
    since = {
        move.memory: since_or_anew(move.old_since, ttl_s, tx.now) if move.old_tier == MEDIUM else move.old_since
        for move in back
    }
    memories.set_since(tx, {id: moment for id, moment in since.items() if moment is not None})
    tx.changes([(Happened.MOVED, move.memory, row.space, By.PERSON, move.new_tier) for move in back])
    return [move.memory for move in back]
