"""Work that takes a while: visible, cancellable, never run twice at once, alive after a restart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Job:
    """One job; `done` of `total` in `unit`s (total 0: unknown), `message` the outcome in a sentence."""

    id: int
    kind: str
    title: str
    state: JobState
    done: int
    total: int
    unit: str
    rate: float  # units a second since it last started
    left_s: float | None
    message: str
    started_at: datetime | None
    ended_at: datetime | None
    space: str = ""
    result: dict[str, int] | None = None
    problem: str = ""  # of a failed one the family of what it failed by (`core.errors.FAMILIES`)


@dataclass(frozen=True, slots=True)
class Skipped:
    """One thing an import could not take, where it stood and why."""

    where: str
    reason: str
