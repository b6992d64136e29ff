"""What the library tells of itself and of its runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from mnemoteca.core.jobs import Job
from mnemoteca.core.settings import Value
from mnemoteca.core.standing import MeaningStatus


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A consolidation: what it took in, and what became of it (the sum is equal)."""

    run: int
    at: datetime
    space: str
    taken: int
    promoted: int
    faded: int
    left: int


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
