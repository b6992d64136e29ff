"""Writing a run down: its row, then what it proposes, part by part, then that it is whole; until then it is hidden."""

from __future__ import annotations

from datetime import datetime, timedelta

from mnemoteca.core.failpoints import reach
from mnemoteca.core.reports import RunKind, RunState
from mnemoteca.core.sleep.values import ProposalKind
from mnemoteca.library.sleep.thinking import Thought
from mnemoteca.store.engine import Lane, Store, Tx
from mnemoteca.store.tables import learned, proposals, runs
from mnemoteca.store.tables.codes import naive
from mnemoteca.store.tables.proposals import NewProposal
from mnemoteca.store.tables.runs import NewRun

PROPOSED_DAYS = 30  # that a preview waits to be applied; then it goes, as its sources are long not what they were
_AT_ONCE = 500  # rows of one transaction: a person's work comes in between


def write_down(store: Store, space: int, thought: Thought, session: int, took_ms: int) -> int:
    """The number of the run, which is proposed."""
    new = NewRun(space, RunKind.SLEEP, thought.account, thought.as_of, session, thought.waiting, took_ms)
    reach("sleep.thought")
    run = store.write(lambda tx: runs.insert(tx, new, RunState.THINKING), lane=Lane.IMPORT)
    try:
        _write_all(store, run, space, thought)
    except BaseException:
        store.write(lambda tx: _drop(tx, run), lane=Lane.IMPORT)
        raise
    store.write(lambda tx: runs.mark(tx, run, RunState.PROPOSED), lane=Lane.IMPORT)
    reach("sleep.proposed")
    return run


def _write_all(store: Store, run: int, space: int, thought: Thought) -> None:
    number = 1
    for start in range(0, len(thought.moves), _AT_ONCE):
        part = thought.moves[start : start + _AT_ONCE]
        _write(store, run, part, number)
        number += len(part)
        reach("sleep.part")
    for start in range(0, len(thought.digests), _AT_ONCE):
        digests = thought.digests[start : start + _AT_ONCE]
        ids = store.write(lambda tx, d=digests: learned.insert_digests(tx, run, space, d), lane=Lane.IMPORT)  # type: ignore[misc]
        _write(store, run, [NewProposal(ProposalKind.DIGEST, thing=id) for id in ids], number)
        number += len(ids)
    for start in range(0, len(thought.patterns), _AT_ONCE):
        made = thought.patterns[start : start + _AT_ONCE]
        ids = store.write(lambda tx, p=made: learned.insert_patterns(tx, run, space, p), lane=Lane.IMPORT)  # type: ignore[misc]
        _write(store, run, [NewProposal(ProposalKind.PATTERN, thing=id) for id in ids], number)
        number += len(ids)


def _write(store: Store, run: int, rows: tuple[NewProposal, ...] | list[NewProposal], first: int) -> None:
    store.write(lambda tx: proposals.insert(tx, run, rows, first=first), lane=Lane.IMPORT)


def drop_unfinished(tx: Tx) -> None:
    """Take away runs that a kill left half written."""
    for (run,) in tx.all("SELECT id FROM runs WHERE state = ?", (RunState.THINKING.value,)):
        _drop(tx, run)


def drop_stale(store: Store, now: datetime) -> None:
    """Take away previews that nobody applied; the newest run stays, so that no number is given twice."""
    old = naive(now - timedelta(days=PROPOSED_DAYS))
    stale = 'SELECT id FROM runs WHERE state = ? AND "at" < ? AND id < (SELECT max(id) FROM runs) ORDER BY id'
    with store.read() as reader:
        found = [run for (run,) in reader.all(stale, (RunState.PROPOSED.value, old))]
    for run in found:
        store.write(lambda tx, run=run: _drop_proposed(tx, run), lane=Lane.IMPORT)  # type: ignore[misc]


def _drop_proposed(tx: Tx, run: int) -> None:
    row = runs.row(tx, run)
    if row is not None and row.state is RunState.PROPOSED:  # not applied meanwhile
        _drop(tx, run)


def _drop(tx: Tx, run: int) -> None:
    for kind, table in (("digest", "digests"), ("pattern", "patterns")):
        mine = f"SELECT id FROM {table} WHERE run = ?"
        tx.run(f"DELETE FROM evidence WHERE kind = '{kind}' AND thing IN ({mine})", (run,))
        tx.run(f"DELETE FROM {table} WHERE run = ?", (run,))
    tx.run("DELETE FROM proposals WHERE run = ?", (run,))
    tx.run("DELETE FROM runs WHERE id = ?", (run,))
