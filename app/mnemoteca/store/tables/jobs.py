"""The tables of jobs and of what they left out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mnemoteca.core.jobs import JobState, Skipped
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import aware, naive

_ROW = """SELECT j.id, j.kind, j.title, j.space, coalesce(p.name, ''), j.args, j.state, j.done, j.total, j.unit,
    j.message, j.result, j."cursor", j.act, j.started_at, j.ended_at FROM jobs j
    LEFT JOIN spaces p ON p.id = j.space """
_UNFINISHED = f"('{JobState.WAITING.value}', '{JobState.RUNNING.value}')"


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job as the table holds it; `cursor` is where to go on, or, of a failed one, by which family of `problem`.

    `act` is the act it does, 0 where there is none yet.
    """

    id: int
    kind: str
    title: str
    space: int
    space_name: str
    args: dict[str, Any]
    state: JobState
    done: int
    total: int
    unit: str
    message: str
    result: dict[str, int]
    cursor: dict[str, Any]
    act: int
    started_at: datetime | None
    ended_at: datetime | None


def insert(tx: Tx, kind: str, title: str, space: int, args: dict[str, Any], total: int, unit: str) -> int:
    """A job that waits for its turn; its number."""
    id = tx.next_id("jobs")
    tx.run(
        "INSERT INTO jobs VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, '', '{}', '{}', 0, ?, NULL, NULL)",
        (id, kind, title, space, json.dumps(args), JobState.WAITING.value, total, unit, naive(tx.now)),
    )
    return id


def path_in(args: str) -> str:
    """The file that the arguments of a job name; "" where they name none."""
    return str(json.loads(args).get("path", ""))


def find(reader: Reader, id: int) -> JobRow | None:
    """The job of this number."""
    return next(iter(_rows(reader, "WHERE j.id = ?", (id,))), None)


def newest(reader: Reader, limit: int) -> list[JobRow]:
    """The last jobs, the newest first."""
    return _rows(reader, f"ORDER BY j.id DESC LIMIT {int(limit)}")


def unfinished(reader: Reader) -> list[JobRow]:
    """Those that wait or were begun and not ended, the oldest first."""
    return _rows(reader, f"WHERE j.state IN {_UNFINISHED} ORDER BY j.id")


def begin(tx: Tx, id: int) -> None:
    """It runs, now or again."""
    tx.run("UPDATE jobs SET state = ?, started_at = ? WHERE id = ?", (JobState.RUNNING.value, naive(tx.now), id))


def save(tx: Tx, id: int, *, cursor: dict[str, Any], result: dict[str, int], act: int, done: int, total: int) -> None:
    """How far it is, in the transaction of what it did."""
    tx.run(
        'UPDATE jobs SET "cursor" = ?, result = ?, act = ?, done = ?, total = ? WHERE id = ?',
        (json.dumps(cursor), json.dumps(result), act, done, total, id),
    )


def end(tx: Tx, id: int, state: JobState, message: str, problem: str = "") -> None:
    """It has ended, this way; a job that is over stays as it was."""
    tx.run(
        f"UPDATE jobs SET state = ?, message = ?, ended_at = ? WHERE id = ? AND state IN {_UNFINISHED}",
        (state.value, message, naive(tx.now), id),
    )
    if problem:
        told = json.dumps({"problem": problem})
        tx.run('UPDATE jobs SET "cursor" = ? WHERE id = ? AND state = ?', (told, id, JobState.FAILED.value))


def end_of_act(tx: Tx, act: int, state: JobState, message: str) -> None:
    """The job that does this act has ended, also where it is at work: its next batch finds that out."""
    for row in unfinished(tx):
        if row.act == act:
            end(tx, row.id, state, message)


def is_unfinished(reader: Reader, id: int) -> bool:
    """Whether it still has work to do."""
    return reader.one(f"SELECT 1 FROM jobs WHERE id = ? AND state IN {_UNFINISHED}", (id,)) is not None


def add_skipped(tx: Tx, job: int, first: int, found: Sequence[Skipped]) -> None:
    """List what was left out, numbered from `first`."""
    if found:
        rows = [(job, number, each.where, each.reason) for number, each in enumerate(found, first)]
        tx.append("skipped", ("job", "number", "place", "reason"), rows)


def drop_skipped(tx: Tx, job: int) -> None:
    """Forget the list: the job begins anew."""
    tx.run("DELETE FROM skipped WHERE job = ?", (job,))


def skipped(reader: Reader, job: int, start: int, limit: int) -> list[Skipped]:
    """What was left out, in order, from `start`."""
    rows = reader.all(
        "SELECT place, reason FROM skipped WHERE job = ? AND number >= ? AND number < ? ORDER BY number",
        (job, start, start + limit),
    )
    return [Skipped(place, reason) for place, reason in rows]


def _rows(reader: Reader, rest: str, params: tuple[object, ...] = ()) -> list[JobRow]:
    return [_row(*row) for row in reader.all(_ROW + rest, params)]


def _row(
    id: int,
    kind: str,
    title: str,
    space: int,
    name: str,
    args: str,
    state: str,
    done: int,
    total: int,
    unit: str,
    message: str,
    result: str,
    cursor: str,
    act: int,
    started: datetime | None,
    ended: datetime | None,
) -> JobRow:
    return JobRow(
        id, kind, title, space, name, json.loads(args), JobState(state), done, total, unit, message, json.loads(result),
        json.loads(cursor), act, aware(started), aware(ended),
    )  # fmt: skip
