"""What the library tells of itself and of its runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mnemoteca.core.jobs import Job
from mnemoteca.core.settings import Value
from mnemoteca.core.standing import MeaningStatus


class RunKind(StrEnum):
    """What the clock asks for in the tiers, or the whole of sleep."""

    TIERS = "tiers"
    SLEEP = "sleep"


class RunState(StrEnum):
    """A run that is proposed changes nothing until it is applied."""

    THINKING = "thinking"  # being written down; one that was killed then goes at the next start
    PROPOSED = "proposed"
    APPLIED = "applied"
    UNDONE = "undone"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A consolidation: what it took in, and what became of it (the sum is equal).

    `kept` was only read; of what `faded`, `merged` points to another memory now. `dropped` had changed since it was
    proposed. `waiting` memories were left to a later run. Of a failed one, `reason` tells why.
    """

    run: int
    at: datetime
    space: str
    taken: int
    promoted: int
    faded: int
    left: int
    kept: int = 0
    kind: RunKind = RunKind.TIERS
    state: RunState = RunState.APPLIED
    merged: int = 0
    digests: int = 0
    patterns: int = 0
    dropped: int = 0
    waiting: int = 0
    took_ms: int = 0
    session: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """How the library is: versions, counts, what the indexes still miss, jobs, and sentences to be shown."""

    app: str
    data_format: int
    folder: str
    pid: int
    memories: int
    change: int
    words_change: int
    words_missing: int
    jobs: tuple[Job, ...] = ()
    notices: tuple[str, ...] = ()
    last_backup: datetime | None = None
    settings: dict[str, Value] = field(default_factory=dict)
    meaning: MeaningStatus = field(default_factory=MeaningStatus)
