"""The table of runs: each consolidation with its account of what it took in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from mnemoteca.core.reports import RunInfo, RunKind, RunState
from mnemoteca.core.sleep.account import Account
from mnemoteca.core.sleep.values import ProposalKind
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import aware, naive

_COLUMNS = (
    "id", "space", "at", "taken", "promoted", "faded", "left", "kind", "state", "as_of", "applied", "last_act",
    "session", "kept", "waiting", "took_ms", "reason",
)  # fmt: skip
_QUOTED = ", ".join(f'"{name}"' for name in _COLUMNS)
_ROW = """SELECT r.id, r."at", coalesce(p.name, ''), r.taken, r.promoted, r.faded, r."left", r.kept, r.kind, r.state,
    r.waiting, r.took_ms, r.session, r.reason FROM runs r LEFT JOIN spaces p ON p.id = r.space WHERE """
_COUNTS = """SELECT run, count(*) FILTER (kind = 'merge' AND state <> 2),
    count(*) FILTER (kind = 'digest' AND state <> 2),
    count(*) FILTER (kind = 'pattern' AND state <> 2), count(*) FILTER (state = 2) FROM proposals
    WHERE run BETWEEN ? AND ? GROUP BY run"""


@dataclass(frozen=True, slots=True)
class NewRun:
    """A run to be written down; `as_of` is the change up to which it read."""

    space: int
    kind: RunKind
    account: Account
    as_of: int
    session: int = 0
    waiting: int = 0
    took_ms: int = 0


@dataclass(frozen=True, slots=True)
class RunRow:
    """What applying and undoing need of a run; `applied` is its place among what was applied, 0 where it has none."""

    id: int
    space: int
    kind: RunKind
    state: RunState
    as_of: int
    applied: int
    last_act: int
    taken: int


def insert(tx: Tx, new: NewRun, state: RunState) -> int:
    """Write down a run; its number. One that is applied at once gets its place."""
    id, account = tx.next_id("runs"), new.account
    now = state is RunState.APPLIED
    values = (
        id, new.space, naive(tx.now), account.taken, account.promoted, account.faded, account.left, new.kind.value,
        state.value, new.as_of, _place(tx) if now else 0, _last_act(tx) if now else 0, new.session, account.kept,
        new.waiting, new.took_ms, "",
    )  # fmt: skip
    tx.run(f"INSERT INTO runs ({_QUOTED}) VALUES ({', '.join('?' * len(values))})", values)
    return id


def mark_applied(tx: Tx, run: int, account: Account) -> None:
    """It was applied now, with this account."""
    tx.run(
        'UPDATE runs SET state = ?, applied = ?, last_act = ?, promoted = ?, faded = ?, "left" = ?, kept = ?, "at" = ? '
        "WHERE id = ?",
        (
            RunState.APPLIED.value, _place(tx), _last_act(tx), account.promoted, account.faded, account.left,
            account.kept, naive(tx.now), run,
        ),
    )  # fmt: skip


def mark(tx: Tx, run: int, state: RunState, reason: str = "") -> None:
    """It was undone, or it failed."""
    tx.run("UPDATE runs SET state = ?, reason = ? WHERE id = ?", (state.value, reason, run))


def _place(reader: Reader) -> int:
    return int(reader.all("SELECT coalesce(max(applied), 0) + 1 FROM runs")[0][0])


def _last_act(reader: Reader) -> int:
    return int(reader.all("SELECT coalesce(max(id), 0) FROM acts")[0][0])


def row(reader: Reader, run: int) -> RunRow | None:
    """A run as applying and undoing need it."""
    found = reader.one("SELECT id, space, kind, state, as_of, applied, last_act, taken FROM runs WHERE id = ?", (run,))
    if found is None:
        return None
    id, space, kind, state, *rest = found
    return RunRow(id, space, RunKind(kind), RunState(state), *rest)


def info(reader: Reader, run: int) -> RunInfo | None:
    """A run with its account and what it made."""
    return next(iter(_told(reader, "r.id = ?", (run,))), None)


def newest(reader: Reader, space: int, limit: int) -> list[RunInfo]:
    """The runs of a space that did or propose something, the newest first."""
    something = "(r.promoted + r.faded > 0 OR r.kind = 'sleep')"
    return _told(reader, f"r.space = ? AND {something} ORDER BY r.id DESC LIMIT {int(limit)}", (space,))


def _told(reader: Reader, rest: str, params: tuple[object, ...]) -> list[RunInfo]:
    rows = reader.all(_ROW + rest, params)
    if not rows:
        return []
    counted = {run: counts for run, *counts in reader.all(_COUNTS, (min(r[0] for r in rows), max(r[0] for r in rows)))}
    found = []
    for id, at, name, taken, promoted, faded, left, kept, kind, state, waiting, took_ms, session, reason in rows:
        moment = aware(at)
        assert moment is not None
        run = RunInfo(id, moment, name, taken, promoted, faded, left, kept, RunKind(kind), RunState(state))
        merged, digests, patterns, dropped = counted.get(id, (0, 0, 0, 0))
        found.append(
            replace(
                run, merged=merged, digests=digests, patterns=patterns, dropped=dropped, waiting=waiting,
                took_ms=took_ms, session=session, reason=reason,
            )
        )  # fmt: skip
    return found


def last_whole(reader: Reader, space: int) -> datetime | None:
    """When a run last looked at all of MEDIUM: one that left something. What only ends what is over leaves nothing."""
    row = reader.one(
        """SELECT "at" FROM runs WHERE space = ? AND "left" > 0 AND state IN ('applied', 'undone')
        ORDER BY id DESC LIMIT 1""",
        (space,),
    )
    return None if row is None else aware(row[0])


def last_sleep(reader: Reader, space: int) -> tuple[datetime | None, int, int]:
    """When the last whole run of a space was applied, up to which change it had read, and what it left waiting."""
    found = reader.one(
        """SELECT "at", as_of, waiting FROM runs WHERE space = ? AND kind = 'sleep' AND session = 0
        AND state IN ('applied', 'undone', 'failed') ORDER BY id DESC LIMIT 1""",
        (space,),
    )
    return (None, 0, 0) if found is None else (aware(found[0]), found[1], found[2])


def later_of(reader: Reader, place: int, memories: str) -> list[int]:
    """Applied runs after a place whose moves touch memories for which the SQL condition holds, the newest first."""
    moves = ", ".join(f"'{kind.value}'" for kind in (ProposalKind.PROMOTE, ProposalKind.FADE, ProposalKind.MERGE))
    rows = reader.all(
        f"""SELECT DISTINCT r.id, r.applied FROM runs r JOIN proposals p ON p.run = r.id
        WHERE r.applied > ? AND r.state = 'applied' AND p.state = 1 AND p.kind IN ({moves}) AND {memories}
        ORDER BY r.applied DESC""",
        (place,),
    )
    return [id for id, _ in rows]
